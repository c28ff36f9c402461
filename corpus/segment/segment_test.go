package segment

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the expectations of testdata")

// TestCases reads every txtar under testdata: prose, the text of a decision, the
// official zones if any, and for each quoted passage the zone, speaker and side
// at its first word.
func TestCases(t *testing.T) {
	s := load(t)
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
			var text, official string
			want := -1
			for i, f := range ar.Files {
				switch f.Name {
				case "text":
					text = string(f.Data)
				case "official":
					official = string(f.Data)
				case "want":
					want = i
				}
			}
			if text == "" || want < 0 {
				t.Fatal("a case needs a text and a want")
			}
			in := Input{Text: fold.New(text), Official: zonesIn(t, text, official)}
			layout := s.Split(in)
			check(t, in, layout)
			got := answers(t, text, string(ar.Files[want].Data), layout)
			if *update {
				ar.Files[want].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(ar.Files[want].Data), got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// answers writes each line of want again, as the layout has it.
func answers(t *testing.T, text, want string, layout Layout) string {
	t.Helper()
	var b strings.Builder
	for _, line := range strings.Split(strings.TrimSpace(want), "\n") {
		_, quoted, _ := strings.Cut(line, `"`)
		at := locate(t, text, `"`+quoted)
		sp := layout.SpeechAt(at)
		fmt.Fprintf(&b, "%-10s %-13s %-11s %s\n", layout.ZoneAt(at), sp.Speaker, sp.Side, `"`+quoted)
	}
	return b.String()
}

// locate finds the only place of a quoted passage.
func locate(t *testing.T, text, quoted string) int {
	t.Helper()
	words, err := strconv.Unquote(quoted)
	if err != nil {
		t.Fatalf("%s: %v", quoted, err)
	}
	if n := strings.Count(text, words); n != 1 {
		t.Fatalf("%s stands %d times in the text, want once", quoted, n)
	}
	return strings.Index(text, words)
}

// zonesIn reads official zones: a kind, its first words and its last.
func zonesIn(t *testing.T, text, official string) []corpus.Zone {
	t.Helper()
	var zones []corpus.Zone
	for _, line := range strings.Split(strings.TrimSpace(official), "\n") {
		if line == "" {
			continue
		}
		kind, rest, _ := strings.Cut(line, " ")
		first, last, _ := strings.Cut(rest, " … ")
		end, err := strconv.Unquote(last)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		zones = append(zones, corpus.Zone{Zone: corpus.ZoneKind(kind),
			Span: corpus.Span{Start: locate(t, text, first), End: locate(t, text, last) + len(end)}})
	}
	return zones
}

// check proves what a Layout promises: both lists cover the text in order, none
// contradicts an official zone, and the same input gives the same layout.
func check(t *testing.T, in Input, l Layout) {
	t.Helper()
	n := len(in.Text.Original)
	at := 0
	for i, z := range l.Zones {
		if z.Start != at || z.End <= z.Start || i > 0 && z.Zone == l.Zones[i-1].Zone {
			t.Fatalf("zone %d is %v, and the one before ends at %d", i, z, at)
		}
		at = z.End
	}
	if at != n {
		t.Fatalf("the zones end at %d of %d", at, n)
	}
	at = 0
	for i, s := range l.Speeches {
		if s.Start != at || s.End <= s.Start || s.Side != "" && s.Speaker != corpus.Partie {
			t.Fatalf("speech %d is %v, and the one before ends at %d", i, s, at)
		}
		at = s.End
	}
	if at != n {
		t.Fatalf("the speeches end at %d of %d", at, n)
	}
	for _, z := range clean(in.Text, in.Official) {
		for i := z.Start; i < z.End; i++ {
			got := l.ZoneAt(in.Text.Start(i))
			if got != z.Zone && (z.Zone != corpus.Annexe || got != corpus.Moyens) {
				t.Fatalf("at %d the official zone is %s, the layout says %s", i, z.Zone, got)
			}
		}
	}
}

func TestEmpty(t *testing.T) {
	l := load(t).Split(Input{Text: fold.New("")})
	if len(l.Zones) != 0 || len(l.Speeches) != 0 || l.ZoneAt(0) != "" || l.SpeechAt(3) != (corpus.Speech{}) {
		t.Errorf("the layout of an empty text is %v", l)
	}
}

func TestAt(t *testing.T) {
	l := Layout{Zones: []corpus.Zone{{Zone: corpus.Entete, Span: corpus.Span{End: 10}},
		{Zone: corpus.Motifs, Span: corpus.Span{Start: 10, End: 20}}}}
	for at, want := range map[int]corpus.ZoneKind{-1: corpus.Entete, 0: corpus.Entete, 9: corpus.Entete,
		10: corpus.Motifs, 19: corpus.Motifs, 99: corpus.Motifs} {
		if got := l.ZoneAt(at); got != want {
			t.Errorf("ZoneAt(%d) = %s, want %s", at, got, want)
		}
	}
}

func FuzzSplit(f *testing.F) {
	files, _ := filepath.Glob("testdata/*/*.txtar")
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(ar.Files[0].Data), 10, 90, 80, 300, uint8(4))
	}
	f.Add("PAR CES MOTIFS \xff« é '' œ\u00ad »", 0, 5, 3, 9, uint8(5))
	s := load(f)
	kinds := corpus.ZoneKinds()
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int, k uint8) {
		in := Input{Text: fold.New(text), Official: []corpus.Zone{
			{Zone: kinds[int(k)%len(kinds)], Span: corpus.Span{Start: a, End: b}},
			{Zone: kinds[int(k/8)%len(kinds)], Span: corpus.Span{Start: c, End: d}}}}
		l := s.Split(in)
		check(t, in, l)
		if again := s.Split(in); !reflect.DeepEqual(l, again) {
			t.Fatal("the same text gave two layouts")
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	ar, err := txtar.ParseFile("testdata/good/appel.txtar")
	if err != nil {
		b.Fatal(err)
	}
	once := string(ar.Files[0].Data)
	s := load(b)
	for name, text := range map[string]string{
		"decision": once,
		"megabyte": strings.Repeat(once, 1+(1<<20)/len(once)),
		"headings": strings.Repeat("Sur le moyen\n", 1<<20/13),
		"verbs":    "EXPOSÉ DU LITIGE\n\n" + strings.Repeat("il soutient ", 1<<20/12),
		"quotes":   strings.Repeat("« ", 1<<20/3),
		"open":     strings.Repeat("a, ", 1<<20/3),
	} {
		b.Run(name, func(b *testing.B) {
			t := fold.New(text)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				s.Split(Input{Text: t})
			}
		})
	}
}
