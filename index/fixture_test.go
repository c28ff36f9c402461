package index

import (
	"context"
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// shelf is a small library, invented.
func shelf() []*corpus.Decision {
	return []*corpus.Decision{
		decision("juri:A1", corpus.Court{Kind: corpus.Cass}, "2018-03-14", []string{"17-21.434"},
			"Attendu que l’employeur a communiqué le mot de passe de la messagerie ; que la société Belliard soutient que la cause réelle et sérieuse fait défaut ; vu l'article L. 1235-3 du code du travail ;",
			"société Belliard", "Mme Odile Kirsch"),
		decision("juri:A2", corpus.Court{Kind: corpus.CA, Place: "Aix-en-Provence"}, "2016-10-04", []string{"15/03482"},
			"Les MOTS DE PASSE ont été remis. La cour relève l'absence de cause sérieuse. Voir Cass. soc., 14 mars 2018, n° 17-21.434, et l'article R. 1235-3.",
			"Odile Belliard", "commune de Kirschberg"),
		decision("juri:A3", corpus.Court{Kind: corpus.CA, Place: "Paris"}, "2015-03-12", []string{"14/00012"},
			"Le juge des référés ordonne la remise du mot. Il passe outre. La sœur de l’intimé, Mᵉ Łucja, conclut au rejet.",
			"M. Paul Kirsch", "Mme Anne Martin"),
		decision("texte:4f1c09ab", corpus.Court{}, "", nil,
			"Ordonnance de referes sans date ni juridiction ; bail commercial ; prud'hommes.", "M. Paul Martin"),
	}
}

func decision(node corpus.Node, court corpus.Court, date corpus.Date, numbers []string, text string, parties ...string) *corpus.Decision {
	d := &corpus.Decision{Node: node, Text: text}
	d.Metadata = corpus.Metadata{Court: court, Date: date, Numbers: numbers}
	d.Keys = d.Metadata.Keys()
	if len(d.Keys) > 0 {
		d.Key = d.Keys[0]
	}
	for _, p := range parties {
		d.Parties = append(d.Parties, corpus.Party{Name: p})
	}
	return d
}

// open opens an index that is closed at the end of the test.
func open(t testing.TB, dir string) *Index {
	t.Helper()
	x, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// put applies decisions as batch seq.
func put(t testing.TB, x *Index, seq uint64, ds ...*corpus.Decision) {
	t.Helper()
	if err := x.Apply(context.Background(), seq, ds, nil); err != nil {
		t.Fatal(err)
	}
}

// find answers a request.
func find(t testing.TB, x *Index, req Request) *Result {
	t.Helper()
	res, err := x.Search(context.Background(), req)
	if err != nil {
		t.Fatalf("%+v: %v", req, err)
	}
	return res
}

// nodes lists what was found, in the order of the alphabet.
func nodes(res *Result) []string {
	out := []string{}
	for _, h := range res.Hits {
		out = append(out, string(h.Node))
	}
	slices.Sort(out)
	return out
}
