package party

import (
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// filing is a row of filings.tsv.
type filing struct {
	role
	courts []string // nil: all of public law
	name   string   // where the party is named: see filingNames
}

// filingNames are the values of the column name.
var filingNames = []string{"comma", "within", "next", "last", "first", "answering"}

// filings reads the parties of a public-law decision from the sentences that tell
// who filed what: "Par une requête, enregistrée le 3 mai 2021, M. Durieux …". The
// rows last and first count only for a side that no other sentence tells.
func (f *Finder) filings(t *fold.Text, to int, kind corpus.CourtKind) []found {
	var out, doubtful []found
	for from := 0; from < to && len(out) < maxTold; {
		end := lineEnd(t.Folded, from, to)
		start := skipBlank(t.Folded, from, end)
		for i := range f.filed {
			r := &f.filed[i]
			if r.courts != nil && !slices.Contains(r.courts, string(kind)) {
				continue
			}
			m := r.pattern.FindStringIndex(t.Folded[start:end])
			if m == nil {
				continue
			}
			if x := f.filedBy(t, start, start+m[1], end, r); r.name == "last" || r.name == "first" {
				doubtful = append(doubtful, x...)
			} else if out = append(out, x...); len(x) > 0 {
				break
			}
		}
		from = end + 1
	}
	return f.fallback(t, out, doubtful)
}

// fallback adds who is named by rows last and first where nobody is known on
// their side.
func (f *Finder) fallback(t *fold.Text, sure, doubtful []found) []found {
	out := slices.Clip(sure)
	on := func(side corpus.Side) bool {
		return slices.ContainsFunc(out, func(x found) bool { return x.side == side })
	}
	line := -1 // where the sentence stands that told the last of them
	for _, x := range doubtful {
		if f.listed(t, out, x.name) >= 0 {
			continue
		}
		if x.side == corpus.Demandeur && slices.ContainsFunc(sure, func(o found) bool { return o.side == corpus.Demandeur }) {
			x.side = corpus.Defendeur
		}
		if at := paragraph(t.Folded, 0, x.from); at == line || !on(x.side) {
			out, line = append(out, x), at
		}
	}
	return out
}

// filedBy reads the parties that a row tells: from is the start of the line, after
// the end of the match.
func (f *Finder) filedBy(t *fold.Text, from, after, to int, r *filing) []found {
	switch r.name {
	case "comma":
		return f.filer(t, after, to, &r.role)
	case "within":
		return f.filer(t, from, to, &r.role)
	case "first":
		after = from
	}
	var out []found
	for i := after; i < to && len(out) < maxTold; {
		n, ok := f.told(t, i, to)
		if !ok {
			break
		}
		if n = f.until(t, n, to); r.name == "answering" && !f.say.answering.MatchString(t.Folded[n.next:to]) {
			return nil
		}
		x := found{name: n, side: r.side, rule: "memoire:" + r.rule, confidence: 0.85}
		if r.name == "last" || r.name == "first" {
			x.confidence = 0.6
		}
		if out = append(out, x); r.name == "last" {
			break
		}
		i = f.further(t, n.next, to)
	}
	return out
}

// until takes the last words of a name that counsel follows: "pour l'association Terres
// libres par Me Brunel".
func (f *Finder) until(t *fold.Text, n name, to int) name {
	m := f.say.byCounsel.FindStringSubmatchIndex(t.Folded[n.to:to])
	if n.kind != corpus.Morale || m == nil {
		return n
	}
	n.to += m[3]
	n.next = n.to
	return n
}

// told reads a name in running text, that of a public body too: "le préfet de la
// Meuse a refusé".
func (f *Finder) told(t *fold.Text, i, to int) (name, bool) {
	i = f.lead(t, i, min(to, i+24))
	o, n := f.openerAt(t, i, to)
	if n == 0 || o.class != body {
		return f.prose(t, i, to)
	}
	sure, end := f.run(t, i+n, min(to, i+nameLimit))
	if sure == 0 {
		sure = max(end, i+n)
	}
	return name{from: i, to: trimEnd(t.Folded, i, sure), kind: o.kind, class: o.class, next: sure}, true
}

// filerReach is how far into its sentence a party is named, in bytes.
const filerReach = 400

// filer reads the parties named after the first comma that a name follows.
func (f *Finder) filer(t *fold.Text, from, to int, r *role) []found {
	for j := from; j+1 < min(to, from+filerReach); j++ {
		if t.Folded[j] != ',' || !f.another(t, j, to) {
			continue
		}
		out := f.sentence(t, j, to, r.side, "memoire:"+r.rule)
		for i := range out {
			out[i].confidence = 0.85
		}
		return out
	}
	return nil
}
