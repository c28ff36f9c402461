package heading

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/re2"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed formulas.tsv
var formulasTSV string

// formula is one row of formulas.tsv.
type formula struct {
	id     string
	kind   string
	courts []string // kinds of court; nil: all
	region string
	rank   int
	re     *re2.Regexp
	value  string
	row    table.Row
}

// formulaShapes says, for each kind of formula, how its pattern is tied to the
// words: before and after it.
var formulaShapes = map[string][2]string{
	"chamber": {`^(?:`, `)(?:$|[\n,;:(]| - )`}, "nature": {`^(?:`, `)`}, "solution": {`^(?:`, `)$`},
	"title": {`^(?:`, `)`}, "untitle": {`^(?:`, `)$`}, "judge": {`^(?:`, `)`},
	"stop": {`^(?:`, `)`}, "number": {`^(?:`, `)`}, "contested": {`^(?:`, `)`},
	"date": {`(?:`, `)$`}, "never": {`(?:^|[^a-z])(?:`, `)$`},
}

func loadFormulas(data string) (map[string][]formula, error) {
	rows, err := table.Read("formulas.tsv", data, "id", "kind", "courts", "region", "rank", "pattern", "value", "examples", "counters")
	if err != nil {
		return nil, err
	}
	out := map[string][]formula{}
	for _, row := range rows {
		f, err := newFormula(row)
		if err != nil {
			return nil, row.Errorf("%w", err)
		}
		out[f.kind] = append(out[f.kind], f)
	}
	return out, nil
}

func newFormula(row table.Row) (formula, error) {
	f := formula{id: row.Get("id"), kind: row.Get("kind"), courts: row.List("courts"), region: row.Get("region"),
		value: row.Get("value"), row: row}
	shape, ok := formulaShapes[f.kind]
	switch {
	case !ok:
		return f, fmt.Errorf("unknown kind %q", f.kind)
	case !slices.Contains([]string{"head", "line", "tail", "first", "expose", "any"}, f.region):
		return f, fmt.Errorf("unknown region %q", f.region)
	case row.Get("examples") == "":
		return f, errors.New("no example")
	}
	var err error
	if f.rank, err = strconv.Atoi(row.Get("rank")); err != nil {
		return f, err
	}
	f.re, err = re2.Compile(shape[0] + evenBlanks(row.Get("pattern")) + shape[1])
	return f, err
}

// evenBlanks lets every blank of a pattern, outside brackets, also match a line
// end.
func evenBlanks(pattern string) string {
	var b strings.Builder
	class := false
	for i := range len(pattern) {
		switch c := pattern[i]; {
		case c == '[':
			class = true
		case c == ']':
			class = false
		case c == ' ' && !class:
			b.WriteString(`[ \n]`)
			continue
		}
		b.WriteByte(pattern[i])
	}
	return b.String()
}

// holds says whether the formula is one of the courts of a kind, when known.
func (f *formula) holds(kind corpus.CourtKind) bool {
	if len(f.courts) == 1 && f.courts[0][0] == '!' {
		return f.courts[0][1:] != string(kind)
	}
	return len(f.courts) == 0 || slices.Contains(f.courts, string(kind))
}
