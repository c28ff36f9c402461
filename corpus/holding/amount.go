package holding

import (
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
)

// euros finds a sum in euros in folded text: "1 500 euros", "3.000 ~" (the euro
// sign folds to ~), "12 345,67 euros", "1.800,- ~", "60 000 (soixante mille) euros". The groups are the thousands and the cents.
var euros = re2.MustCompile(`(\d{1,3}(?:[ .']\d{3})+|\d{1,12})(?:,(?:(\d{1,2})|-{1,2}))? ?(?:\([a-z -]{3,60}\) ?)?(?:euros?\b|eur\b|~)(?: ?(\d{2})\b)?`)

// amount gives the sum in euro cents that an order of sums lays on a debtor: the
// sums that it names as such, added up, or the first sum when none is so named; 0
// when it names none.
func (f *Finder) amount(words string) int64 {
	words = f.asking(words)
	var sum, first int64
	explains := false // the sum before only explains another
	for _, m := range euros.FindAllStringSubmatchIndex(words, 32) {
		cents, ok := centsOf(words, m)
		if !ok || m[0] > 0 && fold.Digit(words[m[0]-1]) {
			continue
		}
		before := f.beforeSum(words[:m[0]])
		if f.say.total.MatchString(before) || f.summedUp(before, words[m[1]:]) {
			return cents
		}
		switch item := strings.TrimRight(before, " "); {
		case f.say.reckoned.MatchString(before), explains && strings.HasSuffix(item, " et"):
			explains = true
			continue
		case f.say.item.MatchString(item), f.say.ordered.MatchString(before), first > 0 && strings.HasSuffix(item, " et"),
			f.say.labelled.MatchString(words[max(0, m[0]-2*sumReach):m[0]]),
			strings.HasSuffix(item, "\n") && f.say.entry.MatchString(words[m[1]:]):
			sum += cents
		}
		explains = false
		if first == 0 {
			first = cents
		}
	}
	if sum > 0 {
		return sum
	}
	return first
}

// asking gives the words of an order that name its sums: those behind "est portée à", and
// without what parts a sum among several or says what it is made of.
func (f *Finder) asking(words string) string {
	if m := f.say.changed.FindStringIndex(words); m != nil && euros.MatchString(words[m[1]:]) {
		words = words[m[1]:]
	}
	if m := f.say.apportioned.FindStringIndex(words); m != nil {
		words = words[:m[1]-1] // without the digit that follows
	}
	if m := f.say.broken.FindStringIndex(words); m != nil && euros.MatchString(words[:m[0]]) {
		words = words[:m[0]]
	}
	return words
}

// summedUp reports whether the sum between some words is what those before it make
// together, and the last: "250 euros par enfant, soit 500 euros au total".
func (f *Finder) summedUp(before, behind string) bool {
	if !f.say.summed.MatchString(before) && !(strings.HasSuffix(before, "soit ") && f.say.summedBehind.MatchString(behind)) {
		return false
	}
	return !euros.MatchString(behind)
}

// sumReach is how many bytes before a sum tell what it is.
const sumReach = 60

// beforeSum gives the words right before a sum, without the same sum in words: "la somme
// de douze mille euros (12 000 euros)".
func (f *Finder) beforeSum(words string) string {
	if strings.HasSuffix(words, "(") {
		if m := f.say.spelled.FindStringIndex(words[max(0, len(words)-3*sumReach):]); m != nil {
			words = words[:max(0, len(words)-3*sumReach)+m[0]]
		}
	}
	return words[max(0, len(words)-sumReach):]
}

// plainSum takes out what groups the digits of a sum.
var plainSum = strings.NewReplacer(" ", "", ".", "", "'", "")

// centsOf reads one match of euros.
func centsOf(s string, m []int) (int64, bool) {
	whole := plainSum.Replace(s[m[2]:m[3]])
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return 0, false
	}
	cents := ""
	if m[4] >= 0 {
		cents = s[m[4]:m[5]]
	} else if m[6] >= 0 {
		cents = s[m[6]:m[7]]
	}
	c, _ := strconv.ParseInt((cents + "00")[:2], 10, 64)
	return n*100 + c, true
}

// laidSums gives the words of an order of a kind in which its sums stand: costs are not as
// much as the fees of the expert that are among them.
func (f *Finder) laidSums(kind corpus.HoldingKind, words string) string {
	if kind == corpus.Depens {
		if m := f.say.within.FindStringIndex(words); m != nil {
			return words[:m[0]]
		}
	}
	return words
}
