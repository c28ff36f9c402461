package eval

import (
	"slices"

	"github.com/attendu/attendu/corpus"
)

// textsMeant is the field of Accuracy for the rules that numbers of articles meant.
const textsMeant = "texts meant"

// meant scores a form about which rule a number meant: right when the rule and its
// number today are those of the gold, or when neither knows. A rule where the gold
// has another, or none, is a confident error.
func (t *tally) meant(g *Form, d *corpus.Decision) {
	t.report.Texts++
	want, got := g.Designates, (*Designated)(nil)
	i := slices.IndexFunc(d.Citations, func(c corpus.Citation) bool { return same(string(c.Key)) == same(g.Cited) })
	if i >= 0 {
		if m := d.Citations[i].Meant; m != nil && m.Version != "" {
			got = &Designated{m.Version, string(m.Today)}
		}
	}
	right := i >= 0 && equal(want, got)
	if !right && got != nil {
		t.report.ConfidentErrors++
	}
	t.field(textsMeant, right, Fault{Case: g.ID, Want: want.String(), Got: got.String(), Quote: g.Text})
}

// equal compares what two readers say; nil is that nobody can tell.
func equal(a, b *Designated) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Version == b.Version && same(a.Today) == same(b.Today)
}

// String is the rule in a few words.
func (d *Designated) String() string {
	switch {
	case d == nil:
		return "an abstention"
	case d.Today == "":
		return string(d.Version)
	}
	return string(d.Version) + " (today " + d.Today + ")"
}
