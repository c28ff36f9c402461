package pack

import (
	"encoding/json"

	"github.com/attendu/attendu/corpus"
	"github.com/fxamacker/cbor/v2"
)

// naming reads the records of before: maps of CBOR under the names of JSON.
var naming = must(cbor.DecOptions{UTF8: cbor.UTF8DecodeInvalid, TextUnmarshaler: cbor.TextUnmarshalerTextString}.DecMode())

// unmarshalNamed reads the forms of before, which bear the names of JSON: JSON, and the
// same as CBOR. They are read whole.
func unmarshalNamed(b []byte, parts Parts) (*Record, error) {
	r := new(Record)
	var err error
	switch {
	case b[0] == '{':
		err = json.Unmarshal(b, r)
	case b[0]>>5 == 5: // a map (RFC 8949, 3.1)
		err = naming.Unmarshal(b, r)
	default:
		return nil, ErrForm
	}
	if err == nil && r.Decision == nil {
		err = ErrForm
	}
	if err != nil {
		return nil, err
	}
	leave(r.Decision, parts)
	return r, nil
}

// leave takes away from a decision all parts but these.
func leave(d *corpus.Decision, parts Parts) {
	if parts&Citations == 0 {
		d.Citations = nil
	}
	if parts&Parties == 0 {
		d.Parties = nil
	}
	if parts&Holdings == 0 {
		d.Holdings = nil
	}
	if parts&Zones == 0 {
		d.Zones = nil
	}
	if parts&Principles == 0 {
		d.Principles = nil
	}
	if parts&Official == 0 {
		d.Official, d.Read = corpus.Metadata{}, corpus.Metadata{}
		for i := range d.Sources {
			d.Sources[i].Official = nil
		}
	}
}
