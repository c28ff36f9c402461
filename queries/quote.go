package queries

import (
	"context"
	"regexp"
	"strings"
	"unicode"

	"github.com/attendu/attendu/corpus"
	"golang.org/x/text/unicode/norm"
)

// QuoteVerdict says whether words stand where they are said to.
type QuoteVerdict string

// The verdicts on a quotation.
const (
	Verbatim      QuoteVerdict = "verbatim"       // word for word; blanks, apostrophes and quotation marks may differ
	Altered       QuoteVerdict = "altered"        // most of it stands there, in other words
	NotQuoted     QuoteVerdict = "not_found"      // in nothing that was found
	NoTextToQuote QuoteVerdict = "no_text_to_ask" // nothing that is cited has a text in this library
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
	// and one more for each "[…]". Found is what that text says from the first to the last.
	Spans []corpus.Span `json:"spans"`
	Found string        `json:"found"`
	// Zone is where in a decision it stands: words of a party are none of the court.
	Zone corpus.ZoneKind `json:"zone"`
}

// quoted looks for a quotation in all that was found: verbatim anywhere, else altered.
func (l *Library) quoted(ctx context.Context, quote string, found []Verified) (*QuoteAnswer, error) {
	a := &QuoteAnswer{Quote: quote, Verdict: NoTextToQuote, Spans: []corpus.Span{}}
	parts := quoteParts(quote)
	var best *QuoteAnswer
	for i := range found {
		key, source, text, zones, err := l.textOf(ctx, &found[i])
		if err != nil {
			return nil, err
		}
		if text == "" {
			continue
		}
		a.Verdict = NotQuoted
		spans, verdict := findQuote(text, parts)
		if verdict == NotQuoted {
			continue
		}
		all := corpus.Span{Start: spans[0].Start, End: spans[len(spans)-1].End}
		here := &QuoteAnswer{Quote: quote, Verdict: verdict, Key: key, Source: source, Spans: spans, Found: all.Of(text), Zone: zoneAt(zones, all.Start)}
		if verdict == Verbatim {
			return here, nil
		}
		if best == nil {
			best = here
		}
	}
	if best != nil {
		return best, nil
	}
	return a, nil
}

// textOf is the text of what a citation names, "" when the library does not hold it.
func (l *Library) textOf(ctx context.Context, v *Verified) (key corpus.Key, source, text string, zones []corpus.Zone, err error) {
	if v.Decision != nil {
		d, err := l.store.Get(ctx, v.Decision.Node)
		if err != nil {
			return "", "", "", nil, err
		}
		return v.Decision.Key, "", d.Text, d.Zones, nil
	}
	if v.InForce != nil {
		text, err = l.ArticleText(ctx, v.InForce.ID)
		return v.InForce.Key, v.InForce.ID, text, nil, err
	}
	return "", "", "", nil, nil
}

// omission stands for words that a quotation leaves out.
var omission = regexp.MustCompile(`\[\s*(?:\.{3}|…)\s*\]|\(\s*(?:\.{3}|…)\s*\)|\.{3}|…`)

// quoteParts are the parts of a quotation between its omissions, in plain typography.
func quoteParts(quote string) (parts []string) {
	for _, p := range omission.Split(norm.NFC.String(strings.ToValidUTF8(quote, " ")), -1) {
		p = strings.TrimFunc(newTypography(p).plain, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

// findQuote finds the parts of a quotation in a text, one after the other. Where they do
// not stand there to the letter, the longest run of their words tells where it was taken
// from, if it is half of it.
func findQuote(text string, parts []string) ([]corpus.Span, QuoteVerdict) {
	t := newTypography(text)
	var spans []corpus.Span
	from := 0
	for _, p := range parts {
		i := t.index(p, from)
		if i < 0 {
			return alteredQuote(text, strings.Join(parts, " "))
		}
		spans = append(spans, t.span(i, i+len(p)))
		from = i + len(p)
	}
	return spans, Verbatim
}
