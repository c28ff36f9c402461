package measure

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// Snapshot is the citations between the decisions of a library at one moment. A decision
// that is cited and not held is one of them; keys that name one decision are one node,
// and a key that fits several is nobody's. A decision does not cite what it reviews: an
// appeal speaks of the judgment under appeal because it must.
type Snapshot struct {
	Graph *Graph
	// Numbers are those of the decisions in the store: decision i of the graph is
	// Numbers[i]. They stand in the order of the names of the decisions, since a store
	// numbers them as they come: what is measured must not depend on that.
	Numbers []uint64
	places
	// Held says of each decision whether the library holds it.
	Held []bool
	// Days are their days, as corpus.Day counts them; 0 for none.
	Days []int32
	// Court is the court of each, as an index of Courts; 0 is none known.
	Court  []uint32
	Courts []string // "ca/paris"
	// Open are the citations that were left out because their key fits several decisions.
	Open int
}

// Year is the year of a decision, 0 when it has no day.
func (s *Snapshot) Year(i int) int {
	if s.Days[i] == 0 {
		return 0
	}
	return dateOf(s.Days[i]).Time().Year()
}

// Date is the day of a decision, "" for none.
func (s *Snapshot) Date(i int) corpus.Date {
	if s.Days[i] == 0 {
		return ""
	}
	return dateOf(s.Days[i])
}

// Kind is the kind of the court of a decision: "ca"; "" when it is not known.
func (s *Snapshot) Kind(i int) string {
	kind, _, _ := strings.Cut(s.Courts[s.Court[i]], "/")
	return kind
}

// dayZero is the day before the first that a Snapshot can name.
var dayZero = corpus.Date("1500-01-01").Time()

func dayNumber(d corpus.Date) int32 {
	if d == "" {
		return 0
	}
	return int32(max(0, (d.Time().Unix()-dayZero.Unix())/86400))
}

func dateOf(n int32) corpus.Date {
	t := dayZero.AddDate(0, 0, int(n))
	return corpus.NewDate(t.Year(), int(t.Month()), t.Day())
}

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

// ending says which decision is meant by something that is cited; several say that its
// name fits more than one.
type ending struct {
	cited, node uint64
	several     bool
}

// naming says that a key names a node.
type naming struct{ key, node uint64 }

func (l *loader) names() (err error) {
	if l.held, err = l.v.Held(l.ctx); err != nil {
		return err
	}
	for x, err := range l.v.EachNamed(l.ctx) {
		if err != nil {
			return err
		}
		for i := range x.By.Len() {
			l.name = append(l.name, naming{x.By.At(i), x.Node})
		}
	}
	slices.SortFunc(l.name, func(a, b naming) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.node, b.node)) })
	return nil
}

// end follows names to where they end: decisions that are held, and names of which
// nothing more is known.
func (l *loader) end(of uint64) (ends []uint64) {
	seen := []uint64{of}
	for at := 0; at < len(seen); at++ {
		i, leads := slices.BinarySearchFunc(l.name, seen[at], func(n naming, key uint64) int { return cmp.Compare(n.key, key) })
		if l.held.Has(seen[at]) || !leads {
			ends = append(ends, seen[at])
		}
		for ; i < len(l.name) && l.name[i].key == seen[at]; i++ {
			if !slices.Contains(seen, l.name[i].node) {
				seen = append(seen, l.name[i].node)
			}
		}
	}
	if len(ends) == 0 { // names that only name each other
		ends = append(ends, of)
	}
	slices.Sort(ends)
	return ends
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

func (n naming) compare(o naming) int {
	return cmp.Or(cmp.Compare(n.key, o.key), cmp.Compare(n.node, o.node))
}

// reviewed lists which decision reviews which, sorted.
func (l *loader) reviewed() (list []naming, err error) {
	for x, err := range l.v.EachReviewed(l.ctx) {
		if err != nil {
			return nil, err
		}
		ends := l.end(x.Node)
		if len(ends) != 1 {
			continue
		}
		for i := range x.By.Len() {
			list = append(list, naming{x.By.At(i), ends[0]})
		}
	}
	slices.SortFunc(list, naming.compare)
	return list, nil
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
			s.Days[i], s.Court[i] = dayNumber(days[k]), court(courts[k])
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
	return dayNumber(day), court(strings.TrimSuffix(p.Head+"/"+p.Place, "/"))
}
