package queries

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/index"
	"github.com/attendu/attendu/queries/lang"
)

// unknown notes which parts of a query no decision of the library answers by themselves:
// values that do not occur, with the nearest that do, and words that are in every text
// and therefore in no index. It looks at all of a query without an answer; at one
// with answers only where OU hides that a part has none.
func (a *asker) unknown(n lang.Node, empty bool) error {
	switch n := n.(type) {
	case lang.And:
		return a.eachUnknown(n.Nodes, empty)
	case lang.Or:
		return a.eachUnknown(n.Nodes, true)
	case lang.Field:
		if _, words := zones[n.Name]; words {
			return a.unknown(n.Node, empty)
		}
		return a.unknownValues(n.Node, n.Name, empty)
	case lang.Word:
		if empty && !index.Searched(n.Text) {
			a.note("%q is a word of every text and is not searched; put it into a phrase, or search another", n.Text)
		}
	case lang.Phrase:
		if empty {
			return a.unwritten(n)
		}
	}
	return nil
}

// unwritten notes a word in quotation marks that no decision has as it is written, when
// some have it in another form.
func (a *asker) unwritten(n lang.Phrase) error {
	var total [2]uint64
	for i, written := range []bool{true, false} {
		found, err := a.index.Search(a.ctx, index.Request{Where: index.Words{Text: n.Text, Written: written}, Limit: 1})
		if err != nil {
			return err
		}
		total[i] = found.Total
	}
	if total[0] == 0 && total[1] > 0 {
		a.note("no decision of this library has the word %q as it is written; without quotation marks its other forms count", n.Text)
	}
	return nil
}

func (a *asker) eachUnknown(nodes []lang.Node, empty bool) error {
	for _, n := range nodes {
		if err := a.unknown(n, empty); err != nil {
			return err
		}
	}
	return nil
}

// unknownValues looks at the values of one field.
func (a *asker) unknownValues(n lang.Node, field string, empty bool) error {
	var nodes []lang.Node
	switch n := n.(type) {
	case lang.And:
		nodes = n.Nodes
	case lang.Or:
		nodes, empty = n.Nodes, true
	case lang.Value:
		if _, told := listed[field]; told || !empty { // those are told when they are looked up
			return nil
		}
		return a.unknownValue(n, field)
	case lang.Dates, lang.Amounts:
		if !empty {
			return nil
		}
		return a.unknownRange(n, field)
	}
	for _, x := range nodes {
		if err := a.unknownValues(x, field, empty); err != nil {
			return err
		}
	}
	return nil
}

// unknownValue notes a value that no decision has.
func (a *asker) unknownValue(n lang.Value, field string) error {
	apart := &asker{Library: a.Library, ctx: a.ctx, query: a.query, as: a.as, ans: new(SearchAnswer)}
	where, err := apart.value(n, field)
	if err != nil {
		return err
	}
	found, err := a.index.Search(a.ctx, index.Request{Where: where, Limit: 1})
	if err != nil || found.Total > 0 {
		return err
	}
	what, all, err := a.occurring(n, field)
	if err != nil {
		return err
	}
	note := fmt.Sprintf("%s:%s fits no decision of this library (%s: %s)", field, n, field, what)
	switch near := lang.Nearest(n.Text, all); {
	case near != "":
		note += "; the nearest is " + near
	case len(all) > 0:
		note += "; there are " + strings.Join(all[:min(len(all), maxListed)], ", ")
	}
	a.note("%s", note)
	return nil
}

// unknownRange notes days or amounts that no decision has.
func (a *asker) unknownRange(n lang.Node, field string) error {
	where, err := a.values(n, field)
	if err != nil {
		return err
	}
	found, err := a.index.Search(a.ctx, index.Request{Where: where, Limit: 1})
	if err == nil && found.Total == 0 {
		a.note("%s:%s fits no decision of this library", field, n)
	}
	return err
}

// occurring says what a field asks for, and lists the values that occur in it; none
// where they are too many to be listed.
func (a *asker) occurring(n lang.Value, field string) (what string, all []string, err error) {
	switch field {
	case "issue":
		all, err = a.index.Values(a.ctx, index.Solution)
		more, e := a.index.Values(a.ctx, index.Outcome)
		if err == nil {
			err = e
		}
		return "how it was decided, by its publisher or its orders", append(all, more...), err
	case "ordre":
		all, err = a.index.Values(a.ctx, index.Order)
		return "a kind of order", all, err
	case "juridiction":
		all, err = a.index.Values(a.ctx, index.CourtOf)
		return "the court that decided", all, err
	case "partie":
		all, err = a.index.Values(a.ctx, index.PartyOf)
		return "words of the name of a party", nearParties(n.Text, all), err
	case "numéro", "ecli":
		return "the number of the decision itself", nil, nil
	case "confirme", "infirme", "casse":
		return "the decision that a later one ruled on", nil, nil
	}
	return "what a decision cites", nil, nil
}

// nearParties lists the one name of a legal person with a word near to what was typed.
func nearParties(typed string, all []string) []string {
	words := map[string]string{}
	var names []string
	for _, name := range all {
		for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' || r == '/' }) {
			if len(w) > 3 && words[w] == "" {
				words[w] = name
				names = append(names, w)
			}
		}
	}
	if near := lang.Nearest(typed, names); near != "" {
		return []string{words[near]}
	}
	return nil
}

// note tells something about the answer, once.
func (a *asker) note(format string, args ...any) {
	s := fmt.Sprintf(format, args...)
	for _, old := range a.ans.Notes {
		if old == s {
			return
		}
	}
	a.ans.Notes = append(a.ans.Notes, s)
}
