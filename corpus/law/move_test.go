package law

import (
	"testing"

	"github.com/attendu/attendu/corpus/table"
)

// TestMoves reads every row of the renumberings with all checks, and compares
// what is read without them.
func TestMoves(t *testing.T) {
	rows, err := table.ReadFile(files, "renumberings.tsv", moveColumns...)
	if err != nil {
		t.Fatal(err)
	}
	moves, err := loadMoves(files)
	if err != nil {
		t.Fatal(err)
	}
	wrong := 0
	for _, r := range rows {
		m, err := move(r)
		if err != nil {
			t.Error(err)
		}
		if m == moves[0] {
			moves = moves[1:]
		} else {
			wrong++
		}
	}
	not, err := table.ReadFile(files, "renumberings-not.tsv", "old", "new", "date", "reason")
	if err != nil || wrong != len(not) {
		t.Errorf("%d rows are not read as they stand, want the %d wrong ones; %v", wrong, len(not), err)
	}
}
