package plain

import (
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/prose"
	"github.com/attendu/attendu/corpus/source/record"
	"golang.org/x/text/encoding/charmap"
)

// Name is the format of the documents read here.
const Name corpus.Format = "plain"

// Reader reads plain text. The zero value is ready to use.
type Reader struct{}

// Name is the format of the documents.
func (Reader) Name() corpus.Format { return Name }

// Sniff takes what is neither binary nor markup.
func (Reader) Sniff(head []byte) bool {
	start := bytes.TrimLeft(head, " \t\r\n")
	markup := bytes.HasPrefix(start, []byte("<!")) || bytes.HasPrefix(start, []byte("<?"))
	return Foreign(head) == "" && !markup && record.RootElement(head) == ""
}

// Read yields the one document of a file.
func (Reader) Read(name string, in io.Reader, max int64) iter.Seq[record.Record] {
	return func(yield func(record.Record) bool) {
		data, err := record.ReadAll(in, max)
		var text string
		if err == nil {
			text, err = read(data)
		}
		if err != nil {
			yield(record.Failed(name, record.Malformed(err)))
			return
		}
		yield(record.Of(name, Name, &corpus.Document{Text: text}))
	}
}

func read(data []byte) (string, error) {
	if what := Foreign(data); what != "" {
		return "", record.Unknown("%s", what)
	}
	body := bytes.TrimSpace(data)
	if len(body) == 0 {
		return "", record.Unknown("empty")
	}
	if (body[0] == '[' || body[0] == '"') && json.Valid(body) {
		return "", record.Unknown("JSON that is not an object")
	}
	return prose.Clean(decode(data), prose.Layout{}), nil
}

// decode gives the text as UTF-8. Bytes that are not UTF-8 are windows-1252, in
// which every Latin-1 text of a French court reads the same.
func decode(data []byte) string {
	if utf8.Valid(data) {
		return string(data)
	}
	if head, cut := incomplete(data); cut && utf8.Valid(head) {
		return string(head) + "\ufffd" // cut off within its last character
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return string(bytes.ToValidUTF8(data, []byte("\ufffd")))
	}
	return string(out)
}

// incomplete splits off the beginning of a character at the end of data. It
// does so only when other such characters stand before it, for the last byte of
// a text in windows-1252 may look like one.
func incomplete(data []byte) (head []byte, cut bool) {
	for n := 1; n < utf8.UTFMax && n <= len(data); n++ {
		tail := data[len(data)-n:]
		if utf8.RuneStart(tail[0]) {
			head = data[:len(data)-n]
			return head, tail[0] >= utf8.RuneSelf && !utf8.FullRune(tail) && utf8.RuneCount(head) < len(head)
		}
	}
	return data, false
}
