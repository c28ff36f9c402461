package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// wrong reports whether an answer says that something is wrong.
func wrong(ans *queries.VerifyAnswer) bool {
	for i := range ans.Citations {
		if len(ans.Citations[i].Differences) > 0 || ans.Citations[i].Verdict == queries.NoSuchArticle {
			return true
		}
	}
	for i := range ans.Quotes {
		if v := ans.Quotes[i].Verdict; v == queries.Altered || v == queries.NotQuoted {
			return true
		}
	}
	return false
}

// verdictNames say what a verdict means.
var verdictNames = map[queries.Verdict]string{
	queries.Exists:        "exists",
	queries.OtherDate:     "of another day",
	queries.OtherChamber:  "of another chamber",
	queries.OtherCourt:    "of another court",
	queries.OtherNumber:   "under another number",
	queries.AnotherRuling: "not in this library, another ruling under this number is",
	queries.ByDayAlone:    "perhaps the one held of that court and day: it has no number",
	queries.QuashedSince:  "exists, quashed or reversed since",
	queries.Ambiguous:     "fits several decisions",
	queries.Renumbered:    "renumbered",
	queries.Repealed:      "repealed",
	queries.NoSuchArticle: neverThere,
	queries.NotChecked:    "not checked",
	queries.NotHeld:       "not in this library",
	queries.NotUnderstood: "not understood",
}

// quoteNames say what a verdict on a quotation means.
var quoteNames = map[queries.QuoteVerdict]string{
	queries.Verbatim:      "verbatim",
	queries.InSummary:     "verbatim in the published summary, not in the decision",
	queries.InCommentary:  "verbatim in a commentary; the decision itself is not held",
	queries.Altered:       "altered",
	queries.NotQuoted:     "not found",
	queries.NotInHeld:     "not word for word in what is held; not all that is cited is",
	queries.NoTextToQuote: "no text to look in",
}

func (a *app) printQuote(q *queries.QuoteAnswer) {
	a.printf("%s", a.look.hang("  quote  ", a.look.bold(quoteNames[q.Verdict])+" « "+harmless(oneLine(q.Quote))+" »"))
	if q.Key == "" {
		return
	}
	switch {
	case q.Summary:
		a.printf("%s", a.look.hang("         ", string(q.Key)+", published summary"))
	default:
		where := fmt.Sprintf("%s, bytes %d to %d", q.Key, q.Spans[0].Start, q.Spans[len(q.Spans)-1].End)
		if q.Commentary {
			where += " of the commentary"
		}
		a.printf("%s", a.look.hang("         ", where, zoneNote(q.Zone)))
	}
	if q.Verdict == queries.Altered || q.Verdict == queries.NotInHeld {
		a.printf("%s", a.look.hang("         ", "it says « "+harmless(oneLine(q.Found))+" »"))
	}
	if q.Negated != "" {
		a.printf("%s", a.look.hang("         ", "the text has « "+harmless(q.Negated)+" » right before it, which the quotation leaves out"))
	}
}

func zoneNote(z corpus.ZoneKind) string {
	if z == "" {
		return ""
	}
	return "in the zone " + string(z)
}

// alike gathers the citations of which the same is to be said, in the order of the first.
func alike(list []queries.Verified) (out [][]*queries.Verified) {
	type sort struct{ key, verdict, rest string }
	at := map[sort]int{}
	for i := range list {
		v := &list[i]
		s := sort{string(v.Key), string(v.Verdict), v.Because + meantNote(v.Key, v.Meant)}
		if v.Key == "" || len(v.Differences) > 0 {
			s.rest = strconv.Itoa(i) // is told each time
		}
		n, seen := at[s]
		if !seen {
			n = len(out)
			at[s], out = n, append(out, nil)
		}
		out[n] = append(out[n], v)
	}
	return out
}

// tally counts citations by verdict.
func tally(list []queries.Verified) string {
	count := map[queries.Verdict]int{}
	for i := range list {
		count[list[i].Verdict]++
	}
	var parts []string
	for _, v := range slices.Sorted(maps.Keys(count)) {
		parts = append(parts, fmt.Sprintf("%d %s", count[v], verdictNames[v]))
	}
	return fmt.Sprintf("%d citations: %s", len(list), strings.Join(parts, ", "))
}

// printVerdict prints one citation: its words, the verdict, what is to be known, and how
// many times the text has it.
func (a *app) printVerdict(v *queries.Verified, times int) {
	name := verdictNames[v.Verdict]
	if v.Verdict == queries.QuashedSince && v.Fate.Standing == queries.FallsInPart {
		name += " in part"
	}
	about := []string{a.look.bold(name)}
	if v.Because != "" {
		about[0] += ": " + v.Because
	}
	for _, d := range v.Differences {
		about = append(about, fmt.Sprintf("%s: it says %s, the decision %s", d.Field, d.Said, d.Found))
	}
	for _, d := range v.Unchecked {
		about = append(about, fmt.Sprintf("%s: not checked: it says %s, the decision %s", d.Field, d.Said, cmp.Or(d.Found, "nothing")))
	}
	if v.Decision != nil {
		about = append(about, v.Decision.Usual+" ("+string(v.Decision.Key)+")")
		if v.Decision.Secondary {
			about = append(about, "known from a commentary only")
		}
	} else if v.Title != "" {
		about = append(about, v.Title)
	}
	if v.Fate != nil && v.Fate.Standing != queries.StandingUnknown {
		about = append(about, standingNote(v.Fate))
		for i := range v.Fate.Rulings {
			about = append(about, rulingNote(v.Fate, &v.Fate.Rulings[i], v.Decision.Key))
		}
		if note := keptNote(v.Fate); note != "" {
			about = append(about, note)
		}
	}
	if note := strings.TrimLeft(meantNote(v.Key, v.Meant), "; "); note != "" {
		about = append(about, note)
	}
	for i := range v.Candidates {
		name := v.Candidates[i].Usual + " (" + string(v.Candidates[i].Key) + ")"
		if v.Verdict == queries.AnotherRuling {
			about = append(about, "held: "+name)
		} else {
			about = append(about, "is it "+name+"?")
		}
	}
	said := "« " + harmless(oneLine(v.Text)) + " »"
	if times > 1 {
		said += a.look.dim(fmt.Sprintf("  and %s more", plural(times-1, "time", "times")))
	}
	a.printf("%s", a.look.hang(fmt.Sprintf("%7d  ", v.Start), append([]string{said}, about...)...))
}
