package queries

import (
	"context"
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/meant"
)

// wholeLaw are the articles of the codes that are held as a whole, for those who ask
// whether an article ever was.
type wholeLaw struct {
	heldLaw
	tables *law.Succession
}

var _ meant.Knowing = wholeLaw{}

func (l *Library) wholeLaw() wholeLaw { return wholeLaw{l.law, l.extract.Succession()} }

// Knows implements meant.Knowing: what the tables of renumberings speak of was there,
// whatever is held.
func (w wholeLaw) Knows(key corpus.Key) bool { return w.tables.Knows(key) }

// Complete reports whether a code is held as a whole, so that a number of which no
// version is held never stood in it. Two things must agree: that an archive was taken in
// to its end that is a full one of LEGI by its name (Freemium_legi_global_…), or by what
// is in it (see intakes.end); and that nearly every code in force is held, for an archive
// of one article has the name of a full one as easily. After increments, parts or
// unpacked folders alone it is not known.
func (h heldLaw) Complete(code corpus.Key) bool {
	if !h.Holds(code) {
		return false
	}
	full, err := h.store.WholeLaw(context.Background())
	return err == nil && full && h.whole.of(h)
}

// wholeness remembers, for one state of the articles, whether nearly every code is held.
type wholeness struct {
	codes []law.Code // of the catalogue

	mu    sync.Mutex
	seq   uint64
	whole bool
}

func (w *wholeness) of(h heldLaw) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if seq := h.store.ArticleSeq(); seq != w.seq {
		w.seq, w.whole = seq, nearlyAll(w.codes, h.Holds)
	}
	return w.whole
}

// nearlyAll reports whether of nine codes in force in ten there is an article. A code
// that is made or repealed after the catalogue was is no reason to doubt the rest.
func nearlyAll(codes []law.Code, held func(code corpus.Key) bool) bool {
	inForce, there := 0, 0
	for _, c := range codes {
		if !c.InForce {
			continue
		}
		inForce++
		if held(corpus.Key(c.Slug)) {
			there++
		}
	}
	return there*10 >= inForce*9
}
