package table

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/attendu/attendu/corpus/fold"
)

// Pattern compiles a cell as RE2 in which a dot also matches a line end, and
// refuses one that no folded text can match.
func Pattern(cell string) (*regexp.Regexp, error) {
	if fold.New(cell).Folded != strings.ToLower(cell) {
		return nil, fmt.Errorf("pattern %q is not folded", cell)
	}
	return regexp.Compile("(?s)" + cell)
}

// Phrases compiles the patterns of the column "pattern" into the fields that the
// column "phrase" names: every phrase once, none missing, none unknown.
func Phrases(rows []Row, fields map[string]**regexp.Regexp) error {
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
