package principle

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/phrase"
)

// visaGap is how many bytes stand between two provisions of one visa at most.
const visaGap = 300

// visas follows the visa through the citations of a text, once.
type visas struct {
	next int               // the first citation that was not looked at
	last []corpus.Citation // the provisions of the last visa
	open bool              // the citation before next belongs to it
}

// visa lists the provisions of the last visa before a byte of the original text. The
// bytes asked for do not go back.
func (r *reader) visa(before int) []corpus.Citation {
	v := &r.visas
	for ; v.next < len(r.Citations) && r.Citations[v.next].Start < before; v.next++ {
		c := r.Citations[v.next]
		if c.Use != corpus.Visa || c.Zone != corpus.Motifs {
			v.open = false
			continue
		}
		if n := len(v.last); !v.open || n > 0 && c.Start-v.last[n-1].End > visaGap {
			v.last = nil
		}
		v.last, v.open = append(v.last, c), true
	}
	return slices.Clip(v.last)
}

// aboveBytes is how far above a rule the text stands of which it speaks.
const aboveBytes = 2_000

// above lists the provisions that the court cites last before a byte of the original
// text: those of the paragraph of the nearest.
func (r *reader) above(before int) (list []corpus.Citation) {
	n, _ := slices.BinarySearchFunc(r.Citations, before, func(c corpus.Citation, at int) int { return c.Start - at })
	for i := n - 1; i >= 0 && before-r.Citations[i].End <= aboveBytes; i-- {
		c := r.Citations[i]
		if c.Speaker != corpus.Cour || c.Zone != corpus.Motifs || c.Key == "" || c.Key.IsDecision() {
			continue
		}
		if len(list) > 0 && strings.Contains(r.Text.Original[min(c.End, list[0].Start):list[0].Start], "\n\n") {
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
		if c.Use != corpus.Visa || i+1 < len(list) && list[i+1].Use == corpus.Visa && list[i+1].Start-c.End <= visaGap {
			continue // the last provision of a visa only
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
