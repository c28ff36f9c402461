package frlegal

import "strings"

// A number is read whole, so that no part of it is found for another number, and
// its written variants are one term:
//
//	1235-3, 1235‑3                              1235-3
//	17-21.434, 17-21434, 17/21434, 17/21.434    17-21434
//	18/04366, 18-04366, 18/4366, 18 / 04366     18-4366
//	1 500, 1.500, 1500                          1500
//	1er, 1re, 1ère; 2e, 2ème                    1; 2
//	20NT01234                                   20nt01234
//
// The parts of a date and of a span of years are numbers of their own: 4/10/2016,
// 2016-10-04, 10/2016, 2015-2017.

// number reads a number that begins where w does.
func (s *scanner) number(w *word) {
	w.nature = number
	end := s.digits(w.start)
	switch w.end = end; {
	case end <= s.plain:
	case s.mixture(w):
	case s.grouped(w):
	case s.parted(w):
	default:
		w.end = s.ordinal(end)
	}
}

// digits is the end of the run of digits that begins at i.
func (s *scanner) digits(i int) int {
	for s.kind(i) == digit {
		i++
	}
	return i
}

// mixture reads the numbers of the administrative courts of appeal and of the
// commercial courts: digits, one or two letters, four digits or more.
func (s *scanner) mixture(w *word) bool {
	i := w.end
	for i < w.end+3 && s.kind(i) == letter {
		i++
	}
	if n := i - w.end; n == 0 || n > 2 {
		return false
	}
	end := s.digits(i)
	if n := end - i; n < 4 || n > 8 || s.kind(end) != other {
		return false
	}
	w.nature, w.end = mixture, end
	return true
}

// grouped reads thousands that a blank or a dot parts.
func (s *scanner) grouped(w *word) bool {
	by := s.byteAt(w.end)
	if by != ' ' && by != '.' || w.end-w.start > 3 || s.folded[w.start] == '0' {
		return false
	}
	end := w.end
	for s.byteAt(end) == by {
		next := s.digits(end + 1)
		if next != end+4 || s.dashed(next) {
			break
		}
		end = next
	}
	// 1.234.5 is the number of a heading.
	if end == w.end || by == '.' && s.byteAt(end) == '.' && s.kind(end+1) == digit {
		return false
	}
	w.end = end
	return true
}

// dashed reports whether a hyphen or a stroke and a digit stand at i.
func (s *scanner) dashed(i int) bool {
	c := s.byteAt(i)
	return (c == '-' || c == '/') && s.kind(i+1) == digit
}

// parted reads a number of parts: an article, a case, a statute.
func (s *scanner) parted(w *word) bool {
	const most = 5
	ends := [most]int{w.end}
	by, n := s.byteAt(w.end), 1
	if i := s.stroke(w); i > 0 {
		w.end = i
		return true
	}
	for ; n < most && s.dashed(ends[n-1]) && s.folded[ends[n-1]] == by; n++ {
		ends[n] = s.digits(ends[n-1] + 1)
	}
	last := ends[n-1]
	switch {
	case n == 1:
		return false
	case n == 3 && s.date(w.start, ends[:3]), n == 2 && s.years(w.start, ends[:2]):
		s.plain = last
		return true
	case n == 2 && ends[0]-w.start == 2 && last-ends[0] == 3:
		last = s.thousands(last)
	}
	w.end = last
	return true
}

// stroke is the end of a number of the general register with blanks around its
// stroke, 18 / 04366, or 0.
func (s *scanner) stroke(w *word) int {
	if w.end-w.start != 2 || !strings.HasPrefix(s.folded[w.end:], " / ") {
		return 0
	}
	start := w.end + len(" / ")
	end := s.digits(start)
	if n := end - start; n < 4 || n > 5 || s.kind(end) != other || s.dashed(end) {
		return 0
	}
	return end
}

// thousands is the end of the second part of the number of a pourvoi that was read
// as far as its first two digits: 17-21.434. What parts them is no usual blank,
// which may part two numbers.
func (s *scanner) thousands(i int) int {
	by := s.byteAt(i)
	end := s.digits(i + 1)
	if end != i+4 || by != '.' && (by != ' ' || s.text.Original[s.text.Start(i)] == ' ') {
		return i
	}
	return end
}

// date reports whether three parts are a day.
func (s *scanner) date(start int, ends []int) bool {
	a, b, c := ends[0]-start, ends[1]-ends[0]-1, ends[2]-ends[1]-1
	return b <= 2 && (a <= 2 && s.year(ends[1]+1, ends[2]) || c <= 2 && s.year(start, ends[0])) ||
		a == 2 && b == 2 && c == 2 && s.folded[ends[0]] == '/'
}

// years reports whether two parts are a month and a year, or two years.
func (s *scanner) years(start int, ends []int) bool {
	first := s.folded[start:ends[0]]
	month := len(first) <= 2 && first != "0" && first != "00" && (len(first) == 1 || first <= "12")
	return s.year(ends[0]+1, ends[1]) && (month || s.year(start, ends[0]))
}

// year reports whether a part is a year: 1800 to 2099.
func (s *scanner) year(start, end int) bool {
	y := s.folded[start:end]
	return len(y) == 4 && y >= "1800" && y < "2100"
}

// ordinal is the end of a number and of the letters that make it an ordinal.
func (s *scanner) ordinal(i int) int {
	end := i
	for end < i+5 && s.kind(end) == letter {
		end++
	}
	if ordinals[s.folded[i:end]] && s.byteAt(end) != '\'' {
		return end
	}
	return i
}

// ordinals are the endings of ordinals, folded.
var ordinals = map[string]bool{"er": true, "ers": true, "ere": true, "eres": true, "re": true, "res": true,
	"e": true, "es": true, "eme": true, "emes": true, "ieme": true, "nd": true, "nde": true}

// canon is a number in its one form: no signs but a hyphen between its parts, and
// no zero before a part.
func (s *scanner) canon(w word) string {
	as := s.folded[w.start:w.end]
	if proper(as) {
		return as[:min(len(as), maxTerm)]
	}
	out := make([]byte, 0, min(len(as), maxTerm))
	part := 0 // where it begins in out
	for i := 0; i < len(as) && len(out) < maxTerm; i++ {
		switch c := as[i]; {
		case c == '-' || c == '/':
			out = append(out, '-')
			part = len(out)
		case kinds[c] == digit:
			if len(out) == part+1 && out[part] == '0' {
				out = out[:part]
			}
			out = append(out, c)
		}
	}
	return string(out)
}

// proper reports whether a number is as canon writes it.
func proper(as string) bool {
	for i := range len(as) {
		first := i == 0 || as[i-1] == '-'
		switch c := as[i]; {
		case c == '0' && first && i+1 < len(as) && as[i+1] != '-':
			return false
		case c != '-' && kinds[c] != digit:
			return false
		}
	}
	return true
}
