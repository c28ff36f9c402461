package synth_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/synth"
)

// publicNumbers are the forms of the numbers of the administrative courts.
var publicNumbers = map[corpus.CourtKind]*regexp.Regexp{
	corpus.TA:  regexp.MustCompile(`^\d{7}$`),
	corpus.CAA: regexp.MustCompile(`^\d\d(BX|DA|LY|MA|NC|NT|PA|TL|VE)\d{5}$`),
	corpus.CE:  regexp.MustCompile(`^\d{6}$`),
}

// TestPublic: the drafting follows the day, numbers have the form of their court,
// and the documents are those of JADE.
func TestPublic(t *testing.T) {
	courts, styles := map[corpus.CourtKind]int{}, map[bool]int{}
	for d := range all(t, synth.Options{Seed: 9, Decisions: 700, Cases: synth.OnlyAdministrative}) {
		courts[d.Court.Kind]++
		form := publicNumbers[d.Court.Kind]
		if form == nil || !form.MatchString(d.Numbers[0]) {
			t.Fatalf("%s: %s of %s has the number %s", d.ID, d.Title, d.Court.Kind, d.Numbers)
		}
		modern := d.Date >= "2019-01-01"
		styles[modern]++
		if modern != strings.Contains(d.Text, "\nConsidérant ce qui suit :\n") || modern == strings.Contains(d.Text, "Considérant qu") ||
			modern != strings.Contains(d.Text, "\nVu la procédure suivante :\n") || !strings.Contains(d.Text, "\nArticle 1er : ") {
			t.Errorf("%s of %s has the drafting of another time", d.ID, d.Date)
		}
		xml := string(d.DILA())
		if !strings.HasPrefix(d.Path(), "juri/jade/CETA/TEXT/99/98/") || !strings.Contains(xml, "<TEXTE_JURI_ADMIN>") || d.Judilibre() != nil {
			t.Errorf("%s: %s is no document of JADE", d.ID, d.Path())
		}
		for _, bad := range []string{" de le ", " à le ", " de de ", " à à ", "que il ", "que elle ", " de a", ".. ."} {
			if i := strings.Index(d.Text, bad); i >= 0 {
				t.Errorf("%s: %q", d.ID, d.Text[max(0, i-40):i+40])
			}
		}
	}
	for _, k := range []corpus.CourtKind{corpus.TA, corpus.CAA, corpus.CE} {
		if courts[k] < 100 {
			t.Errorf("%d decisions of %s", courts[k], k)
		}
	}
	if styles[true] < 150 || styles[false] < 150 {
		t.Errorf("drafting since the reform: %v", styles)
	}
}

// TestConseil: what the Conseil d'État does with a recourse, and how often its
// decisions are cited.
func TestConseil(t *testing.T) {
	outcomes, cited := map[string]int{}, map[corpus.Key]int{}
	for d := range all(t, synth.Options{Seed: 9, Decisions: 1500, Cases: synth.OnlyAdministrative}) {
		for _, c := range d.Truth.Citations {
			if strings.HasPrefix(string(c.Key), "ce/") {
				cited[c.Key]++
			}
			if strings.Contains(string(c.Key), "etrangers") && d.Date < "2005-03-01" {
				t.Errorf("%s of %s cites %s", d.ID, d.Date, c.Key)
			}
		}
		if d.Court.Kind != corpus.CE {
			continue
		}
		var kinds []string
		for _, o := range d.Truth.Orders {
			kinds = append(kinds, string(o.Kind))
		}
		switch all := strings.Join(kinds, " "); {
		case strings.HasPrefix(all, "annulation renvoi"):
			outcomes["sent back"]++
		case strings.HasPrefix(all, "annulation "):
			outcomes["settled"]++
		case strings.HasPrefix(all, "rejet "):
			outcomes["rejected"]++
		case strings.HasPrefix(all, "non-admission "):
			outcomes["not admitted"]++
		default:
			t.Errorf("%s orders %s", d.ID, all)
		}
	}
	for _, what := range []string{"sent back", "settled", "rejected", "not admitted"} {
		if outcomes[what] < 15 {
			t.Errorf("%d recourses are %s", outcomes[what], what)
		}
	}
	top := 0
	for _, n := range cited {
		top = max(top, n)
	}
	if top < 15 || len(cited) < 200 {
		t.Errorf("%d decisions are cited, the first %d times", len(cited), top)
	}
}

// TestChamberNumbers: the chambers and sous-sections have numbers from 1 to 10.
func TestChamberNumbers(t *testing.T) {
	number := regexp.MustCompile(`(\d+)(?:ère|ème)[^\n]*(?:chambre|sous-section)`)
	seen := map[string]bool{}
	for d := range all(t, synth.Options{Seed: 9, Decisions: 700, Cases: synth.OnlyAdministrative}) {
		for _, m := range number.FindAllStringSubmatch(d.Formation, -1) {
			seen[m[1]] = true
		}
		if regexp.MustCompile(`\b0(?:e|ère|ème)`).MatchString(d.Formation + d.Text) {
			t.Fatalf("%s: %s", d.ID, d.Formation)
		}
		if strings.Contains(d.Formation, " et 10ème sous-sections") || strings.Contains(d.Formation, " - 10ème chambres") {
			seen["10"] = true
		}
	}
	if !seen["1"] || !seen["10"] || seen["0"] {
		t.Errorf("the numbers are %v", seen)
	}
}
