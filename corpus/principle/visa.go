package principle

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/phrase"
)

// visaGap is how many bytes stand between two provisions of one visa at most.
const visaGap = 300

// visa lists the provisions of the last visa before a byte of the original text.
func (r *reader) visa(before int) (list []corpus.Citation) {
	for i := len(r.Citations) - 1; i >= 0; i-- {
		c := r.Citations[i]
		switch {
		case c.Start >= before || c.Use != corpus.Visa || c.Zone != corpus.Motifs:
			if len(list) > 0 {
				return list
			}
			continue
		case len(list) > 0 && list[0].Start-c.End > visaGap:
			return list
		}
		list = append([]corpus.Citation{c}, list...)
	}
	return list
}

// aboveBytes is how far above a rule the text stands of which it speaks.
const aboveBytes = 2_000

// above lists the provisions that the court cites last before a byte of the original
// text: those of the paragraph of the nearest.
func (r *reader) above(before int) (list []corpus.Citation) {
	for i := len(r.Citations) - 1; i >= 0; i-- {
		c := r.Citations[i]
		if c.Start >= before || c.Speaker != corpus.Cour || c.Zone != corpus.Motifs || c.Key == "" || c.Key.IsDecision() {
			continue
		}
		if before-c.End > aboveBytes || len(list) > 0 && strings.Contains(r.Text.Original[min(c.End, list[0].Start):list[0].Start], "\n\n") {
			break
		}
		list = append([]corpus.Citation{c}, list...)
	}
	return list
}

// visaBefore reads the chapeau under the first visa between two bytes of the folded
// text, next being -1 for the end of the zone, and gives where it ends; 0 when there is
// none.
func (r *reader) visaBefore(at, next, to int) int {
	if next < 0 {
		next = to
	}
	if r.Court != corpus.Cass {
		return 0
	}
	list := r.cited(at, next)
	for i, c := range list {
		if c.Use != corpus.Visa || i+1 < len(list) && list[i+1].Use == corpus.Visa {
			continue
		}
		if end := r.chapeau(r.Text.Index(c.End), to); end > 0 {
			return end
		}
	}
	return 0
}

// chapeau reads the sentence behind a visa that ends at a byte: "Attendu que le dommage
// doit être réparé …". It gives where it ends; 0 when the sentence states no rule.
func (r *reader) chapeau(visa, to int) int {
	_, start := phrase.Sentence(r.Text, visa, visa, sentenceBytes)
	s := r.Text.Folded
	for start < to && strings.IndexByte(" \n\t;:.", s[start]) >= 0 {
		start++
	}
	_, end := phrase.Sentence(r.Text, start, start, sentenceBytes)
	end = min(end, to)
	r.words.Begin(s)
	r.words.Add(start, end)
	if f := &r.Finder.chapeau; !f.words.Begin(&r.words, 0, r.words.Len()) || len(f.unless.Find(&r.words)) > 0 || r.speaker(start) != corpus.Cour {
		return 0
	}
	r.add(start, end, nil, string(chapeau))
	return end
}
