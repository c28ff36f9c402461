// Package graph keeps decisions and what links them: a Store commits the record
// of a decision and its quads together, or nothing.
//
//	Decision ──record──▶ 'd','t' ┐
//	    │                        ├─ one Pebble database, one atomic batch
//	    └──quads (label = node)─▶ 'q' ┘
//
// Goes in: corpus.Decision. Comes out: records, the nodes that a key names, the
// decisions that cite a node, and a journal that the full-text index follows.
// It knows neither files nor full text, and nothing above it sees Pebble.
//
// Versions of articles of law are kept beside the decisions (ArticleStore), in the same
// way and with a journal of their own.
//
// Each decision is a named graph: every quad that it gives rise to carries its
// node as label. Two decisions that state the same fact each keep their own
// quad, so that replacing or forgetting one never takes away what another says.
// The vocabulary is in vocab.go, the shape of a decision in quads.go.
package graph
