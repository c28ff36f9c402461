package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// nounClass tells what an anaphoric noun points back to.
func nounClass(w string) string {
	switch w {
	case "code":
		return "code"
	case "loi", "ordonnance", "decret", "arrete", "reglement", "directive", "texte":
		return w
	case "convention", "traite", "charte", "pacte":
		return w
	case "livre":
		return "code"
	case "accord", "avenant":
		return "convention-collective"
	}
	return ""
}

// anaphora reads a reference to an instrument named before: "du même code", "dudit
// code", "de ce code", "du code précité", "de la loi", "du règlement". i is
// where its preposition stands, k where its noun may.
func (r *reader) anaphora(i, k int) (instrument, bool) {
	strong := false
	switch r.word(i) {
	case "dudit":
		strong = true
	case "de":
		j := r.blank(i + 2)
		if e, ok := r.lit(j, "ladite", "ledit", "ce", "cette", "cet"); ok {
			k, strong = r.blank(e), true
		}
		if r.at(j) == 'l' && r.at(j+1) == '\'' {
			k = j + 2
		}
	}
	if e, ok := r.lit(k, "meme", "dite", "dit"); ok {
		k, strong = r.blank(e), true
	}
	w := r.word(k)
	class := nounClass(w)
	if class == "" || !strong && k == i {
		return instrument{}, false
	}
	end := k + len(w)
	if e, ok := r.lit(r.blank(end), "collective"); ok && class == "convention" {
		class, end = "convention-collective", e
	}
	if _, e, ok := r.phrase(namedWord, r.blank(end)); ok {
		end, strong = e, true
	}
	in := instrument{start: k, end: end, back: true, rule: "same-" + class}
	if in.key = r.mem.backTo(class); in.key == "" {
		return instrument{}, false
	}
	if strong {
		return in, true
	}
	if _, ok := r.instrument(k, true); ok {
		return instrument{}, false
	}
	if _, _, ok := r.f.law.Match(r.s, k); ok || class == "texte" {
		return instrument{}, false
	}
	return in, r.closes(end)
}

// closes reports whether a bare "du règlement" ends there: what follows is no
// complement that makes it another text.
func (r *reader) closes(i int) bool {
	j := r.blank(i)
	switch r.word(j) {
	case "du", "de", "des", "d", "interieur", "n", "no", "relatif", "relative", "portant", "collective", "client", "source":
		return false
	}
	return true
}

// memory is what the text has said so far of instruments.
type memory struct {
	last       map[string]place // by class: code, loi, …, convention; "" for any
	articles   map[string]corpus.Key
	lettered   place // last code cited with lettered articles
	private    int   // where a contract or the like was last named
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
	m.last[kindOf(key)] = p
	m.last[""] = p
}

// backTo is the instrument that "le même …" of the class means.
func (m *memory) backTo(class string) corpus.Key {
	if class == "texte" {
		class = ""
	}
	return m.last[class].key
}
