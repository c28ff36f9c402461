package pdf

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus/source/prose"
)

// edge is the part of a page, at its top and its bottom, where running heads and
// page numbers stand; shift is how much they may move, in points.
const (
	edge  = 0.15
	shift = 6
)

// pageNumbers find the number of a page where one is printed.
var pageNumbers = []*regexp.Regexp{
	regexp.MustCompile(`^[^\pL\d]*(\d{1,4})(?:\s*(?:/|sur|de)\s*\d{1,4})?[^\pL\d]*$`),
	regexp.MustCompile(`(?i)[\s,;:–—-]*[(\[]?\b(?:pages?|p\.|feuillet|folio)\s*:?\s*(?:n°\s*)?(\d{1,4})(?:\s*(?:/|sur|de)\s*\d{1,4})?\b[)\]]?[\s–—-]*`),
	regexp.MustCompile(`\s+[–—-]\s*(\d{1,4})(?:\s*/\s*\d{1,4})?\s*[–—-]?$`),
	regexp.MustCompile(`\s+(\d{1,4})\s*/\s*\d{1,4}$`),
}

// numbered is a line less the page number in it. off is how far the number is
// from the count of the page.
type numbered struct {
	rest string
	off  int
}

// readings are the ways to see a page number in a line.
func readings(l *line) (all []numbered) {
	for _, p := range pageNumbers {
		m := p.FindStringSubmatchIndex(l.text)
		if m == nil {
			continue
		}
		n, err := strconv.Atoi(l.text[m[2]:m[3]])
		if err != nil {
			continue
		}
		before, behind := l.text[:m[0]], l.text[m[1]:]
		if strings.TrimLeft(behind, ",;") == behind {
			before += " "
		}
		rest := strings.TrimSpace(before + behind)
		all = append(all, numbered{rest, n - l.page})
	}
	return all
}

// running finds the lines that are repeated at the edges of pages.
type running struct {
	lines []line
	pages int
	seen  map[string][]int // lines by what is repeated
}

// runningHeads takes the running heads and feet and the page numbers out of the
// lines of a document, and gives what they say, each once, without its page
// number, and only if the text does not say it anyway. A line is one of them when, in the outer 15 % of the page, nothing
// stands beyond it but others of them, and when it stands as high, and says the
// same but for the number of the page, on half of the pages and at least on two.
func runningHeads(lines []line, pages int) (body []line, heads []string) {
	r := &running{lines: lines, pages: pages, seen: map[string][]int{}}
	top, bottom := r.candidates()
	for _, page := range append(top, bottom...) {
		for _, i := range page {
			for _, k := range r.keys(i) {
				r.seen[k] = append(r.seen[k], i)
			}
		}
	}
	gone := map[int]bool{}
	for _, page := range append(top, bottom...) {
		for _, i := range page {
			rest, ok := r.repeated(i)
			if !ok {
				break
			}
			gone[i] = true
			if rest != "" && !slices.Contains(heads, rest) {
				heads = append(heads, rest)
			}
		}
	}
	for i, l := range lines {
		if !gone[i] {
			body = append(body, l)
		}
	}
	var text strings.Builder
	for _, l := range body {
		text.WriteString(l.text + "\n")
	}
	return body, prose.Unsaid(heads, text.String())
}

// candidates are the lines near the top and near the bottom of each page, from
// the edge inwards.
func (r *running) candidates() (top, bottom [][]int) {
	top, bottom = make([][]int, r.pages), make([][]int, r.pages)
	for i, l := range r.lines {
		switch {
		case l.base > (1-edge)*l.height:
			top[l.page] = append(top[l.page], i)
		case l.base < edge*l.height:
			bottom[l.page] = append(bottom[l.page], i)
		}
	}
	for p := range r.pages {
		slices.SortStableFunc(top[p], func(a, b int) int { return cmp.Compare(r.lines[b].base, r.lines[a].base) })
		slices.SortStableFunc(bottom[p], func(a, b int) int { return cmp.Compare(r.lines[a].base, r.lines[b].base) })
	}
	return top, bottom
}

// keys are what a line may repeat: all its words, or those around a page number.
func (r *running) keys(i int) []string {
	l := &r.lines[i]
	side := "bottom"
	if l.base > l.height/2 {
		side = "top"
	}
	keys := []string{side + " " + l.text}
	for _, n := range readings(l) {
		keys = append(keys, fmt.Sprintf("%s %d %s", side, n.off, n.rest))
	}
	return keys
}

// repeated reports whether a line is repeated, and what it says besides the
// number of its page.
func (r *running) repeated(i int) (rest string, ok bool) {
	l := &r.lines[i]
	for k, key := range r.keys(i) {
		pages := map[int]bool{}
		for _, j := range r.seen[key] {
			if math.Abs(r.lines[j].base-l.base) <= shift {
				pages[r.lines[j].page] = true
			}
		}
		if len(pages) < max(2, r.pages/2) {
			continue
		}
		if k > 0 {
			return readings(l)[k-1].rest, true
		}
		rest, ok = l.text, true // a page number may be found yet
	}
	return rest, ok
}
