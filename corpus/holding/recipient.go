package holding

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus/fold"
)

// recipients lists the parties that words name after "à", "au" or "aux": at the
// last such place, or the first.
func (r *reader) recipients(words string, last bool) []int {
	var out []int
	end := 0
	for _, m := range r.f.say.given.FindAllStringIndex(words, maxSums) {
		if m[0] < end { // the second of "à M. Durieux et à Mme Vautier"
			continue
		}
		if who, n := r.rowOf(words[m[1]:]); n > 0 {
			if out, end = who, m[1]+n; !last {
				break
			}
		}
	}
	return out
}

// row reads the parties that words begin with: one, or several joined by a comma or
// "et".
func (r *reader) row(words string) []int {
	who, _ := r.rowOf(words)
	return who
}

// rowOf is row, with the length of what it reads.
func (r *reader) rowOf(words string) (out []int, size int) {
	for at := 0; ; {
		who, n := r.partyAt(words[at:])
		if n == 0 {
			break
		}
		out, at = append(out, who...), at+n
		size = at
		link := r.f.say.linked.FindString(words[at:])
		if link == "" {
			break
		}
		at += len(link)
	}
	slices.Sort(out)
	return slices.Compact(out), size
}

// partyAt gives the party, or the family, that words begin with, and the length of
// its name.
func (r *reader) partyAt(words string) ([]int, int) {
	window := words[:min(len(words), 160)]
	if m := r.f.say.family.FindStringSubmatchIndex(window); m != nil && m[0] == 0 {
		return r.familyAt(window[:m[3]], m[2])
	}
	rest := window
	for m := r.f.say.styles.FindString(rest); m != "" && len(m) < len(rest); m = r.f.say.styles.FindString(rest) {
		rest = rest[len(m):]
	}
	rest = strings.TrimPrefix(rest, "l'")
	best, size := -1, 0
	for i, p := range r.parties {
		for _, w := range p.words {
			if len(w) > size && fold.WordsAt(rest, w) == len(w) && !r.f.otherCivility(window[:len(window)-len(rest)], p.title) {
				best, size = i, len(w)
			}
			if len(w) > len(window)-len(rest)+size && fold.WordsAt(window, w) == len(w) { // "Mme Vautier"
				best, size = i, len(w)-(len(window)-len(rest))
			}
		}
	}
	if best < 0 {
		return nil, 0
	}
	return []int{best}, len(window) - len(rest) + size
}

// familyAt gives the parties of the first family that words name behind a place, and where
// its name ends.
func (r *reader) familyAt(words string, from int) ([]int, int) {
	for from < len(words) {
		w, _, _ := strings.Cut(words[from:], " ")
		name := strings.TrimRight(w, ".,;")
		var who []int
		for i, p := range r.parties {
			if p.ofFamily(name) {
				who = append(who, i)
			}
		}
		if len(who) > 0 || name == "et" {
			return who, from + len(name)
		}
		from += len(w) + 1
	}
	return nil, 0
}

// everyone lists the parties that words name after "à", "au" or "aux", wherever.
func (r *reader) everyone(words string) []int {
	var out []int
	for _, m := range r.f.say.given.FindAllStringIndex(words, maxSums) {
		out = append(out, r.row(words[m[1]:])...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
