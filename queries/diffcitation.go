package queries

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/attendu/attendu/corpus"
)

// Change says what became of a citation.
type Change string

// The changes of a citation.
const (
	Gained  Change = "gained"
	Lost    Change = "lost"
	Changed Change = "changed" // it is there on both sides, and says something else
)

// Reason says why a citation was gained, lost or changed.
type Reason string

// The reasons, of which the first that holds is given. Extraction depends on nothing but
// the text of a decision, what its source says of it, and the law that is held: where
// these are the same, the rules of attendu are others.
const (
	DecisionAdded     Reason = "decision_added"     // the decision was not held before
	DecisionWithdrawn Reason = "decision_withdrawn" // the decision is no longer held
	TextChanged       Reason = "text_changed"       // its publisher gives another text
	SourceChanged     Reason = "source_changed"     // its publisher gives other metadata or zones
	LawChanged        Reason = "law_changed"        // other texts of law are held, by which the rule meant is told
	RulesChanged      Reason = "rules_changed"      // attendu reads the same text otherwise
)

// CitationChange is a citation of one decision that differs between two libraries.
type CitationChange struct {
	Key     corpus.Key  `json:"key"` // of the decision
	Node    corpus.Node `json:"node"`
	Change  Change      `json:"change"`
	Because Reason      `json:"because"`
	// Fields are what differs where it is Changed: key, version, today, use.
	Fields []string `json:"fields"`
	// Was and Is are the citation on the two sides; null where it is not.
	Was *CitationState `json:"was"`
	Is  *CitationState `json:"is"`
}

// CitationState is a citation as one side has it. The span is in bytes of the text of
// the decision on that side.
type CitationState struct {
	corpus.Span
	Text    string          `json:"text"`
	Key     corpus.Key      `json:"key"`     // null when it is not resolved
	Version corpus.Version  `json:"version"` // of the rule meant; "" when it is not known
	Today   corpus.Key      `json:"today"`
	Use     corpus.Use      `json:"use"`
	Zone    corpus.ZoneKind `json:"zone"`
}

// start is where the citation stands, on the later side where it is there.
func (x *CitationChange) start() int { return cmp.Or(x.Is, x.Was).Start }

// citationsOf are the citations of a decision; none of nil.
func citationsOf(d *corpus.Decision) (list []*CitationState) {
	if d == nil {
		return nil
	}
	for i := range d.Citations {
		c := &d.Citations[i]
		s := &CitationState{Span: c.Span, Text: c.Text, Key: c.Key, Use: c.Does(), Zone: c.Zone}
		if c.Meant != nil {
			s.Version, s.Today = c.Meant.Version, c.Meant.Today
		}
		list = append(list, s)
	}
	return list
}

// changes compares the citations of a decision: those that say the same are paired
// first, wherever they stand; then those of the same key; then, in one text, those of the
// same words. What is left was lost or gained.
func changes(was, is []*CitationState, sameText bool) (list []*CitationChange) {
	was, is, _ = match(was, is, func(a, b *CitationState) bool { return len(differing(a, b)) == 0 })
	was, is, same := match(was, is, func(a, b *CitationState) bool { return a.Key == b.Key })
	list = append(list, same...)
	if sameText {
		was, is, same = match(was, is, func(a, b *CitationState) bool { return a.Overlaps(b.Span) })
		list = append(list, same...)
	}
	for _, c := range was {
		list = append(list, &CitationChange{Change: Lost, Was: c, Fields: []string{}})
	}
	for _, c := range is {
		list = append(list, &CitationChange{Change: Gained, Is: c, Fields: []string{}})
	}
	return list
}

// match pairs the citations of two sides for which same holds, each with the first that
// is free, and returns what is left of both.
func match(was, is []*CitationState, same func(a, b *CitationState) bool) (left, right []*CitationState, paired []*CitationChange) {
	free := slices.Clone(is)
	for _, a := range was {
		i := slices.IndexFunc(free, func(b *CitationState) bool { return same(a, b) })
		if i < 0 {
			left = append(left, a)
			continue
		}
		paired = append(paired, &CitationChange{Change: Changed, Fields: differing(a, free[i]), Was: a, Is: free[i]})
		free = slices.Delete(free, i, i+1)
	}
	return left, free, paired
}

// differing names the fields by which two citations say something else.
func differing(a, b *CitationState) []string {
	fields := []string{}
	for _, f := range []struct {
		name string
		same bool
	}{{"key", a.Key == b.Key}, {"version", a.Version == b.Version}, {"today", a.Today == b.Today}, {"use", a.Use == b.Use}} {
		if !f.same {
			fields = append(fields, f.name)
		}
	}
	return fields
}

// because gives the reason of a change.
func (c *Comparison) because(p pair, x *CitationChange) Reason {
	switch {
	case p.was == nil:
		return DecisionAdded
	case p.is == nil:
		return DecisionWithdrawn
	case p.was.Text != p.is.Text:
		return TextChanged
	case !reflect.DeepEqual(p.was.Official, p.is.Official), officialZones(p.was) != officialZones(p.is),
		officialZones(p.was) && !slices.Equal(p.was.Zones, p.is.Zones):
		return SourceChanged
	case x.Change == Changed && !slices.Contains(x.Fields, "key") && !slices.Contains(x.Fields, "use") && c.otherLaw():
		return LawChanged
	}
	return RulesChanged
}

// officialZones reports whether the zones of a decision are those of its publisher.
func officialZones(d *corpus.Decision) bool { return len(d.Sources) > 0 && d.Sources[0].Zoned }

// otherLaw reports whether the sides hold other texts of law, as far as their counts
// show.
func (c *Comparison) otherLaw() bool {
	return c.a.wholeLaw != c.b.wholeLaw || c.a.counts.ArticleVersions != c.b.counts.ArticleVersions
}
