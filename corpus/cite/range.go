package cite

import (
	"strconv"
	"strings"
)

// maxRange bounds the articles between the two ends of a range.
const maxRange = 300

// complete writes the articles of a list in full: elliptic stems ("323-1 et 2"),
// prefixes ("L. 411-1 et 411-2"). Only codes number their articles so. stemmed
// says that the code has no article without a stem.
func complete(items []item, stemmed bool) {
	for i := 1; i < len(items); i++ {
		prev, it := items[i-1].num, &items[i]
		switch {
		case it.lettered || it.qual != items[i-1].qual && !it.slash:
		case it.plain:
			it.num = elliptic(prev, it.num, stemmed || items[i-1].lettered || it.slash || it.to)
		case it.slash && strings.IndexByte(it.num, '-') > 0:
			it.num = ending(prev, it.num)
		case items[i-1].lettered:
			if a, b := firstDigits(prev), firstDigits(it.num); len(a) == len(b) && len(a) >= 3 {
				it.num = prev[:strings.Index(prev, a)] + it.num
				it.lettered = true
			}
		}
		if it.num != "" && it.num[0] >= 'A' && it.num[0] <= 'Z' {
			it.lettered = true
		}
	}
}

// ending puts the last parts of a number in the place of those of prev: L111-6-2 and 6-3
// give L111-6-3.
func ending(prev, num string) string {
	parts := strings.Count(num, "-") + 1
	cut := len(prev)
	for ; parts > 0; parts-- {
		if cut = strings.LastIndexByte(prev[:cut], '-'); cut < 0 {
			return num
		}
	}
	return prev[:cut+1] + num
}

// elliptic completes num with the stem of prev: 323-1 and 2 give 323-2. A
// number that is not smaller than the stem is an article of its own. So is, in a
// code that has articles 1, 2, 3, one that does not come shortly after the last
// part of prev: "32-1 et 12" are articles 32-1 and 12, unless sure.
func elliptic(prev, num string, sure bool) string {
	cut := strings.LastIndexByte(prev, '-')
	if cut < 0 {
		return num
	}
	last, err1 := strconv.Atoi(prev[cut+1:])
	n, err2 := strconv.Atoi(num)
	stem, err3 := strconv.Atoi(firstDigits(prev))
	if err1 != nil || err2 != nil || err3 != nil || len(num) > 2 || n >= stem || n <= last || !sure && n-last > max(5, last/2) {
		return num
	}
	return prev[:cut+1] + num
}

// firstDigits is the first run of digits of an article.
func firstDigits(num string) string {
	i := strings.IndexAny(num, "0123456789")
	if i < 0 {
		return ""
	}
	j := i
	for j < len(num) && isDigit(num[j]) {
		j++
	}
	return num[i:j]
}

// maxInserted bounds the articles that a range takes for inserted behind its first one.
const maxInserted = 30

// inserted lists the articles between "1245" and "1245-17": those that were inserted
// behind the first one bear its number and the integers from 1 on.
func inserted(from, last string) []string {
	n, err := strconv.Atoi(last)
	if err != nil || n > maxInserted || n < 2 {
		return nil
	}
	out := make([]string, 0, n-1)
	for i := 1; i < n; i++ {
		out = append(out, from+"-"+strconv.Itoa(i))
	}
	return out
}

// between lists the articles strictly between the ends of a range, none when
// their stems differ.
func between(from, to string) []string {
	if last, ok := strings.CutPrefix(to, from+"-"); ok { // "1245 à 1245-17"
		return inserted(from, last)
	}
	cut := strings.LastIndexByte(from, '-') + 1
	if cut == 0 {
		cut = len(from) - len(strings.TrimLeft(from, "LRDAOP*"))
	}
	if cut > len(to) || from[:cut] != to[:cut] {
		return nil
	}
	a, err1 := strconv.Atoi(from[cut:])
	b, err2 := strconv.Atoi(to[cut:])
	if err1 != nil || err2 != nil || b <= a || b-a > maxRange {
		return nil
	}
	out := make([]string, 0, b-a-1)
	for n := a + 1; n < b; n++ {
		out = append(out, from[:cut]+strconv.Itoa(n))
	}
	return out
}
