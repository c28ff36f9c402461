package source

import (
	"bufio"
	"bytes"
	"io"

	"github.com/attendu/attendu/corpus/source/plain"
	"github.com/attendu/attendu/corpus/source/record"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// utf8Reader drops a byte order mark of UTF-8 and turns UTF-16 that begins with
// one into UTF-8. Anything else passes.
func utf8Reader(r *bufio.Reader) io.Reader {
	head, _ := r.Peek(3)
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		r.Discard(3)
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	}
	return r
}

// refuse says what a stream is that no reader takes.
func refuse(head []byte) error {
	if root := record.RootElement(head); root != "" {
		return record.Unknown("XML with the root element <%s>", root)
	}
	if what := plain.Foreign(head); what != "" {
		return record.Unknown("%s", what)
	}
	return record.Unknown("markup without an element at its beginning")
}
