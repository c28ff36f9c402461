package party

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// merge makes parties of what was found: each once, in order of first mention,
// with the side that it was found on first.
func (f *Finder) merge(t *fold.Text, all []found, official []string) []corpus.Party {
	for i := range all {
		all[i].name = f.unqualified(t, all[i].name)
	}
	slices.SortStableFunc(all, func(a, b found) int { return a.from - b.from })
	var out []corpus.Party
	seen := map[string]int{} // by identity: its place in out, and one more
	for _, x := range all {
		id := f.identity(t.Folded[x.from:x.to], x.kind)
		if x.as != "" {
			id = f.identity(fold.New(x.as).Folded, x.kind)
		}
		if n := seen[id]; id == "" || n != 0 {
			if n > 0 {
				describe(&out[n-1], x)
			}
			continue
		}
		seen[id] = -1
		p := corpus.Party{Side: x.side, Kind: x.kind, Role: x.role, Span: t.Span(x.from, x.to),
			RepresentedBy: []corpus.Counsel{}, Rule: x.rule, Confidence: x.confidence}
		describe(&p, x)
		if p.Name = clean(p.Of(t.Original)); x.as != "" {
			p.Name = clean(x.as)
		}
		if !utf8.ValidString(p.Name) || p.Name == "" {
			continue
		}
		if slices.ContainsFunc(official, func(o string) bool { return f.identity(fold.New(o).Folded, x.kind) == id }) {
			p.Confidence = max(p.Confidence, 0.98)
		}
		out = append(out, p)
		seen[id] = len(out)
	}
	return out
}

// describe adds what was read beside a mention of a party, once.
func describe(p *corpus.Party, x found) {
	if p.Siren == "" {
		p.Siren, p.SirenAt = x.siren, x.sirenAt
	}
	for _, c := range x.counsel {
		if !slices.ContainsFunc(p.RepresentedBy, func(o corpus.Counsel) bool { return o.Name == c.Name }) {
			p.RepresentedBy = append(p.RepresentedBy, c)
		}
	}
}

// clean writes a name on one line.
func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

// identity is what two names of one party have in common: their words without
// articles and legal forms; a civility keeps "M. X…" and "Mme X…" apart.
func (f *Finder) identity(s string, kind corpus.PartyKind) string {
	if kind != corpus.Physique {
		first := s[:tokenEnd(s, 0, len(s))]
		if long := f.acronyms[strings.ReplaceAll(first, ".", "")]; long != "" {
			s = long + s[len(first):]
		}
	}
	if kind == corpus.Physique && strings.Contains(s, "...") { // "M. L... V...": a letter is no article
		s = strings.ReplaceAll(strings.ReplaceAll(s, " l...", " l["), " d...", " d[")
	}
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '[') }) {
		switch w {
		case "m", "mr", "monsieur":
			w = "m"
		case "mme", "madame", "mlle", "mademoiselle":
			w = "mme"
		case "la", "le", "les", "l", "d", "de", "du", "des", "et":
			continue
		case "societe", "sa", "sas", "sasu", "sarl", "sci", "snc", "eurl", "scp", "selarl", "ltd", "inc", "plc":
			if kind != corpus.Physique {
				continue
			}
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}
