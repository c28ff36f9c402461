package fold

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// ascii folds the first 128 characters.
var ascii = func() (a [utf8.RuneSelf]byte) {
	for c := range a {
		switch {
		case c >= 'A' && c <= 'Z':
			a[c] = byte(c) + 'a' - 'A'
		case c == '\n':
			a[c] = '\n'
		case c < ' ' || c == 0x7f:
			a[c] = ' '
		case c == '`':
			a[c] = '\''
		default:
			a[c] = byte(c)
		}
	}
	return a
}()

// foldRune folds one character outside ASCII.
func foldRune(r rune) string {
	switch {
	case r < rune(len(latin)):
		return latin[r]
	case r >= firstMark && r < firstMark+rune(len(marks)):
		return marks[r-firstMark]
	}
	return foldAny(r)
}

// marks holds the folded form of the dashes, quotation marks and blanks of Unicode's
// General Punctuation.
var marks = func() (m [0x70]string) {
	for n := range m {
		m[n] = foldAny(firstMark + rune(n))
	}
	return m
}()

const firstMark = '\u2000'

// latin holds the folded form of the characters up to Latin Extended-A, which
// are nearly all that French texts use.
var latin = func() (l [0x180]string) {
	for r := range l {
		l[r] = foldAny(rune(r))
	}
	return l
}()

// foldAny folds any character outside ASCII.
func foldAny(r rune) string {
	switch r {
	case '’', '‘', '‛', 'ʼ', 'ʻ', 'ʽ', '´', '′', '＇', 'ʹ', 'ꞌ', '\u0091', '\u0092':
		return "'"
	case '«', '»', '“', '”', '„', '‟', '″':
		return "\""
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹣', '－':
		return "-"
	case '\u00a0', '\u202f', '\u2007', '\u2009', '\u200a', '\u2002', '\u2003', '\u2004',
		'\u2005', '\u2006', '\u2008', '\u3000', '\u205f', '\u1680':
		return " "
	case '\u2028', '\u2029', '\u0085':
		return "\n"
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\ufeff', '\u2060':
		return ""
	case '°', 'º', '˚':
		return "#"
	case '§':
		return "$"
	case '…':
		return "..."
	case 'œ', 'Œ':
		return "oe"
	case 'æ', 'Æ':
		return "ae"
	case 'ß':
		return "ss"
	case 'ſ':
		return "s"
	case 'ﬀ':
		return "ff"
	case 'ﬁ':
		return "fi"
	case 'ﬂ':
		return "fl"
	case 'ﬃ':
		return "ffi"
	case 'ﬄ':
		return "ffl"
	case 'ﬅ', 'ﬆ':
		return "st"
	case 'ª':
		return "a"
	case 'ø', 'Ø':
		return "o"
	case '⁄', '∕':
		return "/"
	case '×':
		return "x"
	}
	return stripped(r)
}

// stripped removes the accents of a letter, drops a combining mark, and gives ~
// for what has no plain form.
func stripped(r rune) string {
	if r >= 0x300 && r < 0x370 {
		return ""
	}
	d := norm.NFKD.String(string(r))
	c := d[0]
	if c >= utf8.RuneSelf || c <= ' ' {
		return "~"
	}
	return string(rune(ascii[c]))
}
