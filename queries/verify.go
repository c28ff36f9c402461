package queries

import (
	"cmp"
	"context"
	"slices"

	"github.com/attendu/attendu/corpus"
)

// Verdict is the word for what became of a citation that was verified.
type Verdict string

// The verdicts. A decision that is found and was quashed since is QuashedSince even
// though the citation is right; one that differs keeps its difference, and its fate says
// the rest. The four that begin with "other" say that the citation is wrong, or likely
// wrong: Because says what speaks for it then.
const (
	Exists        Verdict = "exists"          // held, and nothing differs
	OtherDate     Verdict = "other_date"      // held, of another day
	OtherChamber  Verdict = "other_chamber"   // held, of another chamber
	OtherCourt    Verdict = "other_court"     // the number is that of another court
	OtherNumber   Verdict = "other_number"    // held by its ECLI, or of that court and day, under another number
	AnotherRuling Verdict = "another_ruling"  // not held; another ruling under this number is, and one case may have several
	ByDayAlone    Verdict = "by_day_alone"    // it has no number; the one decision held of that court and day may be meant
	QuashedSince  Verdict = "quashed_since"   // held, and quashed, reversed or annulled since, at least in part
	Ambiguous     Verdict = "ambiguous"       // fits several decisions
	Renumbered    Verdict = "renumbered"      // the rule that the number meant bears another today
	Repealed      Verdict = "repealed"        // the rule is gone, and no other took its place
	NoSuchArticle Verdict = "no_such_article" // its code, held as a whole, never had one of this number
	NotChecked    Verdict = "not_checked"     // an article of a known text that the library does not hold
	NotHeld       Verdict = "not_in_library"  // not in this library: it may exist
	NotUnderstood Verdict = "not_understood"  // it does not say what it cites
)

// Verified is one citation, and what is known of it.
type Verified struct {
	corpus.Span            // of the text that was asked about, in bytes
	Text        string     `json:"text"`
	Key         corpus.Key `json:"key"`
	Title       string     `json:"title"`
	Verdict     Verdict    `json:"verdict"`
	// Differences are what the citation says otherwise than the decision.
	Differences []Difference `json:"differences"`
	// Unchecked are what the citation says that could not be held against the decision.
	Unchecked []Difference `json:"unchecked"`
	// Decision is the one that was found, or that may be meant where the citation names it
	// by its court and day alone; null when none was found, or several.
	Decision *DecisionRef `json:"decision"`
	// Candidates are decisions that may be meant.
	Candidates []DecisionRef `json:"candidates"`
	// Fate is what became of the decision; null without one.
	Fate *Fate `json:"fate"`
	// Meant says which rule the number of an article meant; null for all else.
	Meant *corpus.Designation `json:"meant"`
	// InForce is the version of the article that was meant, where the library holds it.
	InForce *Wording `json:"in_force"`
	// Because is why it was not understood or not checked, or why it is likely wrong; ""
	// else.
	Because string `json:"because"`
}

// Difference is one thing that a citation says otherwise than what it cites.
type Difference struct {
	Field string `json:"field"` // date, court, chamber or number
	Said  string `json:"said"`
	Found string `json:"found"`
}

// Bounds of a verification.
const (
	usualVerified = 100
	maxVerified   = 5000
	maxVerifyText = 1 << 20
	maxQuotes     = 20
	maxQuote      = 10_000
	maxCandidates = 5
)

// Verify says whether citations are right: whether what they name is in the library, of
// that day, court and number, whether it still stands, and whether quotations are
// verbatim. What the library does not hold is said to be unknown, never to be wrong.
func (l *Library) Verify(ctx context.Context, req VerifyRequest) (*VerifyAnswer, error) {
	if err := req.check(); err != nil {
		return nil, err
	}
	ans := &VerifyAnswer{Citations: []Verified{}, Quotes: []QuoteAnswer{}}
	later, err := l.verifyCitations(ctx, req, ans)
	if err != nil {
		return nil, coded(err)
	}
	if len(ans.Citations) == 0 && len(req.Quotes) == 0 && !req.Passage {
		return nil, l.nothingCited(ctx, req.Text)
	}
	for _, q := range req.Quotes {
		a, err := l.quoted(ctx, q, ans.Citations)
		if err != nil {
			return nil, coded(err)
		}
		ans.Quotes = append(ans.Quotes, *a)
	}
	ans.leaveOut(later)
	return ans, nil
}

// verifyCitations looks the citations of a text up, and says how many it leaves.
func (l *Library) verifyCitations(ctx context.Context, req VerifyRequest, ans *VerifyAnswer) (later int, err error) {
	list := l.citationsOf(req)
	later = max(0, len(list)-cmp.Or(req.Limit, usualVerified))
	list = list[:len(list)-later]
	for i := range list {
		v, err := l.verify(ctx, &list[i])
		if err != nil {
			return 0, err
		}
		ans.Citations = append(ans.Citations, *v)
	}
	if len(list) > 0 || req.Passage {
		return later, nil
	}
	v, err := l.verifyUsual(ctx, corpus.Span{End: len(req.Text)}, req.Text)
	if v != nil && err == nil {
		ans.Citations = append(ans.Citations, *v)
	}
	return 0, err
}

// citationsOf are the citations of a text in their order: those that the grammar finds,
// or what a person types as a reference.
func (l *Library) citationsOf(req VerifyRequest) []said {
	list := l.extract.Passage(req.Text, req.Date).Citations
	slices.SortStableFunc(list, func(a, b corpus.Citation) int { return cmp.Compare(a.Start, b.Start) })
	if len(list) > 0 {
		return sayings(req.Text, list)
	}
	if req.Passage {
		return nil
	}
	keys, err := l.parseReference(req.Text)
	if err != nil {
		return nil
	}
	var out []said
	for _, k := range keys {
		c := corpus.Citation{Span: corpus.Span{End: len(req.Text)}, Text: req.Text, Key: k, Node: k}
		if p, err := k.Parts(); err == nil && k.IsDecision() && p.Tie == "" { // the day is one more thing that is said
			c.Key, c.Node, c.Date = k.Base(), k.Base(), p.At
		}
		out = append(out, said{Citation: c})
	}
	return out
}

// nothingCited is the error for a text without a citation: why it is not read as one.
func (l *Library) nothingCited(ctx context.Context, text string) error {
	if len(text) > maxReference {
		return invalid("the text cites nothing")
	}
	_, err := l.references(ctx, []string{text})
	if err != nil {
		return coded(err)
	}
	return invalid("%q cites nothing", text)
}

// verify looks one citation up.
func (l *Library) verify(ctx context.Context, c *said) (*Verified, error) {
	v := &Verified{Span: c.Span, Text: c.Text, Key: c.Node, Differences: []Difference{}, Unchecked: []Difference{}, Candidates: []DecisionRef{}}
	switch {
	case c.Key == "":
		if u, err := l.verifyUsual(ctx, c.Span, c.Text); u != nil || err != nil {
			return u, err
		}
		v.Verdict, v.Because = NotUnderstood, c.Unresolved
		return v, nil
	case c.Node.IsDecision():
		v.Title = withChamber(l.Title(c.Node), c.Chamber)
		if err := l.verifyDecision(ctx, &c.Citation, v); err != nil {
			return nil, err
		}
		l.more(c, v)
		return v, nil
	}
	v.Title = l.Title(c.Node)
	l.verifyProvision(&c.Citation, v)
	return v, nil
}

// verifyProvision says what became of the article that is cited.
func (l *Library) verifyProvision(c *corpus.Citation, v *Verified) {
	v.Meant, v.InForce = c.Meant, l.inForce(c)
	parts, err := c.Node.Parts()
	switch {
	case l.noSuchArticle(c.Key):
		v.Verdict = NoSuchArticle
	case c.Meant != nil && c.Meant.Today != "" && c.Meant.Today != c.Node,
		c.Meant != nil && len(c.Meant.TodayCandidates) > 0:
		v.Verdict = Renumbered
	case c.Meant != nil && c.Meant.Version.Old():
		v.Verdict = Repealed
	case v.InForce != nil:
		v.Verdict = Exists
	case err == nil && parts.Article == "":
		v.Verdict = Exists // the catalogue knows the text
	case l.law.Holds(c.Key.Instrument()):
		v.Verdict, v.Because = NotChecked, "not in the texts of law that are held, which may be a part of its code"
	default:
		v.Verdict, v.Because = NotChecked, "the library does not hold the articles of this text"
	}
}
