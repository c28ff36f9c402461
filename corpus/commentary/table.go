package commentary

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed rules/*.tsv
var files embed.FS

// row is one line of a rule file.
type row struct {
	file string
	line int
	cell []string
}

// errorf reports a bad row with its place.
func (w row) errorf(format string, args ...any) error {
	return fmt.Errorf("commentary: rules/%s:%d: %s", w.file, w.line, fmt.Sprintf(format, args...))
}

// table reads an embedded rule file of the given number of columns. Lines that
// start with # and empty lines are comments.
func table(file string, columns int) ([]row, error) {
	b, err := files.ReadFile("rules/" + file)
	if err != nil {
		return nil, fmt.Errorf("commentary: %w", err)
	}
	var rows []row
	for n, line := range strings.Split(string(b), "\n") {
		line = strings.TrimRight(line, "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		w := row{file: file, line: n + 1, cell: strings.Split(line, "\t")}
		if len(w.cell) != columns {
			return nil, w.errorf("%d columns, want %d", len(w.cell), columns)
		}
		rows = append(rows, w)
	}
	return rows, nil
}

// list splits a cell at its bars.
func list(cell string) []string {
	if cell == "" || cell == "-" {
		return nil
	}
	parts := strings.Split(cell, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}
