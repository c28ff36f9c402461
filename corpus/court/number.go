package court

import (
	"regexp"

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
