package queries

import (
	"context"

	"github.com/attendu/attendu/corpus"
)

// QuoteVerdict says whether words stand where they are said to.
type QuoteVerdict string

// The verdicts on a quotation. Verbatim is word for word: blanks, apostrophes and
// quotation marks may differ, a capital at the start, what whoever quotes puts in
// brackets, and what "[…]" leaves out.
const (
	Verbatim      QuoteVerdict = "verbatim"            // in the decision or article itself
	InSummary     QuoteVerdict = "in_summary"          // word for word in the published summary, which is not by the court
	InCommentary  QuoteVerdict = "in_commentary"       // word for word in a commentary: the decision itself is not held
	Altered       QuoteVerdict = "altered"             // most of it stands there, in other words
	NotQuoted     QuoteVerdict = "not_found"           // in nothing that is cited, all of which is held
	NotInHeld     QuoteVerdict = "not_in_what_is_held" // not word for word in what is held; other things that are cited are not held
	NoTextToQuote QuoteVerdict = "no_text_to_ask"      // nothing that is cited has a text in this library
)

// QuoteAnswer is what is known of one quotation.
type QuoteAnswer struct {
	Quote   string       `json:"quote"`
	Verdict QuoteVerdict `json:"verdict"`
	// Key is the decision or article that has the words, Source the version of an
	// article (LEGIARTI…); "" when nothing has them.
	Key    corpus.Key `json:"key"`
	Source string     `json:"source"`
	// Spans are where the parts of the quotation stand, in bytes of the text of Key: one,
	// and one more for each omission; none in a summary. Found is what stands there, from
	// the first to the last.
	Spans []corpus.Span `json:"spans"`
	Found string        `json:"found"`
	// Negated is a negation that stands right before these words and that the quotation
	// leaves out: "ne" before "peut être subordonnée"; "" where there is none.
	Negated string `json:"negated"`
	// Zone is where in a decision it stands: words of a party are none of the court.
	Zone corpus.ZoneKind `json:"zone"`
	// Summary says that the words stand in the published summary of the decision.
	Summary bool `json:"summary"`
	// Commentary says that they stand in a commentary, and that the decision itself is
	// not held.
	Commentary bool `json:"commentary"`
}

// quotable is a text in which a quotation is looked for.
type quotable struct {
	key     corpus.Key
	source  string
	text    string
	zones   []corpus.Zone
	summary bool
	comment bool
}

// quoted looks for a quotation in all that was found: verbatim anywhere, else altered.
// Where not all that is cited is held, its being nowhere says nothing against it.
func (l *Library) quoted(ctx context.Context, quote string, found []Verified) (*QuoteAnswer, error) {
	texts, whole, err := l.quotables(ctx, found)
	if err != nil {
		return nil, err
	}
	best := &QuoteAnswer{Quote: quote, Verdict: NotQuoted, Spans: []corpus.Span{}}
	for i := range texts {
		a := texts[i].find(quote)
		if a.Verdict != Altered && a.Verdict != NotQuoted {
			return a, nil
		}
		if a.Verdict == Altered && best.Verdict == NotQuoted {
			best = a
		}
	}
	switch {
	case len(texts) == 0:
		best.Verdict = NoTextToQuote
	case !whole || best.Commentary:
		best.Verdict = NotInHeld
	}
	return best, nil
}

// find looks for a quotation in one text.
func (q *quotable) find(quote string) *QuoteAnswer {
	a := &QuoteAnswer{Quote: quote, Verdict: NotQuoted, Spans: []corpus.Span{}}
	spans, verdict := findQuote(q.text, quote)
	if verdict == NotQuoted {
		return a
	}
	all := corpus.Span{Start: spans[0].Start, End: spans[len(spans)-1].End}
	a.Verdict, a.Key, a.Source, a.Found, a.Summary, a.Commentary = verdict, q.key, q.source, all.Of(q.text), q.summary, q.comment
	a.Negated = negated(q.text, all.Start)
	if !q.summary {
		a.Spans, a.Zone = spans, zoneAt(q.zones, all.Start)
	}
	switch {
	case verdict == Verbatim && q.summary:
		a.Verdict = InSummary
	case verdict == Verbatim && q.comment:
		a.Verdict = InCommentary
	}
	return a
}

// quotables are the texts of what was found, those of decisions and articles before
// commentaries, and these before summaries; whole says that they are all that is cited,
// for certain and in its own words.
func (l *Library) quotables(ctx context.Context, found []Verified) (texts []quotable, whole bool, err error) {
	var comments, summaries []quotable
	whole = true
	for i := range found {
		v := &found[i]
		switch {
		case v.Decision != nil:
			d, err := l.store.Get(ctx, v.Decision.Node)
			if err != nil {
				return nil, false, err
			}
			q := quotable{key: v.Decision.Key, text: d.Text, zones: d.Zones, comment: d.Secondary()}
			whole = whole && d.Text != "" && !q.comment && v.Verdict != ByDayAlone
			if q.comment {
				comments = append(comments, q)
			} else if d.Text != "" {
				texts = append(texts, q)
			}
			for _, s := range d.Summaries {
				for _, text := range append([]string{s.Text}, s.Titles...) {
					if text != "" {
						summaries = append(summaries, quotable{key: q.key, text: text, summary: true})
					}
				}
			}
		case v.InForce != nil:
			text, err := l.ArticleText(ctx, v.InForce.ID)
			if err != nil {
				return nil, false, err
			}
			texts = append(texts, quotable{key: v.InForce.Key, source: v.InForce.ID, text: text})
		default:
			whole = false
		}
	}
	return append(append(texts, comments...), summaries...), whole, nil
}
