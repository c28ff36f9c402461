package pack

import "github.com/attendu/attendu/corpus"

// Numbers without a unit are those of words.
type citation struct {
	span
	Text          int          `cbor:"3,keyasint,omitempty"`
	Key           int          `cbor:"4,keyasint,omitempty"`
	Node          int          `cbor:"5,keyasint,omitempty"` // see other
	Sub           int          `cbor:"6,keyasint,omitempty"`
	Qualifier     int          `cbor:"7,keyasint,omitempty"`
	QualifierText int          `cbor:"8,keyasint,omitempty"`
	EtSuivants    bool         `cbor:"9,keyasint,omitempty"`
	Date          int          `cbor:"10,keyasint,omitempty"`
	Chamber       int          `cbor:"11,keyasint,omitempty"`
	Zone          int          `cbor:"12,keyasint,omitempty"`
	Speaker       int          `cbor:"13,keyasint,omitempty"`
	SpeakerSide   int          `cbor:"14,keyasint,omitempty"`
	Use           int          `cbor:"15,keyasint,omitempty"`
	Rule          int          `cbor:"16,keyasint,omitempty"`
	Confidence    float64      `cbor:"17,keyasint,omitempty"`
	Unresolved    int          `cbor:"18,keyasint,omitempty"`
	UnderAppeal   bool         `cbor:"19,keyasint,omitempty"`
	AlsoNamed     []int        `cbor:"20,keyasint,omitempty"`
	Meant         *designation `cbor:"21,keyasint,omitempty"`
}

func packCitations(w *words, list []corpus.Citation) []citation {
	out := make([]citation, len(list))
	var at places
	for i := range list {
		c := &list[i]
		out[i] = citation{at.pack(c.Span), put(w, c.Text), put(w, c.Key), put(w, other(c.Node, c.Key)), put(w, c.Sub),
			put(w, c.Qualifier), put(w, c.QualifierText), c.EtSuivants, put(w, c.Date), put(w, c.Chamber), put(w, c.Zone), put(w, c.Speaker),
			put(w, c.SpeakerSide), put(w, c.Use), put(w, c.Rule), c.Confidence, put(w, c.Unresolved), c.UnderAppeal, putAll(w, c.AlsoNamed),
			packDesignation(w, c.Meant, c.Key)}
	}
	return out
}

func unpackCitations(k *known, list []citation) []corpus.Citation {
	out := make([]corpus.Citation, len(list))
	var at places
	for i := range list {
		c := &list[i]
		key := get[corpus.Key](k, c.Key)
		out[i] = corpus.Citation{Span: at.unpack(c.span), Text: get[string](k, c.Text), Key: key, Node: same(get[corpus.Key](k, c.Node), key),
			Sub: get[string](k, c.Sub), Qualifier: get[corpus.Qualifier](k, c.Qualifier), QualifierText: get[string](k, c.QualifierText),
			EtSuivants: c.EtSuivants, Date: get[corpus.Date](k, c.Date), Chamber: get[string](k, c.Chamber), Zone: get[corpus.ZoneKind](k, c.Zone),
			Speaker: get[corpus.Speaker](k, c.Speaker), SpeakerSide: get[corpus.Side](k, c.SpeakerSide), Use: get[corpus.Use](k, c.Use),
			Rule: get[string](k, c.Rule), Confidence: c.Confidence, Unresolved: get[string](k, c.Unresolved), UnderAppeal: c.UnderAppeal,
			AlsoNamed: getSome[corpus.Key](k, c.AlsoNamed), Meant: c.Meant.of(k, key)}
	}
	return out
}

// none stands for no key where a key is usual; no key is written so.
const none corpus.Key = "-"

// other is what is written of a key that is usually another one: nothing when it is.
func other(k, usual corpus.Key) corpus.Key {
	switch {
	case k == usual:
		return ""
	case k == "":
		return none
	}
	return k
}

// same reads what other wrote.
func same(k, usual corpus.Key) corpus.Key {
	switch k {
	case "":
		return usual
	case none:
		return ""
	}
	return k
}
