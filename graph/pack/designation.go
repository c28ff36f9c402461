package pack

import "github.com/attendu/attendu/corpus"

type designation struct {
	Version         int     `cbor:"1,keyasint,omitempty"`
	Today           int     `cbor:"2,keyasint,omitempty"` // see other
	TodayCandidates []int   `cbor:"3,keyasint,omitempty"`
	Because         int     `cbor:"4,keyasint,omitempty"`
	Certainty       float64 `cbor:"5,keyasint,omitempty"`
	Day             int     `cbor:"6,keyasint,omitempty"`
	After           bool    `cbor:"7,keyasint,omitempty"`
	Came            []text  `cbor:"8,keyasint,omitempty"`
	Went            []text  `cbor:"9,keyasint,omitempty"`
	Reuses          *text   `cbor:"10,keyasint,omitempty"`
}

type text struct {
	Key     int `cbor:"1,keyasint,omitempty"`
	Version int `cbor:"2,keyasint,omitempty"`
}

func packDesignation(w *words, d *corpus.Designation, key corpus.Key) *designation {
	if d == nil {
		return nil
	}
	p := &designation{Version: put(w, d.Version), Today: put(w, other(d.Today, key)), TodayCandidates: putAll(w, d.TodayCandidates),
		Because: put(w, d.Because), Certainty: d.Certainty, Day: put(w, d.Day), After: d.After, Came: packTexts(w, d.Came), Went: packTexts(w, d.Went)}
	if d.Reuses != nil {
		p.Reuses = &packTexts(w, []corpus.Text{*d.Reuses})[0]
	}
	return p
}

func (p *designation) of(k *known, key corpus.Key) *corpus.Designation {
	if p == nil {
		return nil
	}
	d := &corpus.Designation{Version: get[corpus.Version](k, p.Version), Today: same(get[corpus.Key](k, p.Today), key),
		TodayCandidates: getAll[corpus.Key](k, p.TodayCandidates), Because: get[string](k, p.Because), Certainty: p.Certainty,
		Day: get[corpus.Date](k, p.Day), After: p.After, Came: unpackTexts(k, p.Came), Went: unpackTexts(k, p.Went)}
	if p.Reuses != nil {
		d.Reuses = &unpackTexts(k, []text{*p.Reuses})[0]
	}
	return d
}

func packTexts(w *words, list []corpus.Text) (out []text) {
	for _, t := range list {
		out = append(out, text{put(w, t.Key), put(w, t.Version)})
	}
	return out
}

func unpackTexts(k *known, list []text) (out []corpus.Text) {
	for _, t := range list {
		out = append(out, corpus.Text{Key: get[corpus.Key](k, t.Key), Version: get[corpus.Version](k, t.Version)})
	}
	return out
}
