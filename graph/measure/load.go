package measure

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// Load reads the snapshot of a moment: a pass over the packed lists of citations, one
// over the names, and the names, days and courts of the decisions.
func Load(ctx context.Context, v graph.Moment) (*Snapshot, error) {
	l := &loader{ctx: ctx, v: v, s: &Snapshot{Courts: []string{""}}}
	for _, step := range []func() error{l.names, l.decisions, l.links, l.facts} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("measure: load: %w", err)
		}
	}
	return l.s, nil
}

type loader struct {
	ctx  context.Context
	v    graph.Moment
	s    *Snapshot
	held graph.NodeSet
	name []naming // by key
	// ends are the decisions that are meant by what is cited, ascending by what is cited.
	ends []ending
}

// namesAtOnce is how many nodes are named at a time.
const namesAtOnce = 1 << 14

// decisions finds which of the things cited are decisions, and lists all decisions.
func (l *loader) decisions() error {
	var cited []uint64
	for x, err := range l.v.EachCited(l.ctx) {
		if err != nil {
			return err
		}
		cited = append(cited, x.Node)
	}
	all := make([]uint64, l.held.Len())
	for i := range all {
		all[i] = l.held.At(i)
	}
	for part := range slices.Chunk(cited, namesAtOnce) {
		names, err := l.v.Nodes(l.ctx, graph.NewNodeSet(part...))
		if err != nil {
			return err
		}
		for i, name := range names {
			if !corpus.Key(name).IsDecision() && !l.held.Has(part[i]) {
				continue
			}
			ends := l.end(part[i])
			l.ends = append(l.ends, ending{part[i], ends[0], len(ends) > 1})
			if len(ends) == 1 && !l.held.Has(ends[0]) {
				all = append(all, ends[0])
			}
		}
	}
	slices.Sort(all)
	return l.order(slices.Compact(all))
}

// links makes the graph.
func (l *loader) links() error {
	under, err := l.reviewed()
	if err != nil {
		return err
	}
	var b Builder
	b.Node(len(l.s.Numbers) - 1)
	at := 0
	for x, err := range l.v.EachCited(l.ctx) {
		if err != nil {
			return err
		}
		if at == len(l.ends) || l.ends[at].cited != x.Node {
			continue // a provision
		}
		e := l.ends[at]
		at++
		if e.several {
			l.s.Open += x.By.Len()
			continue
		}
		to, _ := l.s.Index(e.node)
		for i := range x.By.Len() {
			from, ok := l.s.Index(x.By.At(i))
			if _, reviews := slices.BinarySearchFunc(under, naming{x.By.At(i), e.node}, naming.compare); ok && !reviews {
				b.Add(from, to)
			}
		}
	}
	l.s.Graph, err = b.Graph()
	return err
}

// facts reads days and courts. What is not held has those of its key, if any.
func (l *loader) facts() error {
	s := l.s
	n := len(s.Numbers)
	s.Held, s.Days, s.Court = make([]bool, n), make([]int32, n), make([]uint32, n)
	number := map[string]uint32{"": 0}
	court := func(c string) uint32 {
		if _, ok := number[c]; !ok {
			number[c] = uint32(len(s.Courts))
			s.Courts = append(s.Courts, c)
		}
		return number[c]
	}
	for part := range slices.Chunk(s.sorted, namesAtOnce) {
		set := graph.NewNodeSet(part...)
		days, err := l.v.Days(l.ctx, set)
		if err != nil {
			return err
		}
		courts, err := l.v.Courts(l.ctx, set)
		if err != nil {
			return err
		}
		var open []uint64
		for k, number := range part {
			i, _ := s.Index(number)
			s.Days[i], s.Court[i] = DayNumber(days[k]), court(courts[k])
			if s.Held[i] = l.held.Has(number); !s.Held[i] {
				open = append(open, number)
			}
		}
		names, err := l.v.Nodes(l.ctx, graph.NewNodeSet(open...))
		if err != nil {
			return err
		}
		for k, name := range names {
			i, _ := s.Index(open[k])
			s.Days[i], s.Court[i] = factsOfKey(corpus.Key(name), court)
		}
	}
	return nil
}

// factsOfKey reads the day and the court that a key gives.
func factsOfKey(key corpus.Key, court func(string) uint32) (int32, uint32) {
	p, err := key.Parts()
	if err != nil || p.Family != corpus.CaseLaw {
		return 0, 0
	}
	day := p.At
	if d, err := corpus.ParseDate(p.ID); err == nil {
		day = d
	}
	return DayNumber(day), court(strings.TrimSuffix(p.Head+"/"+p.Place, "/"))
}
