package heading

import (
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// view is a stretch of a folded text with its white space made even, so that
// formulas may be written with single blanks: runs of blanks are one blank, runs
// of line ends one \n. at maps its bytes back to folded offsets.
type view struct {
	t  *fold.Text
	s  string
	at []int32
}

// newView looks at the folded bytes from start to end.
func newView(t *fold.Text, start, end int) view {
	out := make([]byte, 0, end-start)
	at := make([]int32, 0, end-start+1)
	for i := start; i < end; i++ {
		c := t.Folded[i]
		n := len(out)
		space := c == ' ' || c == '\n'
		switch {
		case space && (n == 0 || out[n-1] == '\n'):
		case c == '\n' && out[n-1] == ' ':
			out[n-1] = '\n'
		case space && out[n-1] == ' ':
		default:
			out = append(out, c)
			at = append(at, int32(i))
		}
	}
	return view{t: t, s: string(out), at: append(at, int32(end))}
}

// span maps bytes of the view to the original.
func (v view) span(start, end int) corpus.Span {
	if start >= end {
		return corpus.Span{}
	}
	return v.t.Span(int(v.at[start]), int(v.at[end-1])+1)
}

// Folded is the text of the view.
func (v view) Folded() string { return v.s }

// Printed gives the original words of a range of the view.
func (v view) Printed(start, end int) string { return v.span(start, end).Of(v.t.Original) }

// Capital says whether the byte at i comes from a capital letter.
func (v view) Capital(i int) bool { return v.t.Capital(int(v.at[i])) }
