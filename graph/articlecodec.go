package graph

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// articleCodec is the first byte of what is kept of a version beside its place and
// its text; another layout has another.
const articleCodec = 1

var errArticle = errors.New("bad record of an article")

// encodeArticle writes state, last day, headings and moves, each string behind its
// length.
func encodeArticle(a *law.ArticleVersion) []byte {
	b := make([]byte, 0, 512)
	b = append(b, articleCodec)
	text := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	text(a.State)
	text(string(a.End))
	b = binary.AppendUvarint(b, uint64(len(a.Titles)))
	for _, t := range a.Titles {
		text(t)
	}
	b = binary.AppendUvarint(b, uint64(len(a.Moves)))
	for _, m := range a.Moves {
		from := byte(0)
		if m.From {
			from = 1
		}
		b = append(b, from)
		text(m.Type)
		text(m.ID)
		text(string(m.Key))
	}
	return b
}

// unpacker reads what encodeArticle writes.
type unpacker struct {
	rest []byte
	err  error
}

func (u *unpacker) number() int {
	n, size := binary.Uvarint(u.rest)
	if size <= 0 || n > uint64(len(u.rest)) {
		u.rest, u.err = nil, errArticle
		return 0
	}
	u.rest = u.rest[size:]
	return int(n)
}

func (u *unpacker) text() string {
	n := u.number()
	if n > len(u.rest) {
		u.rest, u.err = nil, errArticle
		return ""
	}
	s := string(u.rest[:n])
	u.rest = u.rest[n:]
	return s
}

func (u *unpacker) flag() bool {
	if len(u.rest) == 0 {
		u.err = errArticle
		return false
	}
	f := u.rest[0] == 1
	u.rest = u.rest[1:]
	return f
}

// decodeArticle reads a version, without its text.
func decodeArticle(p place, b []byte) (law.ArticleVersion, error) {
	a := law.ArticleVersion{ID: p.id, Key: p.key, Start: p.start}
	if len(b) == 0 || b[0] != articleCodec {
		return a, fmt.Errorf("%s: %w", p.id, errArticle)
	}
	u := unpacker{rest: b[1:]}
	a.State, a.End = u.text(), corpus.Date(u.text())
	a.Titles = make([]string, u.number())
	for i := range a.Titles {
		a.Titles[i] = u.text()
	}
	a.Moves = make([]law.ArticleLink, u.number())
	for i := range a.Moves {
		m := &a.Moves[i]
		m.From, m.Type, m.ID, m.Key = u.flag(), u.text(), u.text(), corpus.Key(u.text())
	}
	if u.err == nil && len(u.rest) > 0 {
		u.err = errArticle
	}
	if u.err != nil {
		return a, fmt.Errorf("%s: %w", p.id, u.err)
	}
	return a, nil
}

// articleSum names the content of a version.
type articleSum [16]byte

func sumArticle(p place, meta []byte, text string) (s articleSum) {
	h := sha256.New()
	h.Write(p.in(0))
	h.Write(meta)
	h.Write([]byte{0})
	h.Write([]byte(text))
	copy(s[:], h.Sum(nil))
	return s
}

// articleNote is what is kept of an identifier: where its version is, which change
// brought it there, and, when it was removed, that it must not come back.
type articleNote struct {
	seq     uint64 // of its entry in the journal; 0: it has none
	removed bool
	sum     articleSum // of the content, the last one when it was removed
	issued  string
	place   place // id is not kept
}

func (n articleNote) held() bool { return !n.removed && n.seq != 0 }

func (n articleNote) encode() []byte {
	b := binary.BigEndian.AppendUint64(nil, n.seq)
	state := byte(1)
	if n.removed {
		state = 0
	}
	b = append(append(b, state), n.sum[:]...)
	return append(b, n.issued+"\x00"+string(n.place.key)+"\x00"+string(n.place.start)...)
}

func decodeArticleNote(id string, b []byte) (n articleNote, err error) {
	const fixed = 8 + 1 + 16
	if len(b) < fixed {
		return n, fmt.Errorf("%s: %w", id, errArticle)
	}
	n.seq, n.removed = binary.BigEndian.Uint64(b), b[8] == 0
	copy(n.sum[:], b[9:])
	parts := strings.Split(string(b[fixed:]), "\x00")
	if len(parts) != 3 {
		return n, fmt.Errorf("%s: %w", id, errArticle)
	}
	n.issued, n.place = parts[0], place{corpus.Key(parts[1]), corpus.Date(parts[2]), id}
	return n, nil
}
