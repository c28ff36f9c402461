package graph

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/cockroachdb/pebble/v2"
)

// Articles implements Store.
func (s *pebbleStore) Articles(ctx context.Context, key corpus.Key) ([]law.ArticleVersion, error) {
	out := []law.ArticleVersion{}
	from, to := articleBounds(spaceArticle, key)
	err := s.scanArticles(ctx, from, to, func(it *pebble.Iterator) error {
		for ok := it.First(); ok; ok = it.Next() {
			a, err := articleHere(it)
			if err != nil {
				return err
			}
			out = append(out, a)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("graph: articles %s: %w", key, err)
	}
	return out, nil
}

// ArticleAt implements Store.
func (s *pebbleStore) ArticleAt(ctx context.Context, key corpus.Key, day corpus.Date) (law.ArticleVersion, error) {
	var found law.ArticleVersion
	from, _ := articleBounds(spaceArticle, key)
	to := append(append(from[:len(from):len(from)], day...), articleEnd+1) // behind the versions that begin on the day
	err := s.scanArticles(ctx, from, to, func(it *pebble.Iterator) error {
		for ok := it.Last(); ok; ok = it.Prev() {
			a, err := articleHere(it)
			if err != nil {
				return err
			}
			if a.InForce(day) {
				found = a
				return nil
			}
		}
		return ErrNotFound
	})
	if err != nil {
		return law.ArticleVersion{}, fmt.Errorf("graph: article %s on %s: %w", key, day, err)
	}
	return found, nil
}

// scanArticles gives fn an iterator over the entries from from up to to.
func (s *pebbleStore) scanArticles(ctx context.Context, from, to []byte, fn func(*pebble.Iterator) error) error {
	if err := s.life.begin(ctx); err != nil {
		return err
	}
	defer s.life.leave()
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: from, UpperBound: to})
	if err != nil {
		return err
	}
	err = fn(it)
	return errors.Join(err, it.Error(), it.Close())
}

// articleHere reads the version at which an iterator stands.
func articleHere(it *pebble.Iterator) (law.ArticleVersion, error) {
	p, err := placeOf(string(it.Key()[1:]))
	if err != nil {
		return law.ArticleVersion{}, err
	}
	b, err := it.ValueAndErr()
	if err != nil {
		return law.ArticleVersion{}, err
	}
	return decodeArticle(p, b)
}

// ArticleVersion implements Store.
func (s *pebbleStore) ArticleVersion(ctx context.Context, id string) (a law.ArticleVersion, err error) {
	if err = s.life.begin(ctx); err == nil {
		defer s.life.leave()
		snap := s.db.NewSnapshot()
		defer snap.Close()
		a, err = s.articleVersion(snap, id)
	}
	if err != nil {
		return law.ArticleVersion{}, fmt.Errorf("graph: article %s: %w", id, err)
	}
	return a, nil
}

func (s *pebbleStore) articleVersion(r pebble.Reader, id string) (a law.ArticleVersion, err error) {
	n, err := s.articleNote(r, id)
	if err != nil {
		return a, err
	}
	if !n.held() {
		return a, ErrNotFound
	}
	b, err := read(r, n.place.in(spaceArticle))
	if err != nil {
		return a, err
	}
	if a, err = decodeArticle(n.place, b); err != nil {
		return a, err
	}
	b, err = read(r, n.place.in(spaceArticleText))
	a.Text = string(b)
	return a, err
}

// ArticleText implements Store.
func (s *pebbleStore) ArticleText(ctx context.Context, id string) (string, error) {
	a, err := s.ArticleVersion(ctx, id)
	return a.Text, err
}

// HasArticle implements Store.
func (s *pebbleStore) HasArticle(ctx context.Context, key corpus.Key) (bool, error) {
	from, to := articleBounds(spaceArticle, key)
	return s.anyArticle(ctx, from, to)
}

// HasCode implements Store.
func (s *pebbleStore) HasCode(ctx context.Context, slug string) (bool, error) {
	return s.anyArticle(ctx, spaced(spaceArticle, slug+"/"), spaced(spaceArticle, slug+"0")) // 0 comes after /
}

func (s *pebbleStore) anyArticle(ctx context.Context, from, to []byte) (found bool, err error) {
	err = s.scanArticles(ctx, from, to, func(it *pebble.Iterator) error {
		found = it.First()
		return nil
	})
	if err != nil {
		return false, fmt.Errorf("graph: any article: %w", err)
	}
	return found, nil
}

// HasArticleID implements Store.
func (s *pebbleStore) HasArticleID(ctx context.Context, id string) (bool, error) {
	if err := s.life.begin(ctx); err != nil {
		return false, fmt.Errorf("graph: article %s: %w", id, err)
	}
	defer s.life.leave()
	n, err := s.articleNote(s.db, id)
	if err != nil {
		return false, fmt.Errorf("graph: article %s: %w", id, err)
	}
	return n.held(), nil
}

// AllArticles implements Store. It reads from a snapshot: what is written meanwhile
// is not seen.
func (s *pebbleStore) AllArticles(ctx context.Context) iter.Seq2[law.ArticleVersion, error] {
	return during(&s.life, func(yield func(law.ArticleVersion, error) bool) {
		snap := s.db.NewSnapshot()
		defer snap.Close()
		for entry, err := range keysAfter(ctx, snap, []byte{spaceArticle}) {
			var a law.ArticleVersion
			var p place
			if err == nil {
				p, err = placeOf(entry[1:])
			}
			if err == nil {
				a, err = s.articleVersion(snap, p.id)
			}
			if err == nil && (a.Key != p.key || a.Start != p.start) {
				err = fmt.Errorf("%s stands at %s, %s and at %s, %s", p.id, p.key, p.start, a.Key, a.Start)
			}
			if err != nil {
				yield(law.ArticleVersion{}, fmt.Errorf("graph: all articles: %w", err))
				return
			}
			if !yield(a, nil) {
				return
			}
		}
	})
}

// ArticleChanges implements Store.
func (s *pebbleStore) ArticleChanges(ctx context.Context, after uint64) iter.Seq2[ArticleChange, error] {
	return during(&s.life, func(yield func(ArticleChange, error) bool) {
		snap := s.db.NewSnapshot()
		defer snap.Close()
		for entry, err := range keysAfter(ctx, snap, articleJournal(after+1, "")) {
			var c ArticleChange
			if err == nil {
				c.Seq, c.ID = journaled(entry)
				var a law.ArticleVersion
				if a, err = s.articleVersion(snap, c.ID); err == nil {
					c.Version = &a
				} else if errors.Is(err, ErrNotFound) {
					err = nil
				}
			}
			if err != nil {
				yield(ArticleChange{}, fmt.Errorf("graph: article changes: %w", err))
				return
			}
			if !yield(c, nil) {
				return
			}
		}
	})
}

// ArticleSeq implements Store.
func (s *pebbleStore) ArticleSeq() uint64 { return s.head.Load().ArticleSeq }

// codes counts the codes of which an article is held, by one seek for each.
func (s *pebbleStore) codes(ctx context.Context) (n int64, err error) {
	for _, first := range []string{"code-", "livre-"} {
		from := spaced(spaceArticle, first)
		to := append(from[:len(from)-1:len(from)-1], '-'+1)
		err := s.scanArticles(ctx, from, to, func(it *pebble.Iterator) error {
			for ok := it.First(); ok; {
				p, err := placeOf(string(it.Key()[1:]))
				if err != nil {
					return err
				}
				n++
				ok = it.SeekGE(spaced(spaceArticle, string(p.key.Instrument())+"0"))
			}
			return nil
		})
		if err != nil {
			return 0, err
		}
	}
	return n, nil
}
