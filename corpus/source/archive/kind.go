package archive

import (
	"bytes"
	"encoding/binary"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus/source/record"
)

// Kind is a kind of archive.
type Kind int

// The kinds of archives. None is anything else.
const (
	None Kind = iota
	Gzip
	Zstd
	Tar
	Zip
)

// packs reports whether the kind packs one stream only.
func (k Kind) packs() bool { return k == Gzip || k == Zstd }

// Sniff tells the kind of archive from the first bytes of a stream, up to
// record.SniffSize of them. A document in a zip (docx, odt, epub) is None.
func Sniff(head []byte) Kind {
	switch {
	case bytes.HasPrefix(head, []byte("\x1f\x8b\x08")):
		return Gzip
	case isZstd(head):
		return Zstd
	case bytes.HasPrefix(head, []byte("PK\x05\x06")), bytes.HasPrefix(head, []byte("PK\x03\x04")) && !isOffice(head):
		return Zip
	case isTar(head):
		return Tar
	}
	return None
}

// isZstd recognises a frame, or one to skip, which some packers put first (RFC
// 8878, sections 3.1.1 and 3.1.2).
func isZstd(head []byte) bool {
	if len(head) < 4 {
		return false
	}
	magic := binary.LittleEndian.Uint32(head)
	return magic == 0xfd2fb528 || magic&^0xf == 0x184d2a50
}

// office are the beginnings of the names of first members that tell a document
// from an archive.
var office = []string{"[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/", "ppt/", "customXml/", "mimetype"}

func isOffice(head []byte) bool {
	if len(head) < localSize {
		return false
	}
	for _, name := range office {
		if bytes.HasPrefix(head[localSize:], []byte(name)) {
			return true
		}
	}
	return false
}

// isTar checks the sum of the first header, which old tars have too that bear no
// "ustar". A tar without members is zeros in blocks of 512, at least two; it is
// taken for one only when head is all of it.
func isTar(head []byte) bool {
	const block, sumAt, sumEnd = 512, 148, 156
	if len(head) < block {
		return false
	}
	if len(bytes.Trim(head, "\x00")) == 0 {
		return len(head) >= 2*block && len(head) < record.SniffSize && len(head)%block == 0
	}
	want, err := strconv.ParseInt(strings.Trim(string(head[sumAt:sumEnd]), " \x00"), 8, 64)
	if err != nil {
		return false
	}
	var unsigned, signed int64
	for i, c := range head[:block] {
		if i >= sumAt && i < sumEnd {
			c = ' '
		}
		unsigned += int64(c)
		signed += int64(int8(c))
	}
	return want == unsigned || want == signed
}
