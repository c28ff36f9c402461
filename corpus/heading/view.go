package heading

import (
	"sort"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// view is a stretch of a folded text with its white space made even, so that
// formulas may be written with single blanks: runs of blanks are one blank, runs
// of line ends one \n, and letters set apart stand together.
type view struct {
	t *fold.Text
	s string
	// skips are the places behind which bytes were left out, by their offset in s.
	skips []skip
}

// skip says that from offset at on, the folded offset is by so many bytes ahead.
type skip struct{ at, by int32 }

// newView looks at the folded bytes from start to end.
func newView(t *fold.Text, start, end int) view {
	v := view{t: t, skips: make([]skip, 0, (end-start)/64+2)}
	var out strings.Builder
	out.Grow(end - start)
	apart := start < end && setApart(t.Folded, start, end)
	for i := start; i < end; {
		from := i
		for i < end && !blank[t.Folded[i]] {
			i++
		}
		v.skip(out.Len(), from)
		out.WriteString(t.Folded[from:i])
		gap, line := i, false
		for ; i < end && blank[t.Folded[i]]; i++ {
			line = line || t.Folded[i] == '\n'
		}
		if line && i < end {
			apart = setApart(t.Folded, i, end)
		}
		switch {
		case i == gap || out.Len() == 0 || apart && !line && i == gap+1:
			continue
		case line:
			out.WriteByte('\n')
		default:
			out.WriteByte(' ')
		}
	}
	v.s = out.String()
	v.skip(out.Len(), end)
	return v
}

var blank = [256]bool{' ': true, '\n': true}

// skip notes that the byte at at comes from the folded offset from.
func (v *view) skip(at, from int) {
	by := int32(from - at)
	n := len(v.skips)
	switch {
	case n > 0 && v.skips[n-1].by == by:
	case n > 0 && int(v.skips[n-1].at) == at:
		v.skips[n-1].by = by
	default:
		v.skips = append(v.skips, skip{int32(at), by})
	}
}

// folded gives the folded offset of the byte at i.
func (v view) folded(i int) int {
	n := sort.Search(len(v.skips), func(n int) bool { return int(v.skips[n].at) > i })
	return i + int(v.skips[n-1].by)
}

// span maps bytes of the view to the original.
func (v view) span(start, end int) corpus.Span {
	if start >= end {
		return corpus.Span{}
	}
	return v.t.Span(v.folded(start), v.folded(end-1)+1)
}

// Folded is the text of the view.
func (v view) Folded() string { return v.s }

// Printed gives the original words of a range of the view.
func (v view) Printed(start, end int) string { return v.span(start, end).Of(v.t.Original) }

// Capital says whether the byte at i comes from a capital letter.
func (v view) Capital(i int) bool { return v.t.Capital(v.folded(i)) }
