package meant

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// FuzzResolve checks the invariants of every designation of any text on any day.
func FuzzResolve(f *testing.F) {
	for _, s := range texts(f) {
		f.Add(s.text, string(s.day))
	}
	f.Add("article 1382 du code civil "+strings.Repeat("article 1147, ", 40), "2016-10-01")
	f.Add("\u00ad art\u0301icle 1382\xff du code civil, dans sa rédaction", "2016-10-01")
	f.Add("1382, dans sa rédaction antérieure à l'ordonnance, du code civil", "0000-01-01")
	k := newKit(f)
	f.Fuzz(func(t *testing.T, s, d string) {
		day, _ := corpus.ParseDate(d)
		got := k.read(s, day)
		for i := range got {
			if m := got[i].Meant; m != nil {
				if fault := k.fault(&got[i]); fault != "" {
					t.Fatalf("%q on %q: %s means %+v: %s", s, day, got[i].Key, m, fault)
				}
			} else if k.resolver.codes[got[i].Key.Instrument()] && got[i].Key.Instrument() != got[i].Key {
				t.Fatalf("%q on %q: nothing is said of %s", s, day, got[i].Key)
			}
		}
		if again := k.read(s, day); !reflect.DeepEqual(got, again) {
			t.Fatalf("%q on %q: two runs differ", s, day)
		}
	})
}

// fault says what is wrong with a designation; "" when nothing is.
func (k kit) fault(c *corpus.Citation) string {
	m, rules := c.Meant, k.past.Rules(c.Key)
	sound := func(key corpus.Key) bool {
		again, err := corpus.ParseKey(string(key))
		return err == nil && again == key && known(k.resolver, key)
	}
	switch {
	case m.Because == "":
		return "no reason"
	case m.Certainty < 0 || m.Certainty > 1 || (m.Version == "") != (m.Certainty == 0):
		return "the certainty"
	case m.TodayCandidates == nil || m.Today != "" && len(m.TodayCandidates) > 0 || len(m.TodayCandidates) == 1:
		return "the candidates"
	case m.Version == "":
		if m.Today != "" || len(m.TodayCandidates)+len(m.Came)+len(m.Went) > 0 || m.Reuses != nil {
			return "an abstention that designates"
		}
		return ""
	case m.Today != "" && !sound(m.Today):
		return "today is no key"
	case !slices.ContainsFunc(rules, func(r law.Rule) bool { return r.Version == m.Version }):
		return "the number has never borne this rule"
	case !m.Version.Old() && m.Today != c.Key && !(m.Version == corpus.Unchanged && m.Today == ""):
		return "a rule that stands at this number stands elsewhere today"
	}
	if v, ok := corpus.ParseVersion(string(m.Version)); !ok || v != m.Version {
		return "the version cannot be read"
	}
	for i, key := range m.TodayCandidates {
		if !sound(key) || i > 0 && m.TodayCandidates[i-1].Compare(key) >= 0 {
			return "the candidates are not sorted"
		}
	}
	return ""
}

// dated is a text of the fixtures and its day.
type dated struct {
	text string
	day  corpus.Date
}

// texts are those of the fixtures.
func texts(t testing.TB) (list []dated) {
	t.Helper()
	names, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range a.Files {
			if first, body, ok := strings.Cut(string(file.Data), "\n\n"); ok && strings.HasPrefix(file.Name, "text ") {
				day, _ := corpus.ParseDate(first)
				list = append(list, dated{body, day})
			}
		}
	}
	return list
}

// known reports whether a key is one of a code of the catalogue.
func known(r *Resolver, key corpus.Key) bool {
	_, ok := r.codes[key.Instrument()]
	return ok
}
