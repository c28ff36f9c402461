package corpus

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"
)

// TestKeyRoundTrip holds every form of key in the gold guidelines, in canonical
// spelling: what ParseKey returns is what was given.
func TestKeyRoundTrip(t *testing.T) {
	for key, family := range map[string]Family{
		"code-civil/1382": CodeArticle, "code-penal/323-1": CodeArticle,
		"code-du-travail/L1235-3": CodeArticle, "code-general-des-impots/1649-nonies": CodeArticle,
		"code-general-des-impots/39-bis-A":          CodeArticle,
		"code-de-justice-administrative/R*421-1":    CodeArticle,
		"livre-des-procedures-fiscales/L80-CA":      CodeArticle,
		"code-electoral/LO141":                      CodeArticle,
		"code-du-travail-applicable-a-mayotte/LP12": CodeArticle,
		"code-civil": CodeArticle,
		"loi/78-17":  Statute, "loi/78-17/32": Statute, "loi/1881-07-29/29": Statute, "loi/2016-1547": Statute,
		"ordonnance/2016-131": Statute, "decret/91-1266/37": Statute, "arrete/2004-05-11": Statute,
		"constitution/66": Statute, "ddhc/16": Statute, "preambule-1946/10": Statute, "charte-environnement/5": Statute,
		"reglement/2016-679/6": EUTreaty, "reglement/44-2001/5": EUTreaty, "directive/95-46": EUTreaty,
		"tfue/101": EUTreaty, "tue/6": EUTreaty, "charte-ue/47": EUTreaty, "cesdh/6": EUTreaty, "cesdh-p1/1": EUTreaty,
		"convention/oit-158/4": EUTreaty, "convention/geneve-1951/1": EUTreaty, "convention/cide/3": EUTreaty,
		"convention-collective/syntec/4": Agreement, "convention-collective/syntec": Agreement,
		"cass/17-21434": CaseLaw, "cass/2018-03-14": CaseLaw, "ce/287110": CaseLaw, "ce/2006-12-13": CaseLaw,
		"caa/20NT01234": CaseLaw, "ta/melun/1603456": CaseLaw, "ta/melun/2016-03-04": CaseLaw,
		"cc/2010-14-QPC": CaseLaw, "cc/71-44-DC": CaseLaw, "cjue/C-362-14": CaseLaw,
		"cedh/30010-10": CaseLaw, "cedh/2010-10-14": CaseLaw,
		"ca/paris/18-04366": CaseLaw, "ca/paris/2015-03-12": CaseLaw, "tgi/laval/2016-10-04": CaseLaw,
		"tcom/aix-en-provence/2017F00123": CaseLaw, "cnitaat/2017-05-04": CaseLaw,
		"ecli/FR:CCASS:2018:CO00182": CaseLaw, "texte/4f1c09ab77e01234": CaseLaw,
		"cass/23-17506@2024-03-13": CaseLaw, "cass/23-17506@2024-03-13~4f1c": CaseLaw,
	} {
		k, err := ParseKey(key)
		if err != nil || string(k) != key {
			t.Errorf("ParseKey(%q) = %q, %v", key, k, err)
			continue
		}
		if p, _ := k.Parts(); k.Family() != family || p.Key() != k {
			t.Errorf("%s: family %q, parts %+v print %q", key, k.Family(), p, p.Key())
		}
	}
}

func TestParseKeyCanonical(t *testing.T) {
	for in, want := range map[string]Key{
		"CODE-DU-TRAVAIL/l1235-3":               "code-du-travail/L1235-3",
		"code-civil/1er":                        "code-civil/1",
		"code-general-des-impots/1649-NONIES":   "code-general-des-impots/1649-nonies",
		"code-general-des-impots/39-BIS-a":      "code-general-des-impots/39-bis-A",
		"code-general-des-impots/238-0-a":       "code-general-des-impots/238-0-A",
		"cass/17-21.434":                        "cass/17-21434",
		"Cass/08-2":                             "cass/08-00002",
		"ca/paris/18-4366":                      "ca/paris/18-04366",
		"CA/Paris/18-04366":                     "ca/paris/18-04366",
		"caa/20nt01234":                         "caa/20NT01234",
		"cc/2010-14-qpc":                        "cc/2010-14-QPC",
		"ECLI:FR:CCASS:2018:CO00182":            "ecli/FR:CCASS:2018:CO00182",
		"ecli/fr:ccass:2018:co00182":            "ecli/FR:CCASS:2018:CO00182",
		" livre-des-procedures-fiscales/l80-ca": "livre-des-procedures-fiscales/L80-CA",
	} {
		if got, err := ParseKey(in); err != nil || got != want {
			t.Errorf("ParseKey(%q) = %q, %v; want %q", in, got, err, want)
		}
	}
}

func TestParseKeyRefuses(t *testing.T) {
	for _, in := range []string{"", "1382", "code-civil/", "code-civil/1382/2", "code civil/1382",
		"loi", "loi/", "cass", "cass/abc", "cass/17-2143456", "ca/18-04366",
		"ca/Paris 1/18-04366", "tgi/laval/2016-02-31", "cass/2018-13-01", "loi/1965-13-01",
		"code-civil/1382@2016-10-01", "cass/17-21434@hier", "cass/17-21434~zz", "autre/x/1",
		"ecli/FR:CCASS:18:X", "texte/xyz", "unknown/1", "code-civil/é"} {
		if k, err := ParseKey(in); !errors.Is(err, ErrKey) {
			t.Errorf("ParseKey(%q) = %q, %v; want ErrKey", in, k, err)
		}
	}
}

func TestKeyCompare(t *testing.T) {
	keys := []Key{"code-civil/1382", "code-civil/9", "code-civil/10", "cass/17-21434", "code-civil/9-1", "cass/9-21434"}
	slices.SortFunc(keys, Key.Compare)
	want := []Key{"cass/9-21434", "cass/17-21434", "code-civil/9", "code-civil/9-1", "code-civil/10", "code-civil/1382"}
	if !slices.Equal(keys, want) {
		t.Errorf("sorted %v, want %v", keys, want)
	}
}

// TestJoinedKeys wants every case of a number to name the decision.
func TestJoinedKeys(t *testing.T) {
	m := Metadata{Court: Court{Kind: CC}, Date: "2010-07-30", Numbers: []string{"2010-14/22 QPC"}}
	if got := m.Keys(); !slices.Equal(got, []Key{"cc/2010-14-QPC", "cc/2010-22-QPC", "cc/2010-07-30"}) {
		t.Errorf("keys %v", got)
	}
}

func TestDecisionKey(t *testing.T) {
	cass, paris, aix := Court{Kind: Cass}, Court{Kind: CA, Place: "Paris"}, Court{Kind: CA, Place: "Aix-en-Provence"}
	for _, c := range []struct {
		court  Court
		number string
		want   Key
	}{
		{cass, "17-21.434", "cass/17-21434"}, {cass, "17-21434", "cass/17-21434"},
		{cass, "2018-03-14", "cass/2018-03-14"}, {cass, "F 17-21.434", "cass/17-21434"}, {Court{Kind: CPH, Place: "Saint-Brieuc"}, "F 18/90164", "cph/saint-brieuc/18-90164"}, {cass, "n'importe", ""},
		{paris, "18/04366", "ca/paris/18-04366"}, {aix, "18/4366", "ca/aix-en-provence/18-04366"},
		{Court{Kind: CA}, "18/04366", ""}, {Court{}, "18/04366", ""},
		{Court{Kind: TA, Place: "Melun"}, "1603456", "ta/melun/1603456"},
		{Court{Kind: CC}, "2010-14 QPC", "cc/2010-14-QPC"},
		{Court{Kind: CC}, "2010-14/22 QPC", "cc/2010-14-QPC"},
		{Court{Kind: CC}, "71-44 DC", "cc/71-44-DC"},
		{Court{Kind: CC}, "2010-14-QPC", "cc/2010-14-QPC"},
		{Court{Kind: CNIL}, "SAN-2022-009", "cnil/SAN-2022-009"},
		{Court{Kind: TA, Place: "Cergy-Pontoise"}, "2520143", "ta/cergy-pontoise/2520143"},
	} {
		if got := DecisionKey(c.court, c.number); got != c.want {
			t.Errorf("DecisionKey(%v, %q) = %q, want %q", c.court, c.number, got, c.want)
		}
	}
}

func TestKeyJSON(t *testing.T) {
	for _, k := range []Key{"", "code-civil/1382"} {
		b, err := json.Marshal(k)
		var back Key = "other"
		if err != nil || json.Unmarshal(b, &back) != nil || back != k {
			t.Errorf("%q: %s, %v, back %q", k, b, err, back)
		}
	}
	if b, _ := json.Marshal(Key("")); string(b) != "null" {
		t.Errorf("an empty key is %s, want null", b)
	}
}

func FuzzParseKey(f *testing.F) {
	for _, s := range []string{"code-civil/1382", "cass/17-21.434@2018-01-01~ab12", "ecli:fr:a:2018:b", "loi/78-17/32"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k, err := ParseKey(s)
		if err != nil {
			return
		}
		again, err := ParseKey(string(k))
		if err != nil || again != k {
			t.Fatalf("ParseKey(%q) = %q, which parses as %q, %v", s, k, again, err)
		}
	})
}
