package index

import (
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/bm25"
	"github.com/attendu/attendu/index/frlegal"
)

// reading is one reading of the text of a decision for two fields: its words with their
// places and zones, and the words as they are written, each once. Words are asked first.
type reading struct {
	d    *corpus.Decision
	form map[string]struct{}
}

// words calls add for each word of the text, and of what others say of the decision, one
// value each.
func (r *reading) words(add func(string, int, bm25.Zone)) {
	r.form = make(map[string]struct{}, len(r.d.Text)/20+1)
	place := 1
	words := func(text string, zone func(at int) bm25.Zone) {
		for w := range frlegal.Words(text) {
			add(w.Term, place, zone(w.Start))
			place++
			if !noForm(w.Form) {
				r.form[w.Form] = struct{}{}
			}
		}
	}
	words(r.d.Text, zonesAt(r.d.Zones))
	say := func(z bm25.Zone, values ...string) {
		for _, v := range values {
			place += bm25.Gap
			words(v, func(int) bm25.Zone { return z })
		}
	}
	say(zoneSummary, r.d.Title)
	say(zoneMatter, r.d.Themes...)
	for _, s := range r.d.Summaries {
		say(zoneMatter, s.Titles...)
		say(zoneSummary, s.Text)
	}
	r.d = nil
}

// forms calls add for each word as it is written.
func (r *reading) forms(add func(string, int)) {
	for form := range r.form {
		add(form, 1)
	}
	r.form = nil
}
