package quadstore

import (
	"context"
)

// probeCost is how many rows can be read while one subject is asked for what it has.
const probeCost = 16

// join gives the nodes that are in all of its streams and pass all of its probes.
type join struct {
	streams []stream // the first, which is the smallest, leads
	sparse  []bool   // of each: is it much larger than the first, so that seeking pays at once?
	probes  []*probe
	after   uint64
	limit   int
	size    int64 // of the first
}

// plan opens streams and probes for parts, the smallest part first.
func (j *join) plan(ctx context.Context, s *Store, parts []*part, among Set) error {
	if among != nil {
		j.lead(newSetStream(among), int64(len(among)))
	}
	for _, p := range parts {
		switch {
		case len(j.streams) > 0 && !p.single() && p.size > j.size*probeCost:
			q, err := s.probe(p)
			if err != nil {
				return err
			}
			j.probes = append(j.probes, q)
		default:
			st, err := p.stream(ctx, s)
			if err != nil {
				return err
			}
			j.lead(st, p.size)
		}
	}
	return nil
}

// lead adds a stream. What was collected is put first when it is smaller.
func (j *join) lead(st stream, size int64) {
	if len(j.streams) > 0 && size < j.size {
		j.streams = append([]stream{st}, j.streams...)
		j.sparse = append([]bool{false}, j.sparse...)
		j.size = size
		return
	}
	j.streams = append(j.streams, st)
	j.sparse = append(j.sparse, len(j.sparse) > 0 && size > j.size*probeCost)
	if len(j.streams) == 1 {
		j.size = size
	}
	if j.limit > 0 {
		j.size = min(j.size, int64(j.limit)*probeCost)
	}
}

func (j *join) close() {
	for _, s := range j.streams {
		s.close()
	}
	for _, p := range j.probes {
		p.close()
	}
}

// run gives the nodes of the join, in ascending order.
func (j *join) run(ctx context.Context) (Set, error) {
	out := Set{}
	if len(j.streams) == 0 {
		return out, nil
	}
	if j.limit == 0 && j.size < 1<<20 {
		out = make(Set, 0, j.size)
	}
	lead := j.streams[0]
	ok := false
	if j.after > 0 {
		ok = lead.seek(ctx, j.after+1)
	} else {
		ok = lead.next(ctx)
	}
	if p, is := lead.(*postingStream); ok && is && len(j.streams) == 1 && len(j.probes) == 0 && j.limit == 0 {
		out = p.rest(ctx, out)
		return out, p.err
	}
	for ok && (j.limit == 0 || len(out) < j.limit) {
		if len(j.streams) > 1 {
			if ok = j.meet(ctx); !ok {
				break
			}
		}
		pass, err := j.pass(ctx, lead.at())
		if err != nil {
			return nil, err
		}
		if pass {
			out = append(out, ID(lead.at()))
		}
		ok = lead.next(ctx)
	}
	for _, s := range j.streams {
		if err := s.failed(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// meet moves the streams on until all stand on one node.
func (j *join) meet(ctx context.Context) bool {
	lead := j.streams[0]
	for i := 1; i < len(j.streams); {
		want, other := lead.at(), j.streams[i]
		if !forward(ctx, other, want, j.sparse[i]) {
			return false
		}
		if other.at() == want {
			i++
			continue
		}
		if !forward(ctx, lead, other.at(), false) {
			return false
		}
		if lead.at() != want {
			i = 1
		}
	}
	return true
}

// forward moves a stream to the first node from want on: unless it is sparse, it
// walks a little first, in case that is near.
func forward(ctx context.Context, s stream, want uint64, sparse bool) bool {
	if g, ok := s.(*groupStream); ok && (g.start || sparse) {
		return g.seek(ctx, want)
	} else if !ok {
		return s.seek(ctx, want)
	}
	for k := 0; s.at() < want; k++ {
		if k >= nearby {
			return s.seek(ctx, want)
		}
		if !s.next(ctx) {
			return false
		}
	}
	return true
}

// pass asks all probes for a node.
func (j *join) pass(ctx context.Context, id uint64) (bool, error) {
	for _, p := range j.probes {
		if ok, err := p.has(ctx, ID(id)); err != nil || !ok {
			return false, err
		}
	}
	return true, nil
}

// probe tells whether single subjects pass a part, by what they have.
type probe struct {
	p          *part
	g          *groupStream
	predicates []ID
	objects    map[Link]struct{}
}

func (s *Store) probe(p *part) (*probe, error) {
	g, err := s.groups(bySubject)
	if err != nil {
		return nil, err
	}
	q := &probe{p: p, g: g, objects: map[Link]struct{}{}}
	add := func(predicate ID) {
		for _, x := range q.predicates {
			if x == predicate {
				return
			}
		}
		q.predicates = append(q.predicates, predicate)
	}
	for _, l := range p.links {
		add(l.Predicate)
		q.objects[l] = struct{}{}
	}
	if p.ranged {
		add(p.predicate)
	}
	return q, nil
}

func (q *probe) has(ctx context.Context, subject ID) (bool, error) {
	for _, predicate := range q.predicates {
		q.g.prefix = objectsPrefix(q.g.prefix[:0], subject, predicate)
		for q.g.open(); q.g.next(ctx); {
			o := q.g.cur
			if q.p.ranged && predicate == q.p.predicate && o >= q.p.lo && o < q.p.hi {
				return true, nil
			}
			if _, ok := q.objects[Link{predicate, ID(o)}]; ok {
				return true, nil
			}
		}
		if q.g.err != nil {
			return false, q.g.err
		}
	}
	return false, nil
}

func (q *probe) close() { q.g.close() }
