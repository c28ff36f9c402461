package index

import (
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/index/bm25"
	"github.com/attendu/attendu/index/frlegal"
)

// phrase asks for words that follow one another. One that is looked for as it is written
// must stand so in a decision that has its stem where it is wanted.
func (c *compiler) phrase(e Words) bm25.Node {
	it := item{terms: terms(cut(e.Text))}
	if len(it.terms) == 0 {
		return bm25.And{}
	}
	it.terms = it.terms[:min(len(it.terms), maxTerms)]
	zones := zonesOf(e.In)
	if name := strings.Trim(e.Text, ".,;:!?()[]{}"); e.Name && zones == 0 && strings.ContainsAny(name, "0123456789") {
		it.name = name
	}
	n := itemNode(it, zones, c.names)
	if form := e.form(); form != "" && !c.formless {
		return bm25.And{n, bm25.Values{Field: fieldForm, Any: []string{form}}}
	}
	return n
}

// form is how one word is written that is looked for so; "" when it is none.
func (e Words) form() string {
	if !e.Written {
		return ""
	}
	form := frlegal.Form(cut(e.Text))
	if form == "" || noForm(form) {
		return ""
	}
	return form
}

// near asks for parts that stand near one another. A part that is a pattern also asks
// for a decision that holds such a word, for its stem may be that of others.
func (c *compiler) near(e Near) (bm25.Node, error) {
	n := bm25.Near{Field: fieldText, Within: e.Within, Zones: zonesOf(e.In)}
	all := bm25.And{}
	for _, p := range e.Parts {
		x, err := c.part(p)
		if err != nil {
			return nil, err
		}
		if x.patterns && len(x.phrases) == 0 {
			all = append(all, x.words())
		}
		n.Parts = append(n.Parts, append(x.phrases, x.stems()...))
	}
	return append(all, n), nil
}

// expansion is what the words and patterns of a part stand for.
type expansion struct {
	phrases  bm25.Part
	patterns bool     // there are some
	forms    []string // that they fit, in fieldForm
	short    []string // numbers and short words that they fit, in fieldText
}

// words asks for a decision that holds a word which a pattern fits.
func (x *expansion) words() bm25.Node {
	return bm25.Or{bm25.Values{Field: fieldForm, Any: x.forms}, bm25.Values{Field: fieldText, Any: x.short}}
}

// stems are the words that patterns fit, as they stand in the text field.
func (x *expansion) stems() (part bm25.Part) {
	all := slices.Clone(x.short)
	for _, w := range x.forms {
		all = append(all, terms(w)...)
	}
	for _, s := range distinct(all) {
		part = append(part, bm25.Phrase{{Any: []string{s}}})
	}
	return part
}

// part finds what a part stands for.
func (c *compiler) part(e Expr) (x expansion, err error) {
	switch e := e.(type) {
	case Words:
		if p := slots(terms(cut(e.Text))); len(p) > 0 {
			x.phrases = append(x.phrases, p[:min(len(p), maxTerms)])
		}
		return x, nil
	case Pattern:
		err = c.expand(newPattern(e.Pattern), &x)
		return x, err
	case Like:
		err = c.expand(newLike(e.Word, e.Edits), &x)
		return x, err
	case Any:
		for _, one := range e {
			more, err := c.part(one)
			if err != nil {
				return x, err
			}
			x.phrases, x.patterns = append(x.phrases, more.phrases...), x.patterns || more.patterns
			x.forms, x.short = append(x.forms, more.forms...), append(x.short, more.short...)
		}
		return x, nil
	}
	return x, fmt.Errorf("%T has no place", e)
}

// expand adds the words that fit a pattern.
func (c *compiler) expand(f form, x *expansion) (err error) {
	x.patterns = true
	if x.forms, err = c.words(f, fieldForm, func(string) bool { return true }); err != nil {
		return err
	}
	if x.short, err = c.words(f, fieldText, noForm); err != nil {
		return err
	}
	if c.asked += len(x.forms) + len(x.short); c.asked > maxAsked {
		return errBroad
	}
	return nil
}

// formsNode asks for a word that fits a pattern. It gives no score.
func (c *compiler) formsNode(e Expr, in Where) (bm25.Node, error) {
	x, err := c.part(e)
	if err != nil {
		return nil, err
	}
	zones := zonesOf(in)
	if zones == 0 {
		return x.words(), nil
	}
	return bm25.And{x.words(), bm25.Near{Field: fieldText, Parts: []bm25.Part{x.stems()}, Zones: zones, Plain: true}}, nil
}
