package heading

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/segment"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the expectations of testdata")

func loadSegmenter(t testing.TB) *segment.Segmenter {
	t.Helper()
	s, err := segment.Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestCases reads every txtar under testdata: prose, the text of a decision, and
// what the decision says of itself.
func TestCases(t *testing.T) {
	r, s := load(t), loadSegmenter(t)
	files, _ := filepath.Glob("testdata/*/*.txtar")
	if len(files) == 0 {
		t.Fatal("no case")
	}
	for _, file := range files {
		t.Run(filepath.ToSlash(file), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if len(ar.Files) != 2 || ar.Files[0].Name != "text" || ar.Files[1].Name != "want" {
				t.Fatal("a case needs a text and a want")
			}
			text := fold.New(string(ar.Files[0].Data))
			h := r.Read(text, s.Split(segment.Input{Text: text}), "")
			check(t, text, h)
			got := answers(text, h)
			if *update {
				ar.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(ar.Files[1].Data), got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// answers writes what was read, with the words that were read.
func answers(t *fold.Text, h Head) string {
	var b strings.Builder
	line := func(name, value string, at corpus.Span) {
		if value = strings.TrimSpace(value); value == "" {
			return
		}
		fmt.Fprintf(&b, "%-9s %s", name, value)
		if at.Len() > 0 {
			fmt.Fprintf(&b, "  %q", at.Of(t.Original))
		}
		b.WriteByte('\n')
	}
	line("court", strings.TrimSpace(string(h.Court.Kind)+" "+h.Court.Place), h.Spans.Court)
	line("chamber", h.Court.Chamber, corpus.Span{})
	line("date", string(h.Date), h.Spans.Date)
	for i, n := range h.Numbers {
		line("number", n, h.Spans.Numbers[i])
	}
	line("ecli", h.ECLI, h.Spans.ECLI)
	line("nature", h.Nature, corpus.Span{})
	line("solution", h.Solution, corpus.Span{})
	if c := h.Contested; c != nil {
		line("contested", strings.Join(append([]string{string(c.Court.Kind), c.Court.Place, string(c.Date)}, c.Numbers...), " "),
			h.Spans.Contested)
	}
	return b.String()
}

// check proves what a Head promises of its spans.
func check(t *testing.T, text *fold.Text, h Head) {
	t.Helper()
	size := len(text.Original)
	for _, s := range append([]corpus.Span{h.Spans.Court, h.Spans.Date, h.Spans.ECLI, h.Spans.Contested}, h.Spans.Numbers...) {
		if !s.Valid(size) {
			t.Fatalf("span %v lies outside the text of %d bytes", s, size)
		}
	}
	if len(h.Numbers) != len(h.Spans.Numbers) {
		t.Fatalf("%d numbers, %d spans", len(h.Numbers), len(h.Spans.Numbers))
	}
	for i, n := range h.Numbers {
		if got := h.Spans.Numbers[i].Of(text.Original); got != n {
			t.Fatalf("the number %q stands at %q", n, got)
		}
		if h.Spans.Contested.Covers(h.Spans.Numbers[i]) {
			t.Fatalf("the number %q is that of the decision under review", n)
		}
	}
	if h.ECLI != h.Spans.ECLI.Of(text.Original) {
		t.Fatalf("the ECLI %q stands at %q", h.ECLI, h.Spans.ECLI.Of(text.Original))
	}
	if (h.Date == "") != (h.Spans.Date.Len() == 0) {
		t.Fatalf("the day %q stands at %v", h.Date, h.Spans.Date)
	}
	if h.Court.Kind != "" && !h.Court.Kind.Known() {
		t.Fatalf("unknown kind of court %q", h.Court.Kind)
	}
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*/*.txtar")
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(ar.Files[0].Data))
	}
	r, s := load(f), loadSegmenter(f)
	f.Fuzz(func(t *testing.T, text string) {
		x := fold.New(text)
		l := s.Split(segment.Input{Text: x})
		h := r.Read(x, l, "")
		check(t, x, h)
		if again := r.Read(x, l, ""); !reflect.DeepEqual(h, again) {
			t.Fatal("the same text gave two heads")
		}
		r.ParseCourt(text)
		if d, ok := r.ParseDate(text); ok {
			if _, err := corpus.ParseDate(string(d)); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	ar, err := txtar.ParseFile("testdata/good/appel.txtar")
	if err != nil {
		b.Fatal(err)
	}
	r, s := load(b), loadSegmenter(b)
	for name, text := range map[string]string{
		"decision": string(ar.Files[0].Data),
		"courts":   strings.Repeat("cour d'appel de ", 1<<20/16),
		"days":     strings.Repeat("vingt et un mai ", 1<<20/16),
		"numbers":  strings.Repeat("n° rg : ", 1<<20/9),
	} {
		b.Run(name, func(b *testing.B) {
			t := fold.New(text)
			l := s.Split(segment.Input{Text: t})
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				r.Read(t, l, "")
			}
		})
	}
}
