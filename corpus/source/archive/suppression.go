package archive

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/record"
)

// maxLine is the longest line of a list of suppressions, in bytes.
const maxLine = 4 << 10

// listName is the name of the list of the documents that an increment of the DILA
// removes: one path per line, without ".xml".
var listName = regexp.MustCompile(`^(?i)liste_suppression_[a-z0-9-]+\.dat$`)

func isList(name string) bool { return listName.MatchString(name) }

// list yields a Withdrawn for each document of a list of suppressions.
func (w *walker) list(path string, in *bufio.Reader) bool {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		if line == "" {
			continue
		}
		name := strings.TrimSuffix(base(line), ".xml")
		key, ok := parseID(name)
		err := error(&record.Withdrawn{Source: corpus.Source{ID: name, Format: "dila"}})
		switch {
		case !ok:
			err = record.Malformed(fmt.Errorf("list of suppressions: %.80q names no document", line))
		case w.added(key):
			continue
		}
		if w.ctx.Err() != nil || !w.put(record.Failed(record.Nth(path, n), err)) {
			return false
		}
	}
	if err := lines.Err(); err != nil {
		return w.fail(path, err)
	}
	return w.meter.fault == nil
}

// scope holds the decisions and articles that were read from one archive.
type scope map[id]struct{}

// id is an identifier of the DILA (JURITEXT000099000001) in 16 bytes: eight
// letters and the number that is written in twelve digits.
type id struct{ letters, number uint64 }

func parseID(s string) (id, bool) {
	if len(s) != 20 {
		return id{}, false
	}
	for _, c := range []byte(s[:8]) {
		if c < 'A' || c > 'Z' {
			return id{}, false
		}
	}
	number, err := strconv.ParseUint(s[8:], 10, 64)
	return id{binary.BigEndian.Uint64([]byte(s)), number}, err == nil
}

// note remembers a decision that was read, in each archive around it.
func (w *walker) note(source string) {
	key, ok := parseID(source)
	if !ok {
		return
	}
	for i := range w.scopes {
		if w.scopes[i] == nil {
			w.scopes[i] = scope{}
		}
		w.scopes[i][key] = struct{}{}
	}
}

// added reports whether the archive that holds the list gave the decision.
func (w *walker) added(key id) bool {
	if len(w.scopes) == 0 {
		return false
	}
	_, ok := w.scopes[len(w.scopes)-1][key]
	return ok
}
