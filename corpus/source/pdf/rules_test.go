package pdf

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/table"
)

// TestCompounds proves that every part fits its examples and not its
// counter-examples.
func TestCompounds(t *testing.T) {
	rows, err := table.Read("compounds.tsv", compoundsTSV, "side", "part", "examples", "counters")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		err := r.Check(func(word string) bool {
			parts := strings.Split(word, "-")
			for i, p := range parts {
				if p == r.Get("part") && (r.Get("side") == "before") == (i < len(parts)-1) {
					return true
				}
			}
			return false
		})
		if err != nil {
			t.Error(err)
		}
	}
	for _, bad := range []string{"", "side\tpart\texamples\tcounters\nbeside\tex\t-\t-\n", "side\tpart\texamples\tcounters\nbefore\tex\t-\t-\nbefore\tex\t-\t-\n"} {
		if _, err := parseCompounds(bad); err == nil {
			t.Errorf("%q is taken for a table", bad)
		}
	}
}

// TestJoined puts the two lines of a broken word together.
func TestJoined(t *testing.T) {
	table, err := parseCompounds(compoundsTSV)
	if err != nil {
		t.Fatal(err)
	}
	proof := []line{{text: "l'information et l'infor-"}, {text: "mation, le micro-crédit"}}
	for _, c := range []struct {
		a, b, want string
		proved     bool
	}{
		{"la procé-", "dure suivie", "la procédure suivie", true},
		{"la procé-", "dure suivie", "la procé-dure suivie", false},
		{"un procès-", "verbal", "un procès-verbal", true},
		{"Saint-", "Brieuc", "Saint-Brieuc", true},
		{"L. 1235-", "3 du code", "L. 1235-3 du code", true},
		{"n° 28-", "24.017", "n° 28-24.017", true},
		{"un micro-", "crédit", "un micro-crédit", true},
		{"a-t-", "il", "a-t-il", true},
		{"la procé\u00ad", "dure", "la procédure", false},
		{"la clause -", "nulle", "la clause - nulle", true},
		{"la", "clause", "la clause", true},
	} {
		v := newVocabulary(nil, table)
		if c.proved {
			v = newVocabulary(proof, table)
		}
		if got := v.joined(c.a, c.b); got != c.want {
			t.Errorf("%q and %q give %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

// TestReadings finds the number of a page, and leaves other numbers alone.
func TestReadings(t *testing.T) {
	for text, want := range map[string]string{
		"- 3 -": "", "3": "", "Page 3 / 12": "", "page 3 sur 12": "", "N° RG 18/04366 - page 3": "N° RG 18/04366",
		"N° RG 18/04366 - 3": "N° RG 18/04366", "Cour d'appel de Rennes, p. 3, 2e chambre": "Cour d'appel de Rennes, 2e chambre",
	} {
		var got []string
		for _, n := range readings(&line{text: text, page: 2}) {
			if n.off == 1 {
				got = append(got, n.rest)
			}
		}
		if len(got) == 0 || got[0] != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
	for _, text := range []string{"Article 3", "3 rue Hoche", "1 500 euros", "le 3 mai 2019"} {
		if got := readings(&line{text: text, page: 2}); len(got) > 0 {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
}
