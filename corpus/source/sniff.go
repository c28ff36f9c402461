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

// legi finds the identifier of an article, section or text of LEGI where these
// begin with it.
var legi = regexp.MustCompile(`^<(ARTICLE|SECTION_TA|TEXTELR|TEXTE_VERSION)>\s*(?:<META>\s*<META_COMMUN>\s*)?<ID>(LEGI(?:ARTI|SCTA|TEXT)\d{12})</ID>`)

// legiNames say what the roots of LEGI are, in the words of package dila.
var legiNames = map[string]string{
	"ARTICLE": "article", "SECTION_TA": "section", "TEXTELR": "structure of a text", "TEXTE_VERSION": "text",
}

// setAside knows what is no decision from its first bytes, so that the millions
// of files of LEGI are passed over without being read. What it leaves, package
// dila sets aside all the same.
func setAside(head []byte) error {
	head = bytes.TrimLeft(head, " \t\r\n")
	if bytes.HasPrefix(head, []byte("<?xml")) {
		_, head, _ = bytes.Cut(head, []byte("?>"))
		head = bytes.TrimLeft(head, " \t\r\n")
	}
	if m := legi.FindSubmatch(head); m != nil {
		return record.NotDecision("LEGI %s %s", legiNames[string(m[1])], m[2])
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
