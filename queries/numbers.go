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

// numbered is the number of an article with other words before or behind it.
var numbered = regexp.MustCompile(`(?i)^(.*?)(?:\bart(?:icle)?s?\.?\s*)?\b((?:(?:[LRDA]|LO|LP)\.?\s*\*{0,2}\s*)?\d+(?:-\d+)*)\b(.*)$`)

// unread is the answer to a reference that is not read as one: for a bare number in
// which codes it is, else the reason with the codes that may be meant.
func (l *Library) unread(ctx context.Context, reference string, reason error) error {
	if err := l.codesOf(ctx, reference); err != nil {
		return err
	}
	why := plainReason(reason)
	m := numbered.FindStringSubmatch(strings.TrimSpace(reference))
	if m == nil {
		return invalid("%s", why)
	}
	list := l.begun(corpus.Slug(m[1]+" "+m[3]), articleNumber(m[2]))
	switch {
	case len(list) > 0:
		return invalid("%s (is it %s?)", why, strings.Join(list, ", or "))
	case strings.Contains(why, "no instrument"):
		return invalid("%s (name its code, for example \"C. consom. L. 132-1\" or \"art. 1240 du code civil\")", why)
	}
	return invalid("%s", why)
}

// maxBegun bounds the codes that are suggested for the beginning of a name.
const maxBegun = 3

// begun are the titles of an article in the codes whose names have the words of a
// slug, or begin with them: the shortest names.
func (l *Library) begun(words, article string) (titles []string) {
	var keys []corpus.Key
	for _, code := range l.extract.Law().Codes() {
		if key, err := corpus.ParseKey(code.Slug + "/" + article); err == nil && begins(code.Slug, words) {
			keys = append(keys, key)
		}
	}
	slices.SortStableFunc(keys, func(a, b corpus.Key) int { return len(a) - len(b) })
	for _, k := range keys[:min(maxBegun, len(keys))] {
		if len(k) <= 2*len(keys[0]) {
			titles = append(titles, l.Title(k))
		}
	}
	return titles
}

// begins reports whether each word of a slug is the beginning of a word of the slug
// of a code, one of more than two letters at least.
func begins(code, words string) (named bool) {
	for w := range strings.SplitSeq(words, "-") {
		if !strings.Contains("-"+code, "-"+w) {
			return false
		}
		named = named || len(w) > 2 && w != "code" && w != "des"
	}
	return named
}

// articleNumber writes a number as keys do: "L. 132-1" is L132-1.
func articleNumber(printed string) string {
	return strings.NewReplacer(".", "", " ", "").Replace(strings.ToUpper(printed))
}

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
		key, err := corpus.ParseKey(code.Slug + "/" + articleNumber(m[1]))
		if err != nil {
			continue
		}
		names, err := l.lineNames(ctx, key, following{exact: true})
		if err != nil {
			return err
		}
		p := place{key: key}
		if p.n, err = l.count(ctx, target{node: corpus.Node(key), names: names}); err != nil {
			return err
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
