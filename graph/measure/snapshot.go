package measure

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// Snapshot is the citations between the decisions of a library at one moment. A decision
// that is cited and not held is one of them; keys that name one decision are one node,
// and a key that fits several is nobody's. A decision does not cite what it reviews: an
// appeal speaks of the judgment under appeal because it must.
type Snapshot struct {
	Graph *Graph
	// Numbers are those of the decisions in the store: decision i of the graph is
	// Numbers[i]. They stand in the order of the names of the decisions, since a store
	// numbers them as they come: what is measured must not depend on that.
	Numbers []uint64
	places
	// Held says of each decision whether the library holds it.
	Held []bool
	// Days are their days, as corpus.Day counts them; 0 for none.
	Days []int32
	// Court is the court of each, as an index of Courts; 0 is none known.
	Court  []uint32
	Courts []string // "ca/paris"
	// Open are the citations that were left out because their key fits several decisions.
	Open int
}

// Year is the year of a decision, 0 when it has no day.
func (s *Snapshot) Year(i int) int {
	if s.Days[i] == 0 {
		return 0
	}
	return dateOf(s.Days[i]).Time().Year()
}

// Date is the day of a decision, "" for none.
func (s *Snapshot) Date(i int) corpus.Date {
	if s.Days[i] == 0 {
		return ""
	}
	return dateOf(s.Days[i])
}

// Kind is the kind of the court of a decision: "ca"; "" when it is not known.
func (s *Snapshot) Kind(i int) string {
	kind, _, _ := strings.Cut(s.Courts[s.Court[i]], "/")
	return kind
}

// dayZero is the day before the first that a Snapshot can name.
var dayZero = corpus.Date("1500-01-01").Time()

// DayNumber is a day as Days has it; 0 for none.
func DayNumber(d corpus.Date) int32 {
	if d == "" {
		return 0
	}
	return int32(max(0, (d.Time().Unix()-dayZero.Unix())/86400))
}

func dateOf(n int32) corpus.Date {
	t := dayZero.AddDate(0, 0, int(n))
	return corpus.NewDate(t.Year(), int(t.Month()), t.Day())
}
