package pack

import "github.com/attendu/attendu/corpus"

type holding struct {
	span
	Text          string    `cbor:"3,keyasint,omitempty"`
	Whole         *span     `cbor:"4,keyasint,omitempty"`
	Kind          int       `cbor:"5,keyasint,omitempty"`
	Beneficiaries []int     `cbor:"6,keyasint,omitempty"`
	Debtors       []int     `cbor:"7,keyasint,omitempty"`
	Refused       []int     `cbor:"8,keyasint,omitempty"`
	AmountCents   int64     `cbor:"9,keyasint,omitempty"`
	Shares        []share   `cbor:"10,keyasint,omitempty"`
	Penalty       *penalty  `cbor:"11,keyasint,omitempty"`
	Deadline      *deadline `cbor:"12,keyasint,omitempty"`
	Bases         []int     `cbor:"13,keyasint,omitempty"`
	Rule          int       `cbor:"14,keyasint,omitempty"`
	Confidence    float64   `cbor:"15,keyasint,omitempty"`
}

type share struct {
	Beneficiaries []int `cbor:"1,keyasint,omitempty"`
	AmountCents   int64 `cbor:"2,keyasint,omitempty"`
}

type penalty struct {
	AmountCents int64 `cbor:"1,keyasint,omitempty"`
	Per         int   `cbor:"2,keyasint,omitempty"`
}

type deadline struct {
	Number int `cbor:"1,keyasint,omitempty"` // of units
	Unit   int `cbor:"2,keyasint,omitempty"`
	From   int `cbor:"3,keyasint,omitempty"`
}

func packHoldings(w *words, list []corpus.Holding) []holding {
	out := make([]holding, len(list))
	var at places
	for i := range list {
		h := &list[i]
		p := holding{at.pack(h.Span), h.Text, at.apart(h.Whole), put(w, h.Kind), putAll(w, h.Beneficiaries), putAll(w, h.Debtors), putAll(w, h.Refused),
			h.AmountCents, packShares(w, h.Shares), nil, nil, putAll(w, h.Bases), put(w, h.Rule), h.Confidence}
		if h.Penalty != nil {
			p.Penalty = &penalty{h.Penalty.AmountCents, put(w, h.Penalty.Per)}
		}
		if h.Deadline != nil {
			p.Deadline = &deadline{h.Deadline.Number, put(w, h.Deadline.Unit), put(w, h.Deadline.From)}
		}
		out[i] = p
	}
	return out
}

func unpackHoldings(k *known, list []holding) []corpus.Holding {
	out := make([]corpus.Holding, len(list))
	var at places
	for i := range list {
		p := &list[i]
		span := at.unpack(p.span)
		h := corpus.Holding{Span: span, Text: p.Text, Whole: at.at(p.Whole), Kind: get[corpus.HoldingKind](k, p.Kind),
			Beneficiaries: getAll[string](k, p.Beneficiaries), Debtors: getAll[string](k, p.Debtors), Refused: getAll[string](k, p.Refused),
			AmountCents: p.AmountCents, Shares: unpackShares(k, p.Shares), Bases: getAll[corpus.Key](k, p.Bases),
			Rule: get[string](k, p.Rule), Confidence: p.Confidence}
		if p.Penalty != nil {
			h.Penalty = &corpus.Penalty{AmountCents: p.Penalty.AmountCents, Per: get[string](k, p.Penalty.Per)}
		}
		if p.Deadline != nil {
			h.Deadline = &corpus.Deadline{Number: p.Deadline.Number, Unit: get[string](k, p.Deadline.Unit), From: get[string](k, p.Deadline.From)}
		}
		out[i] = h
	}
	return out
}

func packShares(w *words, list []corpus.Share) []share {
	out := make([]share, len(list))
	for i, s := range list {
		out[i] = share{putAll(w, s.Beneficiaries), s.AmountCents}
	}
	return out
}

func unpackShares(k *known, list []share) []corpus.Share {
	out := make([]corpus.Share, len(list))
	for i, s := range list {
		out[i] = corpus.Share{Beneficiaries: getAll[string](k, s.Beneficiaries), AmountCents: s.AmountCents}
	}
	return out
}
