package legi

import "testing"

func TestArticleKey(t *testing.T) {
	for num, want := range map[string]string{
		"1382": "1382", "1er": "1", "L121-1": "L121-1", "L. 121-1": "L121-1", "L.121-1": "L121-1", "R*421-1": "R*421-1",
		"R. *421-1": "R*421-1", "*R421-1": "R*421-1", "R**421-1": "R**421-1", "L.O. 141": "LO141", "LO 141": "LO141",
		"D. 312-1-1": "D312-1-1", "A. 4": "A4", "39 bis A": "39-bis-A", "1649 nonies": "1649-nonies", "302 septies A ter A": "302-septies-A-ter-A",
		"Annexe 2-4": "annexe-2-4", "ANNEXE I": "annexe-I", "Annexe": "annexe", "Préliminaire": "preliminaire", "L121-1.": "L121-1",
		"Annexe à l'article R123-5": "annexe-A-L-article-R123-5", "121-1 (1)": "121-1-1", "Annexe n° 3": "annexe-N-3",
	} {
		key, err := articleKey("code-civil", num)
		if got := string(key); err != nil || got != "code-civil/"+want {
			t.Errorf("%q gives %q, %v; want %s", num, got, err, want)
		}
	}
	for _, num := range []string{"", "(…)", "---", "½"} {
		if key, err := articleKey("code-civil", num); err == nil {
			t.Errorf("%q gives %q", num, key)
		}
	}
}

// TestKeyOfText wants codes known by their identifier or title, acts by their
// number or day, and nothing of the rest.
func TestKeyOfText(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for want, f := range map[string]fields{
		"code-civil":                      {cid: "LEGITEXT000006070721", nature: "CODE"},
		"code-de-commerce":                {titre: "LEGITEXT000005634379", nature: "CODE"},
		"code-des-puits-et-des-margelles": {cid: "LEGITEXT000099000001", nature: "CODE", title: "Code des puits et des margelles"},
		"loi/65-557":                      {nature: "LOI", number: "65-557", signed: "1965-07-10"},
		"loi/1881-07-29":                  {nature: "LOI", signed: "1881-07-29"},
		"decret/2019-1333":                {nature: "DECRET", number: "2019-1333"},
		"ordonnance/2016-131":             {nature: "ORDONNANCE", number: "2016-131"},
	} {
		if got := r.text(&f); string(got) != want {
			t.Errorf("%+v gives %q, want %s", f, got, want)
		}
	}
	for _, f := range []fields{{}, {nature: "ARRETE", number: "3"}, {nature: "LOI", signed: "1999-02-03"}, {nature: "CODE", title: "Règlement du puits"}, {nature: "LOI", number: "n° ?"}} {
		if got := r.text(&f); got != "" {
			t.Errorf("%+v gives %q", f, got)
		}
	}
}
