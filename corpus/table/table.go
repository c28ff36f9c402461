package table

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

const (
	empty     = "-"   // a cell without a value
	separator = " | " // between the values of a list
)

// Row is one row of a table. The zero Row has no columns.
type Row struct {
	file  string
	line  int // 1 is the first of the file
	cells map[string]string
}

// Read reads a table whose columns are named as given, in that order. name is
// the file, for errors.
func Read(name, data string, columns ...string) ([]Row, error) {
	var rows []Row
	header := false
	for n, line := range strings.Split(data, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		r := Row{file: name, line: n + 1, cells: make(map[string]string, len(columns))}
		cells := strings.Split(line, "\t")
		if !header && !slices.Equal(cells, columns) {
			return nil, r.Errorf("the columns are %q, want %q", cells, columns)
		}
		if len(cells) != len(columns) {
			return nil, r.Errorf("%d cells, want %d", len(cells), len(columns))
		}
		for i, c := range cells {
			if c == "" {
				return nil, r.Errorf("nothing in column %s: %q is a cell without a value", columns[i], empty)
			}
			r.cells[columns[i]] = c
		}
		if header {
			rows = append(rows, r)
		}
		header = true
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("%s: no rows", name)
	}
	return rows, nil
}

// ReadFile is Read for a file of a file system, such as an embedded one.
func ReadFile(files fs.FS, name string, columns ...string) ([]Row, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	return Read(name, string(data), columns...)
}

// Get is the value of a column; "" when the cell has none.
func (r Row) Get(column string) string {
	if c := r.cells[column]; c != empty {
		return c
	}
	return ""
}

// List is the values of a column; nil when the cell has none.
func (r Row) List(column string) []string {
	if c := r.Get(column); c != "" {
		return strings.Split(c, separator)
	}
	return nil
}

// Set is the values of a column as a set; nil when the cell has none.
func (r Row) Set(column string) map[string]bool {
	var set map[string]bool
	for _, v := range r.List(column) {
		if set == nil {
			set = map[string]bool{}
		}
		set[v] = true
	}
	return set
}

// Errorf is an error that names the file and the line of the row: "verbs.tsv:17:
// unknown kind".
func (r Row) Errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", r.file, r.line, fmt.Errorf(format, args...))
}

// Check tries a rule on its own row: matches must hold for every value of the
// column examples, of which there is at least one, and for none of the column
// counters. The error names all that go wrong.
func (r Row) Check(matches func(text string) bool) error {
	var errs []error
	if r.Get("examples") == "" {
		errs = append(errs, r.Errorf("no example"))
	}
	for _, e := range r.List("examples") {
		if !matches(e) {
			errs = append(errs, r.Errorf("the example %q does not match", e))
		}
	}
	for _, e := range r.List("counters") {
		if matches(e) {
			errs = append(errs, r.Errorf("the counter-example %q matches", e))
		}
	}
	return errors.Join(errs...)
}
