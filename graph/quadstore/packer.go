package quadstore

import "github.com/cayleygraph/quad"

// packer makes the counts and postings of quads that come in the order of table p:
// put gets the entries of table k and of table r, each table in order.
type packer struct {
	put func(key, value []byte) error

	at    place
	n     int64 // quads of the pair
	lows  []uint16
	key   []byte
	value []byte
}

// add takes the next quad of a counted predicate.
func (p *packer) add(q *quadRef) error {
	s := q[quad.Subject]
	at := place{pair{q[quad.Predicate], q[quad.Object]}, chunkOf(s)}
	if p.n > 0 && at != p.at {
		if err := p.endPosting(); err != nil {
			return err
		}
		if at.pair != p.at.pair {
			if err := p.endPair(); err != nil {
				return err
			}
		}
	}
	p.at = at
	p.n++
	if n := len(p.lows); n == 0 || p.lows[n-1] != uint16(s) { // else in another named graph
		p.lows = append(p.lows, uint16(s))
	}
	return nil
}

// end gives the last entries.
func (p *packer) end() error {
	if p.n == 0 {
		return nil
	}
	if err := p.endPosting(); err != nil {
		return err
	}
	return p.endPair()
}

func (p *packer) endPosting() error {
	p.key = postingKey(p.key[:0], p.at)
	list := posting(nil).with(p.lows, nil)
	p.lows = p.lows[:0]
	return p.put(p.key, list)
}

func (p *packer) endPair() error {
	p.key = pairKey(p.key[:0], p.at.pair)
	p.value = appendCount(p.value[:0], p.n)
	p.n = 0
	return p.put(p.key, p.value)
}
