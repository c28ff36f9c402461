package prose

import (
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var tidy = Layout{TrimLines: true, MaxEnds: 2}

func TestClean(t *testing.T) {
	for _, c := range []struct {
		in     string
		layout Layout
		want   string
	}{
		{"arre\u0302t \r\n\r\n\x00fin\r", Layout{}, "arrêt \n\n fin\n"},
		{"arre\u0302t \r\n\r\n\x00fin\r", tidy, "arrêt\n\n fin"},
		{"\ufeffun\ufeff", Layout{}, "un\ufeff"},
		{"un\x0cdeux\x0btrois\tquatre", Layout{}, "un\ndeux\ntrois\tquatre"},
		{"\n\n un\n \n\u00a0\n \ndeux", tidy, " un\n\ndeux"},
		{"un\n\n\n\ndeux\n", Layout{TrimLines: true}, "un\n\n\n\ndeux"},
		{"a\xffb\xe9", Layout{}, "a\ufffdb\ufffd"},
		{"", tidy, ""},
	} {
		if got := Clean(c.in, c.layout); got != c.want {
			t.Errorf("Clean(%q, %+v) = %q, want %q", c.in, c.layout, got, c.want)
		}
	}
}

// TestMarks writes a bar at each mark, before and after.
func TestMarks(t *testing.T) {
	for in, want := range map[string]string{
		"|un  |\r\n|deux":    "|un|\n|deux",
		"un\r|\ndeux|":       "un|\ndeux|",
		"e|\u0302t|e\u0301":  "ê|t|é",
		"|\n\n\n|\n|un\n|\n": "|||un|",
		"a\x00|b":            "a |b",
		"||":                 "||",
	} {
		marks, plain := cutBars(in)
		got, moved := CleanMarks(plain, tidy, marks)
		for i := len(moved) - 1; i >= 0; i-- {
			got = got[:moved[i]] + "|" + got[moved[i]:]
		}
		if got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}

// cutBars takes the bars out of s and gives their offsets.
func cutBars(s string) (marks []int, plain string) {
	for i := strings.IndexByte(s, '|'); i >= 0; i = strings.IndexByte(s, '|') {
		marks = append(marks, i)
		s = s[:i] + s[i+1:]
	}
	return marks, s
}

func TestBuilder(t *testing.T) {
	for _, c := range []struct {
		flow  bool
		parts []string // "/" is a Break, "//" Apart(2)
		want  string
	}{
		{false, []string{"a ;", "/", "\n", "/", "\n b"}, "a ;\n\nb"},
		{false, []string{"a", "/", "\nb"}, "a\nb"},
		{false, []string{" a\n b\n\n\nc  d "}, "a\nb\n\nc  d"},
		{false, []string{"a", "//", "/", "b"}, "a\n\nb"},
		{false, []string{"l'ar", "ti", "cle"}, "l'article"},
		{true, []string{" a\n b  ", "c", "/", "/", "/", "d"}, "a b c\n\nd"},
		{true, nil, ""},
	} {
		b := Builder{Flow: c.flow}
		for _, p := range c.parts {
			switch p {
			case "/":
				b.Break()
			case "//":
				b.Apart(2)
			default:
				b.Text(p)
			}
		}
		if got := b.String(); got != c.want {
			t.Errorf("%q gives %q, want %q", c.parts, got, c.want)
		}
	}
}

// FuzzBuilder gives a Builder a text whole and byte by byte, and wants it to be the
// same. The Builder that it is read with had another text before.
func FuzzBuilder(f *testing.F) {
	for _, s := range []string{"un deux", " un  deux\ttrois ", "un \n deux\n\n\ntrois", "un\r\n deux ", "", " "} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, flow bool) {
		whole, bytes := Builder{Flow: flow}, Builder{Flow: flow}
		whole.Text("avant ")
		whole.Apart(2)
		whole.Break()
		whole.Reset()
		whole.Text(s)
		for i := range len(s) {
			bytes.Text(s[i : i+1])
		}
		if got, want := whole.String(), bytes.String(); got != want {
			t.Fatalf("%q gives %q, byte by byte %q", s, got, want)
		}
	})
}

func FuzzClean(f *testing.F) {
	f.Add("arre\u0302t \r\n\r\n\x00fin\r", 3, 7, true, 2)
	f.Add("\ufeff\n \n\xff\u0301", 0, 2, false, 0)
	f.Add("LEGIARTI000090000000 2016", 1, 3, true, 2)
	f.Add("un ", 1, 2, true, 2)
	f.Fuzz(func(t *testing.T, s string, a, b int, trim bool, ends int) {
		marks := []int{clamp(a, len(s)), clamp(b, len(s))}
		sort.Ints(marks)
		layout := Layout{TrimLines: trim, MaxEnds: clamp(ends, 3)}
		got, moved := CleanMarks(s, layout, marks)
		if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) || strings.ContainsAny(got, "\r\x00\x0b\x1f") {
			t.Fatalf("%q gives %q", s, got)
		}
		if len(moved) != 2 || moved[0] < 0 || moved[0] > moved[1] || moved[1] > len(got) {
			t.Fatalf("%q: the marks %v moved to %v of %d", s, marks, moved, len(got))
		}
		if isClean(s) && got != s {
			t.Fatalf("%q is clean, and gives %q", s, got)
		}
		for _, m := range moved {
			if m < len(got) && !utf8.RuneStart(got[m]) {
				t.Fatalf("%q: mark within a character of %q", s, got)
			}
		}
		if again := Clean(got, layout); again != got && !strings.HasPrefix(got, "\ufeff") {
			t.Fatalf("%q gives %q, and that gives %q", s, got, again)
		}
	})
}

func clamp(n, top int) int { return min(max(n, 0), top) }

func BenchmarkClean(b *testing.B) {
	s := strings.Repeat("Attendu, selon l’arrêt attaqué, que la société Belombre a été condamnée ;  \r\n\r\n", 1000)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Clean(s, tidy)
	}
}
