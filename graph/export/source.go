package export

import (
	"github.com/attendu/attendu/corpus"
)

// Names are what only a library knows of names.
type Names interface {
	// Key is the shortest key that names this decision and no other.
	Key(d *corpus.Decision) (corpus.Key, error)
	// Held is the node of the one held decision that a key names; "" when there is none,
	// or several.
	Held(key corpus.Key) (corpus.Node, error)
	// Thing is NewThing of a key, which may be remembered.
	Thing(key corpus.Key) (Thing, error)
	// Usual is the decision as lawyers cite it.
	Usual(m *corpus.Metadata) string
	// Title is a provision, or a decision that is not held, as lawyers cite it.
	Title(key corpus.Key) string
}

// Source is what only a library knows of names and of decisions.
type Source interface {
	Names
	// Resolve gives the one thing that a key names, by its canonical key; the key itself
	// when it fits several.
	Resolve(key corpus.Key) (corpus.Key, error)
	// Reviewed are the decisions that a decision reviews, sorted, and what it does to
	// them; nil when nothing shows that.
	Reviewed(d *corpus.Decision) ([]corpus.Key, *corpus.Ruling, error)
}
