package court

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

// maxPlace is how many words the name of a place may have.
const maxPlace = 7

// manner is how a kind of text prints places.
type manner struct {
	seats map[string]string // usual spelling, by the slug of each name
	bare  bool              // a place that is not known may stand without "de"
}

// addPlaces takes the rows of places.tsv.
func (c *Courts) addPlaces(rows []table.Row) error {
	for _, r := range rows {
		place := r.Get("place")
		slug := corpus.Slug(place)
		if slug == "" || c.spelling[slug] != "" {
			return r.Errorf("%q is empty or comes twice", place)
		}
		c.places = append(c.places, place)
		c.spelling[slug] = place
	}
	c.heading = manner{seats: maps.Clone(c.spelling)}
	c.below = manner{seats: maps.Clone(c.spelling)}
	c.label = manner{seats: maps.Clone(c.spelling), bare: true}
	named := map[string]string{}
	for _, r := range rows {
		for _, alias := range r.List("aliases") {
			slug, place := corpus.Slug(alias), r.Get("place")
			if was := named[slug]; was != "" {
				return r.Errorf("%q is both %s and %s", alias, was, place)
			}
			named[slug], c.heading.seats[slug] = place, place
			if c.spelling[slug] == "" {
				c.label.seats[slug], c.below.seats[slug] = place, place
			}
		}
	}
	return nil
}

// Near reads the place of a court as the text of a court of appeal means it: a name that
// is also another town is that of its own seat, "Saint-Denis" in Saint-Denis de La Réunion.
func (c *Courts) Near(place, seat string) string {
	slug := corpus.Slug(place)
	if near := c.heading.seats[slug]; near != "" && near == seat {
		return near
	}
	return place
}

// Places lists the known places in their usual spelling.
func (c *Courts) Places() []string { return slices.Clone(c.places) }

// Seats reports whether the slug of a place is that of a town that the table has.
func (c *Courts) Seats(slug string) bool { return c.spelling[slug] != "" }

// Place writes a place of a key: "Aix-en-Provence" for "aix-en-provence". The
// accents of a place that the table does not have are lost.
func (c *Courts) Place(slug string) string {
	if s := c.spelling[slug]; s != "" || slug == "" {
		return s
	}
	words := strings.Split(slug, "-")
	for i, w := range words {
		if w != "" && (i == 0 || !small[w]) {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, "-")
}

// ParsePlace reads a place as official metadata write it, alone or with "de":
// "Rennes", "d'Angers", "VERSAILLES". It gives "" for what does not begin like a
// place.
func (c *Courts) ParsePlace(s string) string {
	place, _ := c.label.placeAt(newLabel(s), 0)
	return place
}

// joints are the words between the name of a court and its place, with the
// article that the place then has in the usual case.
var joints = []struct{ words, article string }{
	{"de la ", "La "}, {"de l'", ""}, {"du ", "Le "}, {"des ", "Les "}, {"de ", ""}, {"d'", ""}, {"a ", ""}, {"", ""},
}

// placeAt reads the place that follows the name of a court, and where it ends.
func (m manner) placeAt(t Text, i int) (string, int) {
	s := t.Folded()
	for i < len(s) && (s[i] == ' ' || s[i] == '\n') {
		i++
	}
	for _, j := range joints {
		if !strings.HasPrefix(s[i:], j.words) {
			continue
		}
		at := i + len(j.words)
		for _, article := range []string{j.article, ""} {
			if place, end := m.seatAt(s, at, article); place != "" {
				return place, end
			}
		}
		article := j.article
		switch {
		case j.words == "" && !m.bare:
			return "", i
		case article == "La " && !t.Capital(i+len("de ")): // "de la Somme" is no town
			article = ""
		}
		return printedPlace(t, at, article)
	}
	return "", i
}

// SeatAt reads the longest known place that begins at the byte i, and where it
// ends; "" when there is none.
func (c *Courts) SeatAt(t Text, i int) (place string, end int) {
	return c.heading.seatAt(t.Folded(), i, "")
}

func (m manner) seatAt(s string, i int, article string) (place string, end int) {
	n := i
	for range maxPlace {
		n = wordEnd(s, n)
		if name := m.seats[corpus.Slug(article+s[i:n])]; name != "" {
			place, end = name, n
		}
		if !joins(s, n) || !isWord(s[n+1]) {
			break
		}
		n++
	}
	return place, end
}

// printedPlace reads a place that is not in the table: words with a capital, and
// the small words between them. It gives "" when none follows.
func printedPlace(t Text, i int, article string) (string, int) {
	s := t.Folded()
	var b strings.Builder
	end := i
	for n, words := i, 0; n < len(s) && words < maxPlace; words++ {
		start := n
		n = wordEnd(s, n)
		if n == start {
			break
		}
		if t.Capital(start) {
			if end > i {
				b.WriteString(t.Printed(end, start))
			}
			b.WriteString(usualCase(t.Printed(start, n), end > i))
			end = n
		}
		if !joins(s, n) || !t.Capital(start) && !small[s[start:n]] {
			break
		}
		n++
	}
	if end == i {
		return "", i
	}
	return article + b.String(), end
}

// small are the words inside the name of a place that have no capital.
var small = map[string]bool{"sur": true, "sous": true, "en": true, "les": true, "le": true, "la": true,
	"de": true, "du": true, "des": true, "d": true, "l": true, "et": true, "aux": true}

// usualCase writes a word in capitals with one capital, and the small words
// inside a name without.
func usualCase(word string, inside bool) string {
	low := strings.ToLower(word)
	if inside && small[low] {
		return low
	}
	if strings.ToUpper(word) != word {
		return word
	}
	r, size := utf8.DecodeRuneInString(low)
	return string(unicode.ToUpper(r)) + low[size:]
}

// upper reports whether a printed letter is a capital.
func upper(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size > 0 && r != unicode.ToLower(r)
}
