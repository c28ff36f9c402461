package export

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// Thing is what follows from the key of what is cited, whoever cites it.
type Thing struct {
	Kind                string      // provision, decision
	Instrument, Article string      // of a provision
	Held                corpus.Node // the one held decision; "" when there is none, or several
}

// NewThing says what a key names; held gives the one held decision of a key of a decision.
func NewThing(key corpus.Key, held func(corpus.Key) (corpus.Node, error)) (Thing, error) {
	p, err := key.Parts()
	if err != nil {
		return Thing{}, err
	}
	if p.Family == corpus.CaseLaw {
		node, err := held(key)
		return Thing{Kind: "decision", Held: node}, err
	}
	t := Thing{Kind: "provision", Instrument: string(key), Article: p.Article}
	if p.Article != "" {
		t.Instrument = strings.TrimSuffix(t.Instrument, "/"+p.Article)
	}
	return t, nil
}
