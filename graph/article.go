package graph

import (
	"context"
	"iter"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// Article is a version of an article as one issue of LEGI gives it.
type Article struct {
	law.ArticleVersion
	// Issued is when the archive was issued that it comes from, "20250714-210112";
	// "" when that is not known, and then it counts as older than any other.
	Issued string
}

// ArticleChange is one entry of the journal of articles. Version is nil when it was
// removed.
type ArticleChange struct {
	Seq     uint64
	ID      string
	Version *law.ArticleVersion // with its text
}

// ArticleStore is the part of a Store that keeps the texts of law: the versions of
// articles, each known by its identifier (LEGIARTI…).
type ArticleStore interface {
	// PutArticles stores a batch of versions, all of it or, on error, nothing:
	// Added, Replaced (the identifier had other content), Unchanged (it has this
	// content, or one that was issued later) or Withdrawn (it was removed by an
	// issue that is not older). The answer is in the order of the batch.
	PutArticles(ctx context.Context, batch []Article) ([]Outcome, error)
	// TryArticles says what PutArticles would do, and changes nothing.
	TryArticles(ctx context.Context, batch []Article) ([]Outcome, error)
	// RemoveArticles takes versions back that their publisher took back, known by
	// the ID of a source: Withdrawn, or Unchanged where no version is held that was
	// issued before. PutArticles refuses them from now on, held or not, unless they
	// were issued at the same time or later, or, where the day of the removal is not
	// known, have other content.
	RemoveArticles(ctx context.Context, gone []corpus.Source) ([]Outcome, error)
	// TryRemoveArticles says what RemoveArticles would do, and changes nothing.
	TryRemoveArticles(ctx context.Context, gone []corpus.Source) ([]Outcome, error)

	// Articles returns all versions of the article with this key, without their
	// texts, by their first day and then their identifier. The list is empty when
	// there are none.
	Articles(ctx context.Context, key corpus.Key) ([]law.ArticleVersion, error)
	// ArticleAt returns the version that was in force on a day, without its text, or
	// ErrNotFound. Of several the one that began last counts.
	ArticleAt(ctx context.Context, key corpus.Key, day corpus.Date) (law.ArticleVersion, error)
	// ArticleVersion returns a version by its identifier, with its text, or
	// ErrNotFound; ArticleText returns its text alone.
	ArticleVersion(ctx context.Context, id string) (law.ArticleVersion, error)
	ArticleText(ctx context.Context, id string) (string, error)
	// HasArticle reports whether a version of the article is held, HasCode whether
	// one of any article of an instrument is ("code-civil").
	HasArticle(ctx context.Context, key corpus.Key) (bool, error)
	HasCode(ctx context.Context, slug string) (bool, error)
	// WholeLaw reports whether a full archive of LEGI was taken in to its end (see
	// Intake): an article of a code that is not held was then never there.
	WholeLaw(ctx context.Context) (bool, error)
	// HasArticleID reports whether a version with this identifier is held.
	HasArticleID(ctx context.Context, id string) (bool, error)
	// AllArticles yields every version with its text, by key, first day and
	// identifier.
	AllArticles(ctx context.Context) iter.Seq2[law.ArticleVersion, error]

	// ArticleChanges yields what was put or removed after a sequence number, oldest
	// first, each version once, with its last change, so that an index can follow
	// or be made anew (after 0). These numbers are not those of Changes: they grow
	// by one with each batch that changes an article.
	ArticleChanges(ctx context.Context, after uint64) iter.Seq2[ArticleChange, error]
	// ArticleSeq is the sequence number of the last change of an article; 0 when
	// there was none.
	ArticleSeq() uint64
}
