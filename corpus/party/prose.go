package party

import (
	"strings"

	"github.com/attendu/attendu/corpus/fold"
)

// prose reads a name in running text. A body must be named by at least one
// capitalised word: "la société" alone names nobody.
func (f *Finder) prose(t *fold.Text, i, to int) (name, bool) {
	to = min(to, i+nameLimit)
	i = f.lead(t, i, min(to, i+24))
	o, n := f.openerAt(t, i, to)
	switch {
	case n == 0 || o.class == counsel || o.class == body:
		return name{}, false
	case o.class == civility || o.class == consorts:
		return f.person(t, i, i+n, to)
	}
	sure, end := f.run(t, i+n, to)
	if o.class == sigle && sure == 0 {
		sure, end = i+n, max(end, i+n)
	}
	if sure == 0 || strings.Trim(t.Folded[i+n:sure], " .[]") == "" && o.class != sigle {
		return name{}, false
	}
	next := end
	if end > sure && !strings.HasPrefix(strings.TrimLeft(t.Folded[end:to], " "), "(") &&
		strings.Count(t.Folded[:min(len(t.Folded), headLimit)], t.Folded[i:end]) < 2 {
		end = sure
	}
	return name{from: i, to: trimEnd(t.Folded, i, end), kind: o.kind, class: o.class, next: next}, true
}

// fewestWords is how many words follow the opener of a body that an order names without a
// capital: "la caisse" alone names nobody.
const fewestWords = 2

// ordered reads a name in an order of the dispositif, which names in full: a body is
// named there without a proper name ("le directeur régional des finances publiques", "la
// Caisse nationale d'assurance vieillesse").
func (f *Finder) ordered(t *fold.Text, i, to int) (name, bool) {
	if x, ok := f.prose(t, i, to); ok {
		return x, true
	}
	to = min(to, i+nameLimit)
	i = f.lead(t, i, min(to, i+24))
	o, n := f.openerAt(t, i, to)
	if n == 0 || o.class != body && (o.class != form || !t.Capital(i)) {
		return name{}, false
	}
	_, end := f.run(t, i+n, to)
	for k := end; o.class == body && k > 0; { // "… de la région Lorraine et du département de la Meuse"
		m := f.say.andOf.FindStringIndex(t.Folded[k:to])
		if m == nil {
			break
		}
		if _, k = f.run(t, k+m[1], to); k > 0 {
			end = k
		}
	}
	if end == 0 || len(strings.Fields(t.Folded[i+n:end])) < fewestWords {
		return name{}, false
	}
	return name{from: i, to: trimEnd(t.Folded, i, end), kind: o.kind, class: o.class, next: end, common: true}, true
}

// run reads the words of the name of a body from i: sure is the end of its last
// capitalised word, end the end of all words that may belong to it; 0 when no word
// is capitalised.
func (f *Finder) run(t *fold.Text, i, to int) (sure, end int) {
	s := t.Folded
	last := ""
	for i = skipBlank(s, i, to); i < to; i = skipBlank(s, i, to) {
		w, proper := nameWord(t, i, to)
		if w == 0 {
			break
		}
		word := strings.TrimRight(s[i:i+w], "'")
		switch {
		case proper:
			i += w
			sure, end = i, i
		case word == "et" && !f.joins(t, i+w, to):
			return sure, end
		case f.is("article", word) && f.opened(t, i+w, to):
			return sure, end
		case (word == "la" || word == "le" || word == "les") && !strings.Contains(" de dans pour en d a ", " "+last+" "):
			return sure, end
		case word != "la" && word != "le" && word != "les" && f.is("end", word):
			return sure, end
		default:
			i += w
			end = i
		}
		last = word
	}
	return sure, end
}

// opened reports whether, after an article, a word opens the name of a company of
// its own; "caisse de la mutuelle" is one name, "auprès de la société X" two.
func (f *Finder) opened(t *fold.Text, i, to int) bool {
	for i < to && (fold.Blank(t.Folded[i]) || t.Folded[i] == '\'') {
		i++
	}
	o, n := f.openerAt(t, i, to)
	return n > 0 && (o.class == civility || o.words == "societe" && !t.Capital(i))
}

// joins reports whether "et" joins two words of one name: a capitalised word or
// "d'" follows, or one or two words that end the name ("Paris et région parisienne,").
func (f *Finder) joins(t *fold.Text, i, to int) bool {
	i = skipBlank(t.Folded, i, to)
	w := fold.LettersEnd(t.Folded, i, to)
	word := t.Folded[i:w]
	if o, n := f.openerAt(t, i, to); n > 0 && o.class == civility || word == "la" || word == "le" || word == "l" || word == "" {
		return false
	}
	return t.Capital(i) || word == "d" || word == "de" || word == "des" ||
		f.closes(t, w, to) || !f.is("end", word) && w < to && f.closes(t, fold.LettersEnd(t.Folded, skipBlank(t.Folded, w, to), to), to)
}

// closes reports whether a name ends at i: before a bracket, a comma or a semicolon.
func (f *Finder) closes(t *fold.Text, i, to int) bool {
	return i < to && strings.IndexByte("(,;", t.Folded[skipBlank(t.Folded, i, to-1)]) >= 0
}
