// Package fold writes a French text in plain lower-case ASCII, so that rules
// need one spelling, and keeps the way back to the bytes of the original.
//
//	original  « L’Article 1382 » de la société Kœnig, n° 12
//	folded    " l'article 1382 " de la societe koenig, n# 12
//
// Goes in: any UTF-8 text, also invalid. Comes out: ASCII bytes and a map of
// offsets. It does not tokenise, and drops nothing but combining marks, soft
// hyphens and zero-width characters.
package fold

import (
	"math/bits"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
)

// Text is a folded text beside its original.
type Text struct {
	// Original is the text that spans point into.
	Original string
	// Folded is lower-case ASCII. Apostrophes of every kind are ', quotation
	// marks of every kind ", hyphens and dashes -, spaces of every kind a
	// blank, line ends \n; ° and º are #, § is $, … is three dots; œ and æ are
	// two letters. Any other character is ~.
	Folded string
	// shifts are the places where folded and original offsets drift apart.
	shifts []shift
	// capitals has a bit for each folded byte: whether it comes from a capital.
	capitals []uint64
}

// shift says that from folded offset at on, original = folded + delta.
type shift struct{ at, delta int32 }

// New folds a text of at most 2 GiB. Its cost is linear; it allocates the
// folded copy, a bit for each of its bytes, and 8 bytes for each character outside
// ASCII, of which it makes room for the usual share at once.
func New(s string) *Text {
	t := &Text{Original: s, shifts: make([]shift, 0, len(s)/32), capitals: make([]uint64, len(s)/64+1)}
	var out strings.Builder
	out.Grow(len(s)) // no character grows
	var page [512]byte
	k, n := 0, 0 // bytes of the page, and of those before it
	for i := 0; i < len(s); {
		if k > len(page)-4 {
			out.Write(page[:k])
			k, n = 0, n+k
		}
		if run := t.plain(page[k:len(page)-3], s[i:], n+k); run > 0 {
			k, i = k+run, i+run
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		folded, capital := foldRune(r), unicode.IsUpper(r)
		for c := range len(folded) {
			if c > 0 {
				t.drift(n+k, i)
			}
			page[k] = folded[c]
			if capital {
				t.capitals[(n+k)>>6] |= 1 << ((n + k) & 63)
			}
			k++
		}
		i += size
		t.drift(n+k, i)
	}
	out.Write(page[:k])
	t.Folded = out.String()
	return t
}

// plain folds the ASCII at the start of s into page, as far as it reaches, and gives
// its length. at is its folded offset.
func (t *Text) plain(page []byte, s string, at int) int {
	s = s[:min(len(s), len(page))]
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return i
		}
		page[i] = ascii[c]
		if c-'A' < 26 {
			t.capitals[(at+i)>>6] |= 1 << ((at + i) & 63)
		}
	}
	return len(s)
}

// Capital reports whether the folded byte at i comes from a capital letter. No byte
// does outside the text.
func (t *Text) Capital(i int) bool {
	return uint(i) < uint(len(t.Folded)) && t.capitals[i>>6]&(1<<(i&63)) != 0
}

// drift notes that the folded byte at comes from the original byte o, unless
// that already follows from the shift before.
func (t *Text) drift(at, o int) {
	next := shift{at: int32(at), delta: int32(o - at)}
	n := len(t.shifts)
	switch {
	case n == 0 && next.delta == 0, n > 0 && t.shifts[n-1].delta == next.delta:
		return
	case n > 0 && t.shifts[n-1].at == next.at:
		t.shifts[n-1] = next
	default:
		t.shifts = append(t.shifts, next)
	}
}

// Start gives the original offset of the character that produced the folded
// byte at i. i may be len(Folded), which gives len(Original) less any characters
// dropped at the end.
func (t *Text) Start(i int) int {
	n := t.before(i)
	if n == 0 {
		return i
	}
	return i + int(t.shifts[n-1].delta)
}

// before is the number of shifts at or before the folded offset i.
func (t *Text) before(i int) int {
	return sort.Search(len(t.shifts), func(n int) bool { return int(t.shifts[n].at) > i })
}

// NextCapital gives the first folded offset in [i,end) that comes from a capital
// letter, or end.
func (t *Text) NextCapital(i, end int) int {
	for ; i < end; i = (i | 63) + 1 {
		if word := t.capitals[i>>6] >> (i & 63); word != 0 {
			return min(i+bits.TrailingZeros64(word), end)
		}
	}
	return end
}

// Span maps a folded range to the original bytes that produced it.
func (t *Text) Span(start, end int) corpus.Span {
	c := Cursor{Text: t}
	return c.Span(start, end)
}

// Index gives the folded offset of the first byte produced by a character that
// starts at or after the original offset o.
func (t *Text) Index(o int) int {
	n, end := len(t.shifts), len(t.shifts)
	for low := 0; low < n; { // the first shift whose character starts at or after o
		if mid := int(uint(low+n) / 2); int(t.shifts[mid].at+t.shifts[mid].delta) < o {
			low = mid + 1
		} else {
			n = mid
		}
	}
	i := o
	if n > 0 {
		i -= int(t.shifts[n-1].delta)
	}
	if n < end {
		return min(i, int(t.shifts[n].at))
	}
	return min(i, len(t.Folded))
}
