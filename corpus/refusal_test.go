package corpus

import (
	"slices"
	"strings"
	"testing"
)

// TestUsesOf: one mention on which an order that refuses and one that condemns rest does
// both, and no other does.
func TestUsesOf(t *testing.T) {
	const text = "Vu l'article 700, rejette la demande de Mme Vial et la condamne à payer 500 euros ; dit que l'article 700 s'applique"
	const key Key = "code-de-procedure-civile/700"
	at := func(words string) Span {
		i := strings.Index(text, words)
		return Span{Start: i, End: i + len(words)}
	}
	order := func(words string, cents int64, bases ...Key) Holding {
		return Holding{Span: at(words), Whole: at(words), Text: words, Kind: FraisIrrepetibles, AmountCents: cents, Bases: bases}
	}
	refuses, pays := order("rejette la demande de Mme Vial", 0, key), order("la condamne à payer 500 euros", 50000, key)
	mention := Citation{Span: at("article 700"), Key: key, Node: key, Zone: Dispositif, Speaker: Cour, Use: Visa}
	with := func(change func(c *Citation)) Citation {
		c := mention
		change(&c)
		return c
	}
	for _, c := range []struct {
		name   string
		cite   Citation
		orders []Holding
		want   []Use
	}{
		{"both", mention, []Holding{refuses, pays}, []Use{Visa, Rejected}},
		{"only condemns", mention, []Holding{pays}, []Use{Visa}},
		{"the refusal rests on something else", mention, []Holding{order("rejette la demande de Mme Vial", 0, "code-civil/1240"), pays}, []Use{Visa}},
		{"applied", with(func(c *Citation) { c.Use = Applied }), []Holding{refuses}, []Use{Applied, Rejected}},
		{"once where the mention is rejected", with(func(c *Citation) { c.Use = Rejected }), []Holding{refuses}, []Use{Rejected}},
		{"what the ruling below applied", with(func(c *Citation) { c.Use = Reported }), []Holding{refuses}, []Use{Reported}},
		{"in the reasons", with(func(c *Citation) { c.Zone = Motifs }), []Holding{refuses}, []Use{Visa}},
		{"behind the order", with(func(c *Citation) { c.Span = Span{Start: len(text) - 26, End: len(text) - 12} }), []Holding{refuses}, []Use{Visa}},
	} {
		d := &Decision{Text: text, Citations: []Citation{c.cite}, Holdings: c.orders}
		if got := d.UsesOf(&d.Citations[0]); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
