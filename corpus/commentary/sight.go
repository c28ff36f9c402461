package commentary

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/re2"
)

// number is the shape of a docket number after "n°"; which court it can be of is
// for corpus.DecisionKey to say.
var number = re2.MustCompile(`^ ?(?:rg )?:? ?(?:f )?([0-9a-z]+(?:[-/.][0-9a-z]+)*)`)

// sight reads the courts, dates, numbers and kinds of ruling named in a range of
// the folded text.
func (a *analysis) sight(start, end int) sighting {
	var see sighting
	for i := a.mentionAfter(start); i < len(a.mentions) && a.mentions[i].end <= end; i++ {
		if m := &a.mentions[i]; m.named {
			see.courts = append(see.courts, seenCourt{m.core, m.end, m.court})
		}
	}
	for k := a.tokenAt(start); k < len(a.toks) && a.toks[k].end <= end; k++ {
		if d, n := a.dateAt(k); n > 0 {
			last := a.toks[k+n-1].end
			if !a.r.undated.MatchString(a.flat[max(start, a.toks[k].start-60):a.toks[k].start]) {
				see.dates = append(see.dates, seen{a.toks[k].start, last, string(d)})
			}
			k += n - 1
			continue
		}
		if a.word(k) == "n" && strings.HasPrefix(a.flat[a.toks[k].end:end], "#") {
			at := a.toks[k].end + 1
			if loc := number.FindStringSubmatchIndex(a.flat[at:min(end, at+40)]); loc != nil {
				sp := a.text.Span(at+loc[2], at+loc[3])
				see.numbers = append(see.numbers, seen{at + loc[2], at + loc[3], sp.Of(a.text.Original)})
			}
			continue
		}
		if ref, n := a.r.natures.find(a.flat, a.toks, k); n > 0 {
			see.natures = append(see.natures, seen{a.toks[k].start, a.toks[k+n-1].end, ref.(string)})
			k += n - 1
		}
	}
	return see
}

// dateAt reads the date whose first word is token k, and the number of its
// words: "4 octobre 2016", "1er mars 2018", "04/10/2016".
func (a *analysis) dateAt(k int) (corpus.Date, int) {
	s := a.flat
	if c := s[a.toks[k].start]; c < '0' || c > '9' || k+2 >= len(a.toks) {
		return "", 0
	}
	first, last := a.toks[k], a.toks[k+2]
	if last.end-first.start > 24 || last.end-last.start < 4 && s[first.end] == ' ' {
		return "", 0
	}
	d, ok := a.r.names.ParseDate(a.text.Span(first.start, last.end).Of(a.text.Original))
	if !ok {
		return "", 0
	}
	return d, 3
}
