package legi

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
	"golang.org/x/text/unicode/norm"
)

func loadNatures() (map[string]string, error) {
	rows, err := table.ReadFile(files, "natures.tsv", "nature", "head")
	if err != nil {
		return nil, fmt.Errorf("legi: %w", err)
	}
	all := map[string]string{}
	for _, r := range rows {
		if _, err := corpus.ParseKey(r.Get("head") + "/99-1"); err != nil {
			return nil, fmt.Errorf("legi: %w", r.Errorf("%w", err))
		}
		all[r.Get("nature")] = r.Get("head")
	}
	return all, nil
}

// text is the key of the text that an article belongs to, "" when it is not one
// that is kept. A code that the table does not know yet has the slug of its title.
func (r *Reader) text(f *fields) corpus.Key {
	for _, id := range []string{f.cid, f.titre} {
		if key, ok := r.texts.Code(id); ok {
			return key
		}
	}
	if f.nature == "CODE" {
		if key, err := corpus.ParseKey(corpus.Slug(f.title)); err == nil && key.Family() == corpus.CodeArticle {
			return key
		}
		return ""
	}
	return r.act(f.nature, f.number, f.signed)
}

// act is the key of an act: by its number, or by the day of a statute that is known
// by its day ("" is not known).
func (r *Reader) act(nature, number, signed string) corpus.Key {
	head := r.natures[nature]
	switch {
	case head == "":
		return ""
	case number != "":
		key, _ := corpus.ParseKey(head + "/" + number)
		return key
	}
	if key := corpus.Key(head + "/" + signed); r.texts.Dated(key) {
		return key
	}
	return ""
}

// lettered is the number of an article that begins with a letter, however it is
// punctuated: "L. 121-1", "R. *421-1", "*R421-1", "L.O. 141".
var lettered = regexp.MustCompile(`^(\*{0,2})\s*([LRDA])\.?\s?([OP]?)\.?\s*(\*{0,2})\.?\s*(\d.*)$`)

// articleKey joins the key of a text and the number of an article as LEGI prints
// it. An error says that it is no number.
func articleKey(text corpus.Key, num string) (corpus.Key, error) {
	if m := lettered.FindStringSubmatch(num); m != nil {
		num = m[2] + m[3] + m[1] + m[4] + m[5]
	}
	return corpus.ParseKey(string(text) + "/" + corpus.CanonArticle(plain(num)))
}

// plain writes a number in the letters of keys: no accents, and a hyphen for all
// that stands between its words.
func plain(num string) string {
	if isPlain(num) {
		return strings.TrimRight(num, ".-")
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(num) {
		switch {
		case r < 0x80 && (isPlain(string(r)) || r == ' '):
			b.WriteRune(r)
		case r >= 0x300 && r < 0x370: // an accent
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Trim(strings.Join(strings.Fields(b.String()), " "), " .-")
}

func isPlain(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '-', c == '*', c == '.':
		default:
			return false
		}
	}
	return true
}
