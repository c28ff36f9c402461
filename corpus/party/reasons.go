package party

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// reasons reads the parties from the reasons when the head of the decision names
// none, as in the arrêts that DILA published before 2019 without their heads.
func (f *Finder) reasons(in Input) []found {
	t := in.Text
	bodyEnd := len(t.Folded)
	for _, z := range in.Zones {
		if z.Zone == corpus.Dispositif {
			bodyEnd = t.Index(z.End)
		}
	}
	demandeurs, others := f.filers(t, bodyEnd)
	told, ordered := f.paragraphs(t, in.Zones, bodyEnd)
	all := slices.Concat(told, ordered)
	if len(demandeurs) == 0 {
		demandeurs = f.attackers(t, bodyEnd)
	}
	if len(demandeurs) == 0 && f.say.quashes.MatchString(t.Folded[:bodyEnd]) {
		demandeurs = f.wronged(t, ordered, bodyEnd)
	}
	dismissed := strings.Contains(t.Folded[:bodyEnd], "rejette le pourvoi")
	var out []found
	var renamed []name
	for i, n := range all {
		if n.renamed && i > 0 {
			if at := f.listed(t, out, all[i-1]); at >= 0 && f.among(t, demandeurs, n) {
				out[at].side, out[at].rule, out[at].confidence = corpus.Demandeur, "motifs:demandeur", 0.8
			}
			renamed = append(renamed, n)
			continue
		}
		if f.listed(t, out, n) >= 0 || f.among(t, renamed, n) || n.alias || f.alias(t, all, n) {
			continue
		}
		if n.common && (f.among(t, demandeurs, n) || f.among(t, others, n)) {
			continue // the moyens name it in full
		}
		if n.loser && dismissed && n.common && !f.among(t, demandeurs, n) {
			continue // it bears the costs of a pourvoi that failed: perhaps the one who lodged it, under another name
		}
		if i < len(told) && !f.among(t, demandeurs, n) && !f.among(t, others, n) && !f.litigates(t, n, ordered, bodyEnd) {
			continue
		}
		x := found{name: n, side: corpus.Defendeur, rule: "motifs:defendeur", confidence: 0.6}
		if f.among(t, demandeurs, n) {
			x.side, x.rule, x.confidence = corpus.Demandeur, "motifs:demandeur", 0.8
		}
		out = append(out, x)
	}
	for _, n := range demandeurs {
		if f.listed(t, out, n) < 0 && !f.among(t, renamed, n) {
			out = append(out, found{name: n, side: corpus.Demandeur, rule: "moyen:demandeur", confidence: 0.8})
		}
	}
	for _, n := range others {
		if f.listed(t, out, n) < 0 && !f.among(t, renamed, n) {
			out = append(out, found{name: n, side: corpus.Defendeur, rule: "moyen:defendeur", confidence: 0.7})
		}
	}
	return out
}

// wronged reads who had a decision quashed, where nothing says so: those to whom the
// others must pay for the pourvoi, else the one who lost below what is quashed.
func (f *Finder) wronged(t *fold.Text, ordered []name, bodyEnd int) []name {
	var out []name
	for _, n := range ordered {
		if n.winner {
			out = append(out, n)
		}
	}
	if len(out) > 0 {
		return out
	}
	if m := f.say.lost.FindStringSubmatchIndex(t.Folded[:bodyEnd]); m != nil {
		if n, ok := f.prose(t, m[2], m[3]); ok && !f.among(t, losers(ordered), n) {
			return []name{n}
		}
	}
	return nil
}

// losers lists those whom an order condemns.
func losers(ordered []name) []name {
	var out []name
	for _, n := range ordered {
		if n.loser {
			out = append(out, n)
		}
	}
	return out
}

// paragraphs reads the names in the paragraphs that tell the case and after the
// orders of the dispositif, apart.
func (f *Finder) paragraphs(t *fold.Text, zones []corpus.Zone, bodyEnd int) (told, out []name) {
	s := t.Folded[:bodyEnd]
	if m := f.say.told.FindStringIndex(s); m != nil {
		told = f.scan(t, m[1], lineEnd(s, m[1], bodyEnd), nil)
	}
	for _, z := range zones {
		if z.Zone != corpus.Dispositif {
			continue
		}
		from, to := t.Index(z.Start), t.Index(z.End)
		for _, m := range f.say.condemned.FindAllStringIndex(t.Folded[from:to], 64) {
			end := lineEnd(t.Folded, from+m[1], to)
			if n := strings.IndexByte(t.Folded[from+m[1]:end], ';'); n >= 0 {
				end = from + m[1] + n
			}
			before := len(out)
			out = f.list(t, from+m[1], end, out)
			words := t.Folded[from+m[0] : from+m[1]]
			for j := before; j < len(out); j++ {
				out[j].loser = strings.HasPrefix(words, "condamne")
				out[j].winner = strings.HasPrefix(words, "payer") || strings.HasPrefix(words, "verser")
			}
		}
	}
	return told, out
}

// maxTold is how many names are read from the paragraph that tells the case.
const maxTold = 60

// scan adds every name in a paragraph that is not that of one who only acts in
// the case.
func (f *Finder) scan(t *fold.Text, from, to int, out []name) []name {
	for i := from; i < to && len(out) < maxTold; {
		if !fold.Letter(t.Folded[i]) || i > from && (fold.Letter(t.Folded[i-1]) || t.Folded[i-1] == '-') {
			i++
			continue
		}
		if _, n := f.openerAt(t, i, to); n > 0 {
			if x, ok := f.prose(t, i, to); ok {
				before := t.Folded[max(from, x.from-48):x.from]
				x.alias = bracketed.MatchString(before)
				if n := len(out); n > 0 {
					x.renamed = f.say.renamed.MatchString(t.Folded[out[n-1].to:x.from])
				}
				if !f.say.aside.MatchString(before) && !f.say.worker.MatchString(t.Folded[x.to:to]) &&
					!f.say.worker.MatchString(t.Folded[x.next:to]) {
					out = append(out, x)
				}
				i = x.to
				continue
			}
		}
		i = fold.LettersEnd(t.Folded, i, to)
	}
	return out
}

// list adds the names of a list of the dispositif that starts at from.
func (f *Finder) list(t *fold.Text, from, to int, out []name) []name {
	for i := from; i < to && len(out) < 2*maxTold; {
		x, ok := f.ordered(t, i, to)
		if !ok {
			break
		}
		out = append(out, x)
		i = f.further(t, x.to, to)
	}
	return out
}
