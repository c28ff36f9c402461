package meant

import (
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// held are the articles of a code of which a part, or the whole, is held.
type held struct {
	whole    bool
	versions map[corpus.Key][]law.ArticleVersion
}

func (h held) Holds(code corpus.Key) bool                   { return code == "code-du-travail" }
func (h held) Complete(code corpus.Key) bool                { return h.whole && h.Holds(code) }
func (h held) Versions(key corpus.Key) []law.ArticleVersion { return h.versions[key] }
func (h held) Text(string) string                           { return "" }

// TestBore: that no version of a number is held proves that it stood empty only of a code
// that is held as a whole.
func TestBore(t *testing.T) {
	before := law.ArticleVersion{Key: "code-du-travail/L3122-39", Start: "2008-05-01", End: "2016-08-10"}
	since := law.ArticleVersion{Key: "code-du-travail/L3122-39", Start: "2016-08-10"}
	rule := law.Rule{Text: law.Text{Key: "code-du-travail/L3122-39"}, Enter: "2016-08-10", Doubt: true}
	for _, c := range []struct {
		name        string
		texts       Texts
		bore, known bool
	}{
		{"no law is held", nil, false, false},
		{"another article is held", held{versions: map[corpus.Key][]law.ArticleVersion{"code-du-travail/L1221-1": {{}}}}, false, false},
		{"the old version is held, which may not be all", held{versions: map[corpus.Key][]law.ArticleVersion{before.Key: {before}}}, false, false},
		{"a version of then is held", held{versions: map[corpus.Key][]law.ArticleVersion{before.Key: {before, since}}}, true, true},
		{"the whole code is held, without one of then", held{true, map[corpus.Key][]law.ArticleVersion{before.Key: {before}}}, false, true},
		{"the whole code is held, without the number", held{whole: true}, false, true},
	} {
		r := reading{Input: Input{Date: "2019-03-06"}, Resolver: &Resolver{texts: c.texts}}
		if bore, known := r.bore(rule); bore != c.bore || known != c.known {
			t.Errorf("%s: bore %v, known %v; want %v, %v", c.name, bore, known, c.bore, c.known)
		}
	}
}

// TestEmptyNumber: in 2019 a number of which the rule left in 2016 means that rule where
// nothing else stood there; of a code of which only a part is held that is not known.
func TestEmptyNumber(t *testing.T) {
	k := newKit(t)
	plain := k.resolver
	for _, c := range []struct {
		whole bool
		want  corpus.Version
	}{{false, ""}, {true, "before:2016-08-10"}} {
		k.resolver = plain.With(held{whole: c.whole}, k.past)
		found := k.read("Les contreparties sont celles de l'article L. 3122-39 du code du travail.", "2019-03-06")
		if len(found) != 1 || found[0].Meant == nil {
			t.Fatalf("found %+v", found)
		}
		if got := found[0].Meant.Version; got != c.want {
			t.Errorf("whole %v: %q, want %q (%s)", c.whole, got, c.want, found[0].Meant.Because)
		}
	}
}
