package segment

import (
	"cmp"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// withOfficial lays the official zones over the passages that were read. Where
// the source says nothing the passages stay; inside official annexes the moyens
// annexed stay, which is a finer word for the same part. Official zones that
// overlap are cut at the start of the next; those that lie outside the text are
// left out.
func withOfficial(t *fold.Text, read []passage, official []corpus.Zone) []passage {
	zones := clean(t, official)
	if len(zones) == 0 {
		return read
	}
	var out []passage
	next, at := 0, 0 // next passage, end of what is laid
	under := passage{zone: corpus.Entete}
	upTo := func(end int, want func(passage) passage) {
		for at < end {
			for next < len(read) && read[next].start <= at {
				under = read[next]
				next++
			}
			p := want(under)
			p.start = at
			out = add(out, p)
			at = end
			if next < len(read) {
				at = min(at, max(read[next].start, p.start+1))
			}
		}
	}
	for _, z := range zones {
		upTo(z.Start, func(p passage) passage { return p })
		upTo(z.End, func(p passage) passage {
			if p.zone == z.Zone || z.Zone == corpus.Annexe && p.annexed {
				return p
			}
			return passage{zone: z.Zone}
		})
	}
	upTo(len(t.Folded), func(p passage) passage { return p })
	return out
}

// add appends a passage, or lets the last one go on.
func add(out []passage, p passage) []passage {
	if n := len(out); n > 0 && out[n-1].zone == p.zone && out[n-1].annexed == p.annexed {
		return out
	}
	return append(out, p)
}

// clean puts the official zones in order and into folded offsets, drops those
// that are no part of a decision, cuts overlaps and closes blank gaps.
func clean(t *fold.Text, official []corpus.Zone) []corpus.Zone {
	var zones []corpus.Zone
	for _, z := range official {
		if !slices.Contains(corpus.ZoneKinds(), z.Zone) || !z.Valid(len(t.Original)) {
			continue
		}
		z.Start, z.End = t.Index(z.Start), t.Index(z.End)
		if z.Len() > 0 {
			zones = append(zones, z)
		}
	}
	slices.SortFunc(zones, func(a, b corpus.Zone) int {
		return cmp.Or(a.Start-b.Start, a.End-b.End, cmp.Compare(a.Zone, b.Zone))
	})
	for i := range zones[:max(0, len(zones)-1)] {
		here, next := &zones[i], zones[i+1].Start
		if here.End > next || strings.TrimSpace(t.Folded[here.End:next]) == "" {
			here.End = next
		}
	}
	return slices.DeleteFunc(zones, func(z corpus.Zone) bool { return z.Len() <= 0 })
}
