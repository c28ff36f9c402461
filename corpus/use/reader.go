package use

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/phrase"
)

// reader reads the sentences of one text.
type reader struct {
	*Finder
	text   *fold.Text
	visaTo int // where a visa reaches, in folded bytes: the end of its sentence

	// The words of the sentence before a mention and behind it, and where words of a
	// rule may begin.
	before, after     phrase.Passage
	inBefore, inAfter []int32
}

// listGap is how many bytes stand between two mentions of one list at most.
const listGap = 40

// joiners are the words that stand between the mentions of a list.
var joiners = map[string]bool{"": true, "et": true, "ou": true, "ensemble": true, "article": true, "articles": true, "l": true,
	"le": true, "la": true, "les": true, "de": true, "des": true, "du": true, "a": true, "ainsi": true, "que": true, "d": true}

// list is the end of the list of mentions that begins with one.
func (r *reader) list(citations []corpus.Citation, i int) int {
	for end := i + 1; ; end++ {
		if end == len(citations) || citations[end].Zone != citations[i].Zone || wholeAct(citations[end-1].Key) ||
			citations[end].Start-citations[end-1].End > listGap || !r.joined(citations[end-1].End, citations[end].Start) {
			return end
		}
	}
}

// wholeAct reports whether a key names an act without an article: it stands alone, or
// in a clause about another provision.
func wholeAct(key corpus.Key) bool {
	p, err := key.Parts()
	return err == nil && p.Family == corpus.Statute && p.Article == ""
}

// joined reports whether only joiners stand in a range of the original text.
func (r *reader) joined(from, to int) bool {
	if to <= from {
		return true
	}
	s := r.text.Folded[r.text.Index(from):r.text.Index(to)]
	if strings.ContainsAny(s, ";:\n") {
		return false
	}
	for w := range strings.FieldsFuncSeq(s, func(c rune) bool { return (c < 'a' || c > 'z') && (c < '0' || c > '9') }) {
		if !joiners[w] {
			return false
		}
	}
	return true
}

// sentenceBytes is how far the sentence of a mention is read to either side.
const sentenceBytes = 400

// How many words before a mention and behind it a rule looks at.
const (
	openWords   = 3
	headWords   = 4
	beforeWords = 14
	followWords = 3
	afterWords  = 16
)

// ofProvision reports whether the words around a mention give a use to provisions alone:
// a decision is not inapplicable, and one that was quashed is recited, where it is not in
// the reasons.
func ofProvision(x *rule) bool {
	return x.use == corpus.Rejected || x.use == corpus.Reported && x.zone != corpus.Motifs
}

// read is what the sentence of a list of mentions says of them; "" when it says
// nothing.
func (r *reader) read(list []corpus.Citation) corpus.Use {
	from, to := r.text.Index(list[0].Start), r.text.Index(list[len(list)-1].End)
	start, end := phrase.Sentence(r.text, from, to, sentenceBytes)
	start = ofVisa(r.text.Folded, start, from)
	r.before.Begin(r.text.Folded)
	r.before.Add(start, from)
	r.after.Begin(r.text.Folded)
	r.after.Add(to, end)
	r.inBefore, r.inAfter = r.openings.In(&r.before, r.inBefore[:0]), r.openings.In(&r.after, r.inAfter[:0])
	decision := list[0].Key.IsDecision()
	for i := range r.rules {
		x := &r.rules[i]
		if x.zone != "" && x.zone != list[0].Zone || decision && ofProvision(x) ||
			!r.fits(x) || r.against(x) {
			continue
		}
		if x.place == opens {
			r.visaTo = end
		}
		return x.use
	}
	if to < r.visaTo && start < r.visaTo {
		return corpus.Visa // a further provision of the visa: "Vu l'article …, dans sa rédaction …, ensemble …"
	}
	return ""
}

// ofVisa is where a visa begins that has a line of its own below a heading, "Réponse de la
// Cour\nVu les articles …"; start when there is none.
func ofVisa(folded string, start, from int) int {
	n := strings.LastIndexByte(folded[start:from], '\n')
	if n < 0 {
		return start
	}
	line := start + n + 1
	if strings.HasPrefix(folded[line:], "vu ") {
		return line
	}
	return start
}

// fits reports whether the words of a rule stand at their place.
func (r *reader) fits(x *rule) bool {
	n := r.before.Len()
	switch x.place {
	case opens:
		return n > 0 && n <= openWords && x.words.Begin(&r.before, 0, n)
	case head:
		return within(x.words, &r.before, r.inBefore, 0, min(n, headWords))
	case before:
		return within(x.words, &r.before, r.inBefore, max(0, n-beforeWords), n)
	case earlier:
		return within(x.words, &r.before, r.inBefore, 0, n)
	case leads:
		return r.leads(x.words)
	case follows:
		return !r.complement() && within(x.words, &r.after, r.inAfter, 0, min(r.after.Len(), followWords+longest(x.words)))
	default:
		return within(x.words, &r.after, r.inAfter, 0, min(r.after.Len(), afterWords))
	}
}

// complements are words that make of the mention behind them the complement of another
// word, so that what is said next is said of that one: "les mentions exigées à l'article 9
// ne s'appliquent pas".
var complements = map[string]bool{"a": true, "aux": true, "par": true}

// complement reports whether such a word stands before the mention, but for articles.
func (r *reader) complement() bool {
	n := r.before.Len()
	for n > 0 && (r.before.Word(n-1) == "l" || r.before.Word(n-1) == "les") {
		n--
	}
	return n > 0 && complements[r.before.Word(n-1)]
}

// leads reports whether a term ends right before the mention, but for articles.
func (r *reader) leads(words phrase.Terms) bool {
	end := r.before.Len()
	for skipped := 0; end > 0 && skipped < openWords && joiners[r.before.Word(end-1)]; skipped++ {
		if r.endsAt(words, end) {
			return true
		}
		end--
	}
	return r.endsAt(words, end)
}

func (r *reader) endsAt(words phrase.Terms, end int) bool {
	for _, term := range words {
		if n := len(term); n <= end && (phrase.Terms{term}).Begin(&r.before, end-n, end) {
			return true
		}
	}
	return false
}

// against reports whether words of the sentence speak against a rule.
func (r *reader) against(x *rule) bool {
	return len(x.unless) > 0 &&
		(within(x.unless, &r.before, r.inBefore, 0, r.before.Len()) || within(x.unless, &r.after, r.inAfter, 0, r.after.Len()))
}

// within reports whether a term that begins at one of some places stands between two
// words of a passage.
func within(words phrase.Terms, p *phrase.Passage, places []int32, from, to int) bool {
	for _, i := range places {
		if int(i) >= from && int(i) < to && words.Begin(p, int(i), to) {
			return true
		}
	}
	return false
}

// longest is how many words the longest term has.
func longest(words phrase.Terms) (n int) {
	for _, t := range words {
		n = max(n, len(t))
	}
	return n
}
