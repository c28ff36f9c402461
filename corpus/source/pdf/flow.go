package pdf

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// between says what stands between two lines.
type between int

const (
	nothing   between = iota // parts of one word: "1" and a raised "er"
	aBlank                   // one line of print, or one paragraph
	lineEnd                  // another line
	emptyLine                // another paragraph, apart
)

// layout is what must be known of a document to tell a paragraph that goes on
// from one that ends.
type layout struct {
	lines   []line
	leading float64 // the usual distance of baselines, in points
	margin  float64 // where full lines end
}

func newLayout(lines []line) *layout {
	l := &layout{lines: lines}
	var steps []float64
	far := 0.0
	for i, ln := range lines {
		far = max(far, ln.right)
		if i > 0 && lines[i-1].page == ln.page {
			if d := lines[i-1].base - ln.base; d > ln.size/2 && d < 4*ln.size {
				steps = append(steps, d)
			}
		}
	}
	var ends []float64
	for _, ln := range lines {
		if ln.right > 0.8*far {
			ends = append(ends, ln.right)
		}
	}
	// a tenth of the steps, for in a text of short paragraphs most lie between
	// these; nearly all of the ends, for a stamp beyond the margin is no margin
	l.leading, l.margin = quantile(steps, 0.1), quantile(ends, 0.95)
	return l
}

func quantile(all []float64, q float64) float64 {
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[int(q*float64(len(all)-1))]
}

// gap is what stands before line i, which is not the first.
func (l *layout) gap(i int) between {
	a, b := &l.lines[i-1], &l.lines[i]
	if a.page != b.page {
		if l.full(i-1, b) && goesOn(a.text, b.text) {
			return aBlank
		}
		return emptyLine
	}
	down := a.base - b.base
	em := max(a.size, b.size, 1)
	if math.Abs(down) < em/2 && b.left > a.right-em/4 {
		if b.left-a.right < em/6 && a.size != b.size {
			return nothing
		}
		return aBlank
	}
	apart := down < 0 || down > 1.35*max(l.leading, em)
	switch {
	case hyphenated(a.text, b.text) && !apart && l.full(i-1, b):
		return aBlank
	case down < 0 && l.full(i-1, b) && goesOn(a.text, b.text): // the next column
		return aBlank
	case apart:
		return emptyLine
	case l.joins(i):
		return aBlank
	}
	return lineEnd
}

// joins reports whether line i, close below the one before, goes on with its
// paragraph.
func (l *layout) joins(i int) bool {
	a, b := &l.lines[i-1], &l.lines[i]
	switch {
	case math.Abs(a.size-b.size) > 0.15*max(a.size, b.size):
		return false
	case b.left > a.right || b.right < a.left:
		return false
	case item.MatchString(b.text):
		return false
	case b.left > a.left+0.8*a.size && !item.MatchString(a.text): // indented
		return false
	case strings.HasSuffix(a.text, ";") && startsUpper(b.text):
		return false
	}
	return l.full(i-1, b) || l.nearly(i-1, b)
}

// nearly reports whether line i ends near the margin and within a sentence that
// next goes on with: some programs keep words together that a blank parts here.
func (l *layout) nearly(i int, next *line) bool {
	a := &l.lines[i]
	last, _ := utf8.DecodeLastRuneInString(a.text)
	first, _ := utf8.DecodeRuneInString(next.text)
	within := (unicode.IsLetter(last) || unicode.IsDigit(last)) && (unicode.IsLower(first) || unicode.IsDigit(first))
	return within && a.right > l.end(i)-0.1*(l.end(i)-a.left)
}

// item finds the sign that begins an item of a list.
var item = regexp.MustCompile(`^(?:[-–—•*►▪●○·]\s|\d{1,2}(?:°|\)|/|\.)\s|[a-zA-Z]\)\s)`)

// full reports whether the first word of next had no room on line i.
func (l *layout) full(i int, next *line) bool {
	a := &l.lines[i]
	return a.right+a.size/4+next.first > l.end(i)+1
}

// end is where full lines of the column of line i end.
func (l *layout) end(i int) float64 {
	a := &l.lines[i]
	beside, edge := 0, math.Inf(1)
	for j := i; j >= 0 && l.lines[j].page == a.page; j-- {
		beside, edge = l.beside(a, &l.lines[j], beside, edge)
	}
	for j := i + 1; j < len(l.lines) && l.lines[j].page == a.page; j++ {
		beside, edge = l.beside(a, &l.lines[j], beside, edge)
	}
	if beside < 3 {
		return max(l.margin, a.right)
	}
	end := a.right
	for _, b := range l.lines {
		if b.page == a.page && b.right < edge && math.Abs(b.left-a.left) < 5*a.size {
			end = max(end, b.right)
		}
	}
	return end
}

// beside counts the lines of a column to the right of a, and finds its edge.
func (l *layout) beside(a, b *line, n int, edge float64) (int, float64) {
	if b.left > a.right+a.size && math.Abs(b.base-a.base) < 3*max(l.leading, a.size) {
		return n + 1, min(edge, b.left)
	}
	return n, edge
}

// goesOn reports whether a text may go on over the edge of a page.
func goesOn(a, b string) bool {
	if strings.HasSuffix(a, ",") || hyphenated(a, b) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(a)
	return !strings.ContainsRune(".;:!?", last) && !item.MatchString(b) && !(startsUpper(b) && capitals(b))
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "«\"“ \u00a0"))
	return unicode.IsUpper(r)
}

// capitals reports whether a line is set in capitals, as headings are.
func capitals(s string) bool {
	return strings.ToUpper(s) == s && strings.IndexFunc(s, unicode.IsLetter) >= 0
}

// hyphenated reports whether a line ends within a word that the next goes on
// with.
func hyphenated(a, b string) bool {
	stem, ok := cutHyphen(a)
	if !ok {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(stem)
	first, _ := utf8.DecodeRuneInString(b)
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return inWord(last) && inWord(first)
}

func cutHyphen(s string) (string, bool) {
	for _, h := range []string{"-", "\u00ad", "\u2010"} {
		if stem, ok := strings.CutSuffix(s, h); ok {
			return stem, true
		}
	}
	return s, false
}
