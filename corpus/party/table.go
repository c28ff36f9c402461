package party

import (
	"embed"
	"fmt"
	"regexp"
	"strings"

	"github.com/attendu/attendu/corpus/fold"
)

//go:embed *.tsv
var files embed.FS

// row is one line of a rule file, by column name. A cell "-" reads as empty.
type row map[string]string

// readTable reads a rule file: comment lines, a line of column names, and rows
// that fill every column.
func readTable(name string) ([]row, error) {
	data, err := files.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("party: %w", err)
	}
	var columns []string
	var rows []row
	for n, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if columns == nil {
			columns = cells
			continue
		}
		if len(cells) != len(columns) {
			return nil, fmt.Errorf("party: %s:%d: %d cells, want %d", name, n+1, len(cells), len(columns))
		}
		r := make(row, len(cells))
		for i, c := range cells {
			if c != "-" {
				r[columns[i]] = c
			}
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// list splits a cell that holds several values.
func list(cell, sep string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, sep)
}

// pattern compiles a cell as RE2 in which a dot also matches a line end, and
// refuses one that no folded text can match.
func pattern(name, cell string) (*regexp.Regexp, error) {
	if fold.New(cell).Folded != strings.ToLower(cell) {
		return nil, fmt.Errorf("party: %s: pattern %q is not folded", name, cell)
	}
	re, err := regexp.Compile("(?s)" + cell)
	if err != nil {
		return nil, fmt.Errorf("party: %s: %w", name, err)
	}
	return re, nil
}
