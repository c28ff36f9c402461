package measure

import (
	"math"

	"github.com/attendu/attendu/corpus"
)

// HalfLife is the time, in years, in which a citation loses half of its weight where
// nothing else is said: about how long a ruling of a supreme court stays in use.
const HalfLife = 10.0

// yearDays is the mean length of a year.
const yearDays = 365.2425

// Decay is the weight on a day of a citation that was made on another: 1 on that day, a
// half after halfLife years (0 means HalfLife), a quarter after twice that. A citation of
// an unknown day, or of a later one than the day of weighing, has none.
func Decay(cited, at corpus.Date, halfLife float64) float64 {
	if cited == "" || at == "" || cited > at {
		return 0
	}
	if halfLife <= 0 {
		halfLife = HalfLife
	}
	years := at.Time().Sub(cited.Time()).Hours() / 24 / yearDays
	return math.Exp2(-years / halfLife)
}
