package graph_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/storetest"
)

// TestContextEnds: no method of a store does its work when its context is over,
// cancelled or expired, nor does it keep the store open afterwards.
func TestContextEnds(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	s, err := graph.Open(dir, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	bg := context.Background()
	d := storetest.Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9", "cass/16-11111")
	a := storetest.Article("LEGIARTI000000000001", "code-civil/9", "2016-10-01", "")
	if _, err := s.Put(bg, []*corpus.Decision{d, storetest.Decision("dila:B", "18-21.434", "2018-03-14", "code-civil/9")}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.PutArticles(bg, []graph.Article{{ArticleVersion: a}}); err != nil {
		t.Fatal(err)
	}
	gone := []corpus.Source{{ID: "dila:A", Format: "test"}}
	calls := map[string]func(ctx context.Context) error{
		"Put":         func(ctx context.Context) error { _, err := s.Put(ctx, []*corpus.Decision{d}); return err },
		"Try":         func(ctx context.Context) error { _, err := s.Try(ctx, []*corpus.Decision{d}); return err },
		"Remove":      func(ctx context.Context) error { _, err := s.Remove(ctx, "dila:A"); return err },
		"Forget":      func(ctx context.Context) error { return s.Forget(ctx, "dila:A") },
		"Recall":      func(ctx context.Context) error { return s.Recall(ctx, "dila:A") },
		"Withdraw":    func(ctx context.Context) error { _, err := s.Withdraw(ctx, gone); return err },
		"TryWithdraw": func(ctx context.Context) error { _, err := s.TryWithdraw(ctx, gone); return err },
		"Forgotten":   func(ctx context.Context) error { return last(s.Forgotten(ctx)) },
		"Note":        func(ctx context.Context) error { return s.Note(ctx, []graph.Intake{{Path: "p"}}) },
		"Intake":      func(ctx context.Context) error { _, err := s.Intake(ctx, "p"); return err },
		"Get":         func(ctx context.Context) error { _, err := s.Get(ctx, "dila:A"); return err },
		"Decisions":   func(ctx context.Context) error { return last(s.Decisions(ctx)) },
		"Day":         func(ctx context.Context) error { _, err := s.Day(ctx, "dila:A"); return err },
		"Court":       func(ctx context.Context) error { _, err := s.Court(ctx, "dila:A"); return err },
		"Resolve":     func(ctx context.Context) error { _, err := s.Resolve(ctx, "cass/17-21434"); return err },
		"Aliases":     func(ctx context.Context) error { _, err := s.Aliases(ctx, "dila:A"); return err },
		"Citing":      func(ctx context.Context) error { return last(s.Citing(ctx, "code-civil/9")) },
		"Reviewing":   func(ctx context.Context) error { return last(s.Reviewing(ctx, "code-civil/9")) },
		"Reviewed":    func(ctx context.Context) error { return last(s.Reviewed(ctx, "dila:A")) },
		"Neighbours":  func(ctx context.Context) error { return last(s.Neighbours(ctx, "dila:A")) },
		"Path":        func(ctx context.Context) error { _, err := s.Path(ctx, "dila:A", "dila:B"); return err },
		"PutArticles": func(ctx context.Context) error {
			_, err := s.PutArticles(ctx, []graph.Article{{ArticleVersion: a}})
			return err
		},
		"TryArticles": func(ctx context.Context) error {
			_, err := s.TryArticles(ctx, []graph.Article{{ArticleVersion: a}})
			return err
		},
		"RemoveArticles":    func(ctx context.Context) error { _, err := s.RemoveArticles(ctx, gone); return err },
		"TryRemoveArticles": func(ctx context.Context) error { _, err := s.TryRemoveArticles(ctx, gone); return err },
		"Articles":          func(ctx context.Context) error { _, err := s.Articles(ctx, "code-civil/9"); return err },
		"ArticleAt":         func(ctx context.Context) error { _, err := s.ArticleAt(ctx, "code-civil/9", "2020-01-01"); return err },
		"ArticleVersion":    func(ctx context.Context) error { _, err := s.ArticleVersion(ctx, a.ID); return err },
		"ArticleText":       func(ctx context.Context) error { _, err := s.ArticleText(ctx, a.ID); return err },
		"HasArticle":        func(ctx context.Context) error { _, err := s.HasArticle(ctx, "code-civil/9"); return err },
		"HasCode":           func(ctx context.Context) error { _, err := s.HasCode(ctx, "code-civil"); return err },
		"WholeLaw":          func(ctx context.Context) error { _, err := s.WholeLaw(ctx); return err },
		"HasArticleID":      func(ctx context.Context) error { _, err := s.HasArticleID(ctx, a.ID); return err },
		"AllArticles":       func(ctx context.Context) error { return last(s.AllArticles(ctx)) },
		"ArticleChanges":    func(ctx context.Context) error { return last(s.ArticleChanges(ctx, 0)) },
		"Changes":           func(ctx context.Context) error { return last(s.Changes(ctx, 0)) },
		"Stats":             func(ctx context.Context) error { _, err := s.Stats(ctx); return err },
		"Check":             s.Check,
		"Repair":            func(ctx context.Context) error { _, err := s.Repair(ctx); return err },
		"Compact":           s.Compact,
		"Settle":            s.Settle,
	}
	canceled, stop := context.WithCancel(bg)
	stop()
	expired, stop := context.WithDeadline(bg, time.Unix(0, 0))
	defer stop()
	before, err := s.Stats(bg)
	if err != nil {
		t.Fatal(err)
	}
	for name, call := range calls {
		if err := call(canceled); !errors.Is(err, context.Canceled) {
			t.Errorf("%s, cancelled: %v", name, err)
		}
		if err := call(expired); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s, expired: %v", name, err)
		}
	}
	if after, err := s.Stats(bg); err != nil || after != before {
		t.Errorf("stats %+v, %v, before %+v", after, err, before)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := graph.Open(dir, graph.Options{})
	if err != nil {
		t.Fatalf("a call whose context was over still uses the store: %v", err)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}

// last is the error at which a stream ends.
func last[T any](seq func(func(T, error) bool)) (last error) {
	for _, err := range seq {
		if err != nil {
			last = err
		}
	}
	return last
}
