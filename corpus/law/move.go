package law

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

// Move is one step of a renumbering: on a day, the rule of an article went on
// under another number, in whole or in part.
type Move struct {
	Old, New corpus.Key
	Date     corpus.Date // the first day of the new number
	Act      corpus.Key  // the act that moved it; "" when not known
	Relation Relation
	Evidence Evidence
	// Share is how much of their wording the old and the new text have in
	// common, from 0 to 1; 0 when they were not compared.
	Share float64
}

// Relation says what became of the rule on its way.
type Relation string

// The relations of a move.
const (
	Exact   Relation = "exact"   // moved as it was
	Partial Relation = "partial" // changed on the way
	Split   Relation = "split"   // one of several successors
	Merge   Relation = "merge"   // one of several predecessors
	// Rewritten is a rule that kept its number, but says another thing since.
	Rewritten Relation = "rewritten"
)

// Evidence says how a move is known.
type Evidence string

// The evidence of a move.
const (
	Official  Evidence = "official"  // a concordance of the LEGI base
	Identical Evidence = "identical" // both texts are the same
	Similar   Evidence = "similar"   // both texts are alike
	ByHand    Evidence = "by hand"   // a published table, entered by a reader
)

// loadMoves reads the renumberings and what was added by hand.
//
// The renumberings are some twelve thousand rows that every command would read
// through package table; their cells are taken as they stand, and a test checks
// them one by one.
func loadMoves(fsys fs.FS) ([]Move, error) {
	data, err := fs.ReadFile(fsys, "renumberings.tsv")
	if err != nil {
		return nil, err
	}
	moves := make([]Move, 0, 12_500)
	for line := range strings.Lines(string(data)) {
		if line[0] == '#' || strings.HasPrefix(line, "old\t") {
			continue
		}
		moves = append(moves, bareMove(strings.TrimSuffix(line, "\n")))
	}
	if moves, err = withoutWrong(fsys, moves); err != nil {
		return nil, err
	}
	printed := moves
	err = eachTable(fsys, "renumberings-more", []string{"old", "new", "date", "act", "relation", "origin"}, func(r table.Row) error {
		m, err := move(r)
		at, _ := slices.BinarySearchFunc(printed, m.Old, func(m Move, k corpus.Key) int { return strings.Compare(string(m.Old), string(k)) })
		for ; at < len(printed) && printed[at].Old == m.Old; at++ {
			if printed[at].New == m.New {
				return r.Errorf("the move to %s is known already", m.New)
			}
		}
		moves = append(moves, m)
		return err
	})
	return moves, err
}

// withoutWrong takes the rows away that renumberings-not.tsv gives reasons against.
func withoutWrong(fsys fs.FS, moves []Move) ([]Move, error) {
	rows, err := table.ReadFile(fsys, "renumberings-not.tsv", "old", "new", "date", "reason")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		was := len(moves)
		moves = slices.DeleteFunc(moves, func(m Move) bool {
			return string(m.Old) == r.Get("old") && string(m.New) == r.Get("new") && string(m.Date) == r.Get("date")
		})
		if len(moves) != was-1 {
			return nil, r.Errorf("it takes away %d rows, want 1", was-len(moves))
		}
	}
	return moves, nil
}

// moveColumns are the columns of renumberings.tsv.
var moveColumns = []string{"old", "new", "date", "act", "relation", "evidence", "share"}

// bareMove reads a row of renumberings.tsv without checking it.
func bareMove(line string) (m Move) {
	var cells [7]string
	for i := range cells {
		cells[i], line, _ = strings.Cut(line, "\t")
		if cells[i] == "-" {
			cells[i] = ""
		}
	}
	m = Move{Old: corpus.Key(cells[0]), New: corpus.Key(cells[1]), Date: corpus.Date(cells[2]),
		Act: corpus.Key(cells[3]), Relation: Relation(cells[4]), Evidence: Evidence(cells[5])}
	m.Share, _ = strconv.ParseFloat(cells[6], 64)
	return m
}

// move reads one row.
func move(r table.Row) (m Move, err error) {
	if m.Old, err = keyOf(r, "old"); err != nil {
		return m, err
	}
	if m.New, err = keyOf(r, "new"); err != nil {
		return m, err
	}
	if m.Date, err = dateOf(r, "date"); err != nil {
		return m, err
	}
	if r.Get("act") != "" {
		if m.Act, err = keyOf(r, "act"); err != nil {
			return m, err
		}
	}
	m.Relation, m.Evidence = Relation(r.Get("relation")), ByHand
	if e := r.Get("evidence"); e != "" {
		m.Evidence = Evidence(e)
	}
	if !slices.Contains([]Relation{Exact, Partial, Split, Merge, Rewritten}, m.Relation) {
		return m, r.Errorf("%q is no relation", m.Relation)
	}
	if !slices.Contains([]Evidence{Official, Identical, Similar, ByHand}, m.Evidence) {
		return m, r.Errorf("%q is no evidence", m.Evidence)
	}
	if s := r.Get("share"); s != "" {
		if m.Share, err = strconv.ParseFloat(s, 64); err != nil || m.Share < 0 || m.Share > 1 {
			return m, r.Errorf("%q is no share from 0 to 1", s)
		}
	}
	if (m.Old == m.New) != (m.Relation == Rewritten) || m.Date == "" {
		return m, r.Errorf("a move from %s to %s on %q", m.Old, m.New, m.Date)
	}
	return m, nil
}

// String writes a move for people who look for a fault in the tables.
func (m Move) String() string { return fmt.Sprintf("%s → %s (%s)", m.Old, m.New, m.Date) }
