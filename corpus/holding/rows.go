package holding

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

// addVerb takes a row of verbs.tsv and notes the name of the verb.
func (f *Finder) addVerb(r table.Row, names *[]string) error {
	kind, err := kindOf(r)
	if err != nil {
		return err
	}
	v := &verb{name: r.Get("verb"), kind: kind, noun: r.Get("noun") == "yes"}
	for _, words := range r.List("forms") {
		first, _, _ := strings.Cut(words, " ")
		first = strings.TrimRight(first, ",")
		f.forms[first] = append(f.forms[first], form{words: words, verb: v})
	}
	*names = append(*names, v.name)
	return nil
}

// addFormula takes a row of formulas.tsv.
func (f *Finder) addFormula(r table.Row, names *[]string) error {
	kind, err := kindOf(r)
	if err != nil {
		return err
	}
	x := formula{rule: r.Get("rule"), kind: kind}
	if x.verbs, err = verbsOf(r, *names); err != nil {
		return err
	}
	if x.object, err = table.Pattern(r.Get("object")); err != nil {
		return err
	}
	if r.Get("unless") != "" {
		if x.unless, err = table.Pattern(r.Get("unless")); err != nil {
			return err
		}
	}
	x.confidence, err = strconv.ParseFloat(r.Get("confidence"), 64)
	f.formulas = append(f.formulas, x)
	return err
}

// addPreface takes a row of prefaces.tsv.
func (f *Finder) addPreface(r table.Row, names *[]string) error {
	kind, err := kindOf(r)
	if err != nil {
		return err
	}
	x := preface{rule: r.Get("rule"), kind: kind}
	if x.verbs, err = verbsOf(r, *names); err != nil {
		return err
	}
	x.pattern, err = table.Pattern(r.Get("pattern"))
	f.prefaces = append(f.prefaces, x)
	return err
}

// addPerson takes a row of persons.tsv.
func (f *Finder) addPerson(r table.Row, names *[]string) (err error) {
	x := person{role: role(r.Get("role"))}
	if x.role != debtor && x.role != beneficiary && x.role != refused {
		return fmt.Errorf("unknown role %q", r.Get("role"))
	}
	if x.verbs, err = verbsOf(r, *names); err != nil {
		return err
	}
	if x.pattern, err = table.Pattern(r.Get("pattern")); err == nil && x.pattern.NumSubexp() != 1 {
		err = fmt.Errorf("want one group, have %d", x.pattern.NumSubexp())
	}
	f.personRules = append(f.personRules, x)
	return err
}

// addClosing takes a row of closings.tsv.
func (f *Finder) addClosing(r table.Row, _ *[]string) error {
	re, err := table.Pattern("^(?:" + r.Get("pattern") + ")")
	f.closings = append(f.closings, re)
	return err
}

// addArticle takes a row of articles.tsv.
func (f *Finder) addArticle(r table.Row, _ *[]string) error {
	kind, err := kindOf(r)
	if err != nil {
		return err
	}
	x := article{infinitive: r.Get("head") == "infinitive", verdict: verdict{kind: kind, rule: r.Get("rule")}}
	if head := r.Get("head"); head != "article" && head != "infinitive" {
		return fmt.Errorf("unknown head %q", head)
	}
	if x.confidence, err = strconv.ParseFloat(r.Get("confidence"), 64); err != nil {
		return err
	}
	x.pattern, err = table.Pattern(r.Get("pattern"))
	f.articles = append(f.articles, x)
	return err
}

// classes are the classes of words.tsv.
var classes = []string{"pronoun", "link", "subject", "clause", "closed", "comparison", "adverb", "despite", "relative"}

// addWords takes a row of words.tsv.
func (f *Finder) addWords(r table.Row, _ *[]string) error {
	if !slices.Contains(classes, r.Get("class")) {
		return fmt.Errorf("unknown class %q", r.Get("class"))
	}
	f.words[r.Get("class")] = r.Set("words")
	return nil
}

// kindOf reads the kind of a row and refuses one that the domain does not know.
func kindOf(r table.Row) (corpus.HoldingKind, error) {
	kind := corpus.HoldingKind(r.Get("kind"))
	if !slices.Contains(corpus.HoldingKinds(), kind) {
		return "", fmt.Errorf("unknown kind %q", kind)
	}
	return kind, nil
}

// verbsOf reads the verbs of a row and refuses one that verbs.tsv does not have.
func verbsOf(r table.Row, names []string) ([]string, error) {
	verbs := r.List("verbs")
	for _, v := range verbs {
		if !slices.Contains(names, v) {
			return nil, fmt.Errorf("unknown verb %q", v)
		}
	}
	return verbs, nil
}
