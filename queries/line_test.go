package queries_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/google/go-cmp/cmp"
)

// torts are invented rulings around 1 October 2016, on which the rule on torts of
// the code civil went from 1382 to 1240, and 1382 got that on presumptions.
var torts = []struct{ number, day, text string }{
	{"14-99.001", "2015-06-18", "Vu l'article 1382 du code civil ;\nEn écartant la faute, la cour d'appel a violé le texte susvisé ;"},
	{"15-99.002", "2016-10-04", "Vu l'article 1382 du code civil ;\nLa société Kermeur a commis une faute et doit réparer le préjudice ;"},
	{"16-99.003", "2017-06-14", "Vu l'article 1382 du code civil ;\nIl y a lieu de statuer ;"},
	{"17-99.004", "2019-03-07", "Vu l'article 1240 du code civil ;\nLa faute ayant causé le préjudice, le dommage doit être réparé ;"},
	{"18-99.005", "2019-09-19", "Vu l'article 1382 du code civil ;\nLe juge admet les présomptions graves, précises et concordantes ;"},
}

// tortLibrary is a library of them in memory.
func tortLibrary(t *testing.T) *queries.Library {
	t.Helper()
	var b strings.Builder
	for i, d := range torts {
		fmt.Fprintf(&b, `{"id":"%024d","jurisdiction":"cc","chamber":"civ2","number":%q,"numbers":[%q],"decision_date":%q,"solution":"cassation","text":%q}`+"\n",
			i+1, d.number, d.number, d.day, "LA COUR DE CASSATION, DEUXIÈME CHAMBRE CIVILE, a rendu l'arrêt suivant :\n"+d.text+
				"\nPAR CES MOTIFS :\nCASSE ET ANNULE, en toutes ses dispositions, l'arrêt rendu le 4 mars 2014 par la cour d'appel de Rennes ;")
	}
	path := filepath.Join(t.TempDir(), "torts.jsonl")
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() })
	sum, err := lib.Add(context.Background(), []string{path}, queries.AddOptions{})
	if err != nil || sum.Added != len(torts) {
		t.Fatalf("%+v, %v", sum, err)
	}
	return lib
}

func asked(t *testing.T, lib *queries.Library, req queries.ArticleRequest) []queries.ArticleAnswer {
	t.Helper()
	list, err := lib.Article(context.Background(), req)
	if err != nil {
		t.Fatalf("%+v: %v", req, err)
	}
	return list
}

// numbers are those of the decisions, in the order of the answer.
func numbers[T any](list []T, ref func(T) queries.DecisionRef) []string {
	out := []string{}
	for _, x := range list {
		out = append(out, strings.TrimPrefix(string(ref(x).Key), "cass/"))
	}
	return out
}

func citingNumbers(list []queries.Citing) []string {
	return numbers(list, func(c queries.Citing) queries.DecisionRef { return c.DecisionRef })
}

const october = corpus.Date("2016-10-01")

// TestArticleFollowsTheRule: 1240 also gives the decisions that meant it by 1382.
func TestArticleFollowsTheRule(t *testing.T) {
	list := asked(t, tortLibrary(t), queries.ArticleRequest{Reference: "C. civ. 1240"})
	if len(list) != 1 {
		t.Fatalf("%d answers, want 1: %+v", len(list), list)
	}
	a := list[0]
	if a.Key != "code-civil/1240" || a.Version != corpus.From(october) || a.Subject == "" || a.Total != 3 || a.Open != 0 || a.By[corpus.Visa] != 3 {
		t.Errorf("%+v", a)
	}
	same(t, "citing, the latest first", citingNumbers(a.Citing), []string{"17-99004", "15-99002", "14-99001"})
	same(t, "years", a.Years, []queries.YearCount{{Year: 2015, Total: 1, UseCount: queries.UseCount{Applied: 1}}, {Year: 2016, Total: 1, UseCount: queries.UseCount{Applied: 1}}, {Year: 2019, Total: 1, UseCount: queries.UseCount{Applied: 1}}})
	if len(a.Line) != 2 {
		t.Fatalf("line %+v", a.Line)
	}
	old, now := a.Line[0], a.Line[1]
	if old.Key != "code-civil/1382" || old.Version != corpus.Before(october) || old.From != "" || old.Until != october ||
		old.Act != "ordonnance/2016-131" || old.ActTitle != "ordonnance n° 2016-131" || old.Title != "article 1382 du code civil" {
		t.Errorf("the old text: %+v", old)
	}
	if now.Key != "code-civil/1240" || now.Version != corpus.From(october) || now.From != october || now.Until != "" || now.Act != "" {
		t.Errorf("the text of today: %+v", now)
	}
	for _, c := range a.Citing {
		if m := c.Mentions[0].Meant; m == nil || m.Today != "code-civil/1240" || m.Because == "" {
			t.Errorf("%s means %+v", c.Key, m)
		}
	}
}

// TestArticleWithSeveralRules: a number that has borne two rules gives two answers,
// that of today first, and counts apart what shows neither.
func TestArticleWithSeveralRules(t *testing.T) {
	list := asked(t, tortLibrary(t), queries.ArticleRequest{Reference: "1382 du code civil"})
	if len(list) != 2 {
		t.Fatalf("%d answers, want 2: %+v", len(list), list)
	}
	now, old := list[0], list[1]
	if now.Version != corpus.From(october) || now.Total != 1 || now.Open != 1 || old.Version != corpus.Before(october) || old.Total != 3 || old.Open != 1 {
		t.Errorf("now %+v\nold %+v", now, old)
	}
	same(t, "who means the rule of today", citingNumbers(now.Citing), []string{"18-99005"})
	same(t, "who means the old rule", citingNumbers(old.Citing), []string{"17-99004", "15-99002", "14-99001"})
	if len(now.Others) != 1 || now.Others[0].Version != corpus.Before(october) || now.Others[0].Citing != 3 || now.Others[0].Day != "2016-09-30" ||
		!slices.Equal(now.Others[0].Today, []corpus.Key{"code-civil/1240"}) {
		t.Errorf("the other rule: %+v", now.Others)
	}
	if len(old.Others) != 1 || old.Others[0].Version != corpus.From(october) || old.Others[0].Citing != 1 || old.Others[0].Day != october ||
		!slices.Equal(old.Others[0].Today, []corpus.Key{"code-civil/1382"}) {
		t.Errorf("the other rule: %+v", old.Others)
	}
}

// TestArticleExactAndAt: the number as printed, and the rule of a day.
func TestArticleExactAndAt(t *testing.T) {
	lib := tortLibrary(t)
	for _, c := range []struct {
		req     queries.ArticleRequest
		version corpus.Version
		want    []string
	}{
		{queries.ArticleRequest{Reference: "C. civ. 1382", Exact: true}, "", []string{"18-99005", "16-99003", "15-99002", "14-99001"}},
		{queries.ArticleRequest{Reference: "C. civ. 1240", Exact: true}, "", []string{"17-99004"}},
		{queries.ArticleRequest{Reference: "C. civ. 1382", At: "2016-10-04"}, corpus.From(october), []string{"18-99005"}},
		{queries.ArticleRequest{Reference: "C. civ. 1382", At: "2016-09-30"}, corpus.Before(october), []string{"17-99004", "15-99002", "14-99001"}},
		{queries.ArticleRequest{Reference: "C. civ. 1240", At: "2010-01-01"}, corpus.Before(october), []string{}},
		{queries.ArticleRequest{Reference: "C. civ. 1240", Uses: []corpus.Use{corpus.Invoked}}, corpus.From(october), []string{}},
		{queries.ArticleRequest{Reference: "C. civ. 1240", Limit: 1, Offset: 1}, corpus.From(october), []string{"15-99002"}},
		{queries.ArticleRequest{Reference: "C. civ. 9"}, "", []string{}},
	} {
		list := asked(t, lib, c.req)
		if len(list) != 1 || list[0].Version != c.version {
			t.Errorf("%+v: %+v", c.req, list)
			continue
		}
		same(t, fmt.Sprintf("%+v", c.req), citingNumbers(list[0].Citing), c.want)
		if list[0].Line == nil || list[0].Others == nil || list[0].Years == nil || list[0].Aliases == nil {
			t.Errorf("%+v: a list that is null in JSON: %+v", c.req, list[0])
		}
	}
}

func TestArticleErrors(t *testing.T) {
	lib := tortLibrary(t)
	for _, c := range []struct {
		req  queries.ArticleRequest
		want string
	}{
		{queries.ArticleRequest{Reference: "C. civ. 1382", At: "hier"}, `"hier" is no day`},
		{queries.ArticleRequest{Reference: "C. civ. 1382", At: "2016-10-32"}, "is no day"},
		{queries.ArticleRequest{Reference: "C. civ. 1382", At: october, Exact: true}, "exact"},
		{queries.ArticleRequest{Reference: "C. civ. 1382", Limit: -1}, "negative"},
		{queries.ArticleRequest{Reference: "1382"}, "article 1382 du code civil (4 decisions)"},
		{queries.ArticleRequest{Reference: "article 1240"}, "article 1240 du code civil (1 decision)"},
		{queries.ArticleRequest{Reference: "l'art. 1353"}, "article 1353 du code civil (0 decisions)"},
		{queries.ArticleRequest{Reference: "99999"}, `write for example "C. civ. 99999"`},
		{queries.ArticleRequest{Reference: "du vent"}, "du vent"},
	} {
		_, err := lib.Article(context.Background(), c.req)
		if queries.CodeOf(err) != queries.Invalid || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v (%s), want an invalid request, %q", c.req, err, queries.CodeOf(err), c.want)
		}
	}
}

// TestSearchCitesFollowsTheRule: the condition on what is cited takes rules as
// Article does.
func TestSearchCitesFollowsTheRule(t *testing.T) {
	lib := tortLibrary(t)
	for _, c := range []struct {
		req  queries.SearchRequest
		want []string
	}{
		{queries.SearchRequest{Cites: []string{"C. civ. 1240"}}, []string{"17-99004", "15-99002", "14-99001"}},
		{queries.SearchRequest{Cites: []string{"C. civ. 1240"}, Exact: true}, []string{"17-99004"}},
		{queries.SearchRequest{Cites: []string{"C. civ. 1382"}, Exact: true}, []string{"18-99005", "16-99003", "15-99002", "14-99001"}},
		{queries.SearchRequest{Cites: []string{"C. civ. 1382"}}, []string{"18-99005", "17-99004", "16-99003", "15-99002", "14-99001"}},
		{queries.SearchRequest{Cites: []string{"C. civ. 1240"}, From: "2016-01-01"}, []string{"17-99004", "15-99002"}},
		{queries.SearchRequest{Text: "préjudice", Cites: []string{"C. civ. 1240"}, ByDate: true}, []string{"17-99004", "15-99002"}},
		{queries.SearchRequest{Cites: []string{"C. civ. 1240", "C. civ. 9"}}, []string{}},
	} {
		ans, err := lib.Search(context.Background(), c.req)
		if err != nil {
			t.Errorf("%+v: %v", c.req, err)
			continue
		}
		same(t, fmt.Sprintf("%+v", c.req), numbers(ans.Hits, func(h queries.SearchHit) queries.DecisionRef { return h.DecisionRef }), c.want)
	}
	// On a day the other rule of the number is not meant.
	ans, err := lib.Search(context.Background(), queries.SearchRequest{Cites: []string{"C. civ. 1382"}, At: "2016-09-30"})
	if err != nil {
		t.Fatal(err)
	}
	got := numbers(ans.Hits, func(h queries.SearchHit) queries.DecisionRef { return h.DecisionRef })
	if slices.Contains(got, "18-99005") || !slices.Contains(got, "17-99004") || !slices.Contains(got, "14-99001") {
		t.Errorf("1382 as it was on 30 September 2016: %v", got)
	}
	for _, bad := range []queries.SearchRequest{
		{Cites: []string{"C. civ. 1382"}, At: "hier"}, {Cites: []string{"C. civ. 1382"}, At: october, Exact: true},
	} {
		if _, err := lib.Search(context.Background(), bad); queries.CodeOf(err) != queries.Invalid {
			t.Errorf("%+v: %v, want an invalid request", bad, err)
		}
	}
}

// TestCitedByFollowsTheRule: with the words that prove it, and no mention of
// another rule.
func TestCitedByFollowsTheRule(t *testing.T) {
	lib := tortLibrary(t)
	got := map[string]string{}
	for c, err := range lib.CitedBy(context.Background(), "C. civ. 1240") {
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Mentions) != 1 || c.Mentions[0].Meant == nil || c.Uncertain {
			t.Errorf("%+v", c)
			continue
		}
		got[strings.TrimPrefix(string(c.Key), "cass/")] = c.Mentions[0].Text
	}
	same(t, "who cites the rule on torts", got, map[string]string{
		"14-99001": "article 1382 du code civil", "15-99002": "article 1382 du code civil", "17-99004": "article 1240 du code civil"})
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}
