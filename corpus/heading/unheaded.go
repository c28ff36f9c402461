package heading

import (
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
)

// What shows that a text without the name of its court is an order or a ruling on appeal,
// and what stands behind the town on its closing line.
var (
	onAppeal    = re2.MustCompile(`(?:^|\n)(?:appelante?s?\b|nature de l'acte de saisine ?: ?declaration d'appel\b)`)
	closingDay  = re2.MustCompile(`^, le [0-9]`)
	closingTown = re2.MustCompile(`^(?:fait )?(?:a )?`)
)

// courtOfText reads the court of appeal of a text of which no heading names it. Three things
// must agree: the parties stand there on appeal, the closing line has the town ("RENNES, le
// 22 octobre 2024"), and the only court of appeal of which the text speaks is that of this
// town.
func (w *reading) courtOfText(t *fold.Text) {
	if w.kind() != "" || !onAppeal.MatchString(w.head.s) {
		return
	}
	town := ""
	w.tail.lineStarts(func(start, end int) bool {
		start += len(closingTown.FindString(w.tail.s[start:end]))
		if place, to := w.courts.SeatAt(w.tail, start); place != "" && closingDay.MatchString(w.tail.s[to:end]) {
			town = place
		}
		return true
	})
	if town == "" {
		return
	}
	v := newView(t, 0, len(t.Folded))
	var named corpus.Span
	for at := 0; at < len(v.s); {
		c, s, ok := w.courts.Find(v, at, len(v.s))
		if !ok {
			break
		}
		at = s.End
		switch {
		case c.Kind != corpus.CA || c.Place == "":
		case c.Place != town:
			return
		case named.Len() == 0:
			named = s
		}
	}
	if named.Len() > 0 {
		w.out.Court = corpus.Court{Kind: corpus.CA, Place: town}
		w.out.Spans.Court = v.span(named.Start, named.End)
	}
}
