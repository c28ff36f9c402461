package synth

import (
	"testing"

	"github.com/attendu/attendu/corpus"
)

// TestJoin: a capital begins a sentence; "que" and "de" lose their vowel, and
// the mentions behind move with the words.
func TestJoin(t *testing.T) {
	for _, c := range []struct{ before, words, want string }{
		{"", "article 4 du CPC", "Article 4 du CPC"},
		{"Vu. ", "écartons", "Vu. Écartons"},
		{"fin\n\n", "il juge", "fin\n\nIl juge"},
		{"attendu que ", "il juge", "attendu qu'il juge"},
		{"ALORS QUE ", "il juge", "ALORS QU'il juge"},
		{"\nQUE ", "ayant jugé", "\nQU'ayant jugé"},
		{"au lieu de ", "établir", "au lieu d'établir"},
		{"attendu que ", "le juge", "attendu que le juge"},
		{"attendu que ", "huit jours", "attendu que huit jours"},
		{"la vue ", "établit", "la vue établit"},
	} {
		p := &pen{out: []byte(c.before)}
		start := len(p.out)
		p.write(c.words)
		p.cite(start, "x", "")
		p.join(start)
		if got := string(p.out); got != c.want {
			t.Errorf("%q and %q are joined as %q, want %q", c.before, c.words, got, c.want)
		}
		if m := p.truth.Citations[0]; m.End != len(p.out) || m.End-m.Start != len(c.words) {
			t.Errorf("%q: the mention is at %+v of %d", c.want, m.Span, len(p.out))
		}
	}
}

// TestIn: zones lie end to end, the blank line belongs to the one that ends.
func TestIn(t *testing.T) {
	p := &pen{file: &file{head: &head{}}}
	p.in(corpus.Entete)
	p.line("TITRE")
	p.in(corpus.Entete)
	p.line("suite")
	p.in(corpus.Motifs)
	p.line("Vu")
	want := []corpus.Zone{{Zone: corpus.Entete, Span: corpus.Span{Start: 0, End: 14}}, {Zone: corpus.Motifs, Span: corpus.Span{Start: 14}}}
	if string(p.out) != "TITRE\n\nsuite\n\nVu" || len(p.truth.Zones) != 2 || p.truth.Zones[0] != want[0] || p.truth.Zones[1] != want[1] {
		t.Errorf("%q has the zones %+v", p.out, p.truth.Zones)
	}
}

func TestAmount(t *testing.T) {
	for n, want := range map[int]string{5: "5", 900: "900", 1000: "1 000", 12050: "12 050"} {
		p := &pen{}
		if p.amount(n); string(p.out) != want {
			t.Errorf("%d is written %q", n, p.out)
		}
	}
}

// TestOrdinal: the second of two moyens is "second", one alone "unique".
func TestOrdinal(t *testing.T) {
	for _, c := range []struct {
		i, n        int
		title, word string
	}{{0, 1, "moyen unique", "PREMIER"}, {0, 2, "premier moyen", "PREMIER"}, {1, 2, "second moyen", "SECOND"},
		{1, 3, "deuxième moyen", "DEUXIÈME"}, {2, 3, "troisième moyen", "TROISIÈME"}} {
		if groundTitle(c.i, c.n) != c.title || ordinal(c.i, c.n) != c.word {
			t.Errorf("%d of %d: %s, %s", c.i, c.n, groundTitle(c.i, c.n), ordinal(c.i, c.n))
		}
	}
}
