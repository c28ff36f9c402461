package source

import (
	"bufio"
	"bytes"
	"regexp"

	"github.com/attendu/attendu/corpus/source/plain"
	"github.com/attendu/attendu/corpus/source/record"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// utf8Reader drops a byte order mark of UTF-8 and turns UTF-16 that begins with
// one into UTF-8. Anything else passes.
func utf8Reader(r *bufio.Reader) *bufio.Reader {
	head, _ := r.Peek(3)
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		r.Discard(3)
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		utf8 := transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
		return bufio.NewReaderSize(utf8, 1<<16)
	}
	return r
}

// structure finds the identifier of a section or text of LEGI where these begin
// with it.
var structure = regexp.MustCompile(`^<(SECTION_TA|TEXTELR|TEXTE_VERSION)>\s*(?:<META>\s*<META_COMMUN>\s*)?<ID>(LEGI(?:SCTA|TEXT)\d{12})</ID>`)

// structures say what these roots are, in the words of package legi.
var structures = map[string]string{
	"SECTION_TA": "section", "TEXTELR": "structure of a text", "TEXTE_VERSION": "text",
}

// setAside knows what holds neither decision nor article from its first bytes, so
// that the many sections and texts of LEGI are passed over without being read. What
// it leaves, package legi sets aside all the same.
func setAside(head []byte) error {
	head = bytes.TrimLeft(head, " \t\r\n")
	if bytes.HasPrefix(head, []byte("<?xml")) {
		_, head, _ = bytes.Cut(head, []byte("?>"))
		head = bytes.TrimLeft(head, " \t\r\n")
	}
	if m := structure.FindSubmatch(head); m != nil {
		return record.NoArticle("LEGI %s %s", structures[string(m[1])], m[2])
	}
	return nil
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
