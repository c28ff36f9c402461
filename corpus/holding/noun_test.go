package holding

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

// partiesOf reads the parties of an example of nouns.tsv: those with a civility are natural
// persons.
func partiesOf(list string) (all []corpus.Party) {
	for _, name := range strings.Split(list, " + ") {
		kind := corpus.Morale
		if strings.HasPrefix(name, "M. ") || strings.HasPrefix(name, "Mme ") {
			kind = corpus.Physique
		}
		all = append(all, corpus.Party{Name: name, Kind: kind})
	}
	return all
}

// TestNouns reads examples of the form "parties ; noun = party".
func TestNouns(t *testing.T) {
	f := load(t)
	each(t, "nouns.tsv", func(r table.Row) error {
		return r.Check(func(example string) bool {
			list, order, _ := strings.Cut(example, " ; ")
			order, want, _ := strings.Cut(order, " = ")
			parties := partiesOf(list)
			got := f.namedIn(f.mentions(parties), fold.New(order).Folded)
			return len(got) == 1 && (want == "" || parties[got[0]].Name == want)
		})
	})
}

// TestFamilies: of those who bear one name by birth and by marriage, a civility tells one.
func TestFamilies(t *testing.T) {
	f := load(t)
	for _, c := range []struct{ parties, order, want string }{
		{"M. Yves Ballanger + Mme Sylvie Roux épouse Ballanger", "Mme Ballanger", "Mme Sylvie Roux épouse Ballanger"},
		{"M. Yves Ballanger + Mme Sylvie Roux épouse Ballanger", "M. Ballanger", "M. Yves Ballanger"},
		{"M. Yves Ballanger + Mme Sylvie Roux épouse Ballanger", "Mme Roux", "Mme Sylvie Roux épouse Ballanger"},
		{"M. Yves Ballanger + Mme Sylvie Roux épouse Ballanger", "Ballanger", ""},
		{"M. Yves Ballanger + société Lorme", "Mme Ballanger", ""},
		{"M. Bastien Corbeau + Mme Irène Corbeau, née Vidal", "aux époux Corbeau", "M. Bastien Corbeau, Mme Irène Corbeau, née Vidal"},
		{"M. Corbeau + Mme Irène Corbeau", "à M. et Mme Corbeau par le jugement", "M. Corbeau, Mme Irène Corbeau"},
		{"M. [H] [K] + Mme [U] [B] épouse [K]", "aux époux [K] ensemble", "M. [H] [K], Mme [U] [B] épouse [K]"},
		{"M. Paul Corbeau + Mme Irène Corbeau + M. Paul Vidal + Mme Claire Vidal", "aux époux Corbeau et Mme Vidal", "M. Paul Corbeau, Mme Irène Corbeau, Mme Claire Vidal"},
		{"M. Bastien Corbeau + Mme Irène Corbeau, née Vidal", "Mme Irène Corbeau", "Mme Irène Corbeau, née Vidal"},
		{"M. Bastien Corbeau + Mme Claire Vautier veuve Corbeau", "M. et Mme Corbeau", "M. Bastien Corbeau, Mme Claire Vautier veuve Corbeau"},
	} {
		parties := partiesOf(c.parties)
		var got []string
		for _, i := range f.namedIn(f.mentions(parties), fold.New(c.order).Folded) {
			got = append(got, parties[i].Name)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%q of %q: %q, want %q", c.order, c.parties, s, c.want)
		}
	}
}
