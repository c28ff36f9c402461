package cite

import (
	"github.com/attendu/attendu/corpus"
)

// maxDays bounds the decisions that one plural names by their days.
const maxDays = 12

// day is the day of a decision and its words.
type day struct {
	date       corpus.Date
	start, end int
}

// severalDays reads the further days of a plural, and the court behind them: "les
// jugements du 3 mars 2010 et du 4 avril 2011 du tribunal de commerce de Lyon". A
// clause may stand before "et": ", désignant un expert, et du 24 avril". end is
// where the mention d ends.
func (r *reader) severalDays(d *decision, i, end int) (days []day, last int) {
	w := r.word(i)
	if last = end; len(w) == 0 || w[len(w)-1] != 's' || d.date == "" || len(d.dockets) > 0 || end != d.dateEnd {
		return nil, end
	}
	for len(days) < maxDays {
		j, ok := r.nextDay(last)
		if !ok {
			break
		}
		date, e, ok := r.date(j)
		if !ok {
			break
		}
		days, last = append(days, day{date, j, e}), e
	}
	if len(days) == 0 || d.named {
		return days, last
	}
	var c decision
	if k := r.gap(last); k > last {
		for range 6 {
			if e, ok := r.court(&c, k); ok {
				if fits(d.noun, c.court.Kind) {
					d.court, d.named, last = c.court, true, e
				}
				break
			}
			e, ok := r.filler(&c, k)
			if !ok {
				break
			}
			if k = r.gap(e); k < 0 {
				break
			}
		}
	}
	return days, last
}

// nextDay is where the next day of a plural begins behind the one that ends at i.
func (r *reader) nextDay(i int) (int, bool) {
	j := r.blank(i)
	if r.at(j) == ',' {
		j = r.blank(j + 1)
		if e, ok := r.lit(j, "du"); ok {
			return r.blank(e), true
		}
		if _, ok := r.lit(j, "et", "puis"); !ok {
			for k := j; k < len(r.s) && k-j < 80; k++ { // the clause
				if c := r.s[k]; c == ';' || c == '.' || c == '(' || c == '\n' && r.at(k+1) == '\n' {
					return i, false
				} else if c == ',' {
					j = r.blank(k + 1)
					break
				}
			}
		}
	}
	e, ok := r.lit(j, "et", "puis")
	if !ok {
		return i, false
	}
	j = r.blank(e)
	if e, ok := r.lit(j, "du", "le"); ok {
		j = r.blank(e)
	}
	return j, true
}
