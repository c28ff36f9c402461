package party

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

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

var update = flag.Bool("update", false, "rewrite what the txtar cases want")

// read makes an input of the sections of a case: each is named by its zone.
// "court" gives the kind of the court.
func read(t *testing.T, a *txtar.Archive) Input {
	t.Helper()
	in := Input{}
	var text strings.Builder
	for _, s := range a.Files {
		switch {
		case s.Name == "court":
			in.Court.Kind = corpus.CourtKind(strings.TrimSpace(string(s.Data)))
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

// print writes parties as the cases want them.
func print(all []corpus.Party) string {
	var b strings.Builder
	for _, p := range all {
		fmt.Fprintf(&b, "%s %s %q", p.Side, p.Kind, p.Name)
		if p.Role != "" {
			fmt.Fprintf(&b, " (%s)", p.Role)
		}
		b.WriteString("\n")
	}
	return b.String()
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
			in := read(t, a)
			all := f.Find(in)
			check(t, in.Text.Original, all)
			i := slices.IndexFunc(a.Files, func(s txtar.File) bool { return s.Name == "want" })
			if i < 0 {
				t.Fatal("no section want")
			}
			if *update {
				a.Files[i].Data = []byte(print(all))
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(string(a.Files[i].Data), print(all)); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

// check reports what no input may break: spans inside the text and in order, names
// as printed but for blanks, no party twice.
func check(t *testing.T, text string, all []corpus.Party) {
	t.Helper()
	last := 0
	seen := map[string]bool{}
	for _, p := range all {
		if !p.Valid(len(text)) || p.Len() == 0 || !printed(p.Name, clean(p.Of(text))) {
			t.Fatalf("%+v does not lie in a text of %d bytes", p, len(text))
		}
		if p.Start < last {
			t.Fatalf("%+v starts before %d", p, last)
		}
		if seen[p.Name] {
			t.Fatalf("%q twice", p.Name)
		}
		if !slices.Contains(sides, p.Side) || p.Confidence <= 0 || p.Confidence > 1 || p.Rule == "" {
			t.Fatalf("bad party %+v", p)
		}
		seen[p.Name], last = true, p.Start
	}
}

// printed reports whether a name is what stands in its span, or, of "M. et Mme
// Durieux" and "M. et Mme Paul et Claire Durieux", the words of one of the two, in order.
func printed(name, span string) bool {
	if name == span || !strings.Contains(strings.ToLower(span), " et ") {
		return name == span
	}
	words := strings.Fields(span)
	for _, w := range strings.Fields(name) {
		i := slices.Index(words, w)
		if i < 0 {
			return false
		}
		words = words[i+1:]
	}
	return true
}

// inputs are the ways in which one text may reach the finder.
func inputs(s string) []Input {
	t := fold.New(s)
	whole := corpus.Span{End: len(s)}
	var out []Input
	for _, kind := range []corpus.CourtKind{corpus.Cass, corpus.CA, ""} {
		for _, zone := range []corpus.ZoneKind{corpus.Entete, corpus.Dispositif} {
			out = append(out, Input{Text: t, Court: corpus.Court{Kind: kind}, Zones: []corpus.Zone{{Zone: zone, Span: whole}}})
		}
	}
	return out
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"APPELANTE :\n\nLa SARL LORME, dont le siège est à Nancy\nreprésentée par Me Brunel\n\nINTIMÉ :\nM. Paul Durieux né le 3 mai 1960",
		"1°/ M. [K] [D], domicilié [Adresse 1],\n2°/ la société Lorme,\nont formé le pourvoi n° D 22-10.001 contre l'arrêt, dans le litige les opposant à Mme X..., épouse Y..., défenderesse à la cassation.",
		"Attendu, selon l'arrêt attaqué, que M. X... et la société civile immobilière Val (la SCI) ; REJETTE le pourvoi ; condamne M. X... aux dépens ; Moyen produit par Me Brunel, avocat aux Conseils, pour Mme Y...",
		"Durieux\nC/\nMONSIEUR LE PRÉFET\n\xff[...]'...\nentre\nMM. A et B\nà\n",
	} {
		f.Add(s)
	}
	finder := load(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, in := range inputs(s) {
			got := finder.Find(in)
			check(t, s, got)
			if d := cmp.Diff(got, finder.Find(in)); d != "" {
				t.Fatal("two readings differ", d)
			}
		}
	})
}

// TestLong reads 64 KiB of each of the shapes that would trap a slow rule; the
// test's own time limit is the referee.
func TestLong(t *testing.T) {
	f := load(t)
	for _, unit := range []string{"APPELANT :\n", "APPELANT :\nM. Paul Durieux\n", "M. Durieux ", "la société Lorme et ", "M. A, ",
		"C/\n", "1°/ M. A,\n", "M. A a formé le pourvoi ", "statuant sur le pourvoi formé par M. A\n", "dans le litige l'opposant ",
		"selon l'arrêt attaqué, la société Lorme ", "condamne M. A ", "moyen produit par X, avocat, pour M. A\n", "entre :\nM. A\net\n", " \n"} {
		text := strings.Repeat(unit, 1<<16/len(unit))
		for _, in := range inputs(text) {
			check(t, text, f.Find(in))
		}
	}
}

// head is a usual heading, as the benchmark repeats it.
const head = `COUR D'APPEL DE NANCY

ARRÊT DU 3 MAI 2017

APPELANTE :

SARL LORME, dont le siège est 12, rue des Ormes, 54000 Nancy, prise en la personne de son gérant

représentée par Me Jean BRUNEL, avocat au barreau de NANCY

INTIMÉS :

Monsieur Paul DURIEUX
né le 3 mai 1960 à Metz
14, rue des Tilleuls
54000 Nancy

Madame Claire VAUTIER épouse DURIEUX
14, rue des Tilleuls
54000 Nancy

représentés par Me Anne MASSON, avocat au barreau de NANCY

COMPOSITION DE LA COUR :

Madame Sylvie PETITJEAN, présidente,
`

func BenchmarkFind(b *testing.B) {
	f := load(b)
	text := strings.Repeat(head, 20)
	in := Input{Text: fold.New(text), Court: corpus.Court{Kind: corpus.CA},
		Zones: []corpus.Zone{{Zone: corpus.Entete, Span: corpus.Span{End: len(text)}}}}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(in)
	}
}

// hostile are units of which a text may be made to be slow to read.
var hostile = []string{"Attendu ", "société société ", "\n", "Article 1er : ", "Article 1er : \n"}

// BenchmarkHostile reads 1 MB of each.
func BenchmarkHostile(b *testing.B) {
	f := load(b)
	for _, unit := range hostile {
		text := strings.Repeat(unit, 1_000_000/len(unit))
		in := Input{Text: fold.New(text), Zones: []corpus.Zone{{Zone: corpus.Dispositif, Span: corpus.Span{End: len(text)}}}}
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
	text := "APPELANTE :\nLa SARL LORME, dont le siège est à Nancy\n\nINTIMÉ :\nM. Paul DURIEUX né le 3 mai 1960\n"
	for _, p := range f.Find(Input{
		Text:  fold.New(text),
		Court: corpus.Court{Kind: corpus.CA, Place: "Nancy"},
		Zones: []corpus.Zone{{Zone: corpus.Entete, Span: corpus.Span{End: len(text)}}},
	}) {
		fmt.Println(p.Side, p.Kind, p.Name)
	}
	// Output:
	// demandeur morale SARL LORME
	// defendeur physique M. Paul DURIEUX
}
