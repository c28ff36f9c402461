package quadstore

import (
	"context"
	"maps"

	"github.com/cayleygraph/cayley/graph"
)

// ways goes over the ways to the node that a scanner is at, as often as is asked: a
// hop has each of them for each quad of the node, and a scanner gives them once.
type ways struct {
	from  graph.Scanner
	known []map[string]graph.Ref // the tags of each, once there are several
	at    int
	first map[string]graph.Ref // scratch
}

// fresh says that the scanner is at another node.
func (w *ways) fresh() { w.known, w.at = nil, 0 }

// again begins with the first way.
func (w *ways) again() { w.at = 0 }

// next goes to the next way.
func (w *ways) next(ctx context.Context) bool {
	if w.at+1 < len(w.known) {
		w.at++
		return true
	}
	if w.known == nil {
		if w.first == nil {
			w.first = map[string]graph.Ref{}
		}
		clear(w.first)
		w.from.TagResults(w.first)
	}
	if !w.from.NextPath(ctx) {
		return false
	}
	if w.known == nil {
		w.known = append(w.known, maps.Clone(w.first))
	}
	tags := map[string]graph.Ref{}
	w.from.TagResults(tags)
	w.known = append(w.known, tags)
	w.at++
	return true
}

func (w *ways) tags(to map[string]graph.Ref) {
	if w.known == nil {
		w.from.TagResults(to)
		return
	}
	maps.Copy(to, w.known[w.at])
}
