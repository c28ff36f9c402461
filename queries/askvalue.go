package queries

import (
	"errors"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index"
	"github.com/attendu/attendu/queries/lang"
)

// listed are the fields whose values are looked up in the index.
var listed = map[string]index.Field{"chambre": index.Chamber, "ville": index.Seat, "solution": index.Solution,
	"publication": index.Publication, "source": index.SourceOf}

// value is the condition of one value of a field.
func (a *asker) value(n lang.Value, field string) (index.Expr, error) {
	if f, ok := listed[field]; ok {
		return a.listed(n, field, f)
	}
	switch field {
	case "juridiction":
		courts, err := a.courts([]string{n.Text})
		if err != nil {
			return nil, a.wrong(n, `write a kind (ca), a court (ca/paris) or its name ("cour d'appel de Paris"), and OU between two`, "no court is named %q", n.Text)
		}
		return index.Court(courts[0]), nil
	case "partie":
		return index.Party(n.Text), nil
	case "numéro":
		return index.Is{Field: index.Number, Values: []string{n.Text}}, nil
	case "ecli":
		return index.Is{Field: index.ECLI, Values: []string{n.Text}}, nil
	case "ordre":
		kinds, err := a.orders(n, true)
		return index.Is{Field: index.Order, Values: kinds}, err
	case "issue":
		kinds, err := a.orders(n, false)
		if err != nil {
			return nil, err
		}
		published, err := a.matching(index.Solution, n.Text)
		return index.Any{index.Is{Field: index.Solution, Values: published}, index.Is{Field: index.Outcome, Values: kinds}}, err
	}
	return a.cited(n, field)
}

// orders are the kinds of order that a value names: the kind and its partial form.
func (a *asker) orders(n lang.Value, must bool) ([]string, error) {
	want := corpus.Slug(n.Text)
	var kinds, all []string
	for _, k := range corpus.HoldingKinds() {
		all = append(all, string(k))
		if name := string(k); name == want || name == want+"-partielle" {
			kinds = append(kinds, name)
		}
	}
	if len(kinds) == 0 && must {
		hint := "the kinds are " + strings.Join(all, ", ")
		if near := lang.Nearest(n.Text, all); near != "" {
			hint = "did you mean " + near + "?"
		}
		return nil, a.wrong(n, hint, "no kind of order (dispositif) is called %q", n.Text)
	}
	return kinds, nil
}

// maxListed bounds the values that are told where one does not occur.
const maxListed = 12

// listed is the condition of a value that stands in the index as it was published.
func (a *asker) listed(n lang.Value, name string, f index.Field) (index.Expr, error) {
	found, err := a.matching(f, n.Text)
	if err != nil {
		return nil, err
	}
	if len(found) > 0 {
		a.step("%s %s: %s", name, n, strings.Join(found[:min(len(found), maxListed)], ", "))
		return index.Is{Field: f, Values: found}, nil
	}
	all, err := a.index.Values(a.ctx, f)
	note := "no decision has the " + name + " " + n.Text
	switch near := lang.Nearest(n.Text, all); {
	case near != "":
		note += "; the nearest is " + near
	case len(all) > 0:
		note += "; there are " + strings.Join(all[:min(len(all), maxListed)], ", ")
	}
	a.ans.Notes = append(a.ans.Notes, note)
	return index.Is{Field: f}, err
}

// matching lists the values of a field that hold words which begin like those typed, in
// any order; accents and capitals do not count. A chamber of the Cour de cassation is
// known by its usual abbreviation, too.
func (a *asker) matching(f index.Field, typed string) (out []string, err error) {
	all, err := a.index.Values(a.ctx, f)
	if err != nil {
		return nil, err
	}
	want := strings.Split(corpus.Slug(typed), "-")
	chamber := ""
	if f == index.Chamber {
		chamber = a.citedChamber(typed)
	}
	for _, v := range all {
		words := strings.Split(corpus.Slug(v), "-")
		fits := !slices.ContainsFunc(want, func(w string) bool {
			return !slices.ContainsFunc(words, func(x string) bool { return strings.HasPrefix(x, w) })
		})
		if fits || chamber != "" && a.extract.Courts().Chamber(v) == chamber {
			out = append(out, v)
		}
	}
	return out, nil
}

// citedChamber is the usual abbreviation of the chamber of the Cour de cassation that is
// typed as its name or as citations print it; "" for any other.
func (a *asker) citedChamber(typed string) string {
	courts, slug := a.extract.Courts(), corpus.Slug(typed)
	for printed, short := range courts.CitedChambers() {
		if slug == corpus.Slug(printed) || slug == corpus.Slug(short) {
			return short
		}
	}
	return courts.Chamber(typed)
}

// broad says of a pattern that it fits too many words, where it stands.
func (a *asker) broad(err error) error {
	var broad *index.BroadError
	if !errors.As(err, &broad) {
		return coded(err)
	}
	at := strings.Index(a.query, broad.Pattern)
	if at < 0 {
		return &Error{Code: Invalid, Err: err, Message: broad.Pattern + " fits too many words; give more letters"}
	}
	span := lang.Span{Start: at, End: at + len(broad.Pattern)}
	return queryError(a.query, lang.Errorf(a.query, span, "give more letters", "%s fits too many words", broad.Pattern))
}
