package graph

import (
	"encoding/binary"

	"github.com/attendu/attendu/corpus"
)

// partNames are the fields that nobody gets, or that a reader may do without. Others are
// always read.
var partNames = map[string]RecordParts{"zones": noPart, "official": noPart, "read": noPart,
	"citations": CitationsPart, "parties": PartiesPart, "holdings": HoldingsPart, "principles": PrinciplesPart,
	"keys": DetailsPart, "numbers": DetailsPart, "title": DetailsPart, "nature": DetailsPart, "solution": DetailsPart,
	"formation": DetailsPart, "recours": DetailsPart, "audience": DetailsPart, "numero_role": DetailsPart, "publication": DetailsPart,
	"themes": DetailsPart, "summaries": DetailsPart, "visa": DetailsPart, "contested": DetailsPart, "rapprochements": DetailsPart}

// longestShort is the longest text of which one byte says the length.
const longestShort = 23

// noPart is a part that is never wanted.
const noPart RecordParts = 1 << 7

// unpack reads a record as packing writes it: the citations, which are two thirds of it, at
// once, and of the rest no more than is wanted with the library of CBOR, which walks through
// what it passes over three times. It reports false for a record that is not so.
func (r *briefRecord) unpack(raw []byte, without RecordParts, use *scratch) bool {
	p := packed{all: string(raw)}
	var citations []corpus.Citation
	rest, fields := append(use.rest[:0], 0, 0, 0), 0
	p.fields(func(name string) {
		if name != "decision" {
			p.skip(0)
			return
		}
		p.fields(func(name string) {
			switch part := partNames[name]; {
			case part&(without|noPart) != 0:
				p.skip(0)
			case part == CitationsPart:
				citations = p.citations()
			default:
				p.odd = p.odd || len(name) > longestShort
				rest = append(append(rest, cborText<<5|byte(len(name))), name...)
				rest = append(rest, p.item()...)
				fields++
			}
		})
	})
	use.rest = rest
	if !p.done() {
		return false
	}
	rest[0] = cborMap<<5 | 25 // its length in two bytes
	binary.BigEndian.PutUint16(rest[1:], uint16(fields))
	if err := unpacking.Unmarshal(rest, &r.Decision); err != nil {
		return false
	}
	r.Decision.Citations = citations
	return true
}
