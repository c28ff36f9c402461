package source_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/source"
	"github.com/attendu/attendu/corpus/source/archive/archivetest"
	"github.com/attendu/attendu/corpus/source/sourcetest"
	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"golang.org/x/tools/txtar"
)

func member(name, data string) archivetest.File { return archivetest.File{Name: name, Data: data} }

// TestInside reads the cases of every reader in every kind of archive, and wants
// the records that it gives outside.
func TestInside(t *testing.T) {
	cases, err := filepath.Glob("*/testdata/*/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal(cases, err)
	}
	type wrap struct {
		kind, prefix string
		around       func(string) string
	}
	wraps := []wrap{
		{"tar", "in!x", tarOf}, {"zip", "in!x", zipOf}, {"gz", "in", archivetest.Gzip}, {"zst", "in", archivetest.Zstd},
		{"tar.gz", "in!x", func(data string) string { return archivetest.Gzip(tarOf(data)) }},
		{"tar.zst", "in!x", func(data string) string { return archivetest.Zstd(tarOf(data)) }},
		{"zip in tar.gz", "in!x!x", func(data string) string { return archivetest.Gzip(tarOf(zipOf(data))) }},
	}
	for _, path := range cases {
		ar, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(path, err)
		}
		_, stream, _ := sourcetest.Stream(t, ar)
		data := string(stream)
		for _, w := range wraps {
			outside := source.Read(context.Background(), w.prefix, strings.NewReader(data), source.Options{})
			want, got := slices.Collect(outside), read(w.around(data), source.Options{})
			if diff := cmp.Diff(want, got, sameError); diff != "" {
				t.Errorf("%s in a %s (-outside +inside):\n%s", path, w.kind, diff)
			}
		}
	}
}

func tarOf(data string) string { return archivetest.Tar(member("x", data)) }
func zipOf(data string) string { return archivetest.Zip(member("x", data)) }

// sameError compares errors by what they say.
var sameError = cmp.Comparer(func(a, b error) bool {
	return (a == nil) == (b == nil) && (a == nil || a.Error() == b.Error())
})

// TestReadCut wants the records before a cut to be read, in a packed stream too.
func TestReadCut(t *testing.T) {
	line := `{"id":"a","jurisdiction":"cc"}` + "\n"
	packed := archivetest.Gzip(line+line) + archivetest.Gzip(line+line)
	want := []string{"in#1: judilibre", "in#2: judilibre", "in: malformed: cut off: unexpected EOF"}
	if diff := cmp.Diff(want, said(read(packed[:len(packed)/2+12], source.Options{}))); diff != "" {
		t.Error(diff)
	}
	page := archivetest.Gzip("<p>Jugement du 3 mars 2020, entre les parties")
	want = want[2:]
	if diff := cmp.Diff(want, said(read(page[:len(page)-12], source.Options{}))); diff != "" {
		t.Error(diff)
	}
}

// TestWalkIncrements reads a full archive and its increments in the order of
// their dates, lists of suppressions first in their folder, and goes on behind a
// bomb.
func TestWalkIncrements(t *testing.T) {
	xml := func(n int) string {
		return fmt.Sprintf("<TEXTE_JURI_JUDI><META><META_COMMUN><ID>JURITEXT%012d</ID></META_COMMUN></META></TEXTE_JURI_JUDI>", n)
	}
	list := "juri/JURITEXT000099000001\n"
	tree(t, map[string]string{
		"d/Freemium_cass_global_20250713-140000.tar.gz": archivetest.Gzip(archivetest.Tar(member("a.xml", xml(1)), member("b.xml", xml(2)))),
		"d/CASS_20250715-200000.tar.gz":                 archivetest.Gzip(archivetest.Tar(member("a.xml", xml(1)))),
		"d/CASS_20250714-200000.tar.gz":                 archivetest.Gzip(archivetest.Tar(member("liste_suppression_cass.dat", list))),
		"d/bombe.gz":                                    archivetest.Gzip(strings.Repeat(" ", 100<<20)),
		"d/z/juri/a.xml":                                xml(1),
		"d/z/liste_suppression_cass.dat":                list,
	})
	want := []string{
		"d/Freemium_cass_global_20250713-140000.tar.gz!a.xml: dila", "d/Freemium_cass_global_20250713-140000.tar.gz!b.xml: dila",
		"d/CASS_20250714-200000.tar.gz!liste_suppression_cass.dat#1: not a decision: decision JURITEXT000099000001 is withdrawn by its publisher",
		"d/CASS_20250715-200000.tar.gz!a.xml: dila",
		"d/bombe.gz: too large: archive that expands more than 200:1 after the first 67108864 bytes",
		"d/z/liste_suppression_cass.dat#1: not a decision: decision JURITEXT000099000001 is withdrawn by its publisher",
		"d/z/juri/a.xml: dila",
	}
	if diff := cmp.Diff(want, walk(source.Options{MaxBytes: 1 << 30}, "d")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestLimits wants the limits of the options to reach the archives.
func TestLimits(t *testing.T) {
	nested := archivetest.Tar(member("a", "Jugement"), member("t", archivetest.Tar(member("b", "Jugement"), member("c", "Jugement"))))
	for want, opt := range map[string]source.Options{
		"in!a: plain|in!t!b: plain|in!t!c: plain":                                                      {},
		"in!a: plain|in!t: too large: archives nested more than 1 deep":                                {MaxDepth: 1},
		"in!a: plain|in!t!b: plain|in: too large: archive of more than 3 members (while reading in!t)": {MaxMembers: 3},
	} {
		if got := strings.Join(said(read(nested, opt)), "|"); got != want {
			t.Errorf("%+v gives %s, want %s", opt, got, want)
		}
	}
}

// TestProgress wants progress to grow up to the total, which is the size of the
// files as they are on disk.
func TestProgress(t *testing.T) {
	random := make([]byte, 3<<20)
	rand.NewChaCha8([32]byte{}).Read(random)
	files := map[string]string{
		"d/a.zip": archivetest.Zip(member("a", string(random)), member("b", "Jugement")), "d/b.txt": "Jugement", "d/c.tar": archivetest.Tar(member("x", string(random))),
	}
	tree(t, files)
	var size int64
	for _, data := range files {
		size += int64(len(data))
	}
	var last, calls int64
	opt := source.Options{Progress: func(read, total int64) {
		if read < last || read > total || total != size {
			t.Errorf("%d of %d bytes, after %d; want %d in all", read, total, last, size)
		}
		last = read
		calls++
	}}
	if walk(opt, "d", "nulle-part"); last != size || calls < 4 || calls > 20 {
		t.Errorf("%d calls, the last with %d bytes of %d", calls, last, size)
	}
	opt.Stdin = io.MultiReader(strings.NewReader("Jugement"))
	opt.Progress = func(read, total int64) { last = total }
	if walk(opt, "d/b.txt", "-"); last != -1 {
		t.Errorf("the total with standard input is %d", last)
	}
}

// feed writes a tar.gz of n small decisions of the DILA as it is read. Their words
// vary, so that they pack as texts do.
func feed(n int) io.Reader {
	r, w := io.Pipe()
	go func() {
		z, _ := gzip.NewWriterLevel(w, gzip.BestSpeed)
		words, i := rand.New(rand.NewPCG(1, 2)), 0
		err := archivetest.WriteTar(z, func() (archivetest.File, bool) {
			i++
			return member(fmt.Sprintf("juri/JURITEXT%012d.xml", i), decision(i, words)), i <= n
		})
		if err == nil {
			err = z.Close()
		}
		w.CloseWithError(err)
	}()
	return r
}

var words = strings.Fields("attendu que la société Belombre fait grief à l'arrêt de la condamner au paiement d'une somme alors selon le moyen")

func decision(n int, r *rand.Rand) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<TEXTE_JURI_JUDI><META><META_COMMUN><ID>JURITEXT%012d</ID></META_COMMUN></META><TEXTE><BLOC_TEXTUEL><CONTENU>", n)
	for range 400 {
		b.WriteString(words[r.IntN(len(words))] + " ")
	}
	b.WriteString("</CONTENU></BLOC_TEXTUEL></TEXTE></TEXTE_JURI_JUDI>")
	return b.String()
}

// TestMemory reads 300 MB out of a tar.gz that comes through a pipe, and wants
// memory to stay bounded.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 300 MB")
	}
	const docs, limit = 120_000, 64 << 20
	n, peak := 0, uint64(0)
	for rec := range source.Read(context.Background(), "in", feed(docs), source.Options{}) {
		if rec.Err != nil {
			t.Fatal(rec.Err)
		}
		if n++; n%10_000 == 0 {
			runtime.GC() // what is held, not what waits to be swept
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapAlloc)
		}
	}
	if n != docs || peak > limit {
		t.Errorf("%d documents of %d, %d MiB of heap", n, docs, peak>>20)
	}
	t.Logf("%d MiB of heap at most", peak>>20)
}

// BenchmarkArchive reads a tar.gz file; MB/s are of what it holds.
func BenchmarkArchive(b *testing.B) {
	const docs = 2000
	var packed bytes.Buffer
	if _, err := io.Copy(&packed, feed(docs)); err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "feed.tar.gz")
	if err := os.WriteFile(path, packed.Bytes(), 0o644); err != nil {
		b.Fatal(err)
	}
	z, err := gzip.NewReader(&packed)
	if err != nil {
		b.Fatal(err)
	}
	size, err := io.Copy(io.Discard, z)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(size)
	for b.Loop() {
		for rec := range source.Walk(context.Background(), []string{path}, source.Options{}) {
			if rec.Err != nil {
				b.Fatal(rec.Err)
			}
		}
	}
}

// BenchmarkSetAside passes over sections of LEGI in a tar.
func BenchmarkSetAside(b *testing.B) {
	section := "<SECTION_TA><ID>LEGISCTA000099000001</ID><STRUCTURE_TA>" + strings.Repeat("<LIEN_ART num=\"1\"/>", 200) + "</STRUCTURE_TA></SECTION_TA>"
	files := slices.Repeat([]archivetest.File{member("legi/a.xml", section)}, 1000)
	data := archivetest.Tar(files...)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		for rec := range source.Read(context.Background(), "in", strings.NewReader(data), source.Options{}) {
			if rec.Doc != nil {
				b.Fatal(rec.Path)
			}
		}
	}
}
