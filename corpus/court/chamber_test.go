package court

import (
	"slices"
	"testing"
)

// TestChambers proves that each chamber is known by its examples and by its
// names, and not by its counter-examples.
func TestChambers(t *testing.T) {
	c := load(t)
	for _, r := range rows(t, "chambers.tsv") {
		short := r.Get("short")
		if short == "" {
			continue
		}
		if err := r.Check(func(printed string) bool { return c.Chamber(printed) == short }); err != nil {
			t.Error(err)
		}
		for _, name := range r.List("names") {
			if got := c.Chamber(name); got != short {
				t.Error(r.Errorf("%q is abbreviated %q", name, got))
			}
		}
		for _, printed := range r.List("cited") {
			if got := c.CitedChambers()[printed]; got != short {
				t.Error(r.Errorf("%q is abbreviated %q", printed, got))
			}
		}
	}
	for _, printed := range []string{"", "chambre civile", "Pôle 4 - Chambre 9", "FORMATION_RESTREINTE"} {
		if got := c.Chamber(printed); got != "" {
			t.Errorf("Chamber(%q) = %q, want none", printed, got)
		}
	}
	if !slices.Contains(c.ChamberNames(), "chambre civile") {
		t.Error("chambre civile is not listed")
	}
}
