package commentary

import (
	"sort"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// analysis is one text being read.
type analysis struct {
	r      *Reader
	text   *fold.Text
	flat   string // the folded text; line ends inside a paragraph are blanks
	blocks []block
	sents  []sentence
	quotes []token
	toks   []token

	entities []entity
	starts   map[int]nameAt      // token -> the name that starts there
	names    map[string]int      // key of a name -> entity
	heads    map[string][]string // first word of a key -> keys
	mentions []mention
	holders  map[string]int // role -> entity

	decision corpus.Metadata
	level    byte        // '1', '2' or '3': where the decision stands
	foreign  map[int]int // sentence -> folded offset from which it tells of another decision
	interim  bool        // the decision is an ordonnance de référé
	suits    []match     // the frames of sides.tsv
	orders   []match     // the frames of orders.tsv
	parties  map[int]standing

	lastSubject int          // of the sentence being matched
	objects     map[int]bool // mentions that are objects in it
}

// analyse cuts the paragraphs of a text up and finds who is spoken of.
func (r *Reader) analyse(t *fold.Text, blocks []block) *analysis {
	a := &analysis{r: r, text: t, holders: map[string]int{}, foreign: map[int]int{},
		parties: map[int]standing{}, objects: map[int]bool{}, level: '1', lastSubject: -1}
	a.blocks = blocks
	a.sents = r.sentences(t, blocks)
	a.quotes = quotations(t)
	a.flat = flatten(t.Folded, blocks)
	a.toks = tokens(t.Folded)
	a.scanNames()
	a.scanMentions()
	a.appositions()
	return a
}

// flatten writes blanks for the line ends inside paragraphs, so that a rule that
// wants a blank sees through wrapped lines. Offsets stay.
func flatten(s string, blocks []block) string {
	var b []byte
	for _, p := range blocks {
		for i := p.start; i < p.end; i++ {
			if s[i] != '\n' {
				continue
			}
			if b == nil {
				b = []byte(s)
			}
			b[i] = ' '
		}
	}
	if b == nil {
		return s
	}
	return string(b)
}

// relations binds roles to those between whom the text tells a dealing: who
// turns to another for a service is its client.
func (a *analysis) relations() {
	for n := range a.sents {
		for _, f := range a.frames(a.r.relations, n) {
			for _, x := range f.fills {
				role := a.r.roleByID[x.label]
				if role == nil {
					continue
				}
				for _, i := range x.mentions {
					if who := a.resolve(i); who >= 0 {
						a.hold(role, who)
						break
					}
				}
			}
		}
	}
}

// tokenAt gives the first token that starts at or after a folded offset.
func (a *analysis) tokenAt(at int) int {
	return sort.Search(len(a.toks), func(i int) bool { return a.toks[i].start >= at })
}

// levelOf says where a court stands: '1' first instance, '2' appeal, '3' the
// supreme courts.
func levelOf(k corpus.CourtKind) byte {
	switch k {
	case corpus.Cass, corpus.CE, corpus.CC, corpus.TC, corpus.CJUE, corpus.CEDH:
		return '3'
	case corpus.CA, corpus.CAA, corpus.TSup:
		return '2'
	}
	return '1'
}

// authority says whose ruling a mention of a court stands for.
type authority uint8

const (
	present  authority = iota // the decision that the commentary is about
	attacked                  // a decision of a court below
	foreign                   // some other decision
)

// authority compares a court mention with the court of the decision.
func (a *analysis) authority(i int) authority {
	m := &a.mentions[i]
	if m.named && !a.same(m.court) {
		if levelOf(m.court.Kind) < a.level {
			return attacked
		}
		return foreign
	}
	switch {
	case strings.IndexByte(m.bench.levels, a.level) >= 0:
		return present
	case m.bench.levels[0] < a.level:
		return attacked
	}
	return foreign
}

// same reports whether a court can be that of the decision.
func (a *analysis) same(c corpus.Court) bool {
	d := a.decision.Court
	return c.Kind == d.Kind && (c.Place == "" || d.Place == "" || corpus.Slug(c.Place) == corpus.Slug(d.Place))
}

// byCourt says whose act a match is: that of its subject, of the court that "par"
// names after a passive, or of the decision by default.
func (a *analysis) byCourt(f *match) authority {
	by := present
	if i := a.bench(f); i >= 0 {
		by = a.authority(i)
	}
	if from, ok := a.foreign[f.sent]; ok && f.start >= from && by == present {
		return foreign
	}
	return by
}

// bench gives the court or the ruling that acts in a match, -1 when none is
// named.
func (a *analysis) bench(f *match) int {
	if i := a.judge(f.subject); i >= 0 {
		return i
	}
	for _, label := range []string{"juge", "acte"} {
		for _, i := range f.in(label) {
			return i
		}
	}
	s := a.sents[f.sent]
	for i := a.mentionAfter(f.start); i < len(a.mentions) && a.mentions[i].end <= s.end; i++ {
		m := &a.mentions[i]
		if m.prep == "par" && (m.kind == ofCourt || m.kind == ofRuling) {
			return i
		}
	}
	return -1
}
