package plain

import "bytes"

// signatures are the first bytes of files in which decisions are often kept and
// that are not read here, and what to call them.
var signatures = []struct{ first, what string }{
	{"%PDF-", "PDF"},
	{"{\\rtf", "RTF"},
	{"PK\x03\x04", "zip archive"},
	{"\x1f\x8b", "gzip archive"},
	{"\xd0\xcf\x11\xe0", "binary Office document (doc), or an encrypted docx"},
}

// encryptedPackage is the name, in UTF-16, of the part of a binary Office file that
// an encrypted docx is put into ([MS-OFFCRYPTO], 2.3.4).
const encryptedPackage = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e"

// Foreign says what the bytes are when they are no text, and "" when they are
// text: a known signature, a NUL, or more than one control character in thirty
// that texts do not use.
func Foreign(data []byte) string {
	for _, s := range signatures {
		if !bytes.HasPrefix(data, []byte(s.first)) {
			continue
		}
		switch {
		case bytes.HasPrefix(data[min(len(data), 30):], []byte("mimetype")): // the first member of the zip
			return "OpenDocument (odt) or EPUB"
		case bytes.Contains(data, []byte(encryptedPackage)):
			return "encrypted Office document (docx)"
		}
		return s.what
	}
	odd := 0
	for _, c := range data {
		switch {
		case c == 0:
			return "binary"
		case c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v', c == 0x7f:
			odd++
		}
	}
	if odd*30 > len(data) {
		return "binary"
	}
	return ""
}
