package courtname

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
)

//go:embed forms.tsv
var formsTSV string

// form is one row of forms.tsv.
type form struct {
	words   string // folded
	kind    corpus.CourtKind
	example string
}

// Names knows how courts are named. It is safe for concurrent use.
type Names struct{ forms []form }

// Load reads the embedded table. Its error names the row that is wrong.
func Load() (*Names, error) { return parse(formsTSV) }

func parse(tsv string) (*Names, error) {
	n := &Names{}
	for i, line := range strings.Split(tsv, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) != 3 {
			return nil, fmt.Errorf("courtname: forms.tsv:%d: %d columns, want 3", i+1, len(col))
		}
		f := form{words: col[0], kind: corpus.CourtKind(col[1]), example: col[2]}
		if !f.kind.Known() {
			return nil, fmt.Errorf("courtname: forms.tsv:%d: unknown kind %q", i+1, f.kind)
		}
		if f.words == "" || slices.ContainsFunc(n.forms, func(o form) bool { return o.words == f.words }) {
			return nil, fmt.Errorf("courtname: forms.tsv:%d: form %q is empty or given twice", i+1, f.words)
		}
		n.forms = append(n.forms, f)
	}
	return n, nil
}
