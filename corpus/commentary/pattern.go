package commentary

import (
	"fmt"

	"github.com/attendu/attendu/corpus/re2"
)

// pattern is a sentence frame: words to find and slots for those of whom they
// speak.
//
//	<demandeur?> {a}assigne[es]*{devant} <defendeur?>
//
// The slot before the words is the subject of the verb, looked for backwards;
// the others follow at once. A slot with ? may stay empty; one with ~ may follow
// later in the clause, after a preposition. {name} is a piece of
// words.tsv; the words themselves are RE2 over the folded text.
type pattern struct {
	subject slot
	steps   []step
}

// slot is a place for one who acts; its label is "" when there is none.
type slot struct {
	label    string
	optional bool
	far      bool // not at once, but later in the clause, after a preposition
}

// step is a run of words and the slot that follows it.
type step struct {
	words *re2.Regexp
	after slot
}

var slotShape = re2.MustCompile(` ?<(~?)([a-z-]+)(\??)> ?`)

// compile reads a pattern.
func (m words) compile(s string) (*pattern, error) {
	s, err := m.expand(s)
	if err != nil {
		return nil, err
	}
	p := &pattern{}
	at := 0
	for _, loc := range slotShape.FindAllStringSubmatchIndex(s, -1) {
		sl := slot{label: s[loc[4]:loc[5]], optional: loc[7] > loc[6], far: loc[3] > loc[2]}
		if loc[0] == 0 {
			p.subject = sl
		} else if err := p.add(s[at:loc[0]], sl); err != nil {
			return nil, err
		}
		at = loc[1]
	}
	if at < len(s) {
		if err := p.add(s[at:], slot{}); err != nil {
			return nil, err
		}
	}
	if len(p.steps) == 0 {
		return nil, fmt.Errorf("pattern %q has no words", s)
	}
	return p, nil
}

// add appends a step. The first step is looked for anywhere, the others at once
// after the slot before them. Words begin and end at word borders.
func (p *pattern) add(words string, after slot) error {
	src := `\b(?:` + words + `)`
	if c := words[len(words)-1]; c != '\'' && c != '/' {
		src += `\b`
	}
	if len(p.steps) > 0 {
		src = `^,? ?` + src
	}
	re, err := re2.Compile(src)
	if err != nil {
		return err
	}
	p.steps = append(p.steps, step{re, after})
	return nil
}
