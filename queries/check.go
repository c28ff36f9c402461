package queries

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/attendu/attendu/index"
)

// Check verifies that store, graph and index agree, and returns what is wrong,
// one line each; an empty list is a sound library. It reads everything.
func (l *Library) Check(ctx context.Context) ([]string, error) {
	faults := []string{}
	if err := l.store.Check(ctx); err != nil {
		if ctx.Err() != nil {
			return nil, coded(ctx.Err())
		}
		faults = append(faults, err.Error())
	}
	damage, err := damageOf(l.index.Verify(ctx))
	if err != nil || damage != "" {
		return append(faults, damage), coded(err)
	}
	at, err := l.index.Cursor(ctx)
	if err != nil {
		return nil, coded(err)
	}
	if at != l.store.Seq() {
		faults = append(faults, fmt.Sprintf("index: it is at change %d, the store at %d", at, l.store.Seq()))
	}
	n, err := l.index.Count()
	if err != nil {
		return nil, coded(err)
	}
	held := uint64(0)
	for _, err := range l.store.Decisions(ctx) {
		if err != nil {
			faults = append(faults, err.Error())
			break
		}
		held++
	}
	if n != held {
		faults = append(faults, fmt.Sprintf("index: it holds %d decisions, the store %d", n, held))
	}
	more, err := l.checkArticles(ctx)
	if err != nil {
		return nil, coded(err)
	}
	return append(faults, more...), coded(ctx.Err())
}

// damageOf tells an index that is damaged, which is a fault of the library, from one that
// cannot be verified.
func damageOf(err error) (string, error) {
	if errors.Is(err, index.ErrStale) {
		return strings.TrimPrefix(err.Error(), "index: verify: "), nil
	}
	return "", err
}

// checkArticles compares the index of articles with the store.
func (l *Library) checkArticles(ctx context.Context) (faults []string, err error) {
	if l.store.ArticleSeq() == 0 {
		return nil, nil
	}
	x, err := l.articleIndex()
	if err != nil {
		return nil, err
	}
	damage, err := damageOf(x.Verify(ctx))
	if err != nil || damage != "" {
		return []string{damage}, err
	}
	at, err := x.Cursor(ctx)
	if err != nil {
		return nil, err
	}
	if at != l.store.ArticleSeq() {
		faults = append(faults, fmt.Sprintf("index of articles: it is at change %d, the store at %d", at, l.store.ArticleSeq()))
	}
	n, err := x.Count()
	if err != nil {
		return nil, err
	}
	st, err := l.store.Stats(ctx) // counted now: it is what is checked
	if err == nil && n != uint64(st.ArticleVersions) {
		faults = append(faults, fmt.Sprintf("index of articles: it holds %d versions, the store %d", n, st.ArticleVersions))
	}
	return faults, err
}

// dropArticles deletes the index of articles, which is made anew when it is asked
// for.
func (l *Library) dropArticles() (err error) {
	l.lawTextMu.Lock()
	defer l.lawTextMu.Unlock()
	if l.lawText != nil {
		err = l.lawText.Close()
		l.lawText = nil
	}
	return errors.Join(err, index.Remove(filepath.Join(l.dir, "articles")))
}

// dropIndex deletes the index, or sets it aside when it is damaged.
func (l *Library) dropIndex(ctx context.Context) error {
	dir := filepath.Join(l.dir, "text")
	x := l.index.hold(nil) // nobody asks it any more
	if x == nil {          // a repair before this one did not come to its end
		return index.Remove(dir)
	}
	damaged := errors.Is(x.Verify(ctx), index.ErrStale)
	if err := x.Close(); err != nil || !damaged {
		return errors.Join(err, index.Remove(dir))
	}
	_, err := index.SetAside(dir)
	return err
}

// Repair makes graph and index anew from the records, which are the truth. An index that
// was damaged is kept beside the new one as text.damaged. It returns how many decisions
// had a wrong graph. Others may ask meanwhile: what needs the text index is Unavailable
// until it is whole again.
func (l *Library) Repair(ctx context.Context) (int, error) {
	l.adding.Lock()
	defer l.adding.Unlock()
	n, err := l.store.Repair(ctx)
	l.tally.seed(nil, 0, 0)
	if err != nil {
		return n, coded(err)
	}
	if l.dir == "" {
		return n, nil
	}
	if err := errors.Join(l.dropIndex(ctx), l.dropArticles()); err != nil {
		return n, coded(err)
	}
	l.remade.Store(true)
	if err := l.openIndex(ctx); err != nil {
		return n, coded(err)
	}
	return n, coded(l.publish(ctx))
}
