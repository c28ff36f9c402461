package extract

import (
	"regexp"
	"slices"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
)

// asked is what stands before a decision that the party asks a cour administrative
// d'appel or the Conseil d'État to annul: "1°) d'annuler l'arrêt n° …".
var asked = regexp.MustCompile(`(?i)\b(?:annuler|réformer|infirmer|sursis à (?:l'|l’)?exécution (?:de |du )?)(?:[^\S\n]+(?:totalement|partiellement|,?[^\S\n]*ensemble))?[^\S\n]+(?:le[^\S\n]+|la[^\S\n]+|l['’])?$`)

// askedReach is how many bytes before a citation such words are looked for.
const askedReach = 64

// publicReview settles which decision a cour administrative d'appel or the Conseil
// d'État reviews: the one that the demand names, else the one of the procedure (read
// by the heading), else, on appeal, the only one of a tribunal administratif. No
// other is under review, though the court annul it too when it settles the case.
func (e *Extractor) publicReview(d *corpus.Decision) {
	ref, keys := e.askedFor(d)
	if len(keys) == 0 {
		if d.Contested == nil || len(d.Contested.Keys()) == 0 {
			if c := onlyLower(d); c != nil {
				ref, keys = e.referTo(c), names(c)
			}
		} else {
			keys = d.Contested.Keys()
		}
	}
	if len(keys) == 0 {
		return
	}
	if ref != nil && d.Official.Contested == nil {
		d.Read.Contested, d.Contested = ref, ref
	}
	for i := range d.Citations {
		c := &d.Citations[i]
		c.UnderAppeal = slices.ContainsFunc(names(c), func(k corpus.Key) bool { return slices.Contains(keys, k) })
	}
}

// askedFor gives the first decision that the parties ask to have annulled, and the
// names of all of them: joined cases attack several.
func (e *Extractor) askedFor(d *corpus.Decision) (first *corpus.Reference, keys []corpus.Key) {
	for i := range d.Citations {
		c := &d.Citations[i]
		if c.Zone != corpus.Expose || !lower(d, c) || !asked.MatchString(d.Text[runeStart(d.Text, c.Start-askedReach):c.Start]) {
			continue
		}
		if first == nil {
			first = e.referTo(c)
		}
		keys = append(keys, names(c)...)
	}
	return first, keys
}

// onlyLower is the one decision of a tribunal administratif that a cour names in its
// account and reasons; nil when there are several, or none.
func onlyLower(d *corpus.Decision) *corpus.Citation {
	if d.Court.Kind != corpus.CAA {
		return nil
	}
	var only *corpus.Citation
	for i := range d.Citations {
		c := &d.Citations[i]
		switch {
		case !lower(d, c):
		case only == nil:
			only = c
		case !slices.ContainsFunc(names(c), func(k corpus.Key) bool { return slices.Contains(names(only), k) }):
			return nil
		}
	}
	return only
}

// lower reports whether a citation is that of a court below, of a day that is not
// after the decision.
func lower(d *corpus.Decision, c *corpus.Citation) bool {
	p, err := c.Key.Parts()
	if err != nil || p.Family != corpus.CaseLaw || c.Date > d.Date && d.Date != "" {
		return false
	}
	kind := corpus.CourtKind(p.Head)
	return kind == corpus.TA || kind == corpus.CAA && d.Court.Kind == corpus.CE
}

// names are the keys that one mention gives.
func names(c *corpus.Citation) []corpus.Key {
	return append([]corpus.Key{c.Key}, c.AlsoNamed...)
}

// referTo makes a reference of a citation.
func (e *Extractor) referTo(c *corpus.Citation) *corpus.Reference {
	p, err := c.Key.Parts()
	if err != nil {
		return nil
	}
	ref := &corpus.Reference{Court: corpus.Court{Kind: corpus.CourtKind(p.Head), Place: e.courts.Place(p.Place)}, Date: c.Date}
	if p.ID != string(c.Date) {
		ref.Numbers = []string{court.Number(ref.Court.Kind, p.ID)}
	}
	return ref
}

// runeStart is the nearest offset from i on at which a character begins.
func runeStart(s string, i int) int {
	i = max(i, 0)
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return i
}
