package courtname

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// maxName is the longest name that is read, in bytes; a longer one is prose.
const maxName = 500

// Court reads a name. The chamber is left to the caller. A court whose kind is
// told apart by place, and whose name prints none, has an empty place.
func (n *Names) Court(name string) corpus.Court {
	if len(name) > maxName {
		return corpus.Court{}
	}
	t := fold.New(name)
	at, end, kind := len(t.Folded), 0, corpus.CourtKind("")
	for _, f := range n.forms {
		i := wordIndex(t.Folded, f.words)
		if i >= 0 && (i < at || i == at && i+len(f.words) > end) {
			at, end, kind = i, i+len(f.words), f.kind
		}
	}
	c := corpus.Court{Kind: kind}
	if kind.HasPlace() {
		c.Place = Place(name[t.Span(at, end).End:])
	}
	return c
}

// wordIndex finds whole words in folded text.
func wordIndex(text, words string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return -1
		}
		i += from
		end := i + len(words)
		if (i == 0 || !letter(text[i-1])) && (end == len(text) || !letter(text[end])) {
			return i
		}
		from = end
	}
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }

// articles are what may stand between a court and its place, and what it leaves
// at the head of the name: "du Mans" is Le Mans, "de La Rochelle" La Rochelle,
// "de la Sarthe" Sarthe.
var articles = []struct{ before, keep string }{
	{"de l'", ""}, {"de la ", ""}, {"des ", "Les "}, {"du ", "Le "}, {"de ", ""}, {"d'", ""},
}

// plain gives the apostrophe and the blank their plain forms.
var plain = strings.NewReplacer("’", "'", "\u00a0", " ")

// Place reads a place as it stands behind the name of a court ("de Rennes",
// "d'Angers", "DU MANS, 2e chambre") or alone ("Rennes"). It returns "" for
// what does not begin like a place.
func Place(s string) string {
	s = strings.TrimSpace(plain.Replace(s))
	if i := strings.IndexAny(s, ",;:(\n\t/"); i >= 0 {
		s = s[:i]
	}
	s, _, _ = strings.Cut(s, " - ")
	s = capitals(strings.Join(strings.Fields(s), " "))
	for _, a := range articles {
		if rest, ok := strings.CutPrefix(s, a.before); ok {
			s = a.keep + rest
			break
		}
	}
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) {
		return ""
	}
	return s
}

// small are the words that stay small within the name of a place.
var small = map[string]bool{"de": true, "du": true, "des": true, "d'": true, "en": true, "et": true,
	"sur": true, "sous": true, "le": true, "les": true, "lès": true, "aux": true, "à": true, "l'": true}

// capitals writes a name that is all in capitals with capitals at the beginning
// of words only: "D'AIX EN PROVENCE" gives "d'Aix en Provence".
func capitals(s string) string {
	if s != strings.ToUpper(s) || s == strings.ToLower(s) {
		return s
	}
	var b strings.Builder
	for word := range words(strings.ToLower(s)) {
		if small[word] {
			b.WriteString(word)
			continue
		}
		r, size := utf8.DecodeRuneInString(word)
		b.WriteRune(unicode.ToUpper(r))
		b.WriteString(word[size:])
	}
	return b.String()
}

// words cuts a name into words and what stands between them; an apostrophe
// belongs to the word before.
func words(s string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for s != "" {
			n := strings.IndexAny(s, " -'")
			switch {
			case n < 0:
				n = len(s)
			case n == 0 || s[n] == '\'':
				n++
			}
			if !yield(s[:n]) {
				return
			}
			s = s[n:]
		}
	}
}
