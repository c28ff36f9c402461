package holding

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

var update = flag.Bool("update", false, "rewrite what the txtar cases want")

// read makes an input of the sections of a case: each is named by its zone.
// "parties" lists the parties, "name | side | kind" a line.
func read(t *testing.T, a *txtar.Archive) Input {
	t.Helper()
	in := Input{}
	var text strings.Builder
	for _, s := range a.Files {
		switch {
		case s.Name == "parties":
			for _, l := range strings.Split(strings.TrimSpace(string(s.Data)), "\n") {
				c := strings.Split(l, " | ")
				if len(c) != 3 {
					t.Fatalf("parties: %q", l)
				}
				in.Parties = append(in.Parties, corpus.Party{Name: c[0], Side: corpus.Side(c[1]), Kind: corpus.PartyKind(c[2])})
			}
		case slices.Contains(corpus.ZoneKinds(), corpus.ZoneKind(s.Name)):
			span := corpus.Span{Start: text.Len(), End: text.Len() + len(s.Data)}
			in.Zones = append(in.Zones, corpus.Zone{Zone: corpus.ZoneKind(s.Name), Span: span})
			text.Write(s.Data)
		case s.Name != "want":
			t.Fatalf("unknown section %q", s.Name)
		}
	}
	in.Text = fold.New(text.String())
	return in
}

// print writes holdings as the cases want them: kind, first words, sum, debtors
// and beneficiaries.
func print(all []corpus.Holding) string {
	var b strings.Builder
	for _, h := range all {
		words := strings.Fields(h.Text)
		fmt.Fprintf(&b, "%s %q", h.Kind, strings.Join(words[:min(len(words), 9)], " "))
		if h.AmountCents > 0 {
			fmt.Fprintf(&b, " %d,%02d €", h.AmountCents/100, h.AmountCents%100)
		}
		if len(h.Debtors)+len(h.Beneficiaries) > 0 {
			fmt.Fprintf(&b, " %s → %s", strings.Join(h.Debtors, ", "), strings.Join(h.Beneficiaries, ", "))
		}
		for _, s := range h.Shares {
			fmt.Fprintf(&b, " (%s: %d,%02d €)", strings.Join(s.Beneficiaries, ", "), s.AmountCents/100, s.AmountCents%100)
		}
		b.WriteString("\n")
	}
	return strings.ReplaceAll(b.String(), " \n", "\n")
}

func TestCases(t *testing.T) {
	f := load(t)
	files, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a := txtar.Parse(data)
			if len(bytes.TrimSpace(a.Comment)) == 0 {
				t.Error("the case does not say what it shows")
			}
			got := print(f.Find(read(t, a)))
			i := slices.IndexFunc(a.Files, func(s txtar.File) bool { return s.Name == "want" })
			if i < 0 {
				t.Fatal("no section want")
			}
			if *update {
				a.Files[i].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(string(a.Files[i].Data), got); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

// TestBases wants the provisions cited in the sentence of an order, with its
// preface.
func TestBases(t *testing.T) {
	text := "PAR CES MOTIFS :\n\nRejette le pourvoi ;\n\nVu l'article 700 du code de procédure civile, rejette la demande ;\n"
	start := strings.Index(text, "l'article")
	cited := corpus.Citation{Span: corpus.Span{Start: start, End: start + 20}, Key: "code-de-procedure-civile/700"}
	got := load(t).Find(Input{Text: fold.New(text), Citations: []corpus.Citation{cited},
		Zones: []corpus.Zone{{Zone: corpus.Dispositif, Span: corpus.Span{End: len(text)}}}})
	if len(got) != 2 || len(got[0].Bases) != 0 || !slices.Equal(got[1].Bases, []corpus.Key{cited.Key}) {
		t.Errorf("got %+v", got)
	}
}

// check reports what no input may break: spans inside the text and in order,
// words as printed, at most maxRunes of them.
func check(t *testing.T, text string, all []corpus.Holding) {
	t.Helper()
	last := 0
	for _, h := range all {
		if !h.Valid(len(text)) || h.Len() == 0 || h.Text != h.Of(text) {
			t.Fatalf("%+v does not lie in a text of %d bytes", h, len(text))
		}
		if h.Start < last {
			t.Fatalf("%+v starts before %d", h, last)
		}
		if n := utf8.RuneCountInString(h.Text); n > maxRunes {
			t.Fatalf("%q has %d characters", h.Text, n)
		}
		if !slices.Contains(corpus.HoldingKinds(), h.Kind) || h.Confidence <= 0 || h.Confidence > 1 || h.Rule == "" {
			t.Fatalf("bad holding %+v", h)
		}
		last = h.Start
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"PAR CES MOTIFS :\n\nCASSE ET ANNULE, mais seulement en ce qu'il condamne M. X..., l'arrêt rendu le 3 mai 2017 ;",
		"Vu l'article 700, rejette sa demande et le condamne à payer « condamne » 3'000 € ;\n- DIT que",
		"condamne\u0301 rejette, : ; . ... 12 000 euros et aux dépens",
		". ",
		"« condamne ; rejette » \xff ORDONNE\n\n: dit",
	} {
		f.Add(s)
	}
	finder := load(f)
	f.Fuzz(func(t *testing.T, s string) {
		in := Input{Text: fold.New(s), Parties: people,
			Zones: []corpus.Zone{{Zone: corpus.Dispositif, Span: corpus.Span{End: len(s)}}}}
		got := finder.Find(in)
		check(t, s, got)
		if d := cmp.Diff(got, finder.Find(in)); d != "" {
			t.Fatal("two readings differ", d)
		}
	})
}

// dispositif is a usual one, as benchmarks and the test of long texts repeat it.
const dispositif = `PAR CES MOTIFS :

CONFIRME le jugement rendu le 3 mai 2017 par le tribunal de grande instance de Nancy, sauf en ce qu'il a débouté Mme Vautier de sa demande ;

Statuant à nouveau de ce chef, CONDAMNE la société Lorme à payer à M. Durieux la somme de 3 000 euros à titre de dommages-intérêts, outre celle de 1 500 euros en application de l'article 700 du code de procédure civile, et aux dépens ;

Vu l'article 700 du code de procédure civile, rejette la demande de la société Lorme et la condamne à payer à Mme Vautier la somme de 900 euros ;
`

// TestLong reads 256 KiB of each of the shapes that would trap a slow rule; the
// test's own time limit is the referee.
func TestLong(t *testing.T) {
	f := load(t)
	for _, unit := range []string{dispositif, "condamne ", "condamne, ", "« condamne ", "Condamne ;\n",
		"condamne la société Lorme et ", "la somme de 1 ", "en ce qu'il a : ", "CASSE ET ANNULE en ce qu ;", "dit que "} {
		text := strings.Repeat(unit, 1<<18/len(unit))
		got := f.Find(Input{Text: fold.New(text), Parties: people,
			Zones: []corpus.Zone{{Zone: corpus.Dispositif, Span: corpus.Span{End: len(text)}}}})
		check(t, text, got)
	}
}

func BenchmarkFind(b *testing.B) {
	f := load(b)
	text := strings.Repeat(dispositif, 20)
	in := Input{Text: fold.New(text), Parties: people,
		Zones: []corpus.Zone{{Zone: corpus.Dispositif, Span: corpus.Span{End: len(text)}}}}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(in)
	}
}

// hostile are units of which a text may be made to be slow to read.
var hostile = []string{"Attendu ", "société société ", "\n", "Article 1er : ", "Article 1er : \n", "condamne "}

// BenchmarkHostile reads 1 MB of each.
func BenchmarkHostile(b *testing.B) {
	f := load(b)
	for _, unit := range hostile {
		text := strings.Repeat(unit, 1_000_000/len(unit))
		in := Input{Text: fold.New(text), Parties: people,
			Zones: []corpus.Zone{{Zone: corpus.Dispositif, Span: corpus.Span{End: len(text)}}}}
		b.Run(strconv.Quote(unit), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				f.Find(in)
			}
		})
	}
}

func ExampleFinder_Find() {
	f, err := Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "PAR CES MOTIFS :\n\nCONDAMNE la société Lorme à payer à M. Durieux la somme de 1 500 euros ;"
	for _, h := range f.Find(Input{
		Text:    fold.New(text),
		Zones:   []corpus.Zone{{Zone: corpus.Dispositif, Span: corpus.Span{End: len(text)}}},
		Parties: []corpus.Party{{Name: "société Lorme", Kind: corpus.Morale}, {Name: "M. Durieux", Kind: corpus.Physique}},
	}) {
		fmt.Println(h.Kind, h.AmountCents, h.Debtors, h.Beneficiaries)
	}
	// Output: condamnation 150000 [société Lorme] [M. Durieux]
}
