package markup

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Quick walks a document of the plainest kind several times as fast as Scan: UTF-8,
// no comment, CDATA, document type, namespace or carriage return. Of anything else,
// and of every fault, it reports not ok; then what begin was given means nothing, and
// Scan must read the document. What Quick reads, Scan reads alike.
//
// Attributes and root are parts of one copy of the document: who keeps one of them
// for long keeps all.
func Quick(data []byte, begin Begin) (root string, ok bool) {
	q := quick{s: string(data)}
	if !isPlain(q.s) {
		return "", false
	}
	q.prolog()
	t, alone, ok := q.start()
	if !ok {
		return "", false
	}
	root = t.Name.Local
	if q.path = append(q.path, root); alone {
		return root, true
	}
	for len(q.path) > 0 {
		if !q.step(begin) {
			return "", false
		}
	}
	return root, true
}

// isPlain reports whether a document has nothing that only Scan can read.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' {
			return false
		}
	}
	return utf8.ValidString(s) && !strings.Contains(s, "<!") && !strings.Contains(s, "]]>") &&
		!strings.Contains(s, "\ufffe") && !strings.Contains(s, "\uffff")
}

// quick is a place in a document.
type quick struct {
	collector
	s     string
	at    int
	attrs []xml.Attr
}

// declarations are those that need no decoding.
var declarations = []string{`<?xml version="1.0" encoding="UTF-8"?>`, `<?xml version="1.0" encoding="utf-8"?>`, `<?xml version="1.0"?>`}

// prolog passes over the declaration and the blanks before the root.
func (q *quick) prolog() {
	for _, d := range declarations {
		if strings.HasPrefix(q.s, d) {
			q.at = len(d)
			break
		}
	}
	q.blanks()
}

// blanks passes over blanks, and reports whether there were any.
func (q *quick) blanks() bool {
	from := q.at
	for q.at < len(q.s) && (q.s[q.at] == ' ' || q.s[q.at] == '\n' || q.s[q.at] == '\t') {
		q.at++
	}
	return q.at > from
}

// name reads the ASCII name of an element or attribute, "" when there is none.
func (q *quick) name() string {
	from := q.at
	for q.at < len(q.s) {
		c := q.s[q.at]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
		if !letter && (q.at == from || (c < '0' || c > '9') && c != '-' && c != '.') {
			break
		}
		q.at++
	}
	return q.s[from:q.at]
}

// is passes over what it is given, if it stands here.
func (q *quick) is(what string) bool {
	if !strings.HasPrefix(q.s[q.at:], what) {
		return false
	}
	q.at += len(what)
	return true
}

// step reads the text up to the next element, and its beginning or end.
func (q *quick) step(begin Begin) bool {
	n := strings.IndexByte(q.s[q.at:], '<')
	if n < 0 || !q.references(q.s[q.at:q.at+n], q.chars) {
		return false
	}
	q.at += n
	if q.is("</") {
		name := q.name()
		q.blanks()
		if name == "" || name != q.path[len(q.path)-1] || !q.is(">") {
			return false
		}
		q.close(name)
		return true
	}
	t, alone, ok := q.start()
	if !ok {
		return false
	}
	if q.open(t, begin); alone {
		q.close(t.Name.Local)
	}
	return true
}

// start reads the beginning of an element; alone is one that ends at once.
func (q *quick) start() (t xml.StartElement, alone, ok bool) {
	if !q.is("<") {
		return t, false, false
	}
	if t.Name.Local = q.name(); t.Name.Local == "" {
		return t, false, false
	}
	for q.attrs = q.attrs[:0]; ; {
		blank := q.blanks()
		switch {
		case q.is(">"):
			t.Attr = q.attrs
			return t, false, true
		case q.is("/>"):
			t.Attr = q.attrs
			return t, true, true
		case !blank || !q.attribute():
			return t, false, false
		}
	}
}

// attribute reads one attribute.
func (q *quick) attribute() bool {
	name := q.name()
	if name == "" || name == "xmlns" || !q.is("=") || q.at == len(q.s) {
		return false
	}
	mark := q.s[q.at]
	if mark != '"' && mark != '\'' {
		return false
	}
	n := strings.IndexByte(q.s[q.at+1:], mark)
	if n < 0 {
		return false
	}
	value := q.s[q.at+1 : q.at+1+n]
	q.at += n + 2
	if strings.IndexByte(value, '<') >= 0 {
		return false
	}
	if strings.IndexByte(value, '&') >= 0 {
		var b strings.Builder
		if !q.references(value, func(s string) { b.WriteString(s) }) {
			return false
		}
		value = b.String()
	}
	q.attrs = append(q.attrs, xml.Attr{Name: xml.Name{Local: name}, Value: value})
	return true
}

// references gives a text in pieces, with what its entities stand for.
func (q *quick) references(s string, to func(string)) bool {
	for {
		n := strings.IndexByte(s, '&')
		if n < 0 {
			if s != "" {
				to(s)
			}
			return true
		}
		end := strings.IndexByte(s[n:], ';')
		if end < 0 {
			return false
		}
		text, ok := entity(s[n+1 : n+end])
		if !ok {
			return false
		}
		if n > 0 {
			to(s[:n])
		}
		to(text)
		s = s[n+end+1:]
	}
}

// entity is what a reference stands for.
func entity(name string) (string, bool) {
	switch name {
	case "amp":
		return "&", true
	case "lt":
		return "<", true
	case "gt":
		return ">", true
	case "quot":
		return `"`, true
	case "apos":
		return "'", true
	}
	if digits, ok := strings.CutPrefix(name, "#"); ok {
		base := 10
		if hex, ok := strings.CutPrefix(digits, "x"); ok {
			digits, base = hex, 16
		}
		n, err := strconv.ParseUint(digits, base, 32)
		if err != nil || n < ' ' || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) || n == 0xfffe || n == 0xffff {
			return "", false
		}
		return string(rune(n)), true
	}
	text, ok := xml.HTMLEntity[name]
	return text, ok
}
