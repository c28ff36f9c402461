package pack

import "github.com/attendu/attendu/corpus"

// head is what is always read.
type head struct {
	Node       corpus.Node       `cbor:"1,keyasint,omitempty"`
	Key        corpus.Key        `cbor:"2,keyasint,omitempty"`
	Keys       []corpus.Key      `cbor:"3,keyasint,omitempty"`
	Metadata   *metadata         `cbor:"4,keyasint,omitempty"`
	Sources    []source          `cbor:"5,keyasint,omitempty"`
	Taken      map[string]string `cbor:"6,keyasint,omitempty"`
	Identities []string          `cbor:"7,keyasint,omitempty"`
}

type source struct {
	ID        string        `cbor:"1,keyasint,omitempty"`
	Format    corpus.Format `cbor:"2,keyasint,omitempty"`
	Path      string        `cbor:"3,keyasint,omitempty"`
	URL       string        `cbor:"4,keyasint,omitempty"`
	Dataset   string        `cbor:"5,keyasint,omitempty"`
	Issued    string        `cbor:"6,keyasint,omitempty"`
	Secondary bool          `cbor:"7,keyasint,omitempty"`
	Zoned     bool          `cbor:"8,keyasint,omitempty"`
}

// official are the metadata as the sources and the text give them, before they are joined.
type official struct {
	Official *metadata   `cbor:"1,keyasint,omitempty"`
	Read     *metadata   `cbor:"2,keyasint,omitempty"`
	Sources  []*metadata `cbor:"3,keyasint,omitempty"` // of each source, null where it gives none
}

func headOf(r *Record) head {
	d := r.Decision
	h := head{Node: d.Node, Key: d.Key, Keys: d.Keys, Metadata: metadataOf(&d.Metadata), Taken: r.Taken, Identities: r.Identities,
		Sources: make([]source, len(d.Sources))}
	for i, s := range d.Sources {
		h.Sources[i] = source{s.ID, s.Format, s.Path, s.URL, s.Dataset, s.Issued, s.Secondary, s.Zoned}
	}
	return h
}

func (h *head) record() *Record {
	d := &corpus.Decision{Node: h.Node, Key: h.Key, Keys: full(h.Keys), Metadata: h.Metadata.of(),
		Sources: make([]corpus.Source, len(h.Sources))}
	for i, s := range h.Sources {
		d.Sources[i] = corpus.Source{ID: s.ID, Format: s.Format, Path: s.Path, URL: s.URL, Dataset: s.Dataset, Issued: s.Issued,
			Secondary: s.Secondary, Zoned: s.Zoned}
	}
	return &Record{Decision: d, Taken: h.Taken, Identities: h.Identities}
}

func officialOf(d *corpus.Decision) official {
	o := official{Official: metadataOf(&d.Official), Read: metadataOf(&d.Read)}
	for i, s := range d.Sources {
		if s.Official == nil {
			continue
		}
		if o.Sources == nil {
			o.Sources = make([]*metadata, len(d.Sources))
		}
		m := toMetadata(s.Official)
		o.Sources[i] = &m
	}
	return o
}

func (o *official) into(d *corpus.Decision) {
	d.Official, d.Read = o.Official.of(), o.Read.of()
	for i, m := range o.Sources[:min(len(o.Sources), len(d.Sources))] {
		if m != nil {
			said := m.of()
			d.Sources[i].Official = &said
		}
	}
}

// full is a list that is there, if it be empty.
func full[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
