package queries

import (
	"cmp"
	"context"

	"github.com/attendu/attendu/index"
)

// articleFollower lets the index of articles follow an Add beside it, for it takes
// as long as all the rest.
type articleFollower struct {
	l       *Library
	waiting int // articles that the index was not told of yet
	wake    chan struct{}
	done    chan error
}

// more tells the follower that n articles were committed; the first time it begins. It
// looks when they make a batch: smaller ones cost the index more.
func (f *articleFollower) more(n int) {
	if f.wake == nil {
		f.wake, f.done = make(chan struct{}, 1), make(chan error, 1)
		go f.run(f.wake)
	}
	if f.waiting += n; f.waiting < index.ArticleBatchSize {
		return
	}
	f.waiting = 0
	select {
	case f.wake <- struct{}{}:
	default: // it is going to look anyway
	}
}

func (f *articleFollower) run(wake <-chan struct{}) { f.done <- f.follow(wake) }

// follow looks whenever it is woken, and once more in the end.
func (f *articleFollower) follow(wake <-chan struct{}) error {
	x, err := f.l.articleIndex()
	var feed *articleFeed
	if err == nil {
		feed, err = f.l.feedArticles(context.Background(), x)
	}
	for range wake {
		if err == nil {
			err = feed.more()
		}
	}
	if err == nil {
		err = feed.more()
	}
	if feed != nil {
		err = cmp.Or(feed.end(), err)
	}
	return err
}

// end waits until the index has followed.
func (f *articleFollower) end() error {
	if f.wake == nil {
		return nil
	}
	close(f.wake)
	err := <-f.done
	f.wake = nil
	return err
}
