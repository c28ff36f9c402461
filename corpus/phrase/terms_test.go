package phrase

import (
	"testing"

	"github.com/attendu/attendu/corpus/fold"
	"github.com/google/go-cmp/cmp"
)

func TestTerms(t *testing.T) {
	terms, err := New([]string{"faute", "prejudic*", "dommages et interets", "dommages-interets", "trouble* manifestement", "l'ordre public", "82-1"})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string][]string{
		"Sa faute l'oblige":                         {"faute"},
		"les FAUTES commises":                       {"faute"},
		"une attitude fautive":                      nil,
		"un défaut":                                 nil,
		"préjudiciable":                             {"prejudic*"},
		"un préjudice né de la faute":               {"faute", "prejudic*"},
		"des dommages et intérêts":                  {"dommages et interets"},
		"des dommages-intérêts":                     {"dommages interets"},
		"des dommages,\net les intérêts":            nil,
		"des troubles manifestement illicites":      {"trouble* manifestement"},
		"un trouble grave, manifestement illicite":  nil,
		"à l'ordre public":                          {"l ordre public"},
		"l'article 82-1":                            {"82 1"},
		"la faute, la faute encore":                 {"faute"},
		"":                                          nil,
		"dommages et":                               nil,
		"des œuvres sans faute\u00a0; le préjudice": {"faute", "prejudic*"},
	} {
		if diff := cmp.Diff(want, terms.Find(NewPassage(fold.New(text).Folded))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	for _, bad := range []string{"", " ", "'", "Faute", "préjudice", "faute, grave", "faute\tgrave", "§", "*", "fau*te", "faute *", "*faute", "faut**"} {
		if terms, err := New([]string{"faute", bad}); err == nil {
			t.Errorf("%q gives %q", bad, terms)
		}
	}
	if terms, err := New(nil); err != nil || terms != nil || terms.Find(NewPassage("faute")) != nil {
		t.Errorf("no terms: %q, %v", terms, err)
	}
}
