package queries_test

import (
	"context"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// TestSpeeches: who speaks where covers the text, and agrees with what the citations
// of the decision say of who speaks there.
func TestSpeeches(t *testing.T) {
	_, l := onDisk(t)
	ctx := context.Background()
	for _, ref := range []string{"cass/18-29417", "tgi/nantes/19-90118", "ca/rennes/17-92716"} {
		d, err := l.Decision(ctx, ref)
		if err != nil {
			t.Fatal(err)
		}
		list, err := l.Speeches(ctx, ref)
		if err != nil {
			t.Fatal(err)
		}
		at := 0
		for _, s := range list {
			if s.Start != at {
				t.Fatalf("%s: a speech begins at %d, want %d", ref, s.Start, at)
			}
			at = s.End
		}
		if at != len(d.Text) {
			t.Errorf("%s: speeches end at %d of %d bytes", ref, at, len(d.Text))
		}
		agree := 0
		for _, c := range d.Provisions {
			for _, m := range c.Mentions {
				if speakerAt(list, m.Start) != m.Speaker {
					t.Errorf("%s: %q is said by %s, and the speech there by %s", ref, m.Text, m.Speaker, speakerAt(list, m.Start))
				}
				agree++
			}
		}
		if agree == 0 {
			t.Errorf("%s: no citation was compared", ref)
		}
	}
}

func speakerAt(list []corpus.Speech, at int) corpus.Speaker {
	for _, s := range list {
		if s.Contains(at) {
			return s.Speaker
		}
	}
	return ""
}
