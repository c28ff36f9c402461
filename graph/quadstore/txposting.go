package quadstore

import (
	"slices"

	"github.com/cayleygraph/quad"
)

// newPosting is a posting as a transaction leaves it; empty: it goes.
type newPosting struct {
	place
	list posting
}

// writePostings brings the postings of counted predicates up to the quads that are
// added, and to those that are gone; both are sorted by predicate.
func (t *Tx) writePostings(diff *difference, gone []quadRef) error {
	add, err := t.postings(diff.add)
	if err != nil {
		return err
	}
	del, err := t.postings(gone)
	if err != nil {
		return err
	}
	var lows [2][]uint16
	for len(add)+len(del) > 0 {
		var at place
		if len(del) == 0 || len(add) > 0 && add[0].place.compare(del[0].place) <= 0 {
			at = add[0].place
		} else {
			at = del[0].place
		}
		lows[0], add = takeLows(lows[0][:0], add, at)
		lows[1], del = takeLows(lows[1][:0], del, at)
		old, err := t.posting(at)
		if err != nil {
			return err
		}
		list := old.with(lows[0], lows[1])
		if list.equal(old) {
			continue
		}
		if err := t.putPosting(at, list); err != nil {
			return err
		}
		diff.postings = append(diff.postings, newPosting{at, list})
	}
	return nil
}

func (p place) compare(o place) int {
	if c := p.pair.compare(o.pair); c != 0 || p.chunk == o.chunk {
		return c
	}
	if p.chunk < o.chunk {
		return -1
	}
	return 1
}

// posted is one subject of a posting.
type posted struct {
	place
	low uint16
}

// takeLows takes the subjects of a place off the front of a list.
func takeLows(out []uint16, from []posted, at place) ([]uint16, []posted) {
	for len(from) > 0 && from[0].place == at {
		if n := len(out); n == 0 || out[n-1] != from[0].low { // else in another named graph
			out = append(out, from[0].low)
		}
		from = from[1:]
	}
	return out, from
}

// postings gives the subjects of the quads of counted predicates.
func (t *Tx) postings(quads []quadRef) (out []posted, err error) {
	for _, q := range quads {
		counts, err := t.counts(q[quad.Predicate])
		if err != nil {
			return nil, err
		}
		if counts {
			s := q[quad.Subject]
			out = append(out, posted{place{pair{q[quad.Predicate], q[quad.Object]}, chunkOf(s)}, uint16(s)})
		}
	}
	return out, nil
}

// gone gives, of the quads of counted predicates that are removed, those that no
// other named graph states. They must be sorted by subject: what a subject has by a
// predicate is read at once.
func (t *Tx) gone(del []quadRef) (out []quadRef, err error) {
	look := cursor{s: t.s, hops: true}
	defer look.close()
	for len(del) > 0 {
		s, p := del[0][quad.Subject], del[0][quad.Predicate]
		n := 1
		for n < len(del) && del[n][quad.Subject] == s && del[n][quad.Predicate] == p {
			n++
		}
		run := del[:n]
		del = del[n:]
		counts, err := t.counts(p)
		if err != nil {
			return nil, err
		}
		if !counts {
			continue
		}
		stay := map[uint64]bool{}
		pt := pattern{}.with(quad.Subject, s).with(quad.Predicate, p)
		pt.via = bySubject
		for look.open(pt); look.next(t.ctx); {
			if c, touched := t.quads[look.cur]; !touched || c.is {
				stay[look.cur[quad.Object]] = true
			}
		}
		if look.err != nil {
			return nil, look.err
		}
		for _, q := range run {
			if !stay[q[quad.Object]] {
				out = append(out, q)
			}
		}
	}
	return out, nil
}

// posting reads a stored posting; empty if there is none.
func (t *Tx) posting(at place) (list posting, err error) {
	_, fresh := t.fresh[at.predicate]
	_, also := t.fresh[at.object]
	if fresh || also || at.chunk<<chunkBits >= t.s.counters().next && at.chunk<<chunkBits <= maxDictID {
		return nil, nil
	}
	if list, ok := t.s.lists.get(at); ok {
		return list, nil
	}
	t.key = postingKey(t.key[:0], at)
	_, err = t.s.get(t.key, func(b []byte) error {
		if list = slices.Clone(posting(b)); !list.sound() {
			return corrupt("posting %x of %d bytes", t.key, len(b))
		}
		return nil
	})
	return list, err
}

func (t *Tx) putPosting(at place, list posting) error {
	t.key = postingKey(t.key[:0], at)
	if len(list) == 0 {
		return t.batch.Delete(t.key, nil)
	}
	return t.batch.Set(t.key, list, nil)
}
