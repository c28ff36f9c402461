package graph

import (
	"context"
	"testing"
	"time"
)

// TestHeadWhileWriting asks for the numbers of the last change in the middle of a commit,
// as extraction and every reader do: they are those of the commit before, at once.
func TestHeadWhileWriting(t *testing.T) {
	s, err := Memory(Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ps, told := s.(*pebbleStore), make(chan [2]uint64, 1)
	err = ps.update(context.Background(), func(w *write) error {
		go func() { told <- [2]uint64{s.Seq(), s.ArticleSeq()} }()
		w.lawChanged = true
		select {
		case at := <-told:
			if at != [2]uint64{} {
				t.Errorf("%v in the middle of the first commit", at)
			}
		case <-time.After(10 * time.Second):
			t.Error("who asks waits for the commit")
		}
		return nil
	})
	if err != nil || s.ArticleSeq() != 1 {
		t.Errorf("%d after it, %v", s.ArticleSeq(), err)
	}
}
