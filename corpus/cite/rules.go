package cite

import (
	"embed"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
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
	qualRows []qualifierRule
	privRows [][2]string // words, example
}

// loadRules reads the embedded tables; an error names the line.
func loadRules() (*rules, error) {
	r := &rules{}
	for _, table := range []struct {
		name    string
		columns []string
		add     func([]string) error
	}{
		{"words.tsv", []string{"class", "word", "value"}, func(c []string) error { return r.add(c[0], c[1], c[2]) }},
		{"nouns.tsv", []string{"class", "words", "value"}, func(c []string) error { return r.add(c[0], c[1], c[2]) }},
		{"qualifiers.tsv", []string{"where", "words", "qualifier", "example"}, r.addQualifier},
		{"private.tsv", []string{"words", "scope", "example"}, r.addPrivate},
	} {
		if err := readRules(table.name, table.columns, table.add); err != nil {
			return nil, err
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

func (r *rules) addQualifier(c []string) error {
	switch c[2] {
	case string(corpus.Ancien), string(corpus.Nouveau), string(corpus.Redaction), "devenu", "devenus", "anciennement":
	default:
		return fmt.Errorf("unknown qualifier %q", c[2])
	}
	r.qualRows = append(r.qualRows, qualifierRule{c[0], c[1], c[2], c[3]})
	return r.add(c[0], c[1], c[2])
}

func (r *rules) addPrivate(c []string) error {
	if c[1] != "both" && c[1] != "after" {
		return fmt.Errorf("unknown scope %q", c[1])
	}
	r.privRows = append(r.privRows, [2]string{c[0], c[2]})
	return r.private.add(c[0], c[1])
}

// readRules hands each row of an embedded table to add.
func readRules(name string, columns []string, add func(cells []string) error) error {
	data, err := ruleFiles.ReadFile("rules/" + name)
	if err != nil {
		return fmt.Errorf("cite: %w", err)
	}
	header := false
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "# ") || line == "#" {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != len(columns) {
			return fmt.Errorf("cite: %s:%d: %d columns, want %d", name, i+1, len(cells), len(columns))
		}
		if !header {
			header = true
			if strings.Join(cells, " ") != strings.Join(columns, " ") {
				return fmt.Errorf("cite: %s:%d: the columns are %v, want %v", name, i+1, cells, columns)
			}
			continue
		}
		if err := add(cells); err != nil {
			return fmt.Errorf("cite: %s:%d: %w", name, i+1, err)
		}
	}
	return nil
}
