package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// memory is what the text has said so far of instruments.
type memory struct {
	last       map[string]place // by class: code, loi, …, convention; "" for any
	articles   map[string]corpus.Key
	amended    place         // the statute named before last["loi"], when that one but amended a text
	lettered   place         // last code cited with lettered articles
	plain      place         // last code cited that numbers its articles 1, 2, 3
	codeBefore corpus.Key    // code named before last["code"], another one
	pair       [2]corpus.Key // the two codes named last by their names, in their order
	oneOfTwo   bool          // one of them was named by its place, "du premier de ces codes"
	actDay     corpus.Date   // of the act named last by its day
	private    int           // where a contract or the like was last named
	privateEnd int
}

// place is an instrument and where it was last named.
type place struct {
	key corpus.Key
	at  int
}

// kindOf is the anaphoric class of an instrument.
func kindOf(key corpus.Key) string {
	head, _, _ := strings.Cut(string(key), "/")
	switch {
	case strings.HasPrefix(head, "code-") || strings.HasPrefix(head, "livre-"):
		return "code"
	case head == "tfue", head == "tue", key == "convention/tce":
		return "traite"
	case strings.HasPrefix(head, "charte-"), key == "convention/charte-sociale":
		return "charte"
	case strings.HasPrefix(string(key), "convention/pid"):
		return "pacte"
	case head == "cesdh", strings.HasPrefix(head, "cesdh-"):
		return "convention"
	}
	return head
}

// note remembers an instrument named at the position at.
func (m *memory) note(key corpus.Key, at int) {
	p := place{key: key, at: at}
	kind := kindOf(key)
	if old := m.last[kind].key; kind == "code" && old != key {
		m.codeBefore = old
	}
	m.last[kind] = p
	m.last[""] = p
}

// amending remembers the statute named before in, when in is named but as the one that
// amended it, "l'article 10-1 de la loi n° 65-557 …, dans sa rédaction issue de la loi n°
// 2014-366 …": "la même loi" is the first.
func (r *reader) amending(in instrument) {
	if kindOf(in.key) != "loi" {
		return
	}
	last := r.mem.last["loi"]
	switch {
	case !r.enacting(in.start):
		r.mem.amended = place{}
	case last.key != "" && last.key != in.key && in.start-last.at < maxClause:
		r.mem.amended = last
	}
}

// backTo is the instrument that "le même …" of the class means.
func (m *memory) backTo(class string) corpus.Key {
	switch class {
	case "texte":
		class = ""
	case "convention-collective": // an accord between employers and staff, or between States
		if a, b := m.last[class], m.last["convention"]; strings.HasPrefix(string(b.key), "convention/accord-") && b.at > a.at {
			return b.key
		}
	case "convention": // a treaty or a collective agreement, the one named last
		if a, b := m.last[class], m.last["convention-collective"]; b.key != "" && (a.key == "" || b.at > a.at) {
			return b.key
		}
	}
	return m.last[class].key
}
