package cite

import "strings"

// renames reports whether a name is but the usual one of the act that was named just
// before, "loi n° 2015-990 du 6 août 2015 pour la croissance (loi Macron)".
func (r *reader) renames(in instrument) bool {
	lead := r.lead
	if n := len(r.out); lead.key == "" && n > 0 { // "l'article 2 de la directive 2001/29/CE (« directive InfoSoc »)"
		lead = instrument{key: r.out[n-1].c.Key.Instrument(), end: r.out[n-1].end}
	}
	if in.rule != "named" || in.short || lead.key == "" || lead.key == "cesdh" || lead.end > in.start || in.start-lead.end > maxTitle || r.f.law.Canonical(lead.key) != r.f.law.Canonical(in.key) {
		return false
	}
	j := r.back(in.start)
	if j > 0 && r.s[j-1] == '"' {
		j = r.back(j - 1)
	}
	b := r.wordBefore(j)
	if w := r.s[b:j]; w != "dite" && w != "dit" && r.at(j-1) != '(' {
		return false
	}
	return !r.sentenceEnds(lead.end, in.start) && strings.IndexByte(r.s[lead.end:in.start], ';') < 0
}
