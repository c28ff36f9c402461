package plain

import "bytes"

// signatures are the first bytes of files in which decisions are often kept and
// that are not read here, and what to call them.
var signatures = []struct{ first, what string }{
	{"%PDF-", "PDF"},
	{"{\\rtf", "RTF"},
	{"PK\x03\x04", "zip archive (or docx, odt)"},
	{"\x1f\x8b", "gzip archive"},
	{"\xd0\xcf\x11\xe0", "binary Office document"},
}

// Foreign says what the bytes are when they are no text, and "" when they are
// text: a known signature, a NUL, or more than one control character in thirty
// that texts do not use.
func Foreign(data []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.first)) {
			return s.what
		}
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
