package graph

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/attendu/attendu/corpus"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
)

// PutArticles implements Store.
func (s *pebbleStore) PutArticles(ctx context.Context, batch []Article) ([]Outcome, error) {
	out, err := s.putArticles(ctx, batch, nil)
	if err != nil {
		return nil, fmt.Errorf("graph: put articles: %w", err)
	}
	return out, nil
}

// TryArticles implements Store.
func (s *pebbleStore) TryArticles(ctx context.Context, batch []Article) ([]Outcome, error) {
	out, err := s.putArticles(ctx, batch, errTried)
	if !errors.Is(err, errTried) {
		return nil, fmt.Errorf("graph: try articles: %w", err)
	}
	return out, nil
}

// putArticles takes a batch in and then ends the transaction with last: nil commits
// it.
func (s *pebbleStore) putArticles(ctx context.Context, batch []Article, last error) ([]Outcome, error) {
	out := make([]Outcome, len(batch))
	err := s.update(ctx, func(w *write) (err error) {
		for i := range batch {
			a := &batch[i]
			if a.ID == "" || !a.Key.IsProvision() {
				return fmt.Errorf("an article without identifier or key: %q, %q", a.ID, a.Key)
			}
			if out[i], err = w.putArticle(a); err != nil {
				return fmt.Errorf("%s: %w", a.ID, err)
			}
		}
		return last
	})
	return out, err
}

// RemoveArticles implements Store.
func (s *pebbleStore) RemoveArticles(ctx context.Context, gone []corpus.Source) ([]Outcome, error) {
	out, err := s.removeArticles(ctx, gone, nil)
	if err != nil {
		return nil, fmt.Errorf("graph: remove articles: %w", err)
	}
	return out, nil
}

// TryRemoveArticles implements Store.
func (s *pebbleStore) TryRemoveArticles(ctx context.Context, gone []corpus.Source) ([]Outcome, error) {
	out, err := s.removeArticles(ctx, gone, errTried)
	if !errors.Is(err, errTried) {
		return nil, fmt.Errorf("graph: try to remove articles: %w", err)
	}
	return out, nil
}

func (s *pebbleStore) removeArticles(ctx context.Context, gone []corpus.Source, last error) ([]Outcome, error) {
	out := make([]Outcome, len(gone))
	err := s.update(ctx, func(w *write) (err error) {
		for i, src := range gone {
			if src.ID == "" {
				return fmt.Errorf("a source without id: %s", src.Path)
			}
			if out[i], err = w.removeArticle(src.ID, src.Issued); err != nil {
				return fmt.Errorf("%s: %w", src.ID, err)
			}
		}
		return last
	})
	return out, err
}

// articleNote is what is known of an identifier, this batch included; the zero note
// when nothing is.
func (w *write) articleNote(id string) (articleNote, error) {
	if n, ok := w.articles[id]; ok {
		return n, nil
	}
	return w.s.articleNote(w.s.db, id)
}

// putArticle decides what becomes of one version. An issue whose day is not known
// is older than any whose day is, so that the order of reading does not count.
func (w *write) putArticle(a *Article) (Outcome, error) {
	old, err := w.articleNote(a.ID)
	if err != nil {
		return 0, err
	}
	p, meta := place{a.Key, a.Start, a.ID}, encodeArticle(&a.ArticleVersion)
	sum := sumArticle(p, meta, a.Text)
	older := a.Issued < old.issued
	next := articleNote{seq: w.head.ArticleSeq + 1, sum: sum, issued: max(a.Issued, old.issued), place: p}
	outcome := Added
	switch {
	case old.removed && (older || old.issued == "" && sum == old.sum):
		return Withdrawn, nil
	case old.held() && sum == old.sum:
		if next.issued == old.issued {
			return Unchanged, nil
		}
		next.seq = old.seq // the content is that of a later issue too
		return Unchanged, w.noteArticle(a.ID, next)
	case old.held() && older:
		return Unchanged, nil
	case old.held():
		outcome = Replaced
		if err := w.clearArticle(old); err != nil {
			return 0, err
		}
	}
	if err := w.journalArticle(a.ID, old, next); err != nil {
		return 0, err
	}
	batch := w.tx.Batch()
	if err := errors.Join(batch.Set(p.in(spaceArticle), meta, nil), batch.Set(p.in(spaceArticleText), []byte(a.Text), nil)); err != nil {
		return 0, err
	}
	w.head.Stats.ArticleVersions++
	_, _, err = w.tx.ReplaceLabel(ArticleNode(a.ID), ArticleQuads(&a.ArticleVersion))
	return outcome, err
}

// removeArticle takes a version back, and keeps in mind that it was.
func (w *write) removeArticle(id, issued string) (Outcome, error) {
	old, err := w.articleNote(id)
	if err != nil {
		return 0, err
	}
	gone := old
	gone.removed, gone.issued, gone.place.id = true, max(old.issued, issued), id
	switch {
	case !old.held():
		return Unchanged, w.noteArticle(id, gone)
	case issued != "" && old.issued != "" && old.issued >= issued:
		return Unchanged, nil
	}
	gone.seq = w.head.ArticleSeq + 1
	if err := errors.Join(w.clearArticle(old), w.journalArticle(id, old, gone)); err != nil {
		return 0, err
	}
	_, _, err = w.tx.ReplaceLabel(ArticleNode(id), []quad.Quad{})
	return Withdrawn, err
}

// clearArticle deletes what is kept at the place of a version.
func (w *write) clearArticle(n articleNote) error {
	w.head.Stats.ArticleVersions--
	batch := w.tx.Batch()
	return errors.Join(batch.Delete(n.place.in(spaceArticle), nil), batch.Delete(n.place.in(spaceArticleText), nil))
}

func (w *write) noteArticle(id string, n articleNote) error {
	w.articles[id] = n
	return w.tx.Batch().Set(spaced(spaceArticleNote, id), n.encode(), nil)
}

// journalArticle moves the only entry of an identifier to the end of the journal,
// where the entries of this batch stand under one sequence number.
func (w *write) journalArticle(id string, old, next articleNote) error {
	w.lawChanged = true
	batch := w.tx.Batch()
	if old.seq != 0 && old.seq != next.seq {
		if err := batch.Delete(articleJournal(old.seq, id), nil); err != nil {
			return err
		}
	}
	state := byte(1)
	if next.removed {
		state = 0
	}
	return errors.Join(batch.Set(articleJournal(next.seq, id), []byte{state}, nil), w.noteArticle(id, next))
}

// articleNote reads what is kept of an identifier; the zero note when nothing is.
func (s *pebbleStore) articleNote(r pebble.Reader, id string) (articleNote, error) {
	b, err := read(r, spaced(spaceArticleNote, id))
	if errors.Is(err, ErrNotFound) {
		return articleNote{}, nil
	}
	if err != nil {
		return articleNote{}, err
	}
	return decodeArticleNote(id, b)
}

// journaled is the sequence number and the identifier of an entry of the journal.
func journaled(entry string) (seq uint64, id string) {
	return binary.BigEndian.Uint64([]byte(entry[1:9])), entry[9:]
}
