package law

import (
	"io/fs"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/phrase"
	"github.com/attendu/attendu/corpus/table"
)

// Part says where one part of a rule that was split went.
type Part struct {
	Sub       string // "al. 1", "I, 5°"; "" when only the words tell
	Successor corpus.Key
	Terms     phrase.Terms
}

// Parts lists what is known of the parts of the rule of a text.
func (s *Succession) Parts(t Text) []Part { return s.parts[t] }

// Covers reports whether a subdivision as cited lies in the part: "al. 1" is
// covered by "al. 1", "I, 5°" by "I".
func (p Part) Covers(sub string) bool {
	if p.Sub == "" || sub == "" {
		return false
	}
	rest, ok := strings.CutPrefix(sub, p.Sub)
	return ok && (rest == "" || rest[0] == ',')
}

// loadParts reads the files of the folder subdivisions.
func (s *Succession) loadParts(fsys fs.FS) error {
	return eachTable(fsys, "subdivisions", []string{"key", "version", "sub", "successor", "words"}, func(r table.Row) error {
		t, err := textOf(r)
		if err != nil {
			return err
		}
		p := Part{Sub: r.Get("sub")}
		if p.Successor, err = keyOf(r, "successor"); err != nil {
			return err
		}
		if p.Terms, err = phrase.New(r.List("words")); err != nil {
			return r.Errorf("%w", err)
		}
		known := false
		for _, m := range s.Moved(t) {
			known = known || m.New == p.Successor
		}
		if !known {
			return r.Errorf("no move takes %s %s to %s", t.Key, t.Version, p.Successor)
		}
		s.parts[t] = append(s.parts[t], p)
		return nil
	})
}
