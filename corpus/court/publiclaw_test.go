package court

import (
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

// TestCodes wants the name that each code stands for to be read as the same
// court, so that a file is filed alike with and without its code.
func TestCodes(t *testing.T) {
	c := load(t)
	kinds := map[corpus.CourtKind]int{}
	for code, of := range c.public.codes {
		kinds[of.Kind]++
		if read, ok := c.Parse(of.Name()); !ok || read != of {
			t.Errorf("%s: %q is read as %+v, want %+v", code, of.Name(), read, of)
		}
		if got, ok := c.Code(strings.ToLower(code)); !ok || got != of {
			t.Errorf("Code(%q) = %+v, %v", code, got, ok)
		}
	}
	// Nine cours administratives d'appel, 31 tribunaux in metropolitan France (CJA R. 221-3, R. 221-7).
	if kinds[corpus.CE] != 1 || kinds[corpus.CAA] != 9 || kinds[corpus.TA] != 31 {
		t.Errorf("courts by kind: %v", kinds)
	}
	for _, code := range []string{"", "TA", "TA999", "CAA"} {
		if of, ok := c.Code(code); ok {
			t.Errorf("Code(%q) = %+v, want none", code, of)
		}
	}
}

func TestSeat(t *testing.T) {
	c := load(t)
	if len(c.public.letters) != 9 {
		t.Errorf("letters of %d courts, want 9", len(c.public.letters))
	}
	for number, want := range map[string]string{"22NT90318": "Nantes", "20ly01234": "Lyon", "22XX90318": "", "490536": "", "": ""} {
		if got := c.Seat(number); got != want {
			t.Errorf("Seat(%q) = %q, want %q", number, got, want)
		}
	}
}

func TestPublication(t *testing.T) {
	c := load(t)
	for code, want := range map[string]string{"A": "publié au recueil Lebon", "b": "mentionné aux tables du recueil Lebon",
		"C": "inédit au recueil Lebon", "Z": "code de publication Z", "": ""} {
		if got := c.Publication(code); got != want {
			t.Errorf("Publication(%q) = %q, want %q", code, got, want)
		}
	}
}

func TestFormation(t *testing.T) {
	c := load(t)
	rows, err := table.ReadFile(files, "formations.tsv", columns["formations.tsv"]...)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		for _, example := range r.List("examples") {
			printed, want, _ := strings.Cut(example, " = ")
			if want = strings.Trim(want, "-"); c.Formation(printed) != want {
				t.Error(r.Errorf("Formation(%q) = %q, want %q", printed, c.Formation(printed), want))
			}
		}
	}
	for printed, want := range map[string]string{"": "", "10 / 9 SSR": "10 / 9 SSR", "- ,": "",
		"Juge unique - 4ème chambre": "Juge unique - 4e ch."} {
		if got := c.Formation(printed); got != want {
			t.Errorf("Formation(%q) = %q, want %q", printed, got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, n := range []struct {
		kind corpus.CourtKind
		in   string
		want []string
	}{
		{corpus.TA, "2201234", []string{"2201234"}},
		{corpus.TA, " 2201234, 2201235 ", []string{"2201234", "2201235"}},
		{corpus.CAA, "20LY01234;20LY01240 et 20LY01241", []string{"20LY01234", "20LY01240", "20LY01241"}},
		{corpus.CE, "412345 412346", []string{"412345", "412346"}},
		{corpus.TA, "2201234 bis", []string{"2201234 bis"}},
		{corpus.Cass, "17-21434", []string{"17-21.434"}},
		{corpus.CE, "", nil},
	} {
		if got := Numbers(n.kind, n.in); !slices.Equal(got, n.want) {
			t.Errorf("Numbers(%s, %q) = %q, want %q", n.kind, n.in, got, n.want)
		}
	}
}
