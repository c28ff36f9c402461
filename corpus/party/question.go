package party

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// question reads the parties to a question prioritaire de constitutionnalité that
// a lower court refers: "d'une part, M. Durieux, … d'autre part, la société Lorme".
func (f *Finder) question(t *fold.Text) []found {
	s := t.Folded
	from, to := 0, min(len(s), headLimit)
	m := f.say.referred.FindStringIndex(s[:to])
	if m == nil {
		return nil
	}
	from += m[1]
	end := to
	if m := f.say.closing.FindStringIndex(s[from:to]); m != nil {
		end = from + m[0]
	}
	one := strings.Index(s[from:end], "d'une part")
	other := strings.Index(s[from:end], "d'autre part")
	if one < 0 || other < one {
		return nil
	}
	one, other = from+one+len("d'une part"), from+other
	out := f.items(t, one, other, corpus.Demandeur, "qpc:demandeur")
	return append(out, f.items(t, other+len("d'autre part"), end, corpus.Defendeur, "qpc:defendeur")...)
}
