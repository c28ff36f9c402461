package judilibre

import (
	"slices"
	"sort"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/prose"
)

// cut says that from at on the text belongs to a zone.
type cut struct {
	at   int
	zone corpus.ZoneKind
}

// text cleans the text of a decision and carries its zones over to the result:
// ordered, without overlap, and covering all of it.
//
// The API counts characters as JavaScript does, in UTF-16 code units: its
// documentation takes a zone out of the text with substring(start, end).
func (r *Reader) text(raw string, zones map[string][]span) (string, []corpus.Zone) {
	layout := prose.Layout{TrimLines: true}
	cuts := r.cuts(zones)
	if len(cuts) == 0 {
		return prose.Clean(raw, layout), nil
	}
	text, at := prose.CleanMarks(raw, layout, byteOffsets(raw, cuts))
	var out []corpus.Zone
	for i, c := range cuts {
		end := len(text)
		if i+1 < len(at) {
			end = at[i+1]
		}
		switch last := len(out) - 1; {
		case end == at[i]:
		case last >= 0 && out[last].Zone == c.zone:
			out[last].End = end
		default:
			out = append(out, corpus.Zone{Zone: c.zone, Span: corpus.Span{Start: at[i], End: end}})
		}
	}
	return text, out
}

// segment is one range of one zone, before they are put in order.
type segment struct {
	span
	zone corpus.ZoneKind
}

// cuts puts the ranges in order. A zone lasts until the next begins, so that
// what lies in no range belongs to the zone before it, and what lies before all
// of them to the introduction; after a range within another the outer one goes
// on.
func (r *Reader) cuts(zones map[string][]span) []cut {
	var all []segment
	for name, spans := range zones {
		kind := corpus.ZoneKind(r.terms[zone][name])
		for _, s := range spans {
			if kind != "" && s.End > s.Start && s.End > 0 {
				all = append(all, segment{span{max(s.Start, 0), s.End}, kind})
			}
		}
	}
	sort.Slice(all, func(i, j int) bool {
		a, b := all[i], all[j]
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		if a.End != b.End {
			return a.End > b.End
		}
		return a.zone < b.zone
	})
	var open, cuts = []segment(nil), []cut(nil)
	for _, s := range all {
		open, cuts = closeBefore(s.Start, open, cuts)
		open, cuts = append(open, s), append(cuts, cut{s.Start, s.zone})
	}
	_, cuts = closeBefore(1<<62, open, cuts)
	if len(cuts) > 0 && cuts[0].at > 0 {
		cuts = slices.Insert(cuts, 0, cut{0, corpus.Entete})
	}
	return cuts
}

// closeBefore closes the open ranges that end at or before the offset at, and
// notes where an outer one goes on.
func closeBefore(at int, open []segment, cuts []cut) ([]segment, []cut) {
	for len(open) > 0 && open[len(open)-1].End <= at {
		end := open[len(open)-1].End
		for len(open) > 0 && open[len(open)-1].End <= end {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			cuts = append(cuts, cut{end, open[len(open)-1].zone})
		}
	}
	return open, cuts
}

// byteOffsets turns the places of cuts, in UTF-16 code units, into bytes. One
// beyond the end of the text is its end.
func byteOffsets(text string, cuts []cut) []int {
	out := make([]int, len(cuts))
	units, i := 0, 0
	for b, r := range text {
		for ; i < len(cuts) && cuts[i].at <= units; i++ {
			out[i] = b
		}
		if units++; r > 0xffff {
			units++
		}
	}
	for ; i < len(cuts); i++ {
		out[i] = len(text)
	}
	return out
}
