package synth

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/table"
)

// rareRows are the kinds that every grammar must have.
const rareRows = "prefixe\tauto\nracine\tdrain\nsuffixe\tage\n"

func grammarOf(t *testing.T, rows string) (*grammar, error) {
	t.Helper()
	list, err := table.Read("g.tsv", "kind\ttext\n"+rows, "kind", "text")
	if err != nil {
		t.Fatal(err)
	}
	return newGrammar(list)
}

func TestGrammar(t *testing.T) {
	for _, c := range []struct{ rows, want string }{
		{"a\trien\n", "rien"},
		{"a\tacte de {b} et {b}\nb\tle maire\n", "acte du maire et le maire"},
		{"a\tavis à {b}.\nb\tle maire\n", "avis au maire."},
		{"a\tdélai de {b}, de {c}, de {d}\nb\tun mois\nc\thuit jours\nd\tl'acte\n", "délai d'un mois, de huit jours, de l'acte"},
		{"a\tprocédé de {rare}\n", "procédé d'autodrainage"},
		{"a\tselon l'article {article} ;\n", "selon l'article 12 bis ;"},
	} {
		g, err := grammarOf(t, c.rows+rareRows)
		if err != nil {
			t.Fatal(err)
		}
		got := g.write(nil, newChance(0, forSentence, 1), g.kinds["a"], func(out []byte) []byte { return append(out, "12 bis"...) })
		if string(got) != c.want {
			t.Errorf("%q gives %q, want %q", c.rows, got, c.want)
		}
	}
}

func TestGrammarRefuses(t *testing.T) {
	for rows, want := range map[string]string{
		"a\t{b}\n" + rareRows:           "unknown kind {b}",
		"a\t{b\n" + rareRows:            "is not closed",
		"a\t{a}\n" + rareRows:           "must stand below",
		"a\tx\nb\t{a}\n" + rareRows:     "must stand below",
		"a\tx\nprefixe\ty\nracine\tz\n": "no rows of the kind suffixe",
	} {
		if _, err := grammarOf(t, rows); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", rows, err, want)
		}
	}
}
