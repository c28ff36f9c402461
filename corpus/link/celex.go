package link

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// celex is the CELEX number of an act or a treaty of the Union, "" when the key
// does not tell it for certain.
func celex(_ corpus.Key, p corpus.Parts) string {
	switch p.Head {
	case "tfue":
		return treaty("12016E", p.Article)
	case "tue":
		return treaty("12016M", p.Article)
	case "charte-ue":
		return treaty("12016P", p.Article)
	case "reglement":
		return act("R", p.ID)
	case "directive":
		return act("L", p.ID)
	case "decision-cadre":
		return act("F", p.ID)
	}
	return ""
}

// treaty writes an article of the consolidated treaties of 2016, or the whole.
func treaty(base, article string) string {
	if article == "" {
		return base + "/TXT"
	}
	n, err := strconv.Atoi(article)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s%03d", base, n)
}

// act reads the two numbers of an act: year and number. Directives and framework decisions have the
// year first; regulations since 2015 (Official Journal, new numbering of acts), and
// before that last. Decisions print either, so that the other order is taken when
// only it makes sense, and nothing when both do.
func act(kind, id string) string {
	a, b, ok := strings.Cut(id, "-")
	if !ok {
		return ""
	}
	first, second := reading(a, b), reading(b, a)
	if kind != "R" {
		if first == nil {
			first = second
		}
		return first.celex(kind)
	}
	usual := make([]*numbered, 0, 2)
	if first != nil && first.year >= 2015 {
		usual = append(usual, first)
	}
	if second != nil && second.year < 2015 {
		usual = append(usual, second)
	}
	switch {
	case len(usual) == 1:
		return usual[0].celex(kind)
	case len(usual) == 0 && (first == nil) != (second == nil):
		if first == nil {
			first = second
		}
		return first.celex(kind)
	}
	return ""
}

// numbered is an act of a year.
type numbered struct{ year, number int }

func (n *numbered) celex(kind string) string {
	if n == nil {
		return ""
	}
	return fmt.Sprintf("3%d%s%04d", n.year, kind, n.number)
}

// reading takes one of the two numbers for the year; nil when it can be none.
func reading(year, number string) *numbered {
	y, err := strconv.Atoi(year)
	n, err2 := strconv.Atoi(number)
	if err != nil || err2 != nil || n == 0 {
		return nil
	}
	if len(year) == 2 && y >= 52 { // the Communities begin in 1952
		y += 1900
	}
	if y < 1952 || y > 2099 {
		return nil
	}
	return &numbered{y, n}
}
