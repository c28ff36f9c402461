package graph

import (
	"context"
	"errors"
	"fmt"

	"github.com/attendu/attendu/corpus/law"
	"github.com/cayleygraph/quad"
)

// checkArticles compares each version with its note, its journal entry and its
// quads, and returns how many quads they give.
func (s *pebbleStore) checkArticles(ctx context.Context) (quads int, err error) {
	held := int64(0)
	for a, err := range s.AllArticles(ctx) {
		if err != nil {
			return 0, err
		}
		held++
		n, err := s.checkArticle(ctx, &a)
		if err != nil {
			return 0, fmt.Errorf("graph: check article %s: %w", a.ID, err)
		}
		quads += n
	}
	if told := s.head.Load().Stats.ArticleVersions; held != told {
		return 0, fmt.Errorf("graph: check: %d versions of articles, the head says %d", held, told)
	}
	notes, texts := int64(0), int64(0)
	for entry, err := range keysAfter(ctx, s.db, []byte{spaceArticleNote}) {
		if err != nil {
			return 0, err
		}
		n, err := s.articleNote(s.db, entry[1:])
		if err != nil {
			return 0, err
		}
		if n.held() {
			notes++
		}
	}
	for _, err := range keysAfter(ctx, s.db, []byte{spaceArticleText}) {
		if err != nil {
			return 0, err
		}
		texts++
	}
	if notes != held || texts != held {
		return 0, fmt.Errorf("graph: check: %d versions of articles, %d of them noted, %d texts", held, notes, texts)
	}
	return quads, nil
}

func (s *pebbleStore) checkArticle(ctx context.Context, a *law.ArticleVersion) (quads int, err error) {
	n, err := s.articleNote(s.db, a.ID)
	if err != nil {
		return 0, err
	}
	if sum := sumArticle(n.place, encodeArticle(a), a.Text); sum != n.sum {
		return 0, errors.New("its content is not what was noted")
	}
	if _, err := s.value(articleJournal(n.seq, a.ID)); err != nil {
		return 0, fmt.Errorf("journal entry: %w", err)
	}
	want := ArticleQuads(a)
	return len(want), s.checkGraph(ctx, ArticleNode(a.ID), want)
}

// checkGraph compares the quads of a label with those that it should have.
func (s *pebbleStore) checkGraph(ctx context.Context, label quad.IRI, quads []quad.Quad) error {
	want := map[quad.Quad]bool{}
	for _, q := range quads {
		want[q] = true
	}
	for q, err := range s.quads.Match(ctx, quad.Quad{Label: label}) {
		if err != nil {
			return err
		}
		if !want[q] {
			return fmt.Errorf("quad too many: %v", q)
		}
		delete(want, q)
	}
	for q := range want {
		return fmt.Errorf("quad missing: %v", q)
	}
	return nil
}

// repairArticles makes the quads and journal entries of all versions anew, and
// counts these into sum.
func (s *pebbleStore) repairArticles(ctx context.Context, sum *Stats) (wrong int, err error) {
	var ids []string
	for entry, err := range keysAfter(ctx, s.db, []byte{spaceArticle}) {
		if err != nil {
			return 0, err
		}
		p, err := placeOf(entry[1:])
		if err != nil {
			return 0, err
		}
		ids = append(ids, p.id)
	}
	for from := 0; from < len(ids); from += repairBatch {
		some, bad := ids[from:min(from+repairBatch, len(ids))], 0
		err := s.update(ctx, func(w *write) error {
			bad = 0
			for _, id := range some {
				changed, err := w.repairArticle(id)
				if err != nil {
					return fmt.Errorf("%s: %w", id, err)
				}
				if changed {
					bad++
				}
			}
			return nil
		})
		if err != nil {
			return wrong, err
		}
		wrong += bad
	}
	sum.ArticleVersions = int64(len(ids))
	return wrong, nil
}

// repairArticle makes the quads of one version anew, and its journal entry.
func (w *write) repairArticle(id string) (changed bool, err error) {
	a, err := w.s.articleVersion(w.s.db, id)
	if err != nil {
		return false, err
	}
	n, err := w.articleNote(id)
	if err != nil {
		return false, err
	}
	if err := w.journalArticle(id, n, n); err != nil {
		return false, err
	}
	added, removed, err := w.tx.ReplaceLabel(ArticleNode(id), ArticleQuads(&a))
	return added+removed > 0, err
}
