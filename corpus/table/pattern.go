package table

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
)

// Pattern compiles a cell as RE2 in which a dot also matches a line end, and
// refuses one that no folded text can match.
func Pattern(cell string) (*re2.Regexp, error) {
	if fold.New(cell).Folded != strings.ToLower(cell) {
		return nil, fmt.Errorf("pattern %q is not folded", cell)
	}
	return re2.Compile("(?s)" + cell)
}

// Phrases compiles the patterns of the column "pattern" into the fields that the
// column "phrase" names: every phrase once, none missing, none unknown.
func Phrases(rows []Row, fields map[string]**re2.Regexp) error {
	for _, r := range rows {
		to, known := fields[r.Get("phrase")]
		if !known || *to != nil {
			return r.Errorf("phrase %q is unknown or comes twice", r.Get("phrase"))
		}
		var err error
		if *to, err = Pattern(r.Get("pattern")); err != nil {
			return r.Errorf("%w", err)
		}
	}
	if len(rows) != len(fields) {
		return fmt.Errorf("%s: %d phrases, want %d", rows[0].file, len(rows), len(fields))
	}
	return nil
}
