package court

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/table"
)

func TestSuccessions(t *testing.T) {
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := table.ReadFile(files, "successions.tsv", columns["successions.tsv"]...)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if err := r.Check(func(e string) bool {
			one, other, _ := strings.Cut(e, " = ")
			a, okA := c.Parse(one)
			b, okB := c.Parse(other)
			if !okA || !okB {
				t.Errorf("%q names no two courts", e)
			}
			return c.SameCourt(a, b) && c.SameCourt(b, a)
		}); err != nil {
			t.Error(err)
		}
	}
}
