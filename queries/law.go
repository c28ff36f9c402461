package queries

import (
	"context"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/meant"
	"github.com/attendu/attendu/graph"
)

// Wording is a version of an article that the library holds from LEGI.
type Wording struct {
	ID    string      `json:"id"` // LEGIARTI…
	Key   corpus.Key  `json:"key"`
	Start corpus.Date `json:"start"` // "" when it is not known
	End   corpus.Date `json:"end"`   // first day no longer in force; "" for none
	State string      `json:"state"`
	Doubt string      `json:"doubt"` // why its days are not to be relied on; ""
}

func wordingOf(v *law.ArticleVersion) *Wording {
	if v == nil {
		return nil
	}
	w := &Wording{ID: v.ID, Key: v.Key, Start: v.Start, End: v.End, State: v.State}
	switch {
	case v.Start == "":
		w.Doubt = "the day of its beginning is not known"
	case v.End != "" && v.End < v.Start:
		w.Doubt = "it ends before it begins"
	}
	return w
}

// heldLaw are the articles of a store, for those who look them up one by one. A
// store that cannot be read gives none: what is designated without them is less,
// but not wrong.
type heldLaw struct {
	store graph.Store
	whole *wholeness
}

var (
	_ meant.Texts      = heldLaw{}
	_ law.Concordances = heldLaw{}
)

// State implements law.Concordances.
func (h heldLaw) State() uint64 { return h.store.ArticleSeq() }

func (h heldLaw) empty() bool { return h.store.ArticleSeq() == 0 }

// Holds implements meant.Texts.
func (h heldLaw) Holds(code corpus.Key) bool {
	if h.empty() {
		return false
	}
	held, err := h.store.HasCode(context.Background(), string(code))
	return err == nil && held
}

// noSuchArticle reports whether a key names an article that its code never had. Of a
// code that is not held as a whole nothing is said.
func (l *Library) noSuchArticle(key corpus.Key) bool { return meant.Missing(l.wholeLaw(), key) }

// Versions implements meant.Texts.
func (h heldLaw) Versions(key corpus.Key) []law.ArticleVersion {
	if h.empty() {
		return nil
	}
	list, err := h.store.Articles(context.Background(), key)
	if err != nil {
		return nil
	}
	return list
}

// Text implements meant.Texts.
func (h heldLaw) Text(id string) string {
	text, err := h.store.ArticleText(context.Background(), id)
	if err != nil {
		return ""
	}
	return text
}

// From implements law.Concordances.
func (h heldLaw) From(old corpus.Key) []law.Move { return h.moves(old, false) }

// To implements law.Concordances.
func (h heldLaw) To(new corpus.Key) []law.Move { return h.moves(new, true) }

// moves lists the official concordances of an article, to it or from it. The rule
// left its number when its last version ended; a concordance that runs against time,
// or whose other end is not held, says nothing.
func (h heldLaw) moves(key corpus.Key, came bool) (list []law.Move) {
	for _, v := range h.Versions(key) {
		for _, l := range v.Moves {
			if l.From != came || !l.Renumbers() || l.Key == key || l.Key.Family() != corpus.CodeArticle {
				continue
			}
			other, err := h.store.ArticleVersion(context.Background(), l.ID)
			if err != nil {
				continue
			}
			old, fresh := v, other
			if came {
				old, fresh = other, v
			}
			if old.End == "" || old.End < old.Start || fresh.End != "" && fresh.End <= old.End {
				continue
			}
			m := law.Move{Old: old.Key, New: fresh.Key, Date: old.End, Relation: law.Partial, Evidence: law.Official}
			if !slices.Contains(list, m) {
				list = append(list, m)
			}
		}
	}
	return list
}

// inForce is the version of an article that a citation meant; nil when it is not
// held or not known.
func (l *Library) inForce(c *corpus.Citation) *Wording {
	if c.Meant == nil {
		return nil
	}
	return wordingOf(meant.Wording(l.law, c.Key, c.Meant))
}
