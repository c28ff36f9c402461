package measure

import (
	"math"
	"testing"

	"github.com/attendu/attendu/corpus"
)

func TestDecay(t *testing.T) {
	for _, c := range []struct {
		cited, at corpus.Date
		half      float64
		want      float64
	}{
		{"2020-01-01", "2020-01-01", 0, 1},
		{"2010-01-01", "2020-01-01", 0, 0.5},
		{"2000-01-01", "2020-01-01", 10, 0.25},
		{"2015-01-01", "2020-01-01", 5, 0.5},
		{"2021-01-01", "2020-01-01", 0, 0},
		{"", "2020-01-01", 0, 0},
		{"2020-01-01", "", 0, 0},
	} {
		if got := Decay(c.cited, c.at, c.half); math.Abs(got-c.want) > 1e-4 {
			t.Errorf("Decay(%s, %s, %v) = %v, want %v", c.cited, c.at, c.half, got, c.want)
		}
	}
}

func TestDayNumbers(t *testing.T) {
	for _, d := range []corpus.Date{"1788-02-29", "1804-03-21", "2000-02-29", "2026-12-31"} {
		if got := dateOf(DayNumber(d)); got != d {
			t.Errorf("%s comes back as %s", d, got)
		}
	}
}
