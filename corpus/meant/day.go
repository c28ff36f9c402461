package meant

import (
	"fmt"
	"strconv"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/phrase"
)

// period is a day, a month or a year as a text gives it; to is its last day.
type period struct {
	from, to corpus.Date
	at       int // index of the first word
	end      int // index behind the last word
}

var monthNames = map[string]int{"janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6,
	"juillet": 7, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12}

// dates finds the days, months and years among words.
func dates(words *phrase.Passage) (list []period) {
	for i := range words.Len() {
		w := words.Word(i)
		if len(w) != 4 || w[0] < '1' || w[0] > '2' {
			continue
		}
		year, err := strconv.Atoi(w)
		if err != nil || year < 1800 || year > 2100 {
			continue
		}
		p := period{at: i, end: i + 1, from: corpus.NewDate(year, 1, 1), to: corpus.NewDate(year, 12, 31)}
		if i > 0 {
			p.month(words, i, year)
		}
		list = append(list, p)
	}
	return list
}

// month narrows a year by what stands before it: "mars 2019", "3 mars 2019",
// "03 03 2019".
func (p *period) month(words *phrase.Passage, i, year int) {
	name := words.Word(i - 1)
	month, named := monthNames[name]
	if !named {
		n, err := strconv.Atoi(name)
		if err != nil || n < 1 || n > 12 || len(name) > 2 || i < 2 {
			return
		}
		month = n
	}
	day := 0
	if i > 1 {
		w := words.Word(i - 2)
		if w == "1er" || w == "premier" {
			w = "1"
		}
		if n, err := strconv.Atoi(w); err == nil && n >= 1 && n <= 31 {
			day = n
		}
	}
	if d := corpus.NewDate(year, month, day); d != "" {
		p.from, p.to, p.at = d, d, i-2
		return
	}
	if named {
		p.from, p.to, p.at = corpus.Date(fmt.Sprintf("%04d-%02d-01", year, month)), corpus.Date(fmt.Sprintf("%04d-%02d-31", year, month)), i-1
	}
}

// dayBefore is the day before a day; "" when that is not known.
func dayBefore(d corpus.Date) corpus.Date {
	t := d.Time()
	if t.IsZero() {
		return ""
	}
	return corpus.Date(t.AddDate(0, 0, -1).Format("2006-01-02"))
}

// years is how many whole years lie between a day and the ruling; 0 when that is
// not known.
func (c *reading) years(since corpus.Date) int {
	if c.Date == "" || since == "" || c.Date < since {
		return 0
	}
	n := c.Date.Time().Year() - since.Time().Year()
	if c.Date[len("2016"):] < since[len("2016"):] {
		n--
	}
	return n
}
