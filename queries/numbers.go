package queries

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// bareArticle is the number of an article without the name of its code.
var bareArticle = regexp.MustCompile(`(?i)^(?:l['’])?(?:art(?:icle)?s?\.?\s*)?((?:[LRDA]|LO|LP)?\.?\s*\*{0,2}\s*\d+(?:-\d+)*(?:\s+(?:bis|ter|quater))?)$`)

// maxNamed bounds the codes that an answer about a bare number names.
const maxNamed = 6

// codesOf says in which codes an article of a bare number is, first those that
// this library cites most; nil when the reference is no bare number.
func (l *Library) codesOf(ctx context.Context, reference string) error {
	m := bareArticle.FindStringSubmatch(strings.TrimSpace(reference))
	if m == nil {
		return nil
	}
	type place struct {
		key corpus.Key
		n   int
	}
	var cited, known []place
	for _, code := range l.extract.Law().Codes() {
		key, err := corpus.ParseKey(code.Slug + "/" + strings.NewReplacer(".", "", " ", "").Replace(strings.ToUpper(m[1])))
		if err != nil {
			continue
		}
		names, err := l.lineNames(ctx, key, following{exact: true})
		if err != nil {
			return err
		}
		p := place{key: key}
		for _, err := range l.citers(ctx, target{node: corpus.Node(key), names: names}) {
			if err != nil {
				return err
			}
			p.n++
		}
		if p.n > 0 {
			cited = append(cited, p)
		} else if len(l.extract.Succession().Rules(key)) > 1 {
			known = append(known, p)
		}
	}
	slices.SortStableFunc(cited, func(a, b place) int { return b.n - a.n })
	var list []string
	for _, p := range append(cited, known...) {
		if len(list) == maxNamed {
			list = append(list, "…")
			break
		}
		list = append(list, fmt.Sprintf("%s (%s)", l.Title(p.key), plural(p.n, "decision", "decisions")))
	}
	if len(list) == 0 {
		return invalid("%q names no code; write for example \"C. civ. %s\"", reference, strings.TrimSpace(m[1]))
	}
	return invalid("%q names no code; it may be %s", reference, strings.Join(list, ", "))
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprint(n, " ", many)
}
