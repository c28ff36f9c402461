package meant

import (
	"testing"

	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

// TestInstitutions reads each example and counter-example of the table.
func TestInstitutions(t *testing.T) {
	rows, err := table.ReadFile(files, "institutions.tsv", "code", "day", "side", "pattern", "examples", "counters")
	if err != nil {
		t.Fatal(err)
	}
	list, err := loadInstitutions()
	if err != nil || len(list) != len(rows) {
		t.Fatal(len(list), err)
	}
	for i, r := range rows {
		if err := r.Check(func(text string) bool { return list[i].pattern.MatchString(fold.New(text).Folded) }); err != nil {
			t.Error(err)
		}
	}
}
