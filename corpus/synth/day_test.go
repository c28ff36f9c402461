package synth

import "testing"

func TestDay(t *testing.T) {
	for _, c := range []struct {
		y, m, d            int
		iso, long, spelled string
		open               string
	}{
		{2018, 3, 1, "2018-03-01", "1er mars 2018", "premier mars deux mille dix-huit", "2018-03-01"},
		{2020, 2, 29, "2020-02-29", "29 février 2020", "vingt-neuf février deux mille vingt", "2020-03-02"}, // a Saturday
		{2021, 8, 22, "2021-08-22", "22 août 2021", "vingt-deux août deux mille vingt et un", "2021-08-23"}, // a Sunday
		{2000, 1, 31, "2000-01-31", "31 janvier 2000", "trente et un janvier deux mille", "2000-01-31"},
		{1999, 12, 21, "1999-12-21", "21 décembre 1999", "vingt et un décembre mille neuf cent quatre-vingt-dix-neuf", "1999-12-21"},
	} {
		d := newDay(c.y, c.m, c.d)
		if string(d.iso()) != c.iso || string(d.long(nil)) != c.long || d.spelled() != c.spelled || string(d.open().iso()) != c.open {
			t.Errorf("%s: %s, %s, %s, open %s", c.iso, d.iso(), d.long(nil), d.spelled(), d.open().iso())
		}
	}
}

func TestCardinal(t *testing.T) {
	for n, want := range map[int]string{1: "un", 16: "seize", 17: "dix-sept", 20: "vingt", 21: "vingt et un", 30: "trente", 45: "quarante-cinq",
		61: "soixante et un", 70: "soixante-dix", 71: "soixante et onze", 72: "soixante-douze", 80: "quatre-vingts", 81: "quatre-vingt-un",
		90: "quatre-vingt-dix", 91: "quatre-vingt-onze", 99: "quatre-vingt-dix-neuf"} {
		if got := cardinal(n); got != want {
			t.Errorf("cardinal(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestDigits(t *testing.T) {
	for _, c := range []struct {
		n, width int
		want     string
	}{{7, 3, "007"}, {1234, 3, "1234"}, {0, 1, "0"}} {
		if got := digits(c.n, c.width); got != c.want {
			t.Errorf("digits(%d, %d) = %q, want %q", c.n, c.width, got, c.want)
		}
	}
	if yy(2005) != "05" || yy(1999) != "99" {
		t.Errorf("yy: %s, %s", yy(2005), yy(1999))
	}
}
