package httpapi

import (
	"strconv"
	"strings"

	"github.com/attendu/attendu/queries"
)

// maxOffset bounds how far a page can be whose price grows with its depth.
const maxOffset = 100_000

// offset reads a cursor that next made; 0 for none.
func (p Page) offset() (int, error) {
	if p.After == "" {
		return 0, nil
	}
	digits, ok := strings.CutPrefix(p.After, "p")
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n <= 0 || n > maxOffset || digits != strconv.Itoa(n) {
		return 0, &queries.Error{Code: queries.Invalid, Message: "after is not what an answer to the same request gave as next"}
	}
	return n, nil
}

// next is the cursor of the page that begins at an offset; "" when nothing comes later.
func next(at, later int) string {
	if later <= 0 || at > maxOffset {
		return ""
	}
	return "p" + strconv.Itoa(at)
}
