package fold

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestFolded(t *testing.T) {
	for in, want := range map[string]string{
		"L’Article 1382 de la société Kœnig, n° 12": "l'article 1382 de la societe koenig, n# 12",
		"« ÉTÉ »":                  "\" ete \"",
		"e\u0301te\u0301":          "ete",
		"art.\u00a0L.\u202f1235‑3": "art. l. 1235-3",
		"CŒUR…":                    "coeur...",
		"§ 1":                      "$ 1",
		"l\u0092oﬃce, l‛eﬀet":      "l'office, l'effet",
		"a\tb\r\nc":                "a b \nc",
		"motif\u00adation":         "motifation",
		"日":                        "~",
		"\xff":                     "~",
	} {
		if got := New(in).Folded; got != want {
			t.Errorf("New(%q).Folded = %q, want %q", in, got, want)
		}
	}
}

// TestSpan looks a folded word up and wants the original word back.
func TestSpan(t *testing.T) {
	for _, c := range []struct{ text, find, want string }{
		{"Vu l’article 1382 du code civil", "l'article", "l’article"},
		{"la société Kœnig a été", "koenig", "Kœnig"},
		{"la société Kœnig a été", "ete", "été"},
		{"« mot de passe »", "\" mot", "« mot"},
		{"œuvre", "e", "œ"},
		{"cœur … fin", "fin", "fin"},
		{"condamn\u00adation", "condamnation", "condamn\u00adation"},
	} {
		f := New(c.text)
		i := strings.Index(f.Folded, c.find)
		if got := f.Span(i, i+len(c.find)).Of(c.text); got != c.want {
			t.Errorf("in %q %q covers %q, want %q", c.text, c.find, got, c.want)
		}
	}
}

func FuzzMap(f *testing.F) {
	for _, s := range []string{"", "été", "œ", "e\u0301", "\xffa\xc3", "a\u00adb", "« n° 1 » …"} {
		f.Add(s)
		f.Add(strings.Repeat(s, 40))
	}
	f.Fuzz(func(t *testing.T, s string) {
		x := New(s)
		last := 0
		for i := range len(x.Folded) {
			if x.Folded[i] >= utf8.RuneSelf {
				t.Fatalf("byte %d of %q is not ASCII", i, x.Folded)
			}
			sp := x.Span(i, i+1)
			if !sp.Valid(len(s)) || sp.Len() == 0 || sp.Start < last {
				t.Fatalf("folded byte %d of %q: span %v after %d", i, s, sp, last)
			}
			last = sp.Start
			if r, _ := utf8.DecodeRuneInString(s[sp.Start:]); x.Capital(i) != unicode.IsUpper(r) {
				t.Fatalf("folded byte %d of %q: capital %t", i, s, x.Capital(i))
			}
			if j := x.Index(sp.Start); j > i || x.Start(j) != sp.Start {
				t.Fatalf("%q: Index(%d) = %d, want at most %d with the same start", s, sp.Start, j, i)
			}
		}
		for i, next := len(x.Folded), len(x.Folded); i >= 0; i-- {
			if x.Capital(i) {
				next = i
			}
			if got := x.NextCapital(i, len(x.Folded)); got != next {
				t.Fatalf("%q: NextCapital(%d) = %d, want %d", s, i, got, next)
			}
		}
		for o, i := 0, 0; o <= len(s); o++ {
			for i < len(x.Folded) && x.Start(i) < o {
				i++
			}
			if got := x.Index(o); got != i {
				t.Fatalf("%q: Index(%d) = %d, want %d", s, o, got, i)
			}
		}
		if rest := s[x.Start(len(x.Folded)):]; New(rest).Folded != "" {
			t.Fatalf("%q: the end maps before %q", s, rest)
		}
	})
}

func BenchmarkNew(b *testing.B) {
	s := strings.Repeat("Attendu, selon l’arrêt attaqué, que la société Kœnig a été condamnée ; ", 1000)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		New(s)
	}
}
