package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// appealed reports whether the words before i say that the decision is under
// review: "décision déférée :", "appel d'un", "pourvoi formé contre".
func (r *reader) appealed(i int) bool {
	from := max(0, i-60)
	w := r.s[from:i]
	for _, s := range r.f.rules.review {
		if strings.Contains(w, s) {
			return true
		}
	}
	return false
}

// underAppeal is the set of keys of the decisions under review: what one mention
// says of a decision holds for the others.
func (r *reader) underAppeal() map[corpus.Key]bool {
	var keys map[corpus.Key]bool
	for i := range r.out {
		if f := &r.out[i]; f.c.UnderAppeal && f.c.Key != "" && !f.dropped {
			if keys == nil {
				keys = map[corpus.Key]bool{}
			}
			keys[f.c.Key] = true
			for _, k := range f.c.AlsoNamed {
				keys[k] = true
			}
		}
	}
	return keys
}
