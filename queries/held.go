package queries

import "context"

// Held is how many decisions, and versions of articles of law, the library holds, as its
// text indexes have them. It costs nothing, whereas Stats looks at every citation once for
// each state of the library.
func (l *Library) Held(context.Context) (decisions, articles int64, err error) {
	n, err := l.index.Count()
	if err != nil || l.store.ArticleSeq() == 0 {
		return int64(n), 0, coded(err)
	}
	law, err := l.articleIndex()
	if err != nil {
		return 0, 0, coded(err)
	}
	versions, err := law.Count()
	return int64(n), int64(versions), coded(err)
}
