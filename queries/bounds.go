package queries

import (
	"github.com/attendu/attendu/corpus"
)

// NoLimit is, as a Limit, all there are.
const NoLimit = 1 << 30

func checkPage(limit, offset int) error {
	if limit < 0 || offset < 0 {
		return invalid("limit and offset cannot be negative")
	}
	return nil
}

// checkFollowing checks how numbers of articles are to be taken.
func checkFollowing(exact bool, at corpus.Date) error {
	if exact && at != "" {
		return invalid("exact takes the number whatever rule it meant, at the rule of one day: give one of the two")
	}
	return checkDates(at, "")
}

func checkDates(from, to corpus.Date) error {
	for _, d := range []corpus.Date{from, to} {
		if _, err := corpus.ParseDate(string(d)); d != "" && err != nil {
			return invalid("%q is no day; write YYYY-MM-DD", string(d))
		}
	}
	if from != "" && to != "" && from > to {
		return invalid("the first day, %s, is after the last, %s", from, to)
	}
	return nil
}
