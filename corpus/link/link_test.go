package link

import (
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// TestOf: Load proves the example of each row; here is what has no link, and what
// must be written with care.
func TestOf(t *testing.T) {
	catalogue, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	l, err := Load(catalogue)
	if err != nil {
		t.Fatal(err)
	}
	const search = "https://www.legifrance.gouv.fr/search/"
	for key, want := range map[corpus.Key]string{
		"code-general-des-impots/39-bis-A": search + "code?tab_selection=code&searchField=ALL&query=39+bis+A+code+g%C3%A9n%C3%A9ral+des+imp%C3%B4ts&page=1&init=true",
		"loi/1881-07-29/29":                search + "all?tab_selection=all&searchField=ALL&query=loi+du+29+juillet+1881&page=1&init=true",
		"constitution/66":                  search + "all?tab_selection=all&searchField=ALL&query=article+66+de+la+Constitution&page=1&init=true",
		"ca/paris/18-04366":                "https://www.courdecassation.fr/recherche-judilibre?search_api_fulltext=18%2F04366&op=Rechercher",
		"cass/20-29642@2021-02-17":         "https://www.courdecassation.fr/recherche-judilibre?search_api_fulltext=20-29.642&op=Rechercher",
		"charte-ue/47":                     "https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX:12016P047",
		"cass/2018-03-14":                  "", // a day is no number
		"tgi/laval/2016-10-04":             "",
		"cph/bobigny/12-06470":             "", // on no public site
		"cesdh/6":                          "",
		"convention/cide/3":                "",
		"convention-collective/syntec":     "",
		"code-civil-de-saturne/1":          "",
		"ecli/FR:CCASS:2018:CO00182":       "",
		"nonsense":                         "",
		"":                                 "",
	} {
		if got := l.Of(key); got.URL != want || (got.Kind == "") != (want == "") {
			t.Errorf("%s: %+v, want %s", key, got, want)
		}
	}
}

func TestCelex(t *testing.T) {
	for key, want := range map[corpus.Key]string{
		"reglement/2016-679/6": "32016R0679",
		"reglement/679-2016":   "32016R0679", // the other order, and only it makes sense
		"reglement/44-2001":    "32001R0044",
		"reglement/2001-44":    "32001R0044",
		"reglement/1408-71":    "31971R1408",
		"reglement/1215-2012":  "32012R1215",
		"reglement/2201-2003":  "32003R2201",
		"reglement/2015-2447":  "32015R2447",
		"reglement/2016-2012":  "", // number 2016 of 2012, or number 2012 of 2016
		"directive/95-46":      "31995L0046",
		"directive/2003-88":    "32003L0088",
		"directive/93-13/3":    "31993L0013",
		"directive/41-44":      "",
		"reglement/3":          "",
		"tue/6":                "12016M006",
		"tfue":                 "12016E/TXT",
		"tfue/6-bis":           "",
	} {
		p, err := key.Parts()
		if err != nil {
			t.Fatal(err)
		}
		if got := celex(key, p); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}
