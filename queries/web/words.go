package web

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

// language is a language of the pages.
type language string

const (
	french  language = "fr"
	english language = "en"
)

//go:embed messages.tsv
var messagesTSV string

// words are what the pages say, in each language, by key.
type words struct {
	say map[language]map[string]string
}

func loadWords() (*words, error) {
	rows, err := table.Read("messages.tsv", messagesTSV, "key", "fr", "en")
	if err != nil {
		return nil, err
	}
	w := &words{say: map[language]map[string]string{french: {}, english: {}}}
	for _, r := range rows {
		for _, l := range []language{french, english} {
			if _, twice := w.say[l][r.Get("key")]; twice {
				return nil, r.Errorf("the key %q comes twice", r.Get("key"))
			}
			w.say[l][r.Get("key")] = r.Get(string(l))
		}
	}
	return w, nil
}

// in is a speaker of one language.
func (w *words) in(l language) *speaker { return &speaker{w.say[l], l} }

// speaker says things in one language.
type speaker struct {
	say map[string]string
	l   language
}

// has reports whether there are words for a key.
func (s *speaker) has(key string) bool { return s.say[key] != "" }

// text says what a key means, with arguments for its verbs. A key without words shows
// itself: the tests see to it that none does.
func (s *speaker) text(key string, args ...any) string {
	format, ok := s.say[key]
	if !ok {
		return key
	}
	if len(args) == 0 {
		return format
	}
	return fmt.Sprintf(format, args...)
}

// of says the name of a value of a closed list: "use" and "applied"; a value that is
// not in the table shows itself.
func (s *speaker) of(list string, value any) string {
	v := fmt.Sprint(value)
	if words, ok := s.say[list+"."+v]; ok {
		return words
	}
	return v
}

// count says how many: key.one or key.many, whose verb is the number.
func (s *speaker) count(key string, n int) string {
	form := ".many"
	if n == 1 || n == 0 && s.l == french {
		form = ".one"
	}
	return s.text(key+form, s.number(int64(n)))
}

// number writes a number with its thousands apart.
func (s *speaker) number(n int64) string {
	digits, sign := fmt.Sprint(n), ""
	if n < 0 {
		digits, sign = digits[1:], "−"
	}
	gap := "\u202f"
	if s.l == english {
		gap = ","
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(gap)
		}
		b.WriteRune(d)
	}
	return sign + b.String()
}

// euros writes an amount given in cents.
func (s *speaker) euros(cents int64) string {
	whole := s.number(cents / 100)
	if part := cents % 100; part != 0 {
		point := ","
		if s.l == english {
			point = "."
		}
		whole += fmt.Sprintf("%s%02d", point, part)
	}
	if s.l == english {
		return "€" + whole
	}
	return whole + "\u00a0€"
}

// day writes a day in full.
func (s *speaker) day(d corpus.Date) string {
	switch {
	case d == "":
		return s.text("day.unknown")
	case s.l == french:
		return d.Long()
	}
	return d.Time().Format("2 January 2006")
}
