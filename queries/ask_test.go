package queries_test

import (
	"context"
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/lang"
)

// visaText is an invented ruling.
const visaText = `COUR DE CASSATION
CHAMBRE SOCIALE
Arrêt du 13 mars 2019
Pourvoi n° 17-90.111

La société Kirsch soutient que l'article 1103 du code civil était applicable.

Vu l'article 1240 du code civil ;

Attendu que tout fait de l'homme oblige celui par la faute duquel il est arrivé à le réparer ; que l'article 9 du code civil n'y fait pas obstacle ;

PAR CES MOTIFS :

CASSE ET ANNULE l'arrêt rendu le 5 mai 2017 par la cour d'appel de Paris ;
`

// TestLanguageOnLibrary asks a library of one text for what only some decisions hold.
func TestLanguageOnLibrary(t *testing.T) {
	file := t.TempDir() + "/a.txt"
	if err := os.WriteFile(file, []byte(visaText), 0o644); err != nil {
		t.Fatal(err)
	}
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	ctx := context.Background()
	if _, err := lib.Add(ctx, []string{file}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]int{
		`faute`: 1, `faute SAUF bail`: 1, `faute SAUF obstacle`: 0, `bail OU faute`: 1,
		`vise:"C. civ. 1240"`: 1, `vise:"C. civ. 9"`: 0, `rejette:"C. civ. 1240"`: 0, `applique:"C. civ. 1240"`: 1, `cite:"C. civ. 9"`: 1, `cite:C. civ. 9 obstacle`: 1,
		`applique:(C. civ. 9 ET C. civ. 1240)`: 1, `applique:(C. civ. 9 ET C. civ. 1103)`: 0,
		`dispositif:casse`: 1, `dispositif:faute`: 0, `dispositif:(SAUF faute)`: 1,
		`ordre:cassation`: 1, `issue:cassation`: 1, `ordre:confirmation`: 0,
		`date:2019`: 1, `date:2018`: 0, `avant:2019-03-13`: 0, `après:2019-03-12`: 1, `date:"13 mars 2019"`: 1,
		`juridiction:cass`: 1, `juridiction:(SAUF cass)`: 0, `chambre:soc.`: 1, `chambre:"chambre sociale"`: 1, `chambre:"2e civ."`: 0, `chambre:com.`: 0,
		`numéro:17-90111`: 1, `17-90.111`: 1, `17-90.112`: 0, `C. civ. 1240`: 1, `C. civ. 1241`: 0,
		`répar*`: 1, `r?parer`: 1, `réparre~1`: 1, `répar?`: 0, `faute PROCHE/3 homme`: 0, `homme PROCHE/3 oblige`: 1,
		`montant:>1`: 0, `source:plain`: 1, ``: 1,
	} {
		ans, err := lib.Search(ctx, queries.SearchRequest{Text: query, Explain: true})
		if err != nil {
			t.Errorf("%s: %v", query, err)
		} else if ans.Total != want || len(ans.Hits) != want || ans.Outline == "" || len(ans.Steps) == 0 {
			t.Errorf("%s finds %d, want %d: %+v", query, ans.Total, want, ans)
		}
	}
	for query, code := range map[string]queries.Code{
		`"faute`: queries.Invalid, `!!!`: queries.Invalid, `cite:nothing`: queries.Invalid,
		`casse:"C. civ. 9"`: queries.Invalid, strings.Repeat("a ", 1<<19): queries.Invalid,
	} {
		_, err := lib.Search(ctx, queries.SearchRequest{Text: query})
		var e *queries.Error
		if !errors.As(err, &e) || e.Code != code || e.Column == 0 || e.Pointer == "" {
			t.Errorf("%.20s: %#v", query, err)
		}
	}
	ans, err := lib.Search(ctx, queries.SearchRequest{Text: "17-90.111"})
	if err != nil || len(ans.Direct) != 1 || !ans.Direct[0].Held || ans.Direct[0].Key != "cass/17-90111" {
		t.Errorf("%+v, %v", ans, err)
	}
	if _, err := lib.Search(ctx, queries.SearchRequest{Text: "faute", At: corpus.Date("2016-01-01")}); queries.CodeOf(err) != queries.Invalid {
		t.Errorf("at without cites: %v", err)
	}
}

// TestDocumentedFields: docs/search.md names every field with one of its examples' values,
// and no other.
func TestDocumentedFields(t *testing.T) {
	page, err := os.ReadFile("../docs/search.md")
	if err != nil {
		t.Fatal(err)
	}
	l, err := lang.Load()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, f := range l.Fields() {
		known[f.Name] = true
		if !regexp.MustCompile("(?m)^\\|.*`" + f.Name + "`").Match(page) {
			t.Errorf("%s is not in docs/search.md", f.Name)
		}
	}
	_, table, _ := strings.Cut(string(page), "| field |")
	for _, m := range regexp.MustCompile("(?m)^\\| `([^`]+)`").FindAllStringSubmatch(table, -1) {
		if !known[m[1]] {
			t.Errorf("docs/search.md has the field %s", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`(?m)^\|[^|]*\|[^|]*\|[^|]*\|(.*)\|$`).FindAllStringSubmatch(table, -1) {
		for _, q := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(m[1], -1) {
			if _, err := l.Parse(q[1], nil); err != nil {
				t.Errorf("the example %s: %v", q[1], err)
			}
		}
	}
}
