package court

import (
	"regexp"
	"strings"

	"github.com/attendu/attendu/corpus"
)

var pourvoi = regexp.MustCompile(`^(\d\d-\d\d)(\d\d\d)$`)

// Number writes the number of a case as its court prints it. Metadata and keys
// leave out the dot of a number of pourvoi: "17-21434" is 17-21.434. Any other
// number stays as it is.
func Number(kind corpus.CourtKind, s string) string {
	if m := pourvoi.FindStringSubmatch(s); m != nil && kind == corpus.Cass {
		return m[1] + "." + m[2]
	}
	return s
}

var (
	between    = regexp.MustCompile(`\s*(?:[,;]|\bet\b|\s)\s*`)
	requestNum = regexp.MustCompile(`^(?:\d{2}[A-Z]{2}\d{5}|\d{5,8}|C?\d{4})$`)
)

// Numbers takes apart the numbers that official metadata of an administrative
// court list in one field: "2201234, 2201235". What is no list of numbers is one
// number.
func Numbers(kind corpus.CourtKind, s string) []string {
	if s = strings.TrimSpace(s); s == "" {
		return nil
	}
	var out []string
	for _, n := range between.Split(s, -1) {
		if !requestNum.MatchString(n) {
			return []string{Number(kind, s)}
		}
		out = append(out, n)
	}
	return out
}
