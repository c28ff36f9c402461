package holding

import (
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

// load loads the rules or ends the test.
func load(t testing.TB) *Finder {
	t.Helper()
	f, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// people are the parties of the examples in the rule files.
var people = []corpus.Party{
	{Name: "société Lorme", Side: corpus.Demandeur, Kind: corpus.Morale},
	{Name: "M. Paul Durieux", Side: corpus.Defendeur, Kind: corpus.Physique},
	{Name: "Mme Claire Vautier", Side: corpus.Defendeur, Kind: corpus.Physique},
}

// orders reads one order as a dispositif of its own; \n in it is a line end.
func orders(f *Finder, order string) []corpus.Holding {
	order = strings.ReplaceAll(order, `\n`, "\n")
	t := fold.New("PAR CES MOTIFS :\n\n" + order + " ;\n")
	whole := corpus.Span{End: len(t.Original)}
	return f.Find(Input{Text: t, Zones: []corpus.Zone{{Zone: corpus.Dispositif, Span: whole}}, Parties: people})
}

// each calls check with every row of a rule file.
func each(t *testing.T, file string, check func(table.Row) error) {
	t.Helper()
	all, err := rows(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if err := check(r); err != nil {
			t.Error(err)
		}
	}
}

func TestExamples(t *testing.T) {
	f := load(t)
	for _, file := range []string{"verbs.tsv", "formulas.tsv", "prefaces.tsv", "articles.tsv"} {
		each(t, file, func(r table.Row) error {
			rule := r.Get("rule")
			if rule == "" {
				rule = "verb:" + r.Get("verb")
			}
			return r.Check(func(order string) bool {
				return slices.ContainsFunc(orders(f, order), func(h corpus.Holding) bool {
					return h.Rule == rule && string(h.Kind) == r.Get("kind")
				})
			})
		})
	}
}

// TestWords wants orders in the examples of a class of words and none in the
// counter-examples; a class may have only one of them.
func TestWords(t *testing.T) {
	f := load(t)
	each(t, "words.tsv", func(r table.Row) error {
		for _, e := range r.List("examples") {
			if len(orders(f, e)) == 0 {
				t.Errorf("%s: no order in %q", r.Get("class"), e)
			}
		}
		for _, e := range r.List("counters") {
			if got := orders(f, e); len(got) > 0 {
				t.Errorf("%s: %q gives %+v", r.Get("class"), e, got)
			}
		}
		return nil
	})
}

func TestClosings(t *testing.T) {
	f := load(t)
	each(t, "closings.tsv", func(r table.Row) error {
		return r.Check(func(e string) bool { return f.closes(fold.New(e).Folded) })
	})
}

// TestPersons reads examples of the form "order = party".
func TestPersons(t *testing.T) {
	f := load(t)
	each(t, "persons.tsv", func(r table.Row) error {
		return r.Check(func(example string) bool {
			order, who, _ := strings.Cut(example, " = ")
			for _, h := range orders(f, order) {
				names := h.Beneficiaries
				switch role(r.Get("role")) {
				case debtor:
					names = h.Debtors
				case refused:
					names = h.Refused
				}
				for _, n := range names {
					if strings.HasSuffix(n, who[strings.LastIndexByte(who, ' ')+1:]) {
						return true
					}
				}
			}
			return false
		})
	})
}

func TestAmount(t *testing.T) {
	f := load(t)
	for words, want := range map[string]int64{
		"à payer la somme de 1 500 euros":                                150000,
		"à payer 3.000 € à M. Durieux":                                   300000,
		"la somme de 12 345,67 euros":                                    1234567,
		"la somme de 3'000 euros":                                        300000,
		"la somme de 1.800,- € (mille huit cents euros)":                 180000,
		"la somme de 40 574 euros 50":                                    4057450,
		"la somme de 500 € en application de l'article 700":              50000,
		"les sommes suivantes :\n- 100 euros ;\n- 50,5 euros":            15050,
		"la somme de 900 euros, soit 600 euros et 300 euros":             90000,
		"la somme de 1 000 euros et celle de 200 euros":                  120000,
		"sous astreinte de 500 euros par jour":                           0,
		"l'article 700 du code de procédure civile":                      0,
		"la somme de 99999999999999999999 euros":                         0,
		"la somme de 10 000 euros avec intérêts à compter du 3 mai 2021": 1000000,
	} {
		if got := f.amount(fold.New(words).Folded); got != want {
			t.Errorf("amount(%q) = %d, want %d", words, got, want)
		}
	}
}

// TestPhrases wants each phrase found in its examples and not in its
// counter-examples.
func TestPhrases(t *testing.T) {
	fields := load(t).say.fields()
	each(t, "phrases.tsv", func(r table.Row) error {
		return r.Check(func(words string) bool {
			return (*fields[r.Get("phrase")]).MatchString(fold.New(strings.ReplaceAll(words, `\n`, "\n")).Folded)
		})
	})
}
