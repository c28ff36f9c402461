package index

import (
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/bm25"
)

// The zones of the field of the text. What is said of a decision stands in the same
// field as its text, in zones of its own. Those that most words stand in come first: a
// posting is the shorter the lower the number of its zone.
const (
	zoneMotifs     bm25.Zone = iota // reasons
	zoneEntete                      // court, parties, composition
	zoneExpose                      // facts and procedure
	zoneMoyens                      // grounds
	zoneDispositif                  //
	zoneNone                        // of a text without zones
	zoneSummary                     // title and official abstracts
	zoneMatter                      // official themes, part of the summary too
	zoneAnnexe                      //

	zoneOnly bm25.Zone = 0 // of a field without zones
)

// weights say how often a word counts that stands in a zone, in halves. What the court decides
// counts more than what it reports, its summary most, and the head and the annexes
// least. A change of them is a change of Format.
var weights = bm25.Weights{zoneNone: 2, zoneEntete: 1, zoneExpose: 2, zoneMoyens: 1, zoneMotifs: 3,
	zoneDispositif: 3, zoneAnnexe: 1, zoneSummary: 5, zoneMatter: 5}

var zoneOf = map[corpus.ZoneKind]bm25.Zone{corpus.Entete: zoneEntete, corpus.Expose: zoneExpose, corpus.Moyens: zoneMoyens,
	corpus.Motifs: zoneMotifs, corpus.Dispositif: zoneDispositif, corpus.Annexe: zoneAnnexe}

// zoneNames are what an explanation calls the zones.
var zoneNames = map[bm25.Zone]string{zoneNone: "text", zoneEntete: "entete", zoneExpose: "expose", zoneMoyens: "moyens",
	zoneMotifs: "motifs", zoneDispositif: "dispositif", zoneAnnexe: "annexe", zoneSummary: "summary", zoneMatter: "matter"}

// zonesOf are the zones of a place in which words must stand; 0 for all.
func zonesOf(in Where) bm25.Zones {
	var set bm25.Zones
	switch {
	case in.Zones != nil:
		for _, k := range in.Zones {
			if z, ok := zoneOf[k]; ok {
				set |= bm25.ZonesOf(z)
			}
		}
		if set == 0 { // no zone of a decision: none holds
			set = bm25.ZonesOf(bm25.MaxZones - 1)
		}
	case in.Field == InSummary:
		set = bm25.ZonesOf(zoneSummary, zoneMatter)
	case in.Field == InMatter:
		set = bm25.ZonesOf(zoneMatter)
	}
	return set
}

// zonesAt tells the zone of bytes that are asked for in their order.
func zonesAt(zones []corpus.Zone) func(int) bm25.Zone {
	i := 0
	return func(at int) bm25.Zone {
		for i < len(zones) && zones[i].End <= at {
			i++
		}
		if i < len(zones) && zones[i].Start <= at {
			if z, ok := zoneOf[zones[i].Zone]; ok {
				return z
			}
		}
		return zoneNone
	}
}
