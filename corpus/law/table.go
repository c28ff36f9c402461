package law

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed *.tsv
var files embed.FS

// row is one line of a table, by the names of its columns.
type row struct {
	at    string // "codes.tsv:17", for errors
	cells map[string]string
}

func (r row) get(column string) string { return r.cells[column] }

// list splits a cell at its bars.
func (r row) list(column string) []string {
	var out []string
	for _, s := range strings.Split(r.cells[column], "|") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("law: %s: %w", r.at, fmt.Errorf(format, args...))
}

// readTable reads one embedded TSV file: comment lines begin with #, the first
// other line names the columns, and every row has all of them.
func readTable(name string, columns ...string) ([]row, error) {
	data, err := files.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("law: %w", err)
	}
	return parseTable(name, string(data), columns)
}

func parseTable(name, data string, columns []string) ([]row, error) {
	var rows []row
	header := false
	for i, line := range strings.Split(data, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		r := row{at: fmt.Sprintf("%s:%d", name, i+1), cells: make(map[string]string, len(cells))}
		if len(cells) != len(columns) {
			return nil, r.errorf("%d columns, want %d", len(cells), len(columns))
		}
		for n, c := range columns {
			r.cells[c] = strings.TrimSpace(cells[n])
			if !header && r.cells[c] != c {
				return nil, r.errorf("column %d is %q, want %q", n+1, cells[n], c)
			}
		}
		if header {
			rows = append(rows, r)
		}
		header = true
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("law: %s: no rows", name)
	}
	return rows, nil
}
