package law

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

// Texts says which texts of LEGI have which keys. It is the part of the catalogue
// that a reader of LEGI needs, without the names; it is immutable.
type Texts struct {
	codes map[string]corpus.Key   // by LEGITEXT
	dated map[corpus.Key]struct{} // statutes whose key is a day
}

// LoadTexts reads the embedded tables of codes and statutes. An error says which
// line is wrong.
func LoadTexts() (*Texts, error) {
	t := &Texts{codes: map[string]corpus.Key{}, dated: map[corpus.Key]struct{}{}}
	rows, err := table.ReadFile(files, "codes.tsv", "slug", "title", "legitext", "state", "start", "end", "names", "abbr")
	if err != nil {
		return nil, fmt.Errorf("law: %w", err)
	}
	for _, r := range rows {
		if id := r.Get("legitext"); id != "" {
			t.codes[id] = corpus.Key(r.Get("slug"))
		}
	}
	if rows, err = table.ReadFile(files, "statutes.tsv", "key", "date", "label", "names"); err != nil {
		return nil, fmt.Errorf("law: %w", err)
	}
	for _, r := range rows {
		if day := r.Get("date"); day != "" && strings.HasSuffix(r.Get("key"), "/"+day) {
			t.dated[corpus.Key(r.Get("key"))] = struct{}{}
		}
	}
	return t, nil
}

// Code is the key of the code with this identifier: "code-civil" for
// LEGITEXT000006070721.
func (t *Texts) Code(legitext string) (key corpus.Key, ok bool) {
	key, ok = t.codes[legitext]
	return key, ok
}

// Dated reports whether key is that of a statute which the catalogue knows by its
// day: "loi/1881-07-29".
func (t *Texts) Dated(key corpus.Key) bool {
	_, ok := t.dated[key]
	return ok
}
