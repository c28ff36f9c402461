package party

import (
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// accusedReach is how far after the pourvoi the accused is named, in bytes.
const accusedReach = 3000

// accused reads the accused of the procedure in which another party lodges.
func (f *Finder) accused(t *fold.Text, from, to int) []found {
	m := f.say.prosecuted.FindStringIndex(t.Folded[from:to])
	if m == nil {
		return nil
	}
	out := f.sentence(t, from+m[1], to, corpus.Prevenu, "pourvoi:prevenu")
	for i := range out {
		out[i].confidence = 0.7
	}
	return out
}
