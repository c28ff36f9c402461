package judilibre

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/attendu/attendu/corpus/source/record"
)

// values reads JSON values one after the other: decisions, arrays of them and
// pages. Elements of arrays and pages are read one by one. It reports whether
// to go on.
func (r *Reader) values(name string, in io.Reader, max int64, yield func(record.Record) bool) bool {
	limit := &record.Limited{R: in, Max: max}
	s := &stream{Reader: r, name: name, limit: limit, dec: json.NewDecoder(limit), yield: yield}
	for more := true; more && !s.stopped; {
		more = s.value()
	}
	return !s.stopped
}

// stream is the state of one reading of values.
type stream struct {
	*Reader
	name    string
	limit   *record.Limited
	dec     *json.Decoder
	yield   func(record.Record) bool
	n       int // records given so far
	stopped bool
}

// value reads one value of the top level, and reports whether there may be more.
func (s *stream) value() bool {
	s.limit.Reset()
	tok, err := s.dec.Token()
	switch {
	case err == io.EOF && s.n > 0:
		return false
	case err != nil:
		s.fail(err)
		return false
	case tok == json.Delim('['):
		return s.elements()
	case tok == json.Delim('{'):
		return s.object()
	}
	s.fail(record.Unknown("JSON that is no object"))
	return false
}

// elements reads the rest of an array.
func (s *stream) elements() bool {
	for s.dec.More() {
		s.limit.Reset()
		var raw json.RawMessage
		if err := s.dec.Decode(&raw); err != nil {
			s.fail(err)
			return false
		}
		doc, err := s.decode(raw)
		if err == errPage {
			err = record.Unknown("a page within a page")
		}
		s.n++
		if s.stopped = !s.yield(s.record(record.Nth(s.name, s.n), doc, err)); s.stopped {
			return false
		}
	}
	if _, err := s.dec.Token(); err != nil {
		s.fail(err)
		return false
	}
	if s.n == 0 {
		s.fail(record.Unknown("JSON without a result"))
		return false
	}
	return true
}

// object reads the rest of an object: a page, whose results are read one by
// one, or a decision, whose fields are gathered first.
func (s *stream) object() bool {
	whole, page := []byte{'{'}, false
	for s.dec.More() {
		key, err := s.dec.Token()
		if err != nil {
			s.fail(err)
			return false
		}
		if key == "results" {
			if page = true; !s.results() {
				return false
			}
			continue
		}
		var raw json.RawMessage
		if err := s.dec.Decode(&raw); err != nil {
			s.fail(err)
			return false
		}
		if len(whole) > 1 {
			whole = append(whole, ',')
		}
		quoted, _ := json.Marshal(key)
		whole = append(append(append(whole, quoted...), ':'), raw...)
	}
	if _, err := s.dec.Token(); err != nil {
		s.fail(err)
		return false
	}
	return page || s.single(append(whole, '}'))
}

// results reads the results of a page.
func (s *stream) results() bool {
	tok, err := s.dec.Token()
	if err == nil && tok != json.Delim('[') {
		err = record.Unknown("JSON whose results are no list")
	}
	if err != nil {
		s.fail(err)
		return false
	}
	return s.elements()
}

// single yields one decision that stands alone or in a row of others.
func (s *stream) single(whole []byte) bool {
	doc, err := s.decode(whole)
	s.n++
	path := s.name
	if s.n > 1 || s.dec.More() {
		path = record.Nth(s.name, s.n)
	}
	s.stopped = !s.yield(s.record(path, doc, err))
	return true
}

// fail yields an error behind which nothing more can be read. A fault in the
// first value is one of the whole stream.
func (s *stream) fail(err error) {
	path := s.name
	if s.n > 0 {
		path = record.Nth(s.name, s.n+1)
	}
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	s.stopped = !s.yield(s.record(path, nil, err))
}

// hasResults reports whether a whole object is a page.
func hasResults(raw json.RawMessage) bool {
	raw = bytes.TrimLeft(raw, " \t\r\n")
	return len(raw) > 0 && raw[0] == '['
}
