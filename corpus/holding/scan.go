package holding

import (
	"strings"

	"github.com/attendu/attendu/corpus/fold"
)

// order is an operative order in folded offsets: from its pronoun or verb to the
// next order or the end of its sentence.
type order struct {
	verb     *verb
	from, to int
	object   int    // end of the verb
	limit    int    // end of the items that follow a colon; to when there are none
	preface  string // folded words before the first order of the sentence
	sentence sentence
	first    bool // opens its sentence
	opened   int  // where the first order of the sentence begins
	items    int  // end of the last dashed item that follows; 0 when none does
	reported bool // the items are what the lower court ordered
	// article is the verdict on an order that no verb opens, nil otherwise.
	article *verdict
}

// bare reports whether nothing but a colon stands between the verb of an order and the
// list below it.
func (o order) bare(folded string) bool {
	return o.verb != nil && o.verb.name == "deboute" && strings.Trim(folded[o.object:o.to], " \n") == ":"
}

// scanner walks the sentences of one dispositif.
type scanner struct {
	f   *Finder
	t   *fold.Text
	out []order
	// carried is the sentence before, when it held no order: "Vu l'article 700 ;".
	carried string
	// pending says that a cassation has not yet named the decision that it
	// quashes, so that what follows in small letters is still its extent.
	pending bool
	// reported says that the items being read are what the lower court ordered:
	// "INFIRME le jugement en ce qu'il a : - dit …".
	reported bool
	// items says that what follows are orders in the infinitive: "décide de :".
	items bool
	// quoteEnd is the folded offset before which the words are quoted; closeMark
	// the original offset of the next closing mark, known once it is looked for.
	quoteEnd, closeMark int
	// to is the end of the dispositif.
	to int
}

// orders reads the orders of a folded range.
func (f *Finder) orders(t *fold.Text, from, to int) []order {
	s := &scanner{f: f, t: t, to: to}
	for _, sen := range f.sentences(t, from, to) {
		if len(s.out) > 0 && f.closes(t.Folded[sen.from:sen.to]) {
			break
		}
		s.read(sen)
	}
	for i := range s.out {
		o := &s.out[i]
		o.limit = o.to
		switch {
		case o.to != o.sentence.to:
		case o.items > 0 && (o.reported || f.say.announced.MatchString(t.Folded[o.object:o.to])):
			o.limit = min(o.items, o.to+bodyLimit)
		case t.Folded[o.to-1] == ':':
			o.limit = min(to, o.to+bodyLimit)
		}
		if i+1 < len(s.out) {
			o.limit = min(o.limit, s.out[i+1].sentence.from)
			o.limit = max(o.limit, o.to)
		}
	}
	return s.out
}

// closes reports whether a sentence ends the dispositif.
func (f *Finder) closes(sentence string) bool {
	head := sentence[:min(len(sentence), 160)]
	for _, re := range f.closings {
		if re.MatchString(head) {
			return true
		}
	}
	return false
}

// read finds the orders of one sentence and notes what the next must know.
func (s *scanner) read(sen sentence) {
	if s.skips(sen) {
		if s.reported {
			s.item(sen, true)
		}
		return
	}
	if s.article(sen) {
		return
	}
	begun := len(s.out)
	defer func() {
		if len(s.out) == begun && itemised(s.t.Folded[sen.from:sen.to]) {
			s.item(sen, false)
		}
	}()
	clause, compared := false, false // inside a subordinate clause; after "tant", "ainsi"
	relative := false                // and that is a relative one alone
	for i := sen.from; i < sen.to; {
		c := s.t.Folded[i]
		if c == '"' {
			s.quote(i)
		}
		if !fold.Letter(c) || i > sen.from && (fold.Letter(s.t.Folded[i-1]) || fold.Digit(s.t.Folded[i-1])) {
			i++
			continue
		}
		w := fold.LettersEnd(s.t.Folded, i, sen.to)
		word := s.t.Folded[i:w]
		if v, n := s.f.verbAt(s.t.Folded, i, sen.to); n > 0 && i >= s.quoteEnd {
			open := clause && !(relative && len(s.out) > begun && s.parted(sen, i))
			if from, ok := s.opens(sen, i, w, open, v.noun); ok && !s.title(i+n, sen.to) {
				s.add(order{verb: v, from: from, object: i + n, sentence: sen}, begun)
				clause, compared, relative = false, false, false
				i += n
				continue
			}
		}
		switch {
		case s.f.is("comparison", word):
			compared = true
		case (word == "que" || word == "qu") && compared:
			compared = false
		case s.f.is("clause", word):
			if !s.closed(sen, i, word) {
				relative = s.f.is("relative", word) && (relative || !clause)
				clause = true
			}
		}
		i = w
	}
	s.note(sen, begun)
}

// parted reports whether a comma and "et" stand before the verb at i, and its pronoun.
func (s *scanner) parted(sen sentence, i int) bool {
	for range 3 {
		p := s.wordBefore(sen.from, i)
		word := s.t.Folded[p:fold.LettersEnd(s.t.Folded, p, i)]
		if word == "et" {
			return strings.HasSuffix(strings.TrimRight(s.t.Folded[sen.from:p], " \n"), ",")
		}
		if !s.f.is("pronoun", word) {
			return false
		}
		i = p
	}
	return false
}

// item gives a sentence without an order of its own to the last order.
func (s *scanner) item(sen sentence, reported bool) {
	if n := len(s.out); n > 0 {
		s.out[n-1].items, s.out[n-1].reported = sen.to, s.out[n-1].reported || reported
	}
}

// add keeps an order and ends the one before it in the same sentence.
func (s *scanner) add(o order, begun int) {
	if n := len(s.out); n > begun {
		s.out[n-1].to = s.trim(s.out[n-1].object, o.from)
		o.preface, o.opened = s.out[begun].preface, s.out[begun].opened
	} else {
		o.preface = s.carried + s.t.Folded[o.sentence.from:o.from]
		o.first, o.opened = true, o.from
	}
	o.to = o.sentence.to
	s.out = append(s.out, o)
}

// trim moves the end of an order back over the link to the next one.
func (s *scanner) trim(from, to int) int {
	for to > from {
		rest := strings.TrimRight(s.t.Folded[from:to], " \n,:")
		rest = strings.TrimSuffix(rest, " et")
		if len(rest) == to-from {
			break
		}
		to = from + len(rest)
	}
	return to
}

// skips reports whether the sentence can hold no order because it continues the
// extent of a cassation or a list of what the lower court ordered.
func (s *scanner) skips(sen sentence) bool {
	if !s.pending && !s.reported {
		return false
	}
	first := sen.from
	for first < sen.to && !fold.Letter(s.t.Folded[first]) {
		first++
	}
	_, n := s.f.verbAt(s.t.Folded, first, sen.to)
	mark := first > sen.from
	if n > 0 && s.t.Capital(first) && (!mark || s.pending) {
		s.pending, s.reported = false, false
		return false
	}
	if s.pending {
		s.pending = !s.f.named(s.t.Folded[sen.from:sen.to])
		return true
	}
	s.reported = mark || n > 0
	return s.reported
}

// note keeps what the sentence tells the next one.
func (s *scanner) note(sen sentence, begun int) {
	s.carried = ""
	if len(s.out) == begun {
		if sen.to-sen.from < 300 && !itemised(s.t.Folded[sen.from:sen.to]) { // an item is of the order before
			s.carried = s.t.Folded[sen.from:sen.to] + " , "
		}
		return
	}
	last := &s.out[len(s.out)-1]
	words := s.t.Folded[last.object:sen.to]
	extent := strings.Contains(words, "en ce qu") || strings.Contains(words, "sauf")
	s.pending = last.verb.name == "casse" && extent && !s.f.named(words)
	s.reported = last.verb.name != "casse" && extent && (strings.HasSuffix(words, ":") ||
		strings.HasSuffix(words, " a") || strings.HasSuffix(words, " ont") || strings.HasSuffix(words, " il"))
}
