package pack

import "github.com/attendu/attendu/corpus"

type party struct {
	span
	Name          int       `cbor:"3,keyasint,omitempty"`
	Side          int       `cbor:"4,keyasint,omitempty"`
	Kind          int       `cbor:"5,keyasint,omitempty"`
	Role          int       `cbor:"6,keyasint,omitempty"`
	RepresentedBy []counsel `cbor:"7,keyasint,omitempty"`
	Siren         int       `cbor:"8,keyasint,omitempty"`
	SirenAt       *span     `cbor:"9,keyasint,omitempty"`
	Rule          int       `cbor:"10,keyasint,omitempty"`
	Confidence    float64   `cbor:"11,keyasint,omitempty"`
}

type counsel struct {
	span
	Name int `cbor:"3,keyasint,omitempty"`
	Bar  int `cbor:"4,keyasint,omitempty"`
}

func packParties(w *words, list []corpus.Party) []party {
	out := make([]party, len(list))
	var at places
	for i, p := range list {
		out[i] = party{at.pack(p.Span), put(w, p.Name), put(w, p.Side), put(w, p.Kind), put(w, p.Role), packCounsel(w, p.RepresentedBy, at),
			put(w, p.Siren), at.apart(p.SirenAt), put(w, p.Rule), p.Confidence}
	}
	return out
}

func unpackParties(k *known, list []party) []corpus.Party {
	out := make([]corpus.Party, len(list))
	var at places
	for i, p := range list {
		span := at.unpack(p.span)
		out[i] = corpus.Party{Span: span, Name: get[string](k, p.Name), Side: get[corpus.Side](k, p.Side), Kind: get[corpus.PartyKind](k, p.Kind),
			Role: get[string](k, p.Role), RepresentedBy: unpackCounsel(k, p.RepresentedBy, at), Siren: get[string](k, p.Siren),
			SirenAt: at.at(p.SirenAt), Rule: get[string](k, p.Rule), Confidence: p.Confidence}
	}
	return out
}

func packCounsel(w *words, list []corpus.Counsel, at places) []counsel {
	out := make([]counsel, len(list))
	for i, c := range list {
		out[i] = counsel{at.pack(c.Span), put(w, c.Name), put(w, c.Bar)}
	}
	return out
}

func unpackCounsel(k *known, list []counsel, at places) []corpus.Counsel {
	out := make([]corpus.Counsel, len(list))
	for i, c := range list {
		out[i] = corpus.Counsel{Span: at.unpack(c.span), Name: get[string](k, c.Name), Bar: get[string](k, c.Bar)}
	}
	return out
}
