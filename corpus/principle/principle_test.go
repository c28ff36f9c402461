package principle

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
	"github.com/google/go-cmp/cmp"
)

func load(t testing.TB) *Finder {
	t.Helper()
	f, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// marked reads reasons in which mentions stand in brackets, with their keys behind |;
// what follows "Vu l'" is a visa.
func marked(s string, court corpus.CourtKind) Input {
	var text strings.Builder
	in := Input{Court: court, Speech: func(int) corpus.Speech { return corpus.Speech{Speaker: corpus.Cour} }}
	for s != "" {
		head, rest, found := strings.Cut(s, "[")
		text.WriteString(head)
		if s = rest; !found {
			break
		}
		mention, rest, _ := strings.Cut(rest, "]")
		mention, key, _ := strings.Cut(mention, "|")
		if key == "" {
			key = "code-civil/1"
		}
		c := corpus.Citation{Text: mention, Key: corpus.Key(key), Zone: corpus.Motifs, Speaker: corpus.Cour, Use: corpus.Applied}
		if strings.HasSuffix(head, "Vu l'") {
			c.Use = corpus.Visa
		}
		c.Start = text.Len()
		text.WriteString(mention)
		c.End = text.Len()
		in.Citations, s = append(in.Citations, c), rest
	}
	in.Text = fold.New(text.String())
	in.Zones = []corpus.Zone{{Zone: corpus.Motifs, Span: corpus.Span{End: text.Len()}}}
	return in
}

// TestFormulas reads each example and counter-example of the table.
func TestFormulas(t *testing.T) {
	f := load(t)
	rows, err := table.ReadFile(files, "principles.tsv", "of", "words", "unless", "examples", "counters")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if err := r.Check(func(text string) bool {
			found := f.Find(marked(text, corpus.Cass))
			return len(found) == 1 && found[0].Rule == r.Get("of")
		}); err != nil {
			t.Error(err)
		}
		if r.Get("counters") == "" {
			t.Error(r.Errorf("no counter-example"))
		}
	}
}

func TestFind(t *testing.T) {
	f := load(t)
	for _, c := range []struct {
		name  string
		court corpus.CourtKind
		text  string
		want  []string // the text of each rule, and its bases
	}{
		{"the visa is its basis", corpus.Cass, "Vu l'[article 1240|code-civil/1240], et l'[article 9|code-civil/9] :\n\n5. Il résulte de ce texte que toute faute oblige. 6. La cour d'appel a violé ce texte.",
			[]string{"Il résulte de ce texte que toute faute oblige: code-civil/1240"}},
		{"the one that it names is", corpus.CA, "Il résulte de l'[article 1353|code-civil/1353] que le créancier prouve. Il a prouvé.", []string{"Il résulte de l'article 1353 que le créancier prouve: code-civil/1353"}},
		{"old style", corpus.Cass, "Vu l'[article 1382|code-civil/1382] ;\n\nAttendu que la victime doit être indemnisée ;\n\nAttendu, selon l'arrêt attaqué, que Mme Vial", []string{"Attendu que la victime doit être indemnisée: code-civil/1382"}},
		{"considérant", corpus.CE, "Considérant qu'il résulte de ces dispositions que le maire est compétent ; que M. Darc", []string{"Considérant qu'il résulte de ces dispositions que le maire est compétent: "}},
		{"without a visa, the text above is", corpus.CE, "L'[article 1|code-civil/1] est vieux.\n\nSelon l'[article 2|code-civil/2] et l'[article 3|code-civil/3], le maire agit.\n\nIl résulte de ces dispositions que le maire est compétent.", []string{"Il résulte de ces dispositions que le maire est compétent: code-civil/2 code-civil/3"}},
		{"a fact", corpus.CA, "Il résulte du contrat que le prix est fixe. Il résulte de l'expertise que le mur est fissuré.", nil},
		{"only the courts that state the law", corpus.CA, "Il en résulte que le délai court du jugement.", nil},
		{"what the court of appeal found", corpus.Cass, "dont il résulte de ces textes que le délai court", nil},
	} {
		var got []string
		for _, h := range f.Find(marked(c.text, c.court)) {
			bases := make([]string, len(h.Bases))
			for i, k := range h.Bases {
				bases[i] = string(k)
			}
			got = append(got, h.Text+": "+strings.Join(bases, " "))
			if h.Kind != corpus.Principe {
				t.Errorf("%s: kind %s", c.name, h.Kind)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestFindParty: what a party says that the law is, is no rule of the court.
func TestFindParty(t *testing.T) {
	in := marked("Il résulte de ces textes que le délai court", corpus.Cass)
	in.Speech = func(int) corpus.Speech { return corpus.Speech{Speaker: corpus.Partie} }
	if found := load(t).Find(in); len(found) > 0 {
		t.Errorf("%+v", found)
	}
}

// TestFindSame: two provisions may be read from the same words.
func TestFindSame(t *testing.T) {
	in := marked("L'[article 2|code-civil/2] suffit.\n\nIl résulte de ces dispositions que le maire est compétent.", corpus.CE)
	in.Citations = append(in.Citations, in.Citations[0])
	in.Citations[1].Key = "code-civil/3"
	found := load(t).Find(in)
	if len(found) != 1 || len(found[0].Bases) != 2 {
		t.Errorf("%+v", found)
	}
}

// FuzzFind: spans lie in the text and quote it, in order.
func FuzzFind(f *testing.F) {
	finder := load(f)
	f.Add("Vu l'[a] ; Attendu que b ; Il résulte de ces textes que [c]. 5. Il en résulte d")
	f.Add("\xff il résulte de ce texte\u00ad[œ")
	f.Fuzz(func(t *testing.T, s string) {
		in := marked(s, corpus.Cass)
		last := 0
		for _, h := range finder.Find(in) {
			if !h.Valid(len(in.Text.Original)) || in.Text.Original[h.Start:h.End] != h.Text || h.Start < last {
				t.Fatalf("%q: %+v after %d", s, h, last)
			}
			last = h.Start
		}
	})
}
