package main

import (
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	l := look{width: 20}
	got := l.wrap("  ", "Attendu que la société Kœnig fait grief")
	want := "  Attendu que la\n  société Kœnig fait\n  grief\n"
	if got != want {
		t.Errorf("wrapped:\n%s\nwant:\n%s", got, want)
	}
	if got := l.wrap("  ", " \n "); got != "" {
		t.Errorf("nothing wraps to %q", got)
	}
}

// TestUnbroken: no line ends inside a number, or before what stands behind a blank in French.
func TestUnbroken(t *testing.T) {
	for text, want := range map[string]string{
		"payer 2 331,30 € et rien":       "payer|2 331,30 €|et|rien",
		"1 250 000 € dus":                "1 250 000 €|dus",
		"le 3 avril 2024, n° 22-16.812":  "le|3|avril|2024,|n° 22-16.812",
		"il dit : « non » ; puis rien ?": "il|dit :|« non » ;|puis|rien ?",
		"article 700 de la loi":          "article|700|de|la|loi",
		"700 1240":                       "700|1240",
	} {
		if got := strings.Join(unbroken(strings.Fields(text)), "|"); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestHang(t *testing.T) {
	for columns, want := range map[int]string{
		44: "  cass/1     Vu l'article 1382 du code civil\n             al. 1\n",
		43: "  cass/1     Vu l'article 1382 du code\n             civil\n             al. 1\n",
		42: "  cass/1\n        Vu l'article 1382 du code civil\n        al. 1\n",
	} {
		if got := (look{width: columns}).hang("  cass/1     ", "Vu l'article 1382 du code civil", "al. 1"); got != want {
			t.Errorf("%d columns:\n%s\nwant:\n%s", columns, got, want)
		}
	}
}

func TestWidth(t *testing.T) {
	for s, want := range map[string]int{"été": 3, "\x1b[1mété\x1b[0m": 3, "a\x1b[1;33mb": 2, "": 0} {
		if got := width(s); got != want {
			t.Errorf("width(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567"} {
		if got := thousands(n); got != want {
			t.Errorf("thousands(%d) = %s, want %s", n, got, want)
		}
	}
	for cents, want := range map[int64]string{150000: "1 500 €", 1234567: "12 345,67 €", 5: "0,05 €"} {
		if got := euros(cents); got != want {
			t.Errorf("euros(%d) = %s, want %s", cents, got, want)
		}
	}
}

func TestShellWords(t *testing.T) {
	if got := shellWords([]string{"search", "mot de passe", "--cites", "CPC 809"}); got != `search "mot de passe" --cites "CPC 809"` {
		t.Error(got)
	}
}
