package graph

import (
	"context"

	"github.com/attendu/attendu/corpus"
)

// Links answers the hot questions of a library by numbers of nodes, without reading
// a name or a record. Each answer is of one moment; those of a Moment are all of
// the same.
type Links interface {
	// Citers gives the decisions that cite.
	Citers(ctx context.Context, req CitersRequest) (NodeSet, error)
	// CountCiters is the length of Citers: one read for a single key without
	// further conditions, whatever the number.
	CountCiters(ctx context.Context, req CitersRequest) (int, error)
	// CitersPage is Citers in pages of req.Limit decisions (0 means 100): after is
	// "" for the first, and what the page before gave as next for the following;
	// next is "" with the last. The price of a page does not grow with its depth, and
	// decisions that come or go between two pages neither repeat nor hide others.
	CitersPage(ctx context.Context, req CitersRequest, after string) (page NodeSet, next string, err error)
	// CoCited gives what the citers cite too, those of most citers first and of as
	// many by name, without the keys asked for; at most limit, all for 0.
	CoCited(ctx context.Context, req CitersRequest, limit int) ([]CoCited, error)
	// SharedCitations gives what all of some decisions cite, by name.
	SharedCitations(ctx context.Context, nodes ...corpus.Node) ([]corpus.Key, error)
	// Nodes gives the names of the nodes of a set, in its order.
	Nodes(ctx context.Context, set NodeSet) ([]corpus.Node, error)
	// Days gives the day of each decision of a set, "" where it has none.
	Days(ctx context.Context, set NodeSet) ([]corpus.Date, error)
	// Courts gives the court of each decision of a set as it stands in keys,
	// "ca/paris"; "" where it has none.
	Courts(ctx context.Context, set NodeSet) ([]string, error)
}

// Moment is the graph as it stood, whatever is written meanwhile. Close it soon: it
// keeps what is replaced on disk. A closed store answers no more, nor do its moments.
type Moment interface {
	Links
	Whole
	// Resolver resolves keys as they stood.
	Resolver(ctx context.Context) (Resolver, error)
	// Directory gives held decisions by the keys by which others cite them.
	Directory(ctx context.Context) (*Directory, error)
	Around
	Close() error
}

// CitersRequest says which decisions are meant: those that cite any of the Keys, and
// pass all else that is given.
type CitersRequest struct {
	// Keys as they stand in the graph: see Store.Citing. None means nobody.
	Keys []corpus.Key
	// And are further lists of keys, of each of which one must be cited.
	And [][]corpus.Key
	// Uses are the uses of which one must be made of the key; none means any.
	Uses []corpus.Use
	// From and To are the first and the last day of the decision; "" is no bound. A
	// decision without a day passes only where there is none.
	From, To corpus.Date
	// Courts are kinds ("ca") or courts ("ca/paris"), one of which must be that of the
	// decision; none means any.
	Courts []string
	// Not leaves one decision out.
	Not corpus.Node
	// Limit is the size of a page of CitersPage.
	Limit int
}

// CoCited is what is cited by decisions, and by how many of them.
type CoCited struct {
	Key       corpus.Key `json:"key"`
	Decisions int        `json:"decisions"`
}
