package holding

import (
	"embed"
	"fmt"

	"github.com/attendu/attendu/corpus/table"
)

//go:embed *.tsv
var files embed.FS

// columns are those of each rule file, whose header says what they mean.
var columns = map[string][]string{
	"articles.tsv": {"rule", "head", "pattern", "kind", "confidence", "examples", "counters"},
	"bodies.tsv":   {"short", "full", "examples", "counters"},
	"closings.tsv": {"rule", "pattern", "examples", "counters"},
	"formulas.tsv": {"rule", "verbs", "object", "unless", "kind", "confidence", "examples", "counters"},
	"heads.tsv":    {"head", "provisions", "examples", "counters"},
	"nouns.tsv":    {"words", "kind", "of", "others", "examples", "counters"},
	"persons.tsv":  {"rule", "verbs", "role", "pattern", "examples", "counters"},
	"phrases.tsv":  {"phrase", "pattern", "use", "examples", "counters"},
	"prefaces.tsv": {"rule", "pattern", "kind", "verbs", "examples", "counters"},
	"verbs.tsv":    {"verb", "forms", "kind", "noun", "examples", "counters"},
	"words.tsv":    {"class", "words", "examples", "counters"},
}

// rows reads a rule file.
func rows(file string) ([]table.Row, error) {
	all, err := table.ReadFile(files, file, columns[file]...)
	if err != nil {
		return nil, fmt.Errorf("holding: %w", err)
	}
	return all, nil
}
