package cite

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/law"
)

// Finder finds citations. It is immutable and safe for concurrent use.
type Finder struct {
	law    *law.Catalogue
	rules  *rules
	starts openings
	titles []titled
	idle   sync.Pool // readers that have done their work: memory, and no more
}

// New makes a finder for a catalogue of instruments. An error means a bad rule.
func New(c *law.Catalogue) (*Finder, error) {
	if c == nil {
		return nil, fmt.Errorf("cite: no catalogue")
	}
	rules, err := loadRules()
	if err != nil {
		return nil, err
	}
	f := &Finder{law: c, rules: rules, starts: newOpenings(), titles: titlesOf(c)}
	f.index()
	return f, nil
}

// Context is what the caller knows of the decision; the zero value is usable.
type Context struct {
	Own   []corpus.Key // keys of the decision itself: mentions of them are no citations
	Date  corpus.Date  // its day
	Court corpus.Court // the court that gives it
}

// Find returns the citations of a text in the order of their start, end and
// key. Zone and speaker are left empty. The cost is linear in the text.
func (f *Finder) Find(t *fold.Text, ctx Context) []corpus.Citation {
	r := f.read(t, ctx)
	r.settle()
	out := r.citations()
	f.leave(r)
	return out
}

// reader is one text being read. Positions are bytes of the folded text.
type reader struct {
	f         *Finder
	t         fold.Cursor
	s         string // t.Folded
	ctx       Context
	out       []found
	mem       memory
	lead      instrument // the instrument named last, until an article takes it
	taught    map[corpus.Key]corpus.Key
	days      map[corpus.Date]ofDay             // decisions of a day
	numbers   map[string]int                    // decisions of a number: places in out
	seats     map[corpus.CourtKind]corpus.Court // where the text places each kind
	appeals   []seated                          // the courts of appeal that are named with their places, in order
	lastCourt heard
	subject   heard                      // the court of first instance that was named last without a decision of its own
	chapters  map[string]corpus.Key      // of which code the text cites articles of a chapter; nil until asked for
	treaties  map[corpus.Date]corpus.Key // named by their parties: their days name them
	quoted    []quotation                // in order
	ring      keyring
	budget    int          // articles that ranges may still add
	named     []instrument // instruments that bound articles, for a typed reference
	typed     bool         // the text is a reference that a person typed
	single    bool         // "article" was the word, not "articles"
	depth     int          // inside a clause of a list
	steps     int          // work done, for the test of linearity
	room
}

// room is memory that serves one text after the other.
type room struct {
	letters  [40]byte // an article while it is read
	items    []item   // of the lists of the anchor that is being read
	dockbuf  []docket // lists of one number
	keybuf   []corpus.Key
	spanbuf  []docket
	made     arena
	also     []corpus.Key // lists of one key
	calendar days
}

// pending says what a mention still lacks when the text has been read.
type pending uint8

const (
	settled         pending = iota
	pendingArticle          // its instrument
	pendingDecision         // its court
)

// found is one mention, before the whole text is known.
type found struct {
	start, end         int // folded
	qualStart, qualEnd int
	c                  corpus.Citation
	num                string
	lettered           bool
	whole              bool // a whole instrument
	dropped            bool
	pending            pending
	lastAny            place
	possessive         bool // "son article"
	lastLettered       place
	lastPlain          place
	private            int
	complement         bool   // "de cet accord" follows: an instrument that is not known
	short              string // "charte", "convention": "de la Charte" follows, which the text may name in full later
	titled             bool   // "Article 19 - Règlement": the head of an article, not a mention of one
	d                  decision
	heard              heard
	subject            heard // the court of first instance named last, as a subject
	nextOfDay          int   // the next decision of the same day: place in reader.out, or -1
}

// read makes the one pass over the text.
func (f *Finder) read(t *fold.Text, ctx Context) *reader {
	r := f.newReader(t, ctx)
	r.scan(0, len(r.s))
	return r
}

// newReader makes a reader at the start of a text, in the memory of one that has
// done its work.
func (f *Finder) newReader(t *fold.Text, ctx Context) *reader {
	r, ok := f.idle.Get().(*reader)
	if !ok {
		r = &reader{mem: memory{last: map[string]place{}, articles: map[string]corpus.Key{}},
			taught: map[corpus.Key]corpus.Key{}, days: map[corpus.Date]ofDay{}, numbers: map[string]int{},
			treaties: map[corpus.Date]corpus.Key{}, seats: map[corpus.CourtKind]corpus.Court{}, ring: newKeyring()}
	}
	r.f, r.t, r.s, r.ctx = f, fold.Cursor{Text: t}, t.Folded, ctx
	r.mem.private, r.budget = -1, 1000+len(t.Folded)/32
	r.made.size = min(max(len(t.Folded)/8, 128), 4096)
	r.quoted = r.quotations()
	return r
}

// maxIdle bounds the citations of a text whose reader is kept.
const maxIdle = 4096

// leave hands the memory of a reader to the next one, and with it nothing of the
// text.
func (f *Finder) leave(r *reader) {
	if cap(r.out) > maxIdle {
		return
	}
	clear(r.out)
	clear(r.items[:cap(r.items)])
	clear(r.dockbuf)
	clear(r.spanbuf[:cap(r.spanbuf)])
	clear(r.keybuf[:cap(r.keybuf)])
	clear(r.mem.last)
	clear(r.mem.articles)
	clear(r.taught)
	clear(r.days)
	clear(r.numbers)
	clear(r.treaties)
	clear(r.seats)
	clear(r.appeals[:cap(r.appeals)])
	r.ring.clear()
	*r = reader{out: r.out[:0], mem: memory{last: r.mem.last, articles: r.mem.articles}, taught: r.taught,
		days: r.days, numbers: r.numbers, treaties: r.treaties, seats: r.seats, appeals: r.appeals[:0], ring: r.ring,
		room: room{items: r.items[:0], dockbuf: r.dockbuf[:0], keybuf: r.keybuf[:0], spanbuf: r.spanbuf[:0], calendar: r.calendar}}
	f.idle.Put(r)
}

// one is a list of one key.
func (r *reader) one(k corpus.Key) []corpus.Key {
	n := len(r.also)
	if n == cap(r.also) { // what was given out before keeps its memory
		r.also, n = make([]corpus.Key, 0, 32), 0
	}
	r.also = append(r.also, k)
	return r.also[n : n+1 : n+1]
}

// citations maps what was found back to the original text, in order.
func (r *reader) citations() []corpus.Citation {
	out := make([]corpus.Citation, 0, len(r.out))
	attacked := r.underAppeal()
	for i := range r.out {
		f := &r.out[i]
		if f.dropped {
			continue
		}
		c := f.c
		c.UnderAppeal = c.UnderAppeal || attacked[c.Key]
		c.Span = r.t.Span(f.start, f.end)
		c.Text = c.Of(r.t.Original)
		if f.qualEnd > f.qualStart && c.Qualifier != "" {
			c.QualifierText = r.t.Span(f.qualStart, f.qualEnd).Of(r.t.Original)
		}
		if c.Key != "" && c.Node == "" {
			c.Node = r.ruling(f)
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b corpus.Citation) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Key, b.Key))
	})
	return slices.CompactFunc(out, func(a, b corpus.Citation) bool {
		return a.Span == b.Span && a.Key == b.Key && a.Sub == b.Sub
	})
}
