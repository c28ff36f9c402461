package queries_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/attendu/attendu/queries"
)

// TestCitation: a citation is what an export of that decision writes.
func TestCitation(t *testing.T) {
	_, l := onDisk(t)
	ctx := context.Background()
	for _, form := range []string{"reflex", "csl", "bibtex", "ris"} {
		got, err := l.Citation(ctx, "18-29.417", form)
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		if err := l.ExportTo(ctx, &want, queries.ExportRequest{Formats: []string{form}, Decisions: []string{"18-29.417"}}); err != nil {
			t.Fatal(err)
		}
		if got != want.String() || got == "" {
			t.Errorf("%s: %q, want %q", form, got, want.String())
		}
	}
	if _, err := l.Citation(ctx, "18-29.417", "word"); queries.CodeOf(err) != queries.Invalid {
		t.Errorf("a form that there is none: %v", err)
	}
	if _, err := l.Citation(ctx, "99-99.999", "ris"); queries.CodeOf(err) != queries.NotFound {
		t.Errorf("a decision that is not held: %v", err)
	}
}
