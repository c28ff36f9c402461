package cite

import (
	"embed"
	"fmt"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed rules/*.tsv
var ruleFiles embed.FS

// phrases is a set of folded phrases, each with a value.
type phrases struct {
	lex    law.Lexicon
	values []string
}

// at finds the longest phrase that begins at i.
func (p *phrases) at(s string, i int) (value string, end int, ok bool) {
	v, end := p.lex.Longest(s, i)
	if v < 0 {
		return "", i, false
	}
	return p.values[v], end, true
}

func (p *phrases) add(words, value string) error {
	had, err := p.lex.Add(words, len(p.values))
	if err != nil {
		return err
	}
	if had >= 0 {
		return fmt.Errorf("%q comes twice", words)
	}
	p.values = append(p.values, value)
	return nil
}

// qualifierRule is one row of qualifiers.tsv.
type qualifierRule struct{ where, words, value, example string }

// rules are the loaded tables.
type rules struct {
	by       [classes]phrases
	review   []string // what stands before the mention of a decision under review
	private  phrases  // value: both, after
	known    precedents
	qualRows []qualifierRule
	privRows [][2]string // words, example
}

// loadRules reads the embedded tables; an error names the line.
func loadRules() (*rules, error) {
	r := &rules{}
	for _, step := range []struct {
		name    string
		columns []string
		add     func(table.Row) error
	}{
		{"words.tsv", []string{"class", "word", "value"}, func(w table.Row) error { return r.add(w.Get("class"), w.Get("word"), w.Get("value")) }},
		{"nouns.tsv", []string{"class", "words", "value"}, func(w table.Row) error { return r.add(w.Get("class"), w.Get("words"), w.Get("value")) }},
		{"qualifiers.tsv", []string{"where", "words", "qualifier", "example"}, r.addQualifier},
		{"private.tsv", []string{"words", "scope", "example"}, r.addPrivate},
		{"precedents.tsv", []string{"name", "court", "date", "number", "example", "counter"}, r.addPrecedent},
	} {
		all, err := table.ReadFile(ruleFiles, "rules/"+step.name, step.columns...)
		if err != nil {
			return nil, fmt.Errorf("cite: %w", err)
		}
		for _, w := range all {
			if err := step.add(w); err != nil {
				return nil, fmt.Errorf("cite: %w", w.Errorf("%w", err))
			}
		}
	}
	for c := range r.by {
		if len(r.by[c].values) == 0 {
			return nil, fmt.Errorf("cite: no word of class %s", classNames[c])
		}
	}
	return r, nil
}

func (r *rules) add(name, words, value string) error {
	if name == "review" {
		r.review = append(r.review, words)
		return nil
	}
	c, ok := classNamed(name)
	if !ok {
		return fmt.Errorf("unknown class %q", name)
	}
	return r.by[c].add(words, value)
}

func (r *rules) addQualifier(w table.Row) error {
	where, words, qualifier := w.Get("where"), w.Get("words"), w.Get("qualifier")
	switch qualifier {
	case string(corpus.Ancien), string(corpus.Nouveau), string(corpus.Redaction), "devenu", "devenus", "anciennement":
	default:
		return fmt.Errorf("unknown qualifier %q", qualifier)
	}
	r.qualRows = append(r.qualRows, qualifierRule{where, words, qualifier, w.Get("example")})
	return r.add(where, words, qualifier)
}

func (r *rules) addPrivate(w table.Row) error {
	words, scope := w.Get("words"), w.Get("scope")
	if scope != "both" && scope != "after" {
		return fmt.Errorf("unknown scope %q", scope)
	}
	r.privRows = append(r.privRows, [2]string{words, w.Get("example")})
	return r.private.add(words, scope)
}
