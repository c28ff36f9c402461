package table

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/re2"
)

func TestPattern(t *testing.T) {
	if re, err := Pattern("par ces.motifs"); err != nil || !re.MatchString("par ces\nmotifs") {
		t.Errorf("a dot does not match a line end: %v", err)
	}
	for _, cell := range []string{"arrêt", "(", "n°"} {
		if _, err := Pattern(cell); err == nil {
			t.Errorf("the pattern %q is compiled", cell)
		}
	}
}

func TestPhrases(t *testing.T) {
	for data, want := range map[string]string{
		"title\tarret de\nruling\tstatuant": "",
		"title\tarret de":                   "x.tsv: 1 phrases, want 2",
		"title\tarret de\ntitle\tstatuant":  `x.tsv:3: phrase "title" is unknown or comes twice`,
		"title\tarret de\ntitel\tstatuant":  `x.tsv:3: phrase "titel" is unknown or comes twice`,
		"title\tarrêt de\nruling\tstatuant": `x.tsv:2: pattern "arrêt de" is not folded`,
		"title\t(\nruling\tstatuant":        "x.tsv:2: error parsing regexp",
	} {
		rows, err := Read("x.tsv", "phrase\tpattern\n"+data, "phrase", "pattern")
		if err != nil {
			t.Fatal(err)
		}
		var title, ruling *re2.Regexp
		err = Phrases(rows, map[string]**re2.Regexp{"title": &title, "ruling": &ruling})
		if want == "" && (err != nil || title.String() != "(?s)arret de" || ruling == nil) {
			t.Errorf("%q: %v, %v, %v", data, err, title, ruling)
		}
		if want != "" && (err == nil || !strings.HasPrefix(err.Error(), want)) {
			t.Errorf("%q: %v, want %q", data, err, want)
		}
	}
}
