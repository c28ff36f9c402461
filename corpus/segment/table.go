package segment

import (
	"fmt"
	"regexp"
	"regexp/syntax"
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

// set makes a set of the words of a cell, nil when the cell is empty.
func set(cell string) map[string]bool {
	if cell == "" {
		return nil
	}
	m := map[string]bool{}
	for _, w := range strings.Fields(cell) {
		m[w] = true
	}
	return m
}

// anchored compiles a pattern that must match at the first byte of its window.
func anchored(pattern string) (*regexp.Regexp, error) {
	return regexp.Compile(`^(?:` + pattern + `)`)
}

// firstBytes gives the bytes with which a match of an anchored pattern can begin,
// so that most rules are passed over without running them.
func firstBytes(pattern string) (first [256]bool, err error) {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return first, err
	}
	prog, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return first, err
	}
	seen := make([]bool, len(prog.Inst))
	var walk func(pc uint32)
	walk = func(pc uint32) {
		if seen[pc] {
			return
		}
		seen[pc] = true
		switch in := &prog.Inst[pc]; in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			walk(in.Out)
			walk(in.Arg)
		case syntax.InstCapture, syntax.InstEmptyWidth, syntax.InstNop:
			walk(in.Out)
		case syntax.InstFail:
		case syntax.InstMatch:
			for c := range first {
				first[c] = true
			}
		default:
			for c := range first {
				first[c] = first[c] || in.MatchRune(rune(c))
			}
		}
	}
	walk(uint32(prog.Start))
	return first, nil
}
