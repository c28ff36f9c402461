package extract

import (
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/segment"
)

// Speeches says who speaks where in a decision that was read before: ordered,
// contiguous and covering its text. They are not kept with a decision, since only
// who reads its text wants them, and reading them again costs a millisecond or two.
func (e *Extractor) Speeches(d *corpus.Decision) []corpus.Speech {
	t := fold.New(d.Text)
	if d.Secondary() {
		if rep, ok := e.commentary.Read(t, d.Title); ok {
			return rep.Speeches
		}
	}
	in := segment.Input{Text: t, Court: d.Official.Court}
	if len(d.Sources) > 0 && d.Sources[0].Zoned {
		in.Official = d.Zones
	}
	return e.segment.Split(in).Speeches
}
