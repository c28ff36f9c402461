package court

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

// chamber is a row of chambers.tsv.
type chamber struct {
	short string
	names []string
	cited []string // as citations print it
	marks []string // slugs between hyphens: "-civ1-"
}

// addChambers takes the rows of chambers.tsv.
func (c *Courts) addChambers(rows []table.Row) error {
	for _, r := range rows {
		x := chamber{short: r.Get("short"), names: r.List("names"), cited: r.List("cited")}
		for _, m := range r.List("marks") {
			if m != corpus.Slug(m) {
				return r.Errorf("the mark %q is no slug", m)
			}
			x.marks = append(x.marks, "-"+m+"-")
		}
		if (x.short == "") != (len(x.marks) == 0) || len(x.names) == 0 {
			return r.Errorf("a name is wanted, and marks where there is an abbreviation")
		}
		c.chambers = append(c.chambers, x)
	}
	return nil
}

// Chamber abbreviates a chamber of the Cour de cassation as it is printed or
// coded: "com." for "Chambre commerciale" and "CHAMBRE_COMMERCIALE"; "" when it
// names none.
func (c *Courts) Chamber(printed string) string {
	if x := c.chamber(printed); x != nil {
		return x.short
	}
	return ""
}

// ChamberInKey is the abbreviation of a chamber as a key has it: "1re civ." for "1re-civ"; ""
// for what is none.
func (c *Courts) ChamberInKey(slug string) string {
	for i := range c.chambers {
		if s := c.chambers[i].short; slug != "" && corpus.Slug(s) == slug {
			return s
		}
	}
	return ""
}

// ChamberName names a chamber of the Cour de cassation as running text does: "première chambre
// civile" for "CHAMBRE_CIVILE_1"; "" when it names none.
func (c *Courts) ChamberName(printed string) string {
	if x := c.chamber(printed); x != nil {
		return x.names[0]
	}
	return ""
}

// chamber is the first one with a mark that stands in what is printed; nil when none has.
func (c *Courts) chamber(printed string) *chamber {
	slug := "-" + corpus.Slug(printed) + "-"
	for i, x := range c.chambers {
		if x.short == printed && printed != "" {
			return &c.chambers[i]
		}
		for _, m := range x.marks {
			if strings.Contains(slug, m) {
				return &c.chambers[i]
			}
		}
	}
	return nil
}

// ChamberNames lists how running text names the chambers of the Cour de
// cassation.
func (c *Courts) ChamberNames() []string {
	var names []string
	for _, x := range c.chambers {
		names = append(names, x.names...)
	}
	return names
}

// CitedChambers are the ways in which citations print the chambers of the Cour de
// cassation, each with the usual abbreviation: "Civ. 1re" is "1re civ.".
func (c *Courts) CitedChambers() map[string]string {
	all := map[string]string{}
	for _, x := range c.chambers {
		for _, printed := range x.cited {
			all[printed] = x.short
		}
	}
	return all
}
