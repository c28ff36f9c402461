package heading

import (
	"fmt"
	"strings"
)

// table reads a TSV file: comment lines begin with #, the first other line names
// the columns, every further line has as many cells. "-" is an empty cell.
func table(data string, columns ...string) ([]map[string]string, error) {
	var rows []map[string]string
	header := false
	for n, text := range strings.Split(data, "\n") {
		if text == "" || text[0] == '#' {
			continue
		}
		cells := strings.Split(text, "\t")
		if len(cells) != len(columns) {
			return nil, fmt.Errorf("line %d: %d cells, want %d", n+1, len(cells), len(columns))
		}
		if !header {
			if got, want := strings.Join(cells, " "), strings.Join(columns, " "); got != want {
				return nil, fmt.Errorf("line %d: columns %q, want %q", n+1, got, want)
			}
			header = true
			continue
		}
		row := map[string]string{}
		for i, c := range cells {
			if c == "-" {
				c = ""
			}
			row[columns[i]] = c
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// list splits a cell at " | ".
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, " | ")
}
