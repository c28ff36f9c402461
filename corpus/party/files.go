package party

import (
	"embed"
	"fmt"

	"github.com/attendu/attendu/corpus/table"
)

//go:embed *.tsv
var files embed.FS

// columns are those of each rule file, whose header says what they mean.
var columns = map[string][]string{
	"acronyms.tsv": {"short", "long", "examples"},
	"details.tsv":  {"rule", "pattern", "examples", "counters"},
	"filings.tsv":  {"rule", "courts", "pattern", "name", "side", "examples", "counters"},
	"openers.tsv":  {"class", "kind", "forms", "examples", "counters"},
	"phrases.tsv":  {"phrase", "pattern", "use", "examples", "counters"},
	"roles.tsv":    {"rule", "pattern", "side", "examples", "counters"},
	"stops.tsv":    {"rule", "pattern", "examples", "counters"},
	"tails.tsv":    {"rule", "pattern", "examples"},
	"words.tsv":    {"class", "words", "use"},
}

// rows reads a rule file.
func rows(file string) ([]table.Row, error) {
	all, err := table.ReadFile(files, file, columns[file]...)
	if err != nil {
		return nil, fmt.Errorf("party: %w", err)
	}
	return all, nil
}
