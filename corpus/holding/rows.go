package holding

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// addVerb takes a row of verbs.tsv and notes the name of the verb.
func (f *Finder) addVerb(r row, names *[]string) error {
	kind, err := kindOf(r)
	if err != nil {
		return err
	}
	v := &verb{name: r["verb"], kind: kind, noun: r["noun"] == "yes"}
	for _, words := range list(r["forms"], ";") {
		first, _, _ := strings.Cut(words, " ")
		first = strings.TrimRight(first, ",")
		f.forms[first] = append(f.forms[first], form{words: words, verb: v})
	}
	*names = append(*names, v.name)
	return nil
}

// addFormula takes a row of formulas.tsv.
func (f *Finder) addFormula(r row, names *[]string) error {
	kind, err := kindOf(r)
	if err != nil {
		return err
	}
	x := formula{rule: r["rule"], kind: kind}
	if x.verbs, err = verbsOf(r, *names); err != nil {
		return err
	}
	if x.object, err = pattern(r["rule"], r["object"]); err != nil {
		return err
	}
	if r["unless"] != "" {
		if x.unless, err = pattern(r["rule"], r["unless"]); err != nil {
			return err
		}
	}
	x.confidence, err = strconv.ParseFloat(r["confidence"], 64)
	f.formulas = append(f.formulas, x)
	return err
}

// addPreface takes a row of prefaces.tsv.
func (f *Finder) addPreface(r row, names *[]string) error {
	kind, err := kindOf(r)
	if err != nil {
		return err
	}
	x := preface{rule: r["rule"], kind: kind}
	if x.verbs, err = verbsOf(r, *names); err != nil {
		return err
	}
	x.pattern, err = pattern(r["rule"], r["pattern"])
	f.prefaces = append(f.prefaces, x)
	return err
}

// addPerson takes a row of persons.tsv.
func (f *Finder) addPerson(r row, names *[]string) (err error) {
	x := person{debtor: r["role"] == "debtor"}
	if !x.debtor && r["role"] != "beneficiary" {
		return fmt.Errorf("%s: unknown role %q", r["rule"], r["role"])
	}
	if x.verbs, err = verbsOf(r, *names); err != nil {
		return err
	}
	if x.pattern, err = pattern(r["rule"], r["pattern"]); err == nil && x.pattern.NumSubexp() != 1 {
		err = fmt.Errorf("%s: want one group, have %d", r["rule"], x.pattern.NumSubexp())
	}
	f.personRules = append(f.personRules, x)
	return err
}

// addClosing takes a row of closings.tsv.
func (f *Finder) addClosing(r row, _ *[]string) error {
	re, err := pattern(r["rule"], "^(?:"+r["pattern"]+")")
	f.closings = append(f.closings, re)
	return err
}

// addArticle takes a row of articles.tsv.
func (f *Finder) addArticle(r row, _ *[]string) error {
	kind, err := kindOf(r)
	if err != nil {
		return err
	}
	x := article{verdict: verdict{kind: kind, rule: r["rule"]}}
	if x.confidence, err = strconv.ParseFloat(r["confidence"], 64); err != nil {
		return err
	}
	x.pattern, err = pattern(r["rule"], r["pattern"])
	f.articles = append(f.articles, x)
	return err
}

// classes are the classes of words.tsv.
var classes = []string{"pronoun", "link", "subject", "clause", "comparison"}

// addWords takes a row of words.tsv.
func (f *Finder) addWords(r row, _ *[]string) error {
	if !slices.Contains(classes, r["class"]) {
		return fmt.Errorf("unknown class %q", r["class"])
	}
	set := map[string]bool{}
	for _, w := range list(r["words"], ";") {
		set[w] = true
	}
	f.words[r["class"]] = set
	return nil
}

// kindOf reads the kind of a row and refuses one that the domain does not know.
func kindOf(r row) (corpus.HoldingKind, error) {
	kind := corpus.HoldingKind(r["kind"])
	if !slices.Contains(corpus.HoldingKinds(), kind) {
		return "", fmt.Errorf("%s%s: unknown kind %q", r["rule"], r["verb"], kind)
	}
	return kind, nil
}

// verbsOf reads the verbs of a row and refuses one that verbs.tsv does not have.
func verbsOf(r row, names []string) ([]string, error) {
	verbs := list(r["verbs"], ",")
	for _, v := range verbs {
		if !slices.Contains(names, v) {
			return nil, fmt.Errorf("%s: unknown verb %q", r["rule"], v)
		}
	}
	return verbs, nil
}
