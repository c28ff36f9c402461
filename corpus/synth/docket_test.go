package synth

import "testing"

// TestFind: a row holds each of its entries once, in an order of its own.
func TestFind(t *testing.T) {
	o, err := Options{Decisions: 470}.settle()
	if err != nil {
		t.Fatal(err)
	}
	d := newDocket(o)
	if d.rows != 10 || len(d.cases) != 25 || len(d.entries) != 47 {
		t.Fatalf("%d rows of %d cases and %d decisions", d.rows, len(d.cases), len(d.entries))
	}
	type decision struct {
		number int
		stage  stage
	}
	seen, moved := map[decision]bool{}, false
	for i := range 470 {
		number, s := d.find(i)
		if at := (decision{number, s}); seen[at] || number/25 != i/47 {
			t.Errorf("decision %d is stage %d of case %d", i, s, number)
		} else {
			seen[at] = true
		}
		first, _ := d.find(i % 47)
		moved = moved || number%25 != first
	}
	if !moved {
		t.Error("all rows have one order")
	}
}

// TestNumbers: no two cases of a series and a year have the same number.
func TestNumbers(t *testing.T) {
	o, err := Options{Decisions: 3300}.settle()
	if err != nil {
		t.Fatal(err)
	}
	d := newDocket(o)
	type id struct {
		year, n int
		series  series
	}
	seen := map[id]bool{}
	for number := range d.rows * len(d.cases) {
		year, n, p := d.year(number)
		if at := (id{year, n, p.series}); seen[at] || year < d.firstYear-1 || year > d.lastYear {
			t.Errorf("case %d: number %d of %d twice, or out of the years", number, n, year)
		} else {
			seen[at] = true
		}
	}
	for _, s := range []series{above, publicAbove} {
		for k := range d.rows * d.count[s] {
			if _, _, p := d.year(d.atLaw(s, k)); p.series != s {
				t.Errorf("case %d of those at law is of series %d, want %d", k, p.series, s)
			}
		}
	}
}

func TestPourvoi(t *testing.T) {
	for _, c := range []struct {
		series series
		n      int
	}{{above, 80000}, {criminal, 20000}} {
		seen := map[int]bool{}
		for n := range c.n {
			p := pourvoi(n, c.series)
			if seen[p] || p < 0 || p > 99999 || (c.series == criminal) != (p >= 80000) {
				t.Fatalf("series %d: number %d is %d", c.series, n, p)
			}
			seen[p] = true
		}
	}
	if got := dotted(28000) + " " + dotted(1007); got != "28.000 01.007" {
		t.Error(got)
	}
}
