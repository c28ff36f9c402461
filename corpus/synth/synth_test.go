package synth_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"iter"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/synth"
	"golang.org/x/text/unicode/norm"
)

func generator(t testing.TB, opt synth.Options) *synth.Generator {
	t.Helper()
	g, err := synth.New(opt)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// all yields the decisions of a corpus.
func all(t testing.TB, opt synth.Options) iter.Seq[*synth.Decision] {
	t.Helper()
	return generator(t, opt).Decisions()
}

// golden is the hash of a thousand decisions. It changes with every change of
// the tables or of the mechanism, and with nothing else: not with the machine.
const golden = "638f567d3ef9bf3c"

func TestGolden(t *testing.T) {
	h := sha256.New()
	for d := range all(t, synth.Options{}) {
		h.Write(d.DILA())
		h.Write(d.Judilibre())
		fmt.Fprintf(h, "%+v\n", d.Truth)
	}
	if got := hex.EncodeToString(h.Sum(nil)[:8]); got != golden {
		t.Errorf("the thousand decisions have the hash %s, want %s", got, golden)
	}
}

// TestRandomAccess: a decision is the same whether or not others were written
// before it, and by another generator.
func TestRandomAccess(t *testing.T) {
	g := generator(t, synth.Options{Seed: 7, Decisions: 500})
	list := slices.Collect(g.Decisions())
	if len(list) != 500 || g.Len() != 500 {
		t.Fatalf("%d decisions, Len %d", len(list), g.Len())
	}
	other := generator(t, synth.Options{Seed: 7, Decisions: 500})
	for i := 499; i >= 0; i -= 7 {
		if d := other.Decision(i); !reflect.DeepEqual(d.Metadata, list[i].Metadata) || d.Text != list[i].Text || !reflect.DeepEqual(d.Truth, list[i].Truth) {
			t.Fatalf("decision %d by itself is another", i)
		}
	}
	if n := len(slices.Collect(g.Range(490, 900))); n != 10 {
		t.Errorf("Range beyond the end gives %d", n)
	}
	if generator(t, synth.Options{Seed: 8}).Decision(3).Text == list[3].Text {
		t.Error("the seed changes nothing")
	}
}

// TestTruth: what is said to be written stands there.
func TestTruth(t *testing.T) {
	for d := range all(t, synth.Options{Seed: 1, Decisions: 2000}) {
		if !utf8.ValidString(d.Text) || !norm.NFC.IsNormalString(d.Text) || strings.Contains(d.Text, "\n\n\n") || strings.Contains(d.Text, "  ") {
			t.Fatalf("%s: text is not in its one form", d.ID)
		}
		at, last := 0, 0
		for _, z := range d.Truth.Zones {
			if z.Start != at || z.End <= z.Start {
				t.Fatalf("%s: zone %+v behind %d", d.ID, z, at)
			}
			at = z.End
		}
		if at != len(d.Text) {
			t.Fatalf("%s: the zones end at %d of %d", d.ID, at, len(d.Text))
		}
		for _, c := range d.Truth.Citations {
			words := c.Of(d.Text)
			if k, err := corpus.ParseKey(string(c.Key)); err != nil || k != c.Key {
				t.Fatalf("%s: %q has the key %q: %v", d.ID, words, c.Key, err)
			}
			if c.Start < last || words == "" || strings.TrimSpace(words) != words || !begins(words) {
				t.Fatalf("%s: mention %q", d.ID, words)
			}
			last = c.Start
		}
		for _, p := range d.Truth.Parties {
			if p.Of(d.Text) != p.Name || p.Name == "" {
				t.Fatalf("%s: party %q stands as %q", d.ID, p.Name, p.Of(d.Text))
			}
		}
		if len(d.Truth.Parties) != 2 || len(d.Truth.Orders) < 2 || len(d.Truth.Citations) < 3 {
			t.Fatalf("%s: %d parties, %d orders, %d citations", d.ID, len(d.Truth.Parties), len(d.Truth.Orders), len(d.Truth.Citations))
		}
	}
}

// TestOwnAndReviewed: the decision's own number and day are no citation, though
// its head and its last line print them; the decision under review is one, at
// every mention.
func TestOwnAndReviewed(t *testing.T) {
	for d := range all(t, synth.Options{Seed: 2, Decisions: 1000}) {
		own := append(d.Keys(), corpus.DecisionKey(d.Court, string(d.Date)))
		reviewed := map[corpus.Key]bool{}
		for _, c := range d.Truth.Citations {
			if slices.Contains(own, c.Key) && !c.Doubt {
				t.Errorf("%s cites itself as %s: %q", d.ID, c.Key, c.Of(d.Text))
			}
			if c.UnderAppeal {
				reviewed[c.Key] = true
			}
		}
		for _, c := range d.Truth.Citations {
			if reviewed[c.Key] && !c.UnderAppeal {
				t.Errorf("%s: %q is not marked as under review", d.ID, c.Of(d.Text))
			}
		}
		if firstInstance := d.Nature != "ARRET" && (d.Nature != "" || d.Court.Kind == corpus.TA); firstInstance != (len(reviewed) == 0) {
			t.Errorf("%s, %s: under review are %v", d.ID, d.Title, reviewed)
		}
		if d.Contested != nil && !reviewed[corpus.DecisionKey(d.Contested.Court, string(d.Contested.Date))] {
			t.Errorf("%s reviews %v, not the decision of its metadata", d.ID, reviewed)
		}
	}
}

// TestBranches: before October 2019 each branch of a moyen is a paragraph, and a
// title that speaks of branches has two.
func TestBranches(t *testing.T) {
	told := 0
	for d := range all(t, synth.Options{Seed: 3, Decisions: 1500, Cases: synth.OnlyCassation}) {
		paras := strings.Split(d.Text, "\n\n")
		for i, p := range paras {
			if strings.Contains(p, "\n1°/") || strings.Contains(p, "\n2°/") {
				t.Fatalf("%s: a branch within the paragraph %q", d.ID, p)
			}
			if d.Date >= "2019-10-01" || !strings.HasSuffix(p, "pris en ses deux branches :") {
				continue
			}
			told++
			if !strings.HasSuffix(paras[i+1], "alors, selon le moyen :") || !strings.HasPrefix(paras[i+2], "1°/ qu") || !strings.HasPrefix(paras[i+3], "2°/ qu") ||
				!strings.Contains(paras[i+4], "ttendu") {
				t.Fatalf("%s: %q", d.ID, paras[i:i+5])
			}
			at := strings.Index(d.Text, paras[i+3])
			for _, c := range d.Truth.Citations {
				if c.Start >= at && c.End <= at+len(paras[i+3]) && c.Zone != corpus.Moyens {
					t.Errorf("%s: %q of a branch in the zone %s", d.ID, c.Of(d.Text), c.Zone)
				}
			}
		}
	}
	if told < 100 {
		t.Errorf("%d moyens have branches", told)
	}
}

// begins reports whether the words begin as a mention does.
func begins(words string) bool {
	for _, w := range strings.Fields(`article articles jugement ordonnance loi décret arrêt arrêté décision CE Convention 1re 2e 3e Com. Soc. Crim. Cass. CA CAA`) {
		if strings.HasPrefix(words, w+" ") || strings.HasPrefix(words, w+",") {
			return true
		}
	}
	r, _ := utf8.DecodeRuneInString(words) // "Rennes, 5 octobre 2018"
	return strings.Contains(words, ", ") && r >= 'A'
}

// TestCases: the decisions of a case name the ones before them, and no number is
// given twice.
func TestCases(t *testing.T) {
	const n = 6000
	keys, cases := map[corpus.Key]int{}, map[int][]*synth.Decision{}
	cited := map[corpus.Key]int{}
	for d := range all(t, synth.Options{Decisions: n}) {
		if len(d.Numbers) == 1 {
			k := d.Keys()[0]
			if keys[k]++; keys[k] > 1 {
				t.Errorf("%s: %s is given twice", d.ID, k)
			}
		}
		if d.Date < "2002-01-01" || d.Date > "2025-12-31" {
			t.Errorf("%s of %s", d.ID, d.Date)
		}
		cases[d.Case] = append(cases[d.Case], d)
		for _, c := range d.Truth.Citations {
			if k, err := c.Key.Parts(); err == nil && (k.Head == "cass" || k.Head == "ce") {
				cited[c.Key]++
			}
		}
	}
	for _, list := range cases {
		slices.SortFunc(list, func(a, b *synth.Decision) int { return strings.Compare(string(a.Date), string(b.Date)) })
		for i := 1; i < len(list); i++ {
			before := list[i-1].Keys()
			if !slices.ContainsFunc(list[i].Truth.Citations, func(c synth.Mention) bool { return slices.Contains(before, c.Key) }) {
				t.Errorf("%s does not name %s of its case", list[i].ID, before[0])
			}
		}
	}
	top, held := 0, 0
	for k, c := range cited {
		top = max(top, c)
		if keys[k] > 0 {
			held++
		}
	}
	if top < 20 || held*10 < len(cited)*9 {
		t.Errorf("of %d rulings cited %d are held, the first %d times", len(cited), held, top)
	}
}

// TestShape: lengths, citations, both sides of the renumberings, and a long tail
// of provisions.
func TestShape(t *testing.T) {
	var sizes, cites []int
	keys, quals := map[corpus.Key]int{}, map[corpus.Qualifier]int{}
	openings := map[string]int{}
	for d := range all(t, synth.Options{Seed: 3, Decisions: 6000}) {
		n := 0
		for _, c := range d.Truth.Citations {
			keys[c.Key]++
			quals[c.Qualifier]++
			if !c.Doubt {
				n++
			}
		}
		sizes, cites = append(sizes, len(d.Text)), append(cites, n)
		for _, para := range strings.Split(d.Text, "\n\n") {
			if len(para) > 120 {
				openings[para]++
			}
		}
	}
	slices.Sort(sizes)
	slices.Sort(cites)
	paras, again := 0, 0
	for _, n := range openings {
		paras += n
		again += n - 1
	}
	q := func(list []int, percent int) int { return list[len(list)*percent/100] }
	t.Logf("bytes: 5%% %d, half %d, 95%% %d; citations: 5%% %d, half %d, 95%% %d; long paragraphs said again word for word: %d%% of %d",
		q(sizes, 5), q(sizes, 50), q(sizes, 95), q(cites, 5), q(cites, 50), q(cites, 95), again*100/paras, paras)
	for _, k := range []corpus.Key{"code-civil/1382", "code-civil/1240", "code-de-procedure-civile/809", "code-de-procedure-civile/835", "cesdh/6", "loi/85-677/4",
		"code-de-justice-administrative/L761-1", "loi/83-634/29",
		"code-de-l-entree-et-du-sejour-des-etrangers-et-du-droit-d-asile/L511-1", "code-de-l-entree-et-du-sejour-des-etrangers-et-du-droit-d-asile/L611-1"} {
		if keys[k] < 10 {
			t.Errorf("%s is cited %d times", k, keys[k])
		}
	}
	for _, k := range []corpus.Qualifier{corpus.Ancien, corpus.Devenu, corpus.Redaction} {
		if quals[k] < 50 {
			t.Errorf("the qualifier %s stands %d times", k, quals[k])
		}
	}
	provisions, once, service := 0, 0, 0
	for k, n := range keys {
		if k.Instrument() == "code-general-de-la-fonction-publique" {
			service += n
		}
		if k.IsProvision() && !strings.HasPrefix(string(k), "arrete/") {
			provisions++
			if n < 3 {
				once++
			}
		}
	}
	t.Logf("%d provisions are cited, %d of them once or twice", provisions, once)
	if service < 50 {
		t.Errorf("the code of 2022 of the public service is cited %d times", service)
	}
	if provisions < 1500 || once*5 < provisions {
		t.Errorf("%d provisions are cited, %d of them once or twice", provisions, once)
	}
	if m := q(sizes, 50); m < 5000 || m > 9000 {
		t.Errorf("half of the texts are longer than %d bytes", m)
	}
	if m := q(cites, 50); m < 8 || m > 15 {
		t.Errorf("half of the texts have more than %d citations", m)
	}
}

// TestArchive: paths of the DILA, folders before their files, the same bytes
// twice.
func TestArchive(t *testing.T) {
	var one, two bytes.Buffer
	opt := synth.Options{Decisions: 300}
	for _, w := range []io.Writer{&one, &two} {
		if err := synth.WriteArchive(w, opt); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("written twice, two archives")
	}
	z, err := gzip.NewReader(&one)
	if err != nil {
		t.Fatal(err)
	}
	g, r, n, dirs := generator(t, opt), tar.NewReader(z), 0, map[string]bool{}
	for {
		h, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if parent := path.Dir(strings.TrimSuffix(h.Name, "/")); parent != "." && !dirs[parent+"/"] {
			t.Errorf("%s comes before its folder", h.Name)
		}
		if h.Typeflag == tar.TypeDir {
			dirs[h.Name] = true
			continue
		}
		d := g.Decision(n)
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, d.DILA()) || h.Name != d.Path() {
			t.Fatalf("%s: want %s, and its document; %v", h.Name, d.Path(), err)
		}
		n++
	}
	if n != 300 || !dirs["juri/cass/JURI/TEXT/99/98/00/00/02/"] {
		t.Errorf("%d documents, folders %v", n, dirs)
	}
	if name := g.ArchiveName(); name != "Freemium_cass_global_20260101-120000.tar.gz" {
		t.Errorf("name %s", name)
	}
}

func TestOptions(t *testing.T) {
	for _, opt := range []synth.Options{{Decisions: -1}, {Decisions: 1e9}, {From: "1er mai"}, {From: "2018-01-01"}, {To: "2026-02-30"},
		{From: "1950-01-01"}, {Cases: synth.Cases{First: -1}}, {Cases: synth.Cases{Remanded: 101}}} {
		if _, err := synth.New(opt); err == nil {
			t.Errorf("New(%+v) accepts it", opt)
		}
		if err := synth.WriteArchive(io.Discard, opt); err == nil {
			t.Errorf("WriteArchive(%+v) accepts it", opt)
		}
	}
	for d := range all(t, synth.Options{Decisions: 50, From: "2008-05-01", To: "2018-01-01", Cases: synth.OnlyCassation}) {
		if d.Court.Kind != corpus.Cass || d.Date < "2009-01-01" || d.Date > "2017-12-31" {
			t.Errorf("%s of %s, %s", d.Court.Kind, d.Date, d.ID)
		}
	}
	for _, c := range []synth.Cases{{First: 1}, {Appealed: 2}, {Reviewed: 1}, {Remanded: 1}, {Cassation: 1}} {
		for d := range all(t, synth.Options{Decisions: 40, Cases: c}) {
			if d.Text == "" {
				t.Errorf("%+v: %s is empty", c, d.ID)
			}
		}
	}
}
