package record

import (
	"bytes"
	"regexp"
)

var elementStart = regexp.MustCompile(`^<([A-Za-z_][A-Za-z0-9_:.-]*)[\s/>]`)

// RootElement is the name of the first element of an XML or HTML stream, "" when
// head does not begin with markup. Before it may stand blanks, processing
// instructions, comments and a document type.
func RootElement(head []byte) string {
	for {
		head = bytes.TrimLeft(head, " \t\r\n\ufeff")
		end := ""
		switch {
		case bytes.HasPrefix(head, []byte("<?")):
			end = "?>"
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(head, []byte("<!")):
			if end = ">"; declares(head) {
				end = "]>" // a document type that declares entities
			}
		default:
			if m := elementStart.FindSubmatch(head); m != nil {
				return string(m[1])
			}
			return ""
		}
		i := bytes.Index(head, []byte(end))
		if i < 0 {
			return ""
		}
		head = head[i+len(end):]
	}
}

// declares reports whether a document type has declarations of its own, which
// stand in brackets.
func declares(head []byte) bool {
	i := bytes.IndexAny(head, "[>")
	return i >= 0 && head[i] == '['
}
