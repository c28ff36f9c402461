package commentary

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/fold"
	"golang.org/x/tools/txtar"
)

// seeds gives the texts of testdata.
func seeds(tb testing.TB) []string {
	files, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil {
		tb.Fatal(err)
	}
	var out []string
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		for _, f := range ar.Files {
			if f.Name == "texte" {
				out = append(out, string(f.Data))
			}
		}
	}
	return out
}

// FuzzRead wants spans that quote the text and a layout that covers it, whatever
// the text.
func FuzzRead(f *testing.F) {
	r := load(f)
	for _, s := range seeds(f) {
		f.Add(s, "")
	}
	f.Add("Par un arrêt du 4 mai 2011, la Cour de cassation a rejeté le pourvoi de M. \xff\u00ad\u200b.", "Cass. soc., 4 mai 2011, n° 10-12.345")
	f.Fuzz(func(t *testing.T, text, title string) {
		x := fold.New(text)
		r.Detect(x, title)
		if rep, ok := r.Read(x, title); ok {
			checkReport(t, text, rep)
		}
	})
}

// TestLinear reads a long text of repeated anchors, which would not end if any
// step were quadratic.
func TestLinear(t *testing.T) {
	r := load(t)
	head := "Par un arrêt du 4 mai 2011, la Cour de cassation a rejeté le pourvoi de la société Orme. "
	for _, s := range []string{"il a condamné la société Orme et ", "Elle a. ", "« a ", "société A, ", "M. Aa Bb et ", "TGI de ", "4 mai 2011 ",
		"n° 12-34.567 ", "a ordonné à ", "Qui qui ", "la société Orme, prestataire, ", "\n", "Abc\n", "1 000 ", "du tribunal "} {
		text := head + strings.Repeat(s, 40_000/len(s))
		x := fold.New(text)
		r.Detect(x, "")
		if rep, ok := r.Read(x, ""); ok {
			checkReport(t, text, rep)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	r := load(b)
	s := strings.Join(seeds(b), "\n")
	x := fold.New(s)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		r.Read(x, "")
	}
}

// BenchmarkDetect is the usual case: a text with a formula that excludes it.
func BenchmarkDetect(b *testing.B) {
	r := load(b)
	s := strings.Join(seeds(b)[:8], "\n")
	x := fold.New(s)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		r.Detect(x, "")
	}
}

// BenchmarkHostile reads 1 MB of units of which a text may be made to be slow to
// read: none is a commentary, and all but one have no formula that says so.
func BenchmarkHostile(b *testing.B) {
	r := load(b)
	for _, unit := range []string{"Attendu ", "société société ", "\n", "Article 1er : ", "Article 1er : \n",
		"« Attendu que » ", "la société Orme condamne ", "TGI de "} {
		x := fold.New(strings.Repeat(unit, 1_000_000/len(unit)))
		b.Run(strconv.Quote(unit), func(b *testing.B) {
			b.SetBytes(int64(len(x.Original)))
			b.ReportAllocs()
			for b.Loop() {
				r.Detect(x, "")
			}
		})
	}
}
