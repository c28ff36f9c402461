package commentary

import (
	"embed"
	"fmt"

	"github.com/attendu/attendu/corpus/table"
)

//go:embed rules/*.tsv
var files embed.FS

// frameColumns are the columns of the files of frames; the meaning of tag is in
// the header of each.
var frameColumns = []string{"id", "tag", "flags", "literal", "pattern", "examples", "counters"}

// columns are those of each rule file.
var columns = map[string][]string{
	"judges.tsv":    {"words", "levels", "use"},
	"markers.tsv":   {"id", "where", "literal", "pattern", "examples", "counters"},
	"names.tsv":     {"words", "kind", "flags", "examples", "counters"},
	"natures.tsv":   {"words", "nature"},
	"orders.tsv":    frameColumns,
	"pronouns.tsv":  {"words", "gender", "stands"},
	"relations.tsv": frameColumns,
	"remnants.tsv":  {"reach", "pattern", "examples", "counters"},
	"roles.tsv":     {"role", "opposite", "names", "masculine", "feminine", "example"},
	"sides.tsv":     frameColumns,
	"speech.tsv":    frameColumns,
	"words.tsv":     {"name", "words", "use"},
}

// rows reads a rule file.
func rows(file string) ([]table.Row, error) {
	all, err := table.ReadFile(files, "rules/"+file, columns[file]...)
	if err != nil {
		return nil, fmt.Errorf("commentary: %w", err)
	}
	return all, nil
}
