package heading

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"

	"github.com/attendu/attendu/corpus"
)

//go:embed seats.tsv
var seatsTSV string

// maxPlace is how many words the name of a place may have.
const maxPlace = 7

// loadSeats gives the usual name of each seat under the slug of every printed
// form.
func loadSeats(data string) (map[string]string, error) {
	rows, err := table(data, "place", "courts", "aliases")
	if err != nil {
		return nil, err
	}
	seats := map[string]string{}
	for _, row := range rows {
		for _, name := range append(list(row["aliases"]), row["place"]) {
			slug := corpus.Slug(name)
			if was := seats[slug]; was != "" && was != row["place"] {
				return nil, fmt.Errorf("%q is both %s and %s", name, was, row["place"])
			}
			seats[slug] = row["place"]
		}
	}
	return seats, nil
}

// joints are the words between the name of a court and its place, with the
// article that the place then has in the usual case.
var joints = []struct{ words, article string }{
	{"de la ", "La "}, {"de l'", ""}, {"du ", "Le "}, {"des ", "Les "}, {"de ", ""}, {"d'", ""}, {"a ", ""}, {"", ""},
}

// placeAt reads the place that follows the name of a court, and where it ends.
func (r *Reader) placeAt(v view, i int) (string, int) {
	for i < len(v.s) && (v.s[i] == ' ' || v.s[i] == '\n') {
		i++
	}
	for _, j := range joints {
		if !strings.HasPrefix(v.s[i:], j.words) {
			continue
		}
		at := i + len(j.words)
		if place, end := r.seatAt(v, at, j.article); place != "" {
			return place, end
		}
		if place, end := r.seatAt(v, at, ""); place != "" {
			return place, end
		}
		if j.words == "" {
			return "", i
		}
		return printedPlace(v, at, j.article)
	}
	return "", i
}

// seatAt reads the longest known seat at i.
func (r *Reader) seatAt(v view, i int, article string) (place string, end int) {
	n := i
	for range maxPlace {
		for n < len(v.s) && isWord(v.s[n]) {
			n++
		}
		if name := r.seats[corpus.Slug(article+v.s[i:n])]; name != "" {
			place, end = name, n
		}
		if n+1 >= len(v.s) || strings.IndexByte(" -'", v.s[n]) < 0 || !isWord(v.s[n+1]) {
			break
		}
		n++
	}
	return place, end
}

// printedPlace reads a place that is not in the list of seats: words with a
// capital, and the small words between them. It gives "" when none follows.
func printedPlace(v view, i int, article string) (string, int) {
	var b strings.Builder
	end := i
	for n, words := i, 0; n < len(v.s) && words < maxPlace; words++ {
		start := n
		for n < len(v.s) && isWord(v.s[n]) {
			n++
		}
		if n == start {
			break
		}
		if v.capital(start) {
			if end > i {
				b.WriteString(v.printed(end, start))
			}
			b.WriteString(usualCase(v.printed(start, n), end > i))
			end = n
		}
		if n >= len(v.s) || strings.IndexByte(" -'", v.s[n]) < 0 || !v.capital(start) && !small[v.s[start:n]] {
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
	runes := []rune(low)
	runes[0] = unicode.ToUpper(runes[0])
	return string(runes)
}

func lower(r rune) rune { return unicode.ToLower(r) }
