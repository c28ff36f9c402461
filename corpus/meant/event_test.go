package meant

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/phrase"
	"github.com/attendu/attendu/corpus/table"
)

// kindOf is what happened on the one day of a text.
func kindOf(t *testing.T, r *Resolver, text string) string {
	t.Helper()
	words := phrase.NewPassage(fold.New(text).Folded)
	days := dates(words)
	if len(days) != 1 {
		t.Fatalf("%q: the days %v, want one", text, days)
	}
	return r.happened(words, days[0], 0)
}

// TestEvents reads each example and counter-example of the table.
func TestEvents(t *testing.T) {
	r := newKit(t).resolver
	rows, err := table.ReadFile(files, "events.tsv", "kind", "words", "example", "counter")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		kind := row.Get("kind")
		switch law.Turning(kind) {
		case law.ByContract, law.ByFacts, law.ByProceedings, "act", pleading, collective:
		default:
			t.Error(row.Errorf("%q is no kind of event", kind))
		}
		for _, e := range row.List("example") {
			if got := kindOf(t, r, e); got != kind {
				t.Error(row.Errorf("the example %q is of kind %q", e, got))
			}
		}
		for _, e := range row.List("counter") {
			if got := kindOf(t, r, e); got == kind {
				t.Error(row.Errorf("the counter-example %q is of this kind", e))
			}
		}
		if len(row.List("example")) == 0 || len(row.List("counter")) == 0 {
			t.Error(row.Errorf("no example, or no counter-example"))
		}
	}
}

// TestHappened: the nearest words before the day count, and no others.
func TestHappened(t *testing.T) {
	r := newKit(t).resolver
	for text, want := range map[string]string{
		"Le 3 mai 2012, il a signé.":               "",
		"Le contrat rompu le 3 mai 2012":           "facts",
		"L'accident et le contrat du 3 mai 2012":   "contract",
		"le contrat soumis à la loi du 3 mai 2012": "act",
		"Le contrat a été discuté par les parties pendant de très longs mois et enfin ensuite le 3 mai 2012": "",
		"par déclaration d'appel du 3 mai 2012":                                                         "proceedings",
		"Dans ses conclusions notifiées par RPVA le 3 mai 2012":                                         pleading,
		"Vu les écritures signifiées le 3 mai 2012":                                                     pleading,
		"Les parties ont conclu un accord collectif signé le 3 mai 2012":                                collective,
		"une convention a été signée le 3 mai 2012 entre la société Kermeur et le syndicat CGT":         collective,
		"un bail a été signé le 3 mai 2012 entre la société Kermeur et le syndicat des copropriétaires": "contract",
		"Le salarié a été licencié le 3 mai 2012 ; une organisation syndicale est intervenue":           "facts",
	} {
		if got := kindOf(t, r, text); got != want {
			t.Errorf("%q is of kind %q, want %q", text, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string][2]corpus.Date{
		"le 3 mai 2012":            {"2012-05-03", "2012-05-03"},
		"le 1er août 2016":         {"2016-08-01", "2016-08-01"},
		"le premier octobre 2016":  {"2016-10-01", "2016-10-01"},
		"le 03/05/2012":            {"2012-05-03", "2012-05-03"},
		"au mois de février 2015":  {"2015-02-01", "2015-02-31"},
		"en 2011":                  {"2011-01-01", "2011-12-31"},
		"2011":                     {"2011-01-01", "2011-12-31"},
		"le 31 juin 2012":          {"2012-06-01", "2012-06-31"},
		"1 750 2012":               {"2012-01-01", "2012-12-31"},
		"l'an 1799":                {},
		"une somme de 12345 euros": {},
	} {
		got := dates(phrase.NewPassage(fold.New(text).Folded))
		if want[0] == "" {
			if len(got) > 0 {
				t.Errorf("%q: %+v, want no day", text, got)
			}
			continue
		}
		if len(got) != 1 || got[0].from != want[0] || got[0].to != want[1] {
			t.Errorf("%q: %+v, want %v", text, got, want)
		}
	}
	if d := dayBefore("2016-10-01"); d != "2016-09-30" {
		t.Errorf("the day before is %s", d)
	}
	if d := dayBefore(""); d != "" {
		t.Errorf("the day before no day is %s", d)
	}
}

func TestYears(t *testing.T) {
	for _, c := range []struct {
		ruling, since corpus.Date
		want          int
	}{
		{"2020-09-30", "2016-10-01", 3}, {"2020-10-01", "2016-10-01", 4}, {"2021-10-01", "2016-10-01", 5}, {"2017-10-01", "2016-10-01", 1},
		{"2016-10-01", "2016-10-01", 0}, {"2015-10-01", "2016-10-01", 0}, {"", "2016-10-01", 0}, {"2020-10-01", "", 0},
	} {
		r := &reading{Input: Input{Date: c.ruling}}
		if got := r.years(c.since); got != c.want {
			t.Errorf("%d years from %q to %q, want %d", got, c.since, c.ruling, c.want)
		}
	}
}

// TestDated: the days around a mention weigh for the rule that stood under the
// number then: most where the transitional rule of the reform looks at them, and
// once a kind. That of 2016 looks at contracts and facts.
func TestDated(t *testing.T) {
	k := newKit(t)
	for _, c := range []struct {
		text        string
		before, now float64
	}{
		{"le contrat conclu le 3 mai 2012", 2, 0},
		{"le contrat conclu le 3 mai 2017", 0, 2},
		{"le contrat conclu en 2016", 0, 0}, // before or after
		{"le contrat conclu en septembre 2016", 2, 0},
		{"le contrat conclu le 30 septembre 2016", 2, 0},
		{"le contrat conclu le 1er octobre 2016", 0, 2},
		{"l'accident survenu le 3 mai 2012", 2, 0},
		{"l'accident survenu le 3 mai 2012, le sinistre du 4 mai 2012", 2, 0},
		{"par assignation du 3 mai 2012", 0.5, 0},
		{"le contrat du 3 mai 2012 et l'accident survenu le 4 juin 2017", 2, 2},
		{"la loi du 3 mai 2012", 0, 0},
		{"le 3 mai 2012", 0, 0},
		{"le contrat conclu le 3 mai 2031", 0, 0}, // after the ruling
	} {
		in := &reading{Resolver: k.resolver, Input: Input{Date: "2020-01-01"}}
		number := k.past.Number("code-civil/1382")
		q := &question{cit: &corpus.Citation{Key: "code-civil/1382"}, number: number, rules: number.Rules,
			scores: make([]score, 2), words: around{Passage: phrase.NewPassage(fold.New(c.text).Folded), mention: -1}}
		in.dated(q)
		if q.scores[0].weight != c.before || q.scores[1].weight != c.now {
			t.Errorf("%q: %v before, %v since; want %v, %v", c.text, q.scores[0].weight, q.scores[1].weight, c.before, c.now)
		}
		for _, s := range q.scores {
			if s.weight > 0 && !strings.Contains(reasons(s.why), "art. 9)") {
				t.Errorf("%q: the reason is %q", c.text, reasons(s.why))
			}
		}
	}
}
