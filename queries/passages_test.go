package queries_test

import (
	"context"
	"strings"
	"testing"

	"github.com/attendu/attendu/queries"
)

// A line that is too long is an error of its own, and those around it are read.
func TestPassagesLongLine(t *testing.T) {
	r, err := queries.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	in := `{"id":"a","text":"Vu."}` + "\n" + `{"id":"b","text":"` + strings.Repeat("x", 17<<20) + `"}` + "\n" + `{"id":"c","text":"Vu."}`
	var got []string
	for line, err := range r.Passages(context.Background(), strings.NewReader(in)) {
		switch {
		case err == nil:
			got = append(got, line.ID)
		case queries.CodeOf(err) == queries.Invalid:
			got = append(got, err.Error())
		default:
			t.Fatal(err)
		}
	}
	if s := strings.Join(got, ", "); s != "a, line 2: it is longer than 16777216 bytes, c" {
		t.Error(s)
	}
}
