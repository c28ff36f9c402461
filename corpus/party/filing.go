package party

import "github.com/attendu/attendu/corpus/fold"

// filings reads the parties of an administrative decision from the sentences that
// tell who filed what: "Par une requête, enregistrée le 3 mai 2021, M. Durieux …".
func (f *Finder) filings(t *fold.Text, to int) []found {
	var out []found
	for from := 0; from < to && len(out) < maxTold; {
		end := lineEnd(t.Folded, from, to)
		start := skipBlank(t.Folded, from, end)
		for i := range f.filed {
			if m := f.filed[i].pattern.FindStringIndex(t.Folded[start:end]); m != nil {
				out = append(out, f.filer(t, start+m[1], end, &f.filed[i])...)
				break
			}
		}
		from = end + 1
	}
	return out
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
