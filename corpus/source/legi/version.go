package legi

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/source/record"
)

// idShape is the form of the identifier of an article.
var idShape = regexp.MustCompile(`^LEGIARTI\d{12}$`)

// version makes an ArticleVersion of what was collected, and says what is odd in it.
func (r *Reader) version(f *fields) (*law.ArticleVersion, []string, error) {
	if !idShape.MatchString(f.id) {
		return nil, nil, fmt.Errorf("article without identifier (%q)", f.id)
	}
	text := r.text(f)
	if text == "" {
		return nil, nil, record.NoArticle("LEGI article %s, of a text that is neither a code nor an act with a number (%s)", f.id, f.cid)
	}
	if f.num == "" {
		return nil, nil, record.NotDecision("LEGI article %s of %s, which has no number", f.id, text)
	}
	key, err := articleKey(text, f.num)
	if err != nil {
		return nil, nil, record.NotDecision("LEGI article %s of %s, whose number is none: %q", f.id, text, f.num)
	}
	a := &law.ArticleVersion{ID: f.id, Key: key, State: f.state, Text: strings.Join(f.body, "\n\n"),
		Titles: f.titles(f.start), Moves: r.moves(f)}
	var doubts []string
	doubt := func(format string, args ...any) { doubts = append(doubts, fmt.Sprintf(format, args...)) }
	if a.Start, err = day(f.start); err != nil {
		doubt("the day of its beginning: %v", err)
	}
	if a.End, err = day(f.end); err != nil {
		doubt("the day of its end: %v", err)
	}
	if a.End != "" && a.End < a.Start {
		doubt("it ends on %s, before it begins on %s: it is in force on no day", a.End, a.Start)
	}
	a.Moves = slices.DeleteFunc(a.Moves, func(m law.ArticleLink) bool {
		if m.ID == a.ID {
			doubt("its %s leads to itself, and is left out", m.Type)
		}
		return m.ID == a.ID
	})
	return a, doubts, nil
}

// noDay is how LEGI writes that there is no day.
const noDay = "2999-01-01"

var errNoDay = errors.New("none is given")

// day reads a day, "" for none.
func day(s string) (corpus.Date, error) {
	switch s {
	case noDay:
		return "", nil
	case "":
		return "", errNoDay
	}
	d, err := corpus.ParseDate(s)
	if err != nil {
		return "", fmt.Errorf("%q is no day", s)
	}
	return d, nil
}
