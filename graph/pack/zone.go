package pack

import "github.com/attendu/attendu/corpus"

type zone struct {
	span
	Zone int `cbor:"3,keyasint,omitempty"`
}

func packZones(w *words, list []corpus.Zone) []zone {
	out := make([]zone, len(list))
	var at places
	for i, z := range list {
		out[i] = zone{at.pack(z.Span), put(w, z.Zone)}
	}
	return out
}

func unpackZones(k *known, list []zone) []corpus.Zone {
	out := make([]corpus.Zone, len(list))
	var at places
	for i, z := range list {
		out[i] = corpus.Zone{Span: at.unpack(z.span), Zone: get[corpus.ZoneKind](k, z.Zone)}
	}
	return out
}
