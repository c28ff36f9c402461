package index

import (
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/frlegal"
)

// shown calls add for the words of a condition that are to be shown in a page: those that
// must or may stand in the text, not those that must not. A pattern is shown by the words
// of the page that it fits. Names of parties are shown where no word is asked for.
func shown(e Expr, add func(item), p *page) {
	some := false
	showWords(e, func(it item) { some = true; add(it) }, p)
	if !some {
		showParties(e, add)
	}
}

func showWords(e Expr, add func(item), p *page) {
	switch e := e.(type) {
	case All:
		for _, x := range e {
			showWords(x, add, p)
		}
	case Any:
		for _, x := range e {
			showWords(x, add, p)
		}
	case Words:
		if words := terms(cut(e.Text)); len(words) > 0 && (e.In.Zones != nil || e.In.Field == InAll) {
			add(item{terms: words[:min(len(words), maxTerms)], zones: e.In.Zones, form: e.form()})
		}
	case Near:
		for _, x := range e.Parts {
			showWords(x, func(it item) { it.zones = e.In.Zones; add(it) }, p)
		}
	case Pattern:
		p.showForm(newPattern(e.Pattern), e.In.Zones, add)
	case Like:
		p.showForm(newLike(e.Word, e.Edits), e.In.Zones, add)
	}
}

func showParties(e Expr, add func(item)) {
	switch e := e.(type) {
	case All:
		for _, x := range e {
			showParties(x, add)
		}
	case Any:
		for _, x := range e {
			showParties(x, add)
		}
	case Party:
		for _, word := range terms(cut(string(e))) {
			add(item{terms: []string{word}})
		}
	}
}

// showForm adds the words of the page that fit a pattern.
func (p *page) showForm(f form, zones []corpus.ZoneKind, add func(item)) {
	seen := map[string]bool{}
	for _, w := range p.words {
		if stem := string(w.Term); !seen[stem] && f.fits(frlegal.Form(p.text[w.Start:w.End])) {
			seen[stem] = true
			add(item{terms: []string{stem}, zones: zones})
		}
	}
}

// asWritten drops the occurrences of words that are written in another way than their item
// wants, unless none is written so.
func (p *page) asWritten(items []item) {
	if !slices.ContainsFunc(items, func(it item) bool { return it.form != "" }) {
		return
	}
	kept := slices.DeleteFunc(slices.Clone(p.hits), func(h hit) bool {
		w, form := p.words[h.first], items[h.item].form
		return form != "" && frlegal.Form(p.text[w.Start:w.End]) != form
	})
	if len(kept) > 0 {
		p.hits = kept
	}
}

// inZones drops the occurrences that stand outside the zones of their item, unless none
// stands inside.
func (p *page) inZones(items []item, zones []corpus.Zone) {
	if !slices.ContainsFunc(items, func(it item) bool { return it.zones != nil }) {
		return
	}
	kept := make([]hit, 0, len(p.hits))
	z := 0
	for _, h := range p.hits {
		at := p.words[h.first].Start
		for z < len(zones) && zones[z].End <= at {
			z++
		}
		want := items[h.item].zones
		if want == nil || z < len(zones) && slices.Contains(want, zones[z].Zone) {
			kept = append(kept, h)
		}
	}
	if len(kept) > 0 {
		p.hits = kept
	}
}
