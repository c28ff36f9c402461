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
	moves, err := loadMoves()
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rows {
		m, err := move(r)
		if err != nil {
			t.Error(err)
		}
		if m != moves[i] {
			t.Errorf("row %d is read as %+v, want %+v", i, moves[i], m)
		}
	}
}
