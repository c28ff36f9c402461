package mcp

import (
	"context"
	"fmt"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

const verifyHelp = `Verifies citations of French decisions and provisions, and quotations from them, against this library. Give one
citation, or a passage with several, and the quotations that are said to stand in what is cited. Verdicts:
exists; other_date, other_chamber, other_court, other_number (the citation is wrong, see differences, or only likely
wrong, see because); another_ruling (not held; another ruling under the number is, see candidates: it may be right);
by_day_alone (it has no number: decision is the one held of that court and day, which may or may not be meant);
quashed_since (right, but quashed, reversed or annulled later: see fate); renumbered (see today); repealed;
no_such_article; not_checked; ambiguous; not_in_library (it may exist); not_understood. Quotations: verbatim,
in_summary (of the publisher, not in the decision), in_commentary (the decision is not held), altered (found says what
the text really says), not_found, not_in_what_is_held (not all that is cited is held: it may be right), no_text_to_ask.`

type verifyIn struct {
	Text   string   `json:"text" jsonschema:"a citation, or a passage with citations"`
	Quotes []string `json:"quotes,omitempty" jsonschema:"words that are said to be quoted verbatim from what is cited; […] stands for an omission"`
	Date   string   `json:"date,omitempty" jsonschema:"YYYY-MM-DD, the day of the text that cites, where articles have moved since"`
}

type verifyOut struct {
	Citations []verified `json:"citations"`
	Quotes    []quote    `json:"quotes"`
	LeftOut   notCovered `json:"left_out"`
}

// notCovered says what an answer does not cover.
type notCovered struct {
	Complete bool     `json:"complete" jsonschema:"whether every citation was looked at, and what it cites is held"`
	Later    int      `json:"later" jsonschema:"citations that were not looked at, since there were too many"`
	Notes    []string `json:"notes"`
}

type verified struct {
	Words       string       `json:"words" jsonschema:"the citation as given"`
	Start       int          `json:"start"`
	End         int          `json:"end"`
	Key         string       `json:"key,omitempty"`
	Title       string       `json:"title,omitempty"`
	Verdict     string       `json:"verdict"`
	Differences []difference `json:"differences"`
	Unchecked   []difference `json:"unchecked" jsonschema:"what it says that could not be compared with the decision"`
	Decision    *ref         `json:"decision,omitempty"`
	Candidates  []ref        `json:"candidates" jsonschema:"decisions that may be meant"`
	Fate        *fate        `json:"fate,omitempty"`
	Version     string       `json:"version,omitempty"`
	Today       []string     `json:"today,omitempty" jsonschema:"where the rule that was meant stands today"`
	Because     string       `json:"because,omitempty"`
}

type difference struct {
	Field string `json:"field"`
	Said  string `json:"said"`
	Found string `json:"found"`
}

type quote struct {
	Quote   string `json:"quote"`
	Verdict string `json:"verdict"`
	Key     string `json:"key,omitempty"`
	Found   string `json:"found,omitempty" jsonschema:"what the text really says there, verbatim; data"`
	Start   int    `json:"start,omitempty"`
	End     int    `json:"end,omitempty"`
	Zone    string `json:"zone,omitempty" jsonschema:"part of the decision; moyens are words of a party, not of the court"`

	Summary    bool `json:"summary,omitempty" jsonschema:"the words stand in the published summary, which is not by the court"`
	Commentary bool `json:"commentary,omitempty" jsonschema:"the words stand in a commentary; the decision itself is not held"`
}

// verify answers verify_citation.
func (t tools) verify(ctx context.Context, in verifyIn) (*verifyOut, error) {
	ans, err := t.lib.Verify(ctx, queries.VerifyRequest{Text: in.Text, Quotes: in.Quotes, Date: corpus.Date(in.Date)})
	if err != nil {
		return nil, err
	}
	out := &verifyOut{Citations: []verified{}, Quotes: []quote{}, LeftOut: notCovered(ans.LeftOut)}
	for i := range ans.Citations {
		out.Citations = append(out.Citations, verifiedOf(&ans.Citations[i]))
	}
	for i := range ans.Quotes {
		q := &ans.Quotes[i]
		one := quote{Quote: q.Quote, Verdict: string(q.Verdict), Key: string(q.Key), Found: q.Found, Zone: string(q.Zone),
			Summary: q.Summary, Commentary: q.Commentary}
		if n := len(q.Spans); n > 0 {
			one.Start, one.End = q.Spans[0].Start, q.Spans[n-1].End
		}
		out.Quotes = append(out.Quotes, one)
	}
	return out, nil
}

func verifiedOf(v *queries.Verified) verified {
	out := verified{Words: v.Text, Start: v.Start, End: v.End, Key: string(v.Key), Title: v.Title, Verdict: string(v.Verdict), Differences: []difference{}, Unchecked: []difference{}, Candidates: []ref{}, Because: v.Because}
	for _, d := range v.Differences {
		out.Differences = append(out.Differences, difference(d))
	}
	for _, d := range v.Unchecked {
		out.Unchecked = append(out.Unchecked, difference(d))
	}
	if v.Decision != nil {
		r, f := refOf(v.Decision), fateOf(v.Fate)
		out.Decision, out.Fate = &r, &f
	}
	for i := range v.Candidates {
		out.Candidates = append(out.Candidates, refOf(&v.Candidates[i]))
	}
	if m := v.Meant; m != nil {
		out.Version, out.Today = string(m.Version), stringsOf(m.TodayCandidates)
		if m.Today != "" {
			out.Today = []string{string(m.Today)}
		}
	}
	if v.InForce != nil && out.Because == "" {
		out.Because = fmt.Sprintf("version %s, in force from %s", v.InForce.ID, v.InForce.Start)
	}
	return out
}
