package party

import (
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/re2"
	"github.com/attendu/attendu/corpus/table"
)

// class says what a word that opens a name announces.
type class string

const (
	civility class = "civility" // one person, or several joined by "et"
	consorts class = "consorts" // several persons under one name
	counsel  class = "counsel"  // a lawyer: no party
	acronym  class = "acronym"  // a legal form in capitals
	sigle    class = "sigle"    // a body in capitals, a name by itself
	form     class = "form"     // a private body
	body     class = "body"     // a public body
	brand    class = "brand"    // a private body, when it has a capital
)

// opener is a word, or several, that opens the name of a party.
type opener struct {
	words string
	class class
	kind  corpus.PartyKind
}

// role is a heading that announces the parties of a side.
type role struct {
	rule    string
	pattern *re2.Regexp
	side    corpus.Side
}

// Finder holds the rules. It is safe for use by several goroutines.
type Finder struct {
	say      phrases
	openers  map[string][]opener // by first word, longest first
	roles    []role
	filed    []filing    // sentences of public-law decisions that tell who filed
	stops    *re2.Regexp // lines that end a list of parties
	details  *re2.Regexp // lines about the party named before
	tails    *re2.Regexp // what follows a name
	words    map[string]map[string]bool
	acronyms map[string]string
}

// Load reads the embedded rule files. An error names the file and the row that
// is wrong.
func Load() (*Finder, error) {
	f := &Finder{openers: map[string][]opener{}, words: map[string]map[string]bool{}, acronyms: map[string]string{}}
	for _, step := range []struct {
		file string
		add  func(table.Row) error
	}{
		{"openers.tsv", f.addOpeners}, {"roles.tsv", f.addRole}, {"words.tsv", f.addWords},
		{"acronyms.tsv", f.addAcronym}, {"filings.tsv", f.addFiling},
	} {
		all, err := rows(step.file)
		if err != nil {
			return nil, err
		}
		for _, r := range all {
			if err := step.add(r); err != nil {
				return nil, fmt.Errorf("party: %w", r.Errorf("%w", err))
			}
		}
	}
	for _, forms := range f.openers {
		slices.SortStableFunc(forms, func(a, b opener) int { return len(b.words) - len(a.words) })
	}
	for _, union := range []struct {
		file, format string
		to           **re2.Regexp
	}{
		{"stops.tsv", "^(?:%s)", &f.stops}, {"details.tsv", "^(?:%s)", &f.details}, {"tails.tsv", "%s", &f.tails},
	} {
		re, err := unite(union.file, union.format)
		if err != nil {
			return nil, err
		}
		*union.to = re
	}
	var err error
	f.say, err = loadPhrases()
	return f, err
}

// addOpeners takes a row of openers.tsv.
func (f *Finder) addOpeners(r table.Row) error {
	o := opener{class: class(r.Get("class")), kind: corpus.PartyKind(r.Get("kind"))}
	if !slices.Contains([]class{civility, consorts, counsel, acronym, sigle, form, body, brand}, o.class) {
		return fmt.Errorf("unknown class %q", r.Get("class"))
	}
	if !slices.Contains([]corpus.PartyKind{corpus.Physique, corpus.Morale, corpus.Publique}, o.kind) {
		return fmt.Errorf("unknown kind %q", r.Get("kind"))
	}
	for _, words := range r.List("forms") {
		o.words = words
		first, _, _ := strings.Cut(words, " ")
		f.openers[first] = append(f.openers[first], o)
	}
	return nil
}

// sides are the sides that a heading may announce.
var sides = []corpus.Side{corpus.Demandeur, corpus.Defendeur, corpus.Intervenant, corpus.Prevenu, corpus.MinisterePublic}

// addRole takes a row of roles.tsv.
func (f *Finder) addRole(r table.Row) error {
	x := role{rule: r.Get("rule"), side: corpus.Side(r.Get("side"))}
	if !slices.Contains(sides, x.side) {
		return fmt.Errorf("unknown side %q", r.Get("side"))
	}
	var err error
	x.pattern, err = table.Pattern("^(?:" + r.Get("pattern") + ")$")
	f.roles = append(f.roles, x)
	return err
}

// addFiling takes a row of filings.tsv.
func (f *Finder) addFiling(r table.Row) error {
	x := filing{role: role{rule: r.Get("rule"), side: corpus.Side(r.Get("side"))}, courts: r.List("courts"), name: r.Get("name")}
	if !slices.Contains(sides, x.side) || !slices.Contains(filingNames, x.name) {
		return fmt.Errorf("unknown side %q or name %q", r.Get("side"), x.name)
	}
	var err error
	x.pattern, err = table.Pattern("^(?:" + r.Get("pattern") + ")")
	f.filed = append(f.filed, x)
	return err
}

// addWords takes a row of words.tsv.
func (f *Finder) addWords(r table.Row) error {
	f.words[r.Get("class")] = r.Set("words")
	return nil
}

// addAcronym takes a row of acronyms.tsv.
func (f *Finder) addAcronym(r table.Row) error {
	if r.Get("short") == "" || r.Get("long") == "" {
		return fmt.Errorf("a short name and a long one are wanted")
	}
	f.acronyms[r.Get("short")] = r.Get("long")
	return nil
}

// unite joins the patterns of a rule file into one.
func unite(file, format string) (*re2.Regexp, error) {
	read, err := rows(file)
	if err != nil {
		return nil, err
	}
	var all []string
	for _, r := range read {
		if _, err := table.Pattern(r.Get("pattern")); err != nil {
			return nil, fmt.Errorf("party: %w", r.Errorf("%w", err))
		}
		all = append(all, "(?:"+r.Get("pattern")+")")
	}
	if file == "tails.tsv" { // a name may be broken over lines
		for i := range all {
			all[i] = strings.ReplaceAll(strings.ReplaceAll(all[i], " ?", `[ \n]*`), " ", `[ \n]+`)
		}
	}
	return table.Pattern(fmt.Sprintf(format, strings.Join(all, "|")))
}

// is reports whether a word is of a class of words.tsv.
func (f *Finder) is(class, word string) bool { return f.words[class][word] }
