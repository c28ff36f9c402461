package synth_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/synth"
	"github.com/google/go-cmp/cmp"
)

func legi(t testing.TB, opt synth.LegiOptions) *synth.Legi {
	t.Helper()
	l, err := synth.NewLegi(opt)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// member is a file of an archive.
type member struct {
	name string
	data []byte
}

// unpack reads the files of an archive.
func unpack(t testing.TB, packed []byte) []member {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	var out []member
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, member{h.Name, b})
	}
}

func packed(t testing.TB, l *synth.Legi) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := l.WriteArchive(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// legiGolden is the hash of the documents of three thousand versions; it changes
// with every change of the tables or of the mechanism.
const legiGolden = "e49d990c484936f8"

func TestLegiGolden(t *testing.T) {
	h := sha256.New()
	for _, m := range unpack(t, packed(t, legi(t, synth.LegiOptions{Versions: 3000}))) {
		io.WriteString(h, m.name+"\n")
		h.Write(m.data)
	}
	if got := hex.EncodeToString(h.Sum(nil)[:8]); got != legiGolden {
		t.Errorf("the three thousand versions have the hash %s, want %s", got, legiGolden)
	}
}

func TestLegiSeed(t *testing.T) {
	one := packed(t, legi(t, synth.LegiOptions{Versions: 300, Seed: 1}))
	if !bytes.Equal(one, packed(t, legi(t, synth.LegiOptions{Versions: 300, Seed: 1}))) {
		t.Error("the same options give other bytes")
	}
	if bytes.Equal(one, packed(t, legi(t, synth.LegiOptions{Versions: 300, Seed: 2}))) {
		t.Error("the seed changes nothing")
	}
}

// TestLegiLen: there are as many versions as asked for, but never less than the
// renumbered ones.
func TestLegiLen(t *testing.T) {
	least := legi(t, synth.LegiOptions{Versions: 1}).Len()
	for _, n := range []int{least, 999, 20_001} {
		l := legi(t, synth.LegiOptions{Versions: n})
		if got := len(slices.Collect(l.Versions())); got != n || l.Len() != n {
			t.Errorf("%d versions, Len %d, want %d", got, l.Len(), n)
		}
	}
	for _, opt := range []synth.LegiOptions{{Versions: -1}, {Versions: 5_000_001}, {Day: "2026-02-30"}} {
		if _, err := synth.NewLegi(opt); err == nil {
			t.Errorf("%+v is accepted", opt)
		}
	}
}

// TestLegiLives: the versions of an article follow one another day by day, keys
// are canonical and identifiers unique.
func TestLegiLives(t *testing.T) {
	ids := map[string]bool{}
	keys := map[corpus.Key]string{} // the last version of each, to its end
	states := map[string]int{}
	var last law.ArticleVersion
	same, again, size := 0, 0, 0
	for v := range legi(t, synth.LegiOptions{Versions: 30_000, Seed: 3}).Versions() {
		if k, err := corpus.ParseKey(string(v.Key)); err != nil || k != v.Key {
			t.Fatalf("%s: key %q: %v", v.ID, v.Key, err)
		}
		if ids[v.ID] || keys[v.Key] != "" && last.Key != v.Key {
			t.Fatalf("%s, %s comes twice", v.ID, v.Key)
		}
		ids[v.ID], keys[v.Key] = true, v.ID
		if v.End != "" && v.End <= v.Start || last.Key == v.Key && last.End != v.Start {
			t.Fatalf("%s, %s: from %s to %s after %s", v.ID, v.Key, v.Start, v.End, last.End)
		}
		if open := v.State == "VIGUEUR" || v.State == "VIGUEUR_DIFF"; open != (v.End == "" || v.End == "2027-01-01") {
			t.Fatalf("%s: %s until %q", v.ID, v.State, v.End)
		}
		if v.Text == "" || strings.Contains(v.Text, "  ") || strings.ContainsAny(v.Text, "{}|") || len(v.Titles) == 0 {
			t.Fatalf("%s: text %q below %q", v.ID, v.Text, v.Titles)
		}
		states[v.State]++
		if last.Key == v.Key {
			again++
			if last.Text == v.Text {
				same++
			}
		}
		size += len(v.Text)
		last = v
	}
	for _, s := range []string{"VIGUEUR", "MODIFIE", "ABROGE", "TRANSFERE", "VIGUEUR_DIFF"} {
		if states[s] == 0 {
			t.Errorf("no version is %s", s)
		}
	}
	if mean := size / len(ids); mean < 300 || mean > 700 {
		t.Errorf("a text has %d bytes on average", mean)
	}
	if same*3 > again || same == 0 {
		t.Errorf("%d of %d new versions have the text of the one before", same, again)
	}
}

// TestLegiMoves: a rule that moved is told at both ends, on the day on which one
// version ends and the other begins, and its words go with it.
func TestLegiMoves(t *testing.T) {
	l := legi(t, synth.LegiOptions{Versions: 5000})
	all := map[string]law.ArticleVersion{}
	for v := range l.Versions() {
		all[v.ID] = v
	}
	moves := map[string]int{}
	for _, v := range all {
		for _, m := range v.Moves {
			o, ok := all[m.ID]
			if !ok || o.Key != m.Key {
				t.Fatalf("%s: %+v leads to %s", v.ID, m, o.Key)
			}
			old, young := v, o
			if m.From {
				old, young = o, v
			}
			if old.End != young.Start || old.State != "TRANSFERE" {
				t.Errorf("%s until %s (%s), %s from %s", old.Key, old.End, old.State, young.Key, young.Start)
			}
			back := slices.ContainsFunc(o.Moves, func(b law.ArticleLink) bool { return b.ID == v.ID && b.Type == m.Type && b.From != m.From })
			if !back {
				t.Errorf("%s, %s does not know of %s", o.ID, o.Key, v.Key)
			}
			if !m.From && m.Type == "CONCORDE" {
				moves[string(old.Key+" "+young.Key)+" "+string(young.Start)]++
			}
		}
	}
	if len(moves) < 40 {
		t.Errorf("only %d rules move", len(moves))
	}
	for _, want := range []string{"code-civil/1382 code-civil/1240 2016-10-01", "code-civil/1353 code-civil/1382 2016-10-01",
		"code-civil/1134 code-civil/1104 2016-10-01", "code-de-procedure-civile/809 code-de-procedure-civile/835 2020-01-01"} {
		if moves[want] != 1 {
			t.Errorf("%q is told %d times", want, moves[want])
		}
	}
}

// legiXML is what the test reads of any document.
type legiXML struct {
	XMLName xml.Name
	ID      string `xml:"META>META_COMMUN>ID"`
	URL     string `xml:"META>META_COMMUN>URL"`
	TA      string `xml:"ID"` // of a section
	Article struct {
		Num   string `xml:"NUM"`
		State string `xml:"ETAT"`
		Start string `xml:"DATE_DEBUT"`
		End   string `xml:"DATE_FIN"`
	} `xml:"META>META_SPEC>META_ARTICLE"`
	Content struct {
		P     []string `xml:"p"`
		Plain string   `xml:",chardata"`
	} `xml:"BLOC_TEXTUEL>CONTENU"`
	Versions []struct {
		ID    string `xml:"id,attr"`
		State string `xml:"etat,attr"`
	} `xml:"VERSIONS>VERSION>LIEN_ART"`
	Sections []struct {
		ID string `xml:"id,attr"`
	} `xml:"STRUCTURE_TA>LIEN_SECTION_TA"`
	Top []struct {
		ID string `xml:"id,attr"`
	} `xml:"STRUCT>LIEN_SECTION_TA"`
	Articles []struct {
		ID string `xml:"id,attr"`
	} `xml:"STRUCTURE_TA>LIEN_ART"`
	Links []struct {
		ID   string `xml:"id,attr"`
		Text string `xml:"cidtexte,attr"`
		Kind string `xml:"typelien,attr"`
		Sens string `xml:"sens,attr"`
	} `xml:"LIENS>LIEN"`
}

// TestLegiArchive reads an archive back: every document is sound, stands where
// its identifier says, and is named by the documents above it.
func TestLegiArchive(t *testing.T) {
	l := legi(t, synth.LegiOptions{Versions: 4000})
	roots, named, kinds := map[string]int{}, map[string]int{}, map[string]int{}
	docs := map[string]legiXML{}
	for _, m := range unpack(t, packed(t, l)) {
		var x legiXML
		if err := xml.Unmarshal(m.data, &x); err != nil {
			t.Fatalf("%s: %v", m.name, err)
		}
		root := x.XMLName.Local
		roots[root]++
		id := x.ID + x.TA
		if path.Base(m.name) != id+".xml" || !strings.HasPrefix(m.name, "legi/global/code_et_TNC_") {
			t.Fatalf("%s holds %s", m.name, id)
		}
		if root == "ARTICLE" || root == "SECTION_TA" {
			d := id[len("LEGIARTI"):]
			if want := path.Join(d[0:2], d[2:4], d[4:6], d[6:8], d[8:10], id+".xml"); !strings.HasSuffix(m.name, "/"+want) {
				t.Fatalf("%s stands in %s", id, m.name)
			}
			docs[id] = x
		}
		if x.URL != "" && path.Base(x.URL) != id+".xml" {
			t.Fatalf("%s: URL %s", id, x.URL)
		}
		for _, s := range append(x.Sections, x.Top...) {
			named[s.ID]++
		}
		for _, a := range x.Articles {
			named[a.ID]++
		}
		for _, k := range x.Links {
			kinds[k.Kind+" "+k.Sens]++
			if strings.HasPrefix(k.Text, "LEGITEXT") {
				defer func() { // when all are known
					if _, ok := docs[k.ID]; !ok {
						t.Errorf("%s leads to %s, which is not there", id, k.ID)
					}
				}()
			}
		}
	}
	if roots["ARTICLE"] != 4000 || roots["TEXTELR"] != roots["TEXTE_VERSION"] || roots["TEXTELR"] < 100 {
		t.Errorf("documents: %v", roots)
	}
	for id := range docs {
		if named[id] != 1 {
			t.Errorf("%s is named by %d sections", id, named[id])
		}
	}
	if len(named) != len(docs) {
		t.Errorf("%d documents are named, there are %d", len(named), len(docs))
	}
	for _, k := range []string{"CONCORDE source", "CONCORDE cible", "CONCORDANCE source", "CONCORDANCE cible", "TRANSFERT source", "TRANSFERT cible", "CITATION source", "MODIFIE cible", "CREE cible"} {
		if kinds[k] == 0 {
			t.Errorf("no link %s", k)
		}
	}
	for v := range l.Versions() {
		checkArticle(t, v, docs[v.ID])
	}
}

// checkArticle compares a document with what a reader is to find in it.
func checkArticle(t *testing.T, v law.ArticleVersion, x legiXML) {
	t.Helper()
	end := v.End
	if end == "" {
		end = "2999-01-01"
	}
	text := strings.Join(x.Content.P, " ")
	if len(x.Content.P) == 0 {
		text = x.Content.Plain
	}
	versions := 0
	for _, o := range x.Versions {
		if o.ID == v.ID && o.State == v.State {
			versions++
		}
	}
	_, num, _ := strings.Cut(string(v.Key), "/")
	got := []string{x.ID, corpus.CanonArticle(x.Article.Num), x.Article.State, x.Article.Start, x.Article.End, strings.Join(strings.Fields(text), " ")}
	want := []string{v.ID, num, v.State, string(v.Start), string(end), strings.ReplaceAll(v.Text, "\n\n", " ")}
	if diff := cmp.Diff(want, got); diff != "" || versions != 1 {
		t.Fatalf("%s, named %d times by itself (-want +got):\n%s", v.ID, versions, diff)
	}
}

// TestLegiDelta: an increment delivers all versions of what it amends, and no
// article of those that it takes away.
func TestLegiDelta(t *testing.T) {
	l := legi(t, synth.LegiOptions{Versions: 5000, Seed: 5})
	full := map[string]law.ArticleVersion{}
	for v := range l.Versions() {
		full[v.ID] = v
	}
	delta := synth.LegiDelta{Day: "2026-01-02", Amended: 60, Suppressed: 9}
	if got := delta.Name(); got != "LEGI_20260102-120000.tar.gz" {
		t.Error(got)
	}
	var b, again bytes.Buffer
	change, err := l.WriteDelta(&b, delta)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.WriteDelta(&again, delta); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Errorf("the same increment has other bytes; %v", err)
	}
	docs, list := map[string]legiXML{}, ""
	for _, m := range unpack(t, b.Bytes()) {
		if !strings.HasPrefix(m.name, "20260102-120000/") {
			t.Fatal(m.name)
		}
		if path.Base(m.name) == "liste_suppression_legi.dat" {
			list = string(m.data)
			continue
		}
		var x legiXML
		if err := xml.Unmarshal(m.data, &x); err != nil {
			t.Fatalf("%s: %v", m.name, err)
		}
		docs[x.ID] = x
	}
	if len(change.Added) != 60 || len(change.Replaced) != 60 || len(docs) != 120+len(change.Unchanged) {
		t.Errorf("%d documents, %d added, %d replaced, %d unchanged", len(docs), len(change.Added), len(change.Replaced), len(change.Unchanged))
	}
	for _, v := range change.Replaced {
		old := full[v.ID]
		if old.End != "" || old.State != "VIGUEUR" || v.End != "2026-01-02" || v.State != "MODIFIE" {
			t.Errorf("%+v replaces %+v", v, old)
		}
		old.End, old.State = v.End, v.State
		if diff := cmp.Diff(old, v); diff != "" {
			t.Fatalf("%s is also otherwise (-want +got):\n%s", v.ID, diff)
		}
		checkArticle(t, v, docs[v.ID])
	}
	for _, v := range change.Unchanged {
		if diff := cmp.Diff(full[v.ID], v); diff != "" {
			t.Fatalf("%s is changed (-want +got):\n%s", v.ID, diff)
		}
		checkArticle(t, v, docs[v.ID])
	}
	for _, v := range change.Added {
		if _, ok := full[v.ID]; ok || v.Start != "2026-01-02" || v.State != "VIGUEUR" {
			t.Fatalf("added: %+v", v)
		}
		checkArticle(t, v, docs[v.ID])
	}
	lines := strings.Fields(list)
	if len(lines) != len(change.Removed) || len(lines) < 9 {
		t.Fatalf("%d lines, %d removed", len(lines), len(change.Removed))
	}
	for i, line := range lines {
		id := path.Base(line)
		if _, ok := full[id]; !ok || docs[id].ID != "" || id != change.Removed[i] || !strings.HasPrefix(line, "legi/global/") {
			t.Errorf("line %q", line)
		}
	}
}

func TestLegiDeltaRefuses(t *testing.T) {
	l := legi(t, synth.LegiOptions{Versions: 300})
	for _, d := range []synth.LegiDelta{{}, {Day: "2025-12-01"}, {Day: "2027-01-01"}, {Day: "2026-02-30"},
		{Day: "2026-01-02", Amended: -1}, {Day: "2026-01-02", Suppressed: 300}} {
		var b bytes.Buffer
		if _, err := l.WriteDelta(&b, d); err == nil || b.Len() > 0 {
			t.Errorf("%+v is accepted", d)
		}
	}
}
