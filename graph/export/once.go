package export

import (
	"crypto/sha256"
	"strings"

	"github.com/cayleygraph/quad"
)

// statedOnce lets a fact pass that no quad before it has stated: Turtle has no room for
// the decision that states one, and what two say of an article is one fact there. What a
// decision says of itself and its parts nobody else says, and takes no memory.
type statedOnce struct {
	seen map[[16]byte]bool
	list []quad.Quad
}

// of gives the quads of one named graph that state something new, until the next call.
func (o *statedOnce) of(quads []quad.Quad) []quad.Quad {
	if o.seen == nil {
		o.seen = map[[16]byte]bool{}
	}
	o.list = o.list[:0]
	for _, q := range quads {
		if own(q) {
			o.list = append(o.list, q)
			continue
		}
		sum := sha256.Sum256([]byte(quad.StringOf(q.Subject) + " " + quad.StringOf(q.Predicate) + " " + quad.StringOf(q.Object)))
		if key := [16]byte(sum[:]); !o.seen[key] {
			o.seen[key] = true
			o.list = append(o.list, q)
		}
	}
	return o.list
}

// own reports whether a quad is about the one that states it, or a part of that.
func own(q quad.Quad) bool {
	subject, ok := q.Subject.(quad.IRI)
	self, named := q.Label.(quad.IRI)
	if !ok || !named {
		return false
	}
	rest, ok := strings.CutPrefix(string(subject), string(self))
	return ok && (rest == "" || rest[0] == '#')
}
