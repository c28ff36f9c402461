package cite

import (
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// maxItems bounds one list; what follows is read as if the list had ended.
const maxItems = 400

// list reads the articles that begin at i. first says that the word "article"
// stands before them. end is i when there are none.
func (r *reader) list(i int, first bool) (items []item, end int) {
	end = i
	base := len(r.items)
	var next item
	var mode turn
	bracket := false // inside "(1240 nouveau)"
	for len(items) < maxItems {
		r.steps++
		it, ok := r.item(i, first, next)
		if !ok || len(items) > 0 && it.plain && !r.mayEnd(it.end) {
			break
		}
		if it.qual == "" || it.qual == corpus.Nouveau && mode.qual == corpus.Devenu {
			it.qual, it.qualStart, it.qualEnd = mode.qual, mode.start, mode.end
		}
		if head, ok := r.dashed(&it, len(items) > 0 || !r.single); ok {
			r.items = append(r.items, head)
		}
		r.items = append(r.items, it)
		items = r.items[base:len(r.items):len(r.items)]
		end = it.end
		r.spreadPlural(items)
		j, t := r.turn(end)
		if t.qual != "" {
			t.mark(items)
			mode = t
			i, first, next = j, true, item{before: t.sub}
			continue
		}
		if e, ok := r.clause(&items[len(items)-1], end); ok {
			end = e
			items = r.items[base:len(r.items):len(r.items)]
		}
		if k := r.blank(end); r.at(k) == ')' && (mode.qual != "" || bracket) {
			end, mode, bracket = k+1, turn{}, false
		}
		if k, ok := r.bracketed(end); ok {
			i, first, next, bracket = k, true, item{}, true
			continue
		}
		if j, next, ok = r.joiner(end); !ok {
			break
		}
		if r.comma(end) {
			mode = turn{}
		}
		i, first = j, false
		if n, e, ok := r.phrase(articleWord, j); ok {
			next.start, next.word, i, first = j, true, r.any(e, "."), true
			r.single = n == "one"
		}
	}
	return items, end
}

// spreadPlural gives the plural qualifier of the last article, "1134 et 1147
// anciens", to those before it.
func (r *reader) spreadPlural(items []item) {
	last := items[len(items)-1]
	w := strings.TrimSuffix(r.s[last.qualStart:last.qualEnd], ")")
	if !strings.HasPrefix(w, "anciens") && !strings.HasPrefix(w, "nouveaux") {
		return
	}
	for i := range items {
		if items[i].qual == "" {
			items[i].qual, items[i].qualStart, items[i].qualEnd = last.qual, last.qualStart, last.qualEnd
		}
	}
}

// comma reports whether the next mark is a comma.
func (r *reader) comma(i int) bool { return r.at(r.blank(i)) == ',' }

// joiner reads what joins an item to the next: a comma, "et", "ou", "à", a
// slash. next tells how.
func (r *reader) joiner(i int) (j int, next item, ok bool) {
	if r.at(i) == '/' {
		return i + 1, item{slash: true}, true
	}
	if r.at(i) == ' ' && r.at(i+1) == '/' && r.at(i+2) == ' ' && isDigit(r.at(i+3)) { // "12 / 16"
		return i + 3, item{slash: true}, true
	}
	if j, ok := r.dash(i); ok {
		return j, item{to: true}, true
	}
	if j := r.blank(i); r.at(j) == ';' && !r.single && r.plainAhead(r.blank(j+1)) {
		return r.blank(j + 1), item{}, true
	}
	j = r.any(i, ",")
	comma := strings.IndexByte(r.s[i:j], ',') >= 0
	if e, ok := r.lit(j, "a", "au"); ok && isBlank(r.at(e)) && !comma && (r.typed || !r.upper(j) || r.capsBefore(j)) {
		k := r.blank(e)
		if x, ok := r.lit(k, "l"); ok && r.at(x) == '\'' {
			k = r.blank(x + 1)
		}
		if r.at(k) == '-' && isDigit(r.at(k+1)) { // "1231-1 à -4"
			k++
		}
		return k, item{to: true}, true
	}
	joined := comma
	if _, e, ok := r.phrase(joinWord, j); ok {
		if r.at(e) == '/' && r.word(e+1) == "ou" {
			e += len("/ou")
		}
		j, joined = r.any(e, ","), true
	} else if r.at(j) == '&' {
		j, joined = r.blank(j+1), true
	} else if k := r.thatArticle(j); k > j {
		return k, item{}, true
	}
	if k := r.articleAhead(j); k > j {
		return k, item{}, true
	}
	if joined {
		if sub, k := r.subsAhead(j); k > j { // "815-9 et le deuxième alinéa de l'article 815-10"
			return k, item{before: sub}, true
		}
	}
	if joined && r.at(j) == '-' && isDigit(r.at(j+1)) && isDigit(r.at(r.back(i)-1)) { // "L. 442-1 et -2"
		return j + 1, item{slash: true}, true
	}
	return j, item{}, joined
}

// plainAhead reports whether a bare number at i goes on a list that semicolons
// separate, "articles : 4 ; 5 ; 12 du code": another one or the instrument follows.
func (r *reader) plainAhead(i int) bool {
	r.steps++
	a, ok := r.article(i, false)
	if !ok || !a.plain && !a.lettered {
		return false
	}
	j := r.blank(a.end)
	if r.at(j) == ';' {
		k := r.blank(j + 1)
		return isDigit(r.at(k)) && r.plainAhead(k)
	}
	k, ok := r.of(j)
	n, _, named := r.f.law.Match(r.s, k)
	return ok && named && n.Instrument != ""
}

// capsBefore reports whether the letter before i, within 60 bytes, is a capital:
// in a text of capitals A is "à".
func (r *reader) capsBefore(i int) bool {
	for j := i - 1; j >= 0 && i-j < 60; j-- {
		if isLetter(r.s[j]) {
			return r.upper(j)
		}
	}
	return false
}

// articleAhead skips "l'", "de l'", "les", "aux" before the word "article".
func (r *reader) articleAhead(i int) int {
	j := i
	if e, ok := r.lit(j, "de", "a", "sur"); ok {
		j = r.blank(e)
	}
	switch e, ok := r.lit(j, "l", "les", "des", "aux", "la"); {
	case !ok:
		return i
	case r.at(e) == '\'':
		j = e + 1
	default:
		j = r.blank(e)
	}
	if _, _, ok := r.phrase(articleWord, j); ok {
		return j
	}
	return i
}

// thatArticle reads the second half of "tant l'article 544 que l'article 545", "ni
// à l'article 2044 ni à l'article 2052".
func (r *reader) thatArticle(i int) int {
	e, ok := r.lit(i, "que", "qu", "ni")
	if first := "tant "; !ok {
		return i
	} else {
		if r.s[i] == 'n' {
			first = "ni "
		}
		if !strings.Contains(r.s[max(0, i-60):i], first) {
			return i
		}
	}
	j := r.any(e, "'")
	if k := r.articleAhead(j); k > j {
		return k
	}
	return i
}

// maxDashed bounds the range that a hyphen makes of two numbers.
const maxDashed = 30

// dashed takes "76-82" in a list for a range, and returns its first article: inserted
// articles are numbered from 1, none behind a number as long that is smaller. it becomes
// the last article; several says that there is more than one.
func (r *reader) dashed(it *item, several bool) (item, bool) {
	from, to, ok := strings.Cut(it.num, "-")
	a, err1 := strconv.Atoi(from)
	b, err2 := strconv.Atoi(to)
	if !several || !ok || err1 != nil || err2 != nil || it.lettered || len(from) != len(to) || len(from) < 2 || b <= a || b-a > maxDashed {
		return item{}, false
	}
	cut := strings.IndexByte(r.s[it.start:it.end], '-')
	if cut < 0 {
		return item{}, false
	}
	head := item{start: it.start, end: it.start + cut, article: article{num: from, end: it.start + cut, plain: true}, word: it.word}
	it.start, it.num, it.plain, it.word, it.to = head.end+1, to, true, false, true
	return head, true
}

// dash reads a range that a dash makes, "articles 1101 - 1104": the two numbers
// are of one length and rise, unlike the parts of one number.
func (r *reader) dash(i int) (int, bool) {
	j := r.back(i)
	b := j
	for b > 0 && j-b < 5 && isDigit(r.s[b-1]) {
		b--
	}
	k := r.blank(i)
	if k == i || r.at(k) != '-' || !isBlank(r.at(k+1)) || j-b < 3 {
		return i, false
	}
	k = r.blank(k + 1)
	e := r.digits(k)
	ok := e-k == j-b && r.s[k:e] > r.s[b:j] && !isWord(r.at(e)) && !r.unitAfter(e)
	return k, ok
}
