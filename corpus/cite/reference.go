package cite

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// ErrReference is wrapped by every error of ParseReference.
var ErrReference = errors.New("not a reference")

// maxReference bounds what a person types, in bytes.
const maxReference = 1000

// ParseReference reads what a person types for provisions or decisions: "C. civ.
// 1382", "CPC 808/809", "loi 78-17 art 32", "17-21.434", "TGI Laval 4 octobre
// 2016", or a key. The keys come in the order of the words, each once; a decision
// given by number and day has the key with the day, "cass/23-17506@2024-10-09",
// because two decisions may share a number. An error is one line, wraps ErrReference and says what was not understood.
func (f *Finder) ParseReference(s string) ([]corpus.Key, error) {
	s = strings.Join(strings.Fields(s), " ")
	switch {
	case s == "":
		return nil, fmt.Errorf("cite: %w: it is empty", ErrReference)
	case len(s) > maxReference:
		return nil, fmt.Errorf("cite: %w: longer than %d bytes", ErrReference, maxReference)
	}
	if k, err := corpus.ParseKey(s); err == nil {
		return []corpus.Key{k}, nil
	}
	r := f.newReader(fold.New(s), Context{})
	r.typed = true
	r.scan(r.numberFirst(), len(r.s))
	r.settle()
	var keys []corpus.Key
	for _, c := range r.citations() {
		if c.Key == "" {
			return nil, fmt.Errorf("cite: %w: %q: %s", ErrReference, c.Text, c.Unresolved)
		}
		if k := dated(c); !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	if len(keys) == 0 {
		return nil, fmt.Errorf("cite: %w: %q is neither a provision nor a decision", ErrReference, s)
	}
	if rest := r.rest(); rest != "" {
		return nil, fmt.Errorf("cite: %w: %q is not understood in %q", ErrReference, rest, s)
	}
	return keys, nil
}

// dated is the key of a citation, with the day that is printed beside a number.
func dated(c corpus.Citation) corpus.Key {
	p, err := c.Key.Parts()
	if err != nil || p.Family != corpus.CaseLaw || c.Date == "" || p.ID == string(c.Date) {
		if c.Node.Chamber() != "" {
			return c.Node
		}
		return c.Key
	}
	return c.Key.At(c.Date, "")
}

// numberFirst reads articles that stand before their instrument without the word
// "article", "1240 code civil", and a number of pourvoi by itself. It returns
// where reading goes on.
func (r *reader) numberFirst() int {
	var d decision
	if e, ok := r.dockets(&d, 0); ok && len(d.dockets) > 0 && d.dockets[0].kind != "" {
		d.court.Kind, d.named = d.dockets[0].kind, true
		return r.decided(d, 0, e)
	}
	q, e, _ := r.qualifier(beforeQualifier, 0)
	from := r.any(e, ".")
	items, end := r.list(from, false)
	if len(items) == 0 {
		return 0
	}
	in, ok := r.after(end)
	if !ok || in.private {
		return 0
	}
	return r.bind(group{start: from, end: end, items: items, qual: corpus.Qualifier(q), qualEnd: e})
}

// rest is the first word of what was typed that belongs to no citation.
func (r *reader) rest() string {
	covered := make([]bool, len(r.s)+1)
	for i := range r.out {
		f := &r.out[i]
		for j := f.start; j < f.end; j++ {
			covered[j] = true
		}
		if f.qualEnd > f.qualStart {
			for j := f.qualStart; j < f.qualEnd; j++ {
				covered[j] = true
			}
		}
	}
	for _, in := range r.named {
		for j := in.start; j < in.end; j++ {
			covered[j] = true
		}
	}
	for i := range r.s {
		if !r.wordStart(i) || covered[i] {
			continue
		}
		if w := r.word(i); !quiet(w) {
			return r.t.Span(i, i+len(w)).Of(r.t.Original)
		}
	}
	return ""
}

// quiet reports whether a word means nothing of its own in what a person types.
func quiet(w string) bool {
	switch w {
	case "et", "ou", "a", "du", "de", "la", "le", "les", "l", "d", "des", "au", "article", "articles", "art", "arts", "vu", "s", "ss", "suivants",
		"n", "no", "code", "en", "son", "ses", "ensemble", "ainsi", "que", "arret", "jugement", "ordonnance", "decision", "pourvoi", "meme", "dans":
		return true
	}
	return false
}
