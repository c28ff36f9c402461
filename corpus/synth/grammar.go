package synth

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus/table"
)

// grammar writes texts of a kind by choosing among the texts of that kind, and
// of the kinds that these name.
type grammar struct {
	kinds   map[string]int
	choices [][][]piece  // of each kind
	parts   [3][][]piece // of a rare word
}

// piece is literal text, or a kind of text.
type piece struct {
	text string
	kind int // none for literal text; below none, a slot
}

// The slots of a grammar that are not kinds of its table.
const (
	none      = -1 - iota
	aNumber   // {n}: 2 to 60
	anAmount  // {eur}: a sum in euros
	aPercent  // {pct}
	aRareWord // {rare}: a word of the long tail
	anArticle // {article}: the number of another article
)

var grammarSlots = map[string]int{"n": aNumber, "eur": anAmount, "pct": aPercent, "rare": aRareWord, "article": anArticle}

// newGrammar reads a table with the columns kind and text. A text may name only
// kinds whose rows begin below its own, so that no text is endless.
func newGrammar(rows []table.Row) (*grammar, error) {
	g := &grammar{kinds: map[string]int{}}
	for _, r := range rows {
		if kind := r.Get("kind"); !g.knows(kind) {
			g.kinds[kind] = len(g.choices)
			g.choices = append(g.choices, nil)
		}
	}
	for _, r := range rows {
		kind := g.kinds[r.Get("kind")]
		pieces, err := g.pieces(r.Get("text"), kind)
		if err != nil {
			return nil, r.Errorf("%w", err)
		}
		g.choices[kind] = append(g.choices[kind], pieces)
	}
	for i, part := range []string{"prefixe", "racine", "suffixe"} {
		if !g.knows(part) {
			return nil, fmt.Errorf("no rows of the kind %s", part)
		}
		g.parts[i] = g.choices[g.kinds[part]]
	}
	return g, nil
}

func (g *grammar) knows(kind string) bool { _, ok := g.kinds[kind]; return ok }

// pieces cuts a text at its slots.
func (g *grammar) pieces(text string, kind int) ([]piece, error) {
	var out []piece
	for text != "" {
		literal, rest, slot := strings.Cut(text, "{")
		if literal != "" {
			out = append(out, piece{text: literal, kind: none})
		}
		if !slot {
			break
		}
		name, after, closed := strings.Cut(rest, "}")
		k, ok := g.kinds[name]
		if !ok {
			k, ok = grammarSlots[name]
		}
		switch {
		case !closed:
			return nil, fmt.Errorf("{%s is not closed", rest)
		case !ok:
			return nil, fmt.Errorf("unknown kind {%s}", name)
		case k >= 0 && k <= kind:
			return nil, fmt.Errorf("{%s} must stand below", name)
		}
		out, text = append(out, piece{kind: k}), after
	}
	return out, nil
}

// write appends a text of a kind. article appends the number of an article; it
// is not called for a text without that slot.
func (g *grammar) write(out []byte, c *chance, kind int, article func([]byte) []byte) []byte {
	for _, p := range pick(c, g.choices[kind]) {
		switch p.kind {
		case none:
			out = append(out, p.text...)
		case aNumber:
			out = strconv.AppendInt(out, int64(c.between(2, 60)), 10)
		case anAmount:
			out = strconv.AppendInt(out, int64(c.between(1, 99)*pick(c, []int{10, 150, 1000, 3750})), 10)
		case aPercent:
			out = strconv.AppendInt(out, int64(c.between(1, 95)), 10)
		case aRareWord:
			at := len(out)
			out = contract(g.rare(out, c), at)
		case anArticle:
			out = article(out)
		default:
			at := len(out)
			out = contract(g.write(out, c, p.kind, article), at)
		}
	}
	return out
}

// rare appends a word of the long tail: some are met often, most hardly ever.
func (g *grammar) rare(out []byte, c *chance) []byte {
	all := len(g.parts[0]) * len(g.parts[1]) * len(g.parts[2])
	n := c.rank(all) * 7919 % all // so that neighbours are not alike
	for _, part := range g.parts {
		out = append(out, part[n%len(part)][0].text...)
		n /= len(part)
	}
	return out
}

// contract joins a preposition that ends at the byte at to the word behind it:
// "de le" is "du", "à le" is "au", "de une" is "d'une".
func contract(out []byte, at int) []byte {
	head, word := out[:at], out[at:]
	join := func(preposition, joined string, drop int) []byte {
		if !bytes.HasSuffix(head, []byte(preposition)) {
			return nil
		}
		return append(append(head[:at-len(preposition)], joined...), word[drop:]...)
	}
	switch r, _ := utf8.DecodeRune(word); {
	case bytes.HasPrefix(word, []byte("le ")):
		if du := join(" de ", " du ", len("le ")); du != nil {
			return du
		}
		if au := join(" à ", " au ", len("le ")); au != nil {
			return au
		}
	case strings.ContainsRune("aeiouéêhœ", r) && !bytes.HasPrefix(word, []byte("huit")):
		if d := join(" de ", " d'", 0); d != nil {
			return d
		}
	}
	return out
}
