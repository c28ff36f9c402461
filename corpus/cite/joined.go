package cite

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// maxJoined bounds the cases of the Court of Justice that a range joins.
const maxJoined = 20

// joinedCases lists the cases between "C-240/98 à C-244/98", "n° 12-14.080 à 12-14.084".
func joinedCases(from, to docket) (list []docket) {
	if from.kind == corpus.Cass && to.kind == from.kind {
		return joinedPourvois(from, to)
	}
	a, year, ok1 := strings.Cut(strings.TrimPrefix(from.id, "C-"), "-")
	b, year2, ok2 := strings.Cut(strings.TrimPrefix(to.id, "C-"), "-")
	n, err1 := strconv.Atoi(a)
	m, err2 := strconv.Atoi(b)
	if !ok1 || !ok2 || err1 != nil || err2 != nil || year != year2 || from.kind != corpus.CJUE || to.kind != from.kind || m-n > maxJoined {
		return nil
	}
	for k := n + 1; k < m; k++ {
		list = append(list, docket{id: "C-" + strconv.Itoa(k) + "-" + year, kind: to.kind, start: from.start, end: to.end})
	}
	return list
}

// joinedPourvois lists the pourvois between two of one year.
func joinedPourvois(from, to docket) (list []docket) {
	year, a, ok1 := strings.Cut(from.id, "-")
	year2, b, ok2 := strings.Cut(to.id, "-")
	n, err1 := strconv.Atoi(a)
	m, err2 := strconv.Atoi(b)
	if !ok1 || !ok2 || err1 != nil || err2 != nil || year != year2 || len(a) != len(b) || m-n > maxJoined {
		return nil
	}
	for k := n + 1; k < m; k++ {
		list = append(list, docket{id: fmt.Sprintf("%s-%0*d", year, len(a), k), kind: to.kind, start: from.start, end: to.end})
	}
	return list
}
