package principle

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/phrase"
)

// reader reads one text.
type reader struct {
	*Finder
	Input
	words phrase.Passage
	visas visas
	found []corpus.Holding
}

// verbs are the words of the formulas that are looked for; every formula has one.
var verbs = []string{"resulte", "deduit"}

// leading are the words that may stand before a formula at the head of its sentence.
var leading = map[string]bool{"attendu": true, "considerant": true, "que": true, "qu": true, "il": true, "toutefois": true,
	"mais": true, "or": true, "ainsi": true, "cependant": true, "d": true, "abord": true, "autre": true, "part": true,
	"enfin": true, "ensuite": true, "par": true, "ailleurs": true, "en": true, "s": true, "donc": true, "des": true, "lors": true}

// sentenceBytes is how far the sentence of a formula is read to either side.
const sentenceBytes = 1_500

// zone reads the reasons between two bytes of the folded text.
func (r *reader) zone(from, to int) {
	s := r.Text.Folded[:to]
	for at := from; at < to; {
		next, verb := -1, ""
		for _, v := range verbs {
			if i := strings.Index(s[at:], v); i >= 0 && (next < 0 || at+i < next) {
				next, verb = at+i, v
			}
		}
		chapeau := r.visaBefore(at, next, to)
		switch {
		case chapeau > 0:
			at = chapeau
		case next < 0:
			return
		default:
			at = max(next+len(verb), r.formula(next, from, to))
		}
	}
}

// formula reads the sentence of a verb, and gives where it ends.
func (r *reader) formula(verb, from, to int) int {
	start, end := phrase.Sentence(r.Text, verb, verb, sentenceBytes)
	start, end = max(start, from), min(end, to)
	n, ok := r.leads(start, verb)
	if !ok || r.speaker(verb) != corpus.Cour {
		return verb
	}
	r.words.Begin(r.Text.Folded)
	r.words.Add(start, end)
	for i := range r.formulas {
		f := &r.formulas[i]
		begin := n
		if f.of == ofBefore {
			begin-- // "en résulte", "s'en déduit"
			for begin > 0 && r.words.Word(begin-1) == "s" {
				begin--
			}
		}
		if begin < 0 || !f.words.Begin(&r.words, begin, r.words.Len()) || len(f.unless.Find(&r.words)) > 0 {
			continue
		}
		named := r.cited(verb, end)
		switch {
		case f.of == ofBefore && !statesLaw(r.Court):
		case f.of == ofNamed && (len(named) == 0 || r.Text.Index(named[0].Start)-verb > namedBytes):
		default:
			r.add(start, end, named, string(f.of))
			return end
		}
	}
	return verb
}

// namedBytes is how far behind its verb a formula names the provision.
const namedBytes = 90

// leads counts the words of a sentence before its verb; false when one of them does not
// lead to a formula.
func (r *reader) leads(start, verb int) (n int, ok bool) {
	r.words.Begin(r.Text.Folded)
	r.words.Add(start, verb)
	for i := range r.words.Len() {
		w := r.words.Word(i)
		if !leading[w] && (w[0] < '0' || w[0] > '9') {
			return 0, false
		}
	}
	n = r.words.Len()
	return n, n > 0 && r.words.Word(n-1) != "qu"
}

func (r *reader) speaker(at int) corpus.Speaker { return r.Speech(r.Text.Start(at)).Speaker }

// cited lists the citations of provisions between two bytes of the folded text.
func (r *reader) cited(from, to int) []corpus.Citation {
	a, b := r.Text.Start(from), r.Text.Start(to)
	i, _ := slices.BinarySearchFunc(r.Citations, a, func(c corpus.Citation, at int) int { return c.Start - at })
	n := i
	for n < len(r.Citations) && r.Citations[n].End <= b {
		n++
	}
	return slices.DeleteFunc(slices.Clone(r.Citations[i:n]), func(c corpus.Citation) bool { return c.Key == "" })
}

// add notes the rule that a sentence states.
func (r *reader) add(start, end int, named []corpus.Citation, rule string) {
	span := r.trim(start, end)
	h := corpus.Holding{Span: span, Whole: span, Text: r.Text.Original[span.Start:span.End], Kind: corpus.Principe,
		Rule: rule, Confidence: 0.9, Beneficiaries: []string{}, Debtors: []string{}, Bases: []corpus.Key{}}
	if rule == string(ofBefore) {
		h.Confidence = 0.75
	}
	if len(named) == 0 {
		named = r.visa(span.Start)
	}
	if len(named) == 0 {
		named = r.above(span.Start)
	}
	for _, c := range named {
		if !c.Key.IsDecision() && !slices.Contains(h.Bases, c.Key) {
			h.Bases = append(h.Bases, c.Key)
		}
	}
	r.found = append(r.found, h)
}

// trim is the span of a sentence without blanks at its ends, and without the number of
// its paragraph.
func (r *reader) trim(start, end int) corpus.Span {
	s := r.Text.Folded
	for start < end && (strings.IndexByte(" \n\t.-", s[start]) >= 0 || s[start] >= '0' && s[start] <= '9') {
		start++
	}
	for end > start && strings.IndexByte(" \n\t", s[end-1]) >= 0 {
		end--
	}
	return r.Text.Span(start, end)
}
