package synth

import "testing"

// TestPublicNumbers: no two cases of a year have one number, whatever their
// series, and the numbers of the Conseil d'État are never given again.
func TestPublicNumbers(t *testing.T) {
	for _, width := range []int{15_000, 99_999} {
		seen := map[int]bool{}
		for n := range width {
			x := registered(n, 2014)
			if seen[x] || x < 1 || x > 99_999 || width == 15_000 && x > width {
				t.Fatalf("number %d of %d is %d", n, width, x)
			}
			seen[x] = true
		}
	}
	d, seen := &docket{firstYear: 2000, lastYear: 2025}, map[int]bool{}
	for year := 2000; year <= 2025; year++ {
		for n := range 14_000 {
			x := d.recours(year, n)
			if seen[x] || x < 200_000 || x > 999_999 {
				t.Fatalf("number %d of %d is %d", n, year, x)
			}
			seen[x] = true
		}
	}
	if n := d.recours(2019, 3000); n < 430_000 || n > 450_000 {
		t.Errorf("a recours of 2019 has the number %d", n)
	}
}

// TestCour: appeals of Toulouse went to Bordeaux, and to Toulouse since March 2022.
func TestCour(t *testing.T) {
	tables, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		tribunal, code string
		day            day
	}{
		{"Toulouse", "BX", newDay(2022, 2, 28)}, {"Toulouse", "TL", newDay(2022, 3, 1)},
		{"Montpellier", "MA", newDay(2012, 1, 1)}, {"Montpellier", "TL", newDay(2023, 1, 1)}, {"Rennes", "NT", newDay(2024, 1, 1)},
	} {
		found := false
		for i := range tables.tribunals {
			if x := &tables.tribunals[i]; x.place == c.tribunal {
				found = true
				if got := x.cour(c.day).code; got != c.code {
					t.Errorf("%s on %s goes to %s, want %s", c.tribunal, c.day.iso(), got, c.code)
				}
			}
		}
		if !found {
			t.Errorf("no tribunal of %s", c.tribunal)
		}
	}
}
