package holding

import (
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

// TestBodies reads examples of the form "name in the head = name in the order".
func TestBodies(t *testing.T) {
	f := load(t)
	each(t, "bodies.tsv", func(r table.Row) error {
		return r.Check(func(example string) bool {
			head, order, _ := strings.Cut(example, " = ")
			return slices.Equal(f.namedIn(f.mentions([]corpus.Party{{Name: head, Kind: corpus.Morale}}), fold.New(order).Folded), []int{0})
		})
	})
}

// TestQualified: an order calls a legal person without what the head says of its form and
// nationality; what is left must be a name.
func TestQualified(t *testing.T) {
	f := load(t)
	for _, c := range []struct {
		head, order string
		want        bool
	}{
		{"société allemande Lorme Versicherung AG", "la société Lorme Versicherung AG", true},
		{"société allemande Lorme Versicherung AG", "la société Lorme Versicherung", true},
		{"société civile immobilière Alpha", "les sociétés Alpha et Vautier", true},
		{"société française Kermeur du mas", "la société Kermeur du mas", true},
		{"société française du bâtiment", "le fonds du bâtiment", false},
		{"société civile immobilière Alpha", "la société Beta", false},
		{"comité social et économique central de la société Alpha", "le comité social et économique central Alpha", true},
		{"comité social et économique central de la société Alpha", "le comité social et économique central Beta", false},
		{"syndicat CGT Alpha, établissement de Nancy", "le syndicat CGT Alpha établissement de Nancy", true},
		{"société anonyme ABC", "la société XYZ", false},
	} {
		got := len(f.namedIn(f.mentions([]corpus.Party{{Name: c.head, Kind: corpus.Morale}}), fold.New(c.order).Folded)) == 1
		if got != c.want {
			t.Errorf("%q in %q: %v, want %v", c.head, c.order, got, c.want)
		}
	}
}

// TestOwnDemand: "rejette sa demande" right behind the order on costs refuses the demand
// of the one who bears them; behind another order it is not told whose it is.
func TestOwnDemand(t *testing.T) {
	f := load(t)
	for _, c := range []struct{ text, want string }{
		{"Condamne la société Lorme aux dépens ;\n\nVu l'article 700 du code de procédure civile, rejette sa demande et la condamne à payer à M. Durieux la somme de 900 euros ;", "société Lorme"},
		{"Condamne la société Lorme à payer à M. Durieux la somme de 900 euros ;\n\nVu l'article 700 du code de procédure civile, rejette sa demande ;", ""},
		{"Laisse à chaque partie la charge de ses dépens ;\n\nVu l'article 700 du code de procédure civile, rejette sa demande ;", ""},
	} {
		var got []string
		for _, h := range orders(f, c.text) {
			got = append(got, h.Refused...)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s\nrefused: %q, want %q", c.text, s, c.want)
		}
	}
}
