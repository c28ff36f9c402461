package extract_test

import (
	"context"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/examples"
	"github.com/attendu/attendu/corpus/extract"
	"github.com/attendu/attendu/corpus/source"
	"github.com/google/go-cmp/cmp"
)

func extractor(t testing.TB) *extract.Extractor {
	t.Helper()
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// example reads the documents of one embedded file.
func example(t testing.TB, name string) (docs []*corpus.Document) {
	t.Helper()
	f, err := examples.FS.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for r := range source.Read(context.Background(), name, f.(io.Reader), source.Options{}) {
		if r.Err != nil {
			t.Fatal(r.Err)
		}
		docs = append(docs, r.Doc)
	}
	return docs
}

func names(t testing.TB) (list []string) {
	t.Helper()
	entries, err := examples.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

// TestLaval: the seed of the project, retold in our own words, in every respect.
func TestLaval(t *testing.T) {
	d := extractor(t).Extract(example(t, "laval-ordonnance.html")[0])
	if d.Key != "tgi/laval/2016-10-04" || d.Node != "tgi/laval/2016-10-04" || !d.Secondary() {
		t.Errorf("key %s, node %s, secondary %v", d.Key, d.Node, d.Secondary())
	}
	type cited struct {
		Key corpus.Key
		Use corpus.Use
	}
	var cites []cited
	var meant []string
	for _, c := range d.Citations {
		cites = append(cites, cited{c.Key, c.Use})
		if c.Meant.Because == "" {
			t.Errorf("%s has no reason", c.Key)
		}
		meant = append(meant, string(c.Meant.Version)+" "+string(c.Meant.Today))
	}
	if diff := cmp.Diff([]string{"before:2020-01-01 code-de-procedure-civile/834", "before:2020-01-01 code-de-procedure-civile/835",
		"before:2016-10-01 code-civil/1240", "unchanged code-penal/323-1", "unchanged code-penal/323-2"}, meant); diff != "" {
		t.Errorf("texts meant (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]cited{{"code-de-procedure-civile/808", corpus.Invoked}, {"code-de-procedure-civile/809", corpus.Invoked},
		{"code-civil/1382", corpus.Invoked}, {"code-penal/323-1", corpus.Invoked}, {"code-penal/323-2", corpus.Invoked}}, cites); diff != "" {
		t.Errorf("citations (-want +got):\n%s", diff)
	}
	sides := map[corpus.Side]string{}
	for _, p := range d.Parties {
		sides[p.Side] += p.Name
	}
	if len(d.Parties) != 2 || !strings.HasSuffix(sides[corpus.Demandeur], "Belliard") || !strings.HasSuffix(sides[corpus.Defendeur], "Kirsch") {
		t.Errorf("parties %+v", d.Parties)
	}
	var kinds []corpus.HoldingKind
	for _, h := range d.Holdings {
		kinds = append(kinds, h.Kind)
	}
	if diff := cmp.Diff([]corpus.HoldingKind{corpus.Ordonne, corpus.Condamnation, corpus.NonLieuARefere}, kinds); diff != "" {
		t.Errorf("orders (-want +got):\n%s", diff)
	}
}

// TestOfficialWins: metadata of the source beat what the text says, and both
// are kept.
func TestOfficialWins(t *testing.T) {
	doc := &corpus.Document{Source: corpus.Source{Path: "x", ID: "JURITEXT999900000055"},
		Text: "COUR D'APPEL DE RENNES\n\nARRÊT DU 5 MARS 2015\n\nN° RG 14/90007\n\nPAR CES MOTIFS\n\nConfirme le jugement."}
	doc.Official.Date = "2015-03-06"
	d := extractor(t).Extract(doc)
	if d.Date != "2015-03-06" || d.Read.Date != "2015-03-05" || d.Official.Date != "2015-03-06" {
		t.Errorf("date %s, read %s, official %s", d.Date, d.Read.Date, d.Official.Date)
	}
	if d.Key != "ca/rennes/14-90007" || d.Node != "dila:JURITEXT999900000055" {
		t.Errorf("key %s, node %s", d.Key, d.Node)
	}
}

// TestContentKey: a text of which nothing is known is named by its content,
// never dropped, never guessed.
func TestContentKey(t *testing.T) {
	x := extractor(t)
	text := "Un extrait qui vise l'article 9 du code civil."
	a := x.Extract(&corpus.Document{Source: corpus.Source{Path: "a"}, Text: text})
	b := x.Extract(&corpus.Document{Source: corpus.Source{Path: "b"}, Text: strings.ReplaceAll(text, " ", "\n")})
	if !strings.HasPrefix(string(a.Key), "texte/") || a.Key != b.Key {
		t.Errorf("keys %s and %s: want one content key, whatever the line breaks", a.Key, b.Key)
	}
	if extract.Blank(a) || !extract.Blank(x.Extract(&corpus.Document{Text: "Dear Sir, thank you."})) {
		t.Error("an excerpt is taken for nothing, or a letter for a decision")
	}
}

// TestOrderNumbers: the number of an article in which the court rules is no
// citation, and no basis of its order.
func TestOrderNumbers(t *testing.T) {
	doc := &corpus.Document{Source: corpus.Source{ID: "CETATEXT999900000055"}, Text: "Vu le code de justice administrative ;\n\n" +
		"DÉCIDE :\n\nArticle 1er : La requête est rejetée.\nArticle 2.- Il est fait application de l'article 3 du même code."}
	doc.Official.Court.Kind = corpus.CE
	var keys []corpus.Key
	for _, c := range extractor(t).Extract(doc).Citations {
		keys = append(keys, c.Key)
	}
	if diff := cmp.Diff([]corpus.Key{"code-de-justice-administrative/3"}, keys); diff != "" {
		t.Errorf("citations (-want +got):\n%s", diff)
	}
}

// TestInvariants: what holds for every decision, on all examples.
func TestInvariants(t *testing.T) {
	x := extractor(t)
	for _, name := range names(t) {
		for _, doc := range example(t, name) {
			d := x.Extract(doc)
			check(t, name, d)
			a, _ := json.Marshal(d)
			if b, _ := json.Marshal(x.Extract(doc)); string(a) != string(b) {
				t.Errorf("%s: extracted twice, two results", name)
			}
		}
	}
}

func check(t *testing.T, name string, d *corpus.Decision) {
	t.Helper()
	at := 0
	for _, z := range d.Zones {
		if z.Start != at || z.End <= z.Start || !slices.Contains(corpus.ZoneKinds(), z.Zone) {
			t.Fatalf("%s: zone %+v after %d", name, z, at)
		}
		at = z.End
	}
	if at != len(d.Text) {
		t.Fatalf("%s: zones end at %d of %d", name, at, len(d.Text))
	}
	for _, c := range d.Citations {
		if c.Of(d.Text) != c.Text || c.Text == "" || c.Zone == "" || c.Speaker == "" || c.Rule == "" {
			t.Errorf("%s: citation %+v covers %q", name, c, c.Of(d.Text))
		}
		if c.Key == "" && c.Unresolved == "" {
			t.Errorf("%s: %q has neither key nor reason", name, c.Text)
		}
		if k, err := corpus.ParseKey(string(c.Key)); c.Key != "" && (err != nil || k != c.Key) {
			t.Errorf("%s: %q has key %q, which reads %q, %v", name, c.Text, c.Key, k, err)
		}
	}
	for _, h := range d.Holdings {
		if h.Of(d.Text) != h.Text || !h.Whole.Covers(h.Span) || h.Whole.Of(d.Text) == "" || !slices.Contains(corpus.HoldingKinds(), h.Kind) {
			t.Errorf("%s: order %+v covers %q", name, h, h.Of(d.Text))
		}
	}
	for _, p := range d.Parties {
		if !p.Valid(len(d.Text)) || p.Name == "" {
			t.Errorf("%s: party %+v", name, p)
		}
	}
	if d.Node == "" || d.Key == "" || d.Keys[0] != d.Key {
		t.Errorf("%s: node %q, key %q, keys %v", name, d.Node, d.Key, d.Keys)
	}
}

// TestLineLists: the contract prints [] for a list without entries, never null.
func TestLineLists(t *testing.T) {
	b, err := json.Marshal(extract.NewLine(extractor(t).Extract(&corpus.Document{Text: "Rien."}), nil))
	if err != nil || strings.Contains(string(b), `"citations":null`) || !strings.Contains(string(b), `"numbers":[]`) ||
		!strings.Contains(string(b), `"court":{"kind":null,"place":null,"chamber":null}`) {
		t.Errorf("%s, %v", b, err)
	}
}

func FuzzExtract(f *testing.F) {
	for _, name := range names(f) {
		f.Add(example(f, name)[0].Text, false)
	}
	f.Add("PAR CES MOTIFS\nCONDAMNE la société X à payer 1 000 euros", true)
	x := extractor(f)
	f.Fuzz(func(t *testing.T, text string, official bool) {
		doc := &corpus.Document{Text: strings.ToValidUTF8(text, "?")}
		if official {
			doc.ID = "JURITEXT999900000001"
		}
		check(t, "fuzz", x.Extract(doc))
	})
}

func BenchmarkExtract(b *testing.B) {
	x := extractor(b)
	var docs []*corpus.Document
	size := 0
	for _, name := range names(b) {
		for _, d := range example(b, name) {
			docs = append(docs, d)
			size += len(d.Text)
		}
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			x.Extract(d)
		}
	}
}
