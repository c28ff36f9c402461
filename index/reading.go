package index

import (
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/frlegal"
)

// reading is one reading of the text of a decision for three fields: its words with
// their places, the words as they are written, each once, and the places where its zones
// begin. Words are asked first.
type reading struct {
	text  string
	zones []corpus.Zone
	form  map[string]struct{}
	at    strings.Builder // the map of the zones
}

// words calls add for each word with its place, as part does, zone by zone.
func (r *reading) words(add func(string, int)) {
	r.form = make(map[string]struct{}, len(r.text)/20+1)
	place, done := 1, 0
	for _, z := range r.zones {
		if z.Start < done || z.End > len(r.text) || z.End < z.Start || zoneLetters[z.Zone] == 0 {
			continue
		}
		if z.Start > done {
			if done > 0 {
				r.mark('.', place)
			}
			place = r.read(r.text[done:z.Start], place, add)
		}
		r.mark(zoneLetters[z.Zone], place)
		place = r.read(r.text[z.Start:z.End], place, add)
		done = z.End
	}
	if done > 0 {
		r.mark('.', place)
	}
	r.read(r.text[done:], place, add)
	r.text, r.zones = "", nil
}

// read reads the words of a piece of the text from a place on, and returns the place
// behind the last.
func (r *reading) read(text string, place int, add func(string, int)) int {
	for term, form := range frlegal.Words(text) {
		add(term, place)
		place++
		if !noForm(form) {
			r.form[form] = struct{}{}
		}
	}
	return place
}

// mark notes that a zone begins with a place, or that with '.' none does.
func (r *reading) mark(zone byte, place int) {
	if r.at.Len() > 0 {
		r.at.WriteByte(' ')
	}
	r.at.WriteString(string(zone) + strconv.Itoa(place))
}

// forms calls add for each word as it is written.
func (r *reading) forms(add func(string, int)) {
	for form := range r.form {
		add(form, 1)
	}
	r.form = nil
}

// places calls add for the map of the zones: "e1 x40 m620 d1300 .1420"; not at all
// without zones.
func (r *reading) places(add func(string, int)) {
	if r.at.Len() > 0 {
		add(r.at.String(), 1)
	}
}
