package holding

import (
	"fmt"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/re2"
	"github.com/attendu/attendu/corpus/table"
)

// verb is a verb that opens an order.
type verb struct {
	name string
	kind corpus.HoldingKind
	noun bool // a form is also a noun: "le juge", "le partage"
}

// form is one written form of a verb: its words, folded.
type form struct {
	words string
	verb  *verb
}

// formula tells what the words after a verb make of an order.
type formula struct {
	rule           string
	verbs          []string
	object, unless *re2.Regexp // unless may be nil
	kind           corpus.HoldingKind
	confidence     float64
}

// preface tells what the words before the first order of a sentence make of the
// orders in it.
type preface struct {
	rule    string
	pattern *re2.Regexp
	kind    corpus.HoldingKind
	verbs   []string
}

// role says what a party is in an order.
type role string

const (
	debtor      role = "debtor"
	beneficiary role = "beneficiary"
	refused     role = "refused" // whose claim is
)

// person tells where in an order the party of a role stands.
type person struct {
	verbs   []string
	role    role
	pattern *re2.Regexp
}

// article tells an order that stands in an article of its own, or in the
// infinitive.
type article struct {
	pattern    *re2.Regexp
	infinitive bool
	verdict
}

// ruled are the rules for the orders of one verb, in the order of their files.
type ruled struct {
	formulas []*formula
	prefaces []*preface
	persons  []*person
}

// Finder holds the rules. It is safe for use by several goroutines.
type Finder struct {
	say         phrases
	forms       map[string][]form // by first word, longest first
	formulas    []formula
	prefaces    []preface
	personRules []person
	articles    []article
	closings    []*re2.Regexp
	words       map[string]map[string]bool // by class
	verbs       map[string]ruled           // by the name of the verb
	heads       heads
	bodies      []body
	nouns       []noun
}

// Load reads the embedded rule files. An error names the file and the row that
// is wrong.
func Load() (*Finder, error) {
	f := &Finder{forms: map[string][]form{}, words: map[string]map[string]bool{}, heads: heads{}}
	names := []string{"*", passive.name}
	for _, step := range []struct {
		file string
		add  func(table.Row, *[]string) error
	}{
		{"verbs.tsv", f.addVerb}, {"formulas.tsv", f.addFormula}, {"prefaces.tsv", f.addPreface},
		{"persons.tsv", f.addPerson}, {"closings.tsv", f.addClosing},
		{"words.tsv", f.addWords}, {"articles.tsv", f.addArticle}, {"heads.tsv", f.addHead}, {"nouns.tsv", f.addNoun},
	} {
		all, err := rows(step.file)
		if err != nil {
			return nil, err
		}
		for _, r := range all {
			if err := step.add(r, &names); err != nil {
				return nil, fmt.Errorf("holding: %w", r.Errorf("%w", err))
			}
		}
	}
	for _, forms := range f.forms {
		slices.SortStableFunc(forms, func(a, b form) int { return len(b.words) - len(a.words) })
	}
	f.verbs = map[string]ruled{}
	for _, name := range names {
		f.verbs[name] = f.ruled(name)
	}
	var err error
	if f.bodies, err = loadBodies(); err != nil {
		return nil, err
	}
	f.say, err = loadPhrases()
	return f, err
}

// ruled gathers the rules for a verb.
func (f *Finder) ruled(name string) (out ruled) {
	for i := range f.formulas {
		if x := &f.formulas[i]; fits(x.verbs, name) {
			out.formulas = append(out.formulas, x)
		}
	}
	for i := range f.prefaces {
		if x := &f.prefaces[i]; fits(x.verbs, name) {
			out.prefaces = append(out.prefaces, x)
		}
	}
	for i := range f.personRules {
		if x := &f.personRules[i]; fits(x.verbs, name) {
			out.persons = append(out.persons, x)
		}
	}
	return out
}

// fits reports whether a list of verbs names one.
func fits(verbs []string, name string) bool {
	return slices.Contains(verbs, name) || slices.Contains(verbs, "*")
}
