package cite

import (
	"strconv"
	"strings"
)

// romanArticles reads articles in Roman numerals, "articles II, IV et XVI", in capitals and
// before the Déclaration of 1789, which numbers its articles in Arabic today, or a treaty;
// the key has the Arabic number. end is i when there are none.
func (r *reader) romanArticles(i int) (items []item, end int) {
	j, end := i, i
	base := len(r.items)
	for len(r.items)-base < maxRomans {
		e := r.wordEnd(j)
		n := romanValue(r.s[j:e])
		if n == 0 || n > maxRomans || !r.capitals(j, e) {
			break
		}
		it := item{start: j, end: e}
		it.num = strconv.Itoa(n)
		r.items, end = append(r.items, it), e
		if j = r.any(e, ","); j == r.blank(e) {
			x, ok := r.lit(j, "et", "ou")
			if !ok {
				break
			}
			j = r.blank(x)
		}
	}
	if end == i {
		return nil, i
	}
	items = r.items[base:len(r.items):len(r.items)]
	sub, past := r.subs(end)
	in, ok := r.after(past)
	switch {
	case ok && in.key == "ddhc" && past == end:
		return items, end
	case ok && strings.HasPrefix(string(in.key), "convention/"): // "l'article V, § 2, b, de la convention de New York"
		items[len(items)-1].sub, items[len(items)-1].end = sub, past
		return items, past
	}
	r.items = r.items[:base]
	return nil, i
}

// maxRomans is the number of articles of the Déclaration.
const maxRomans = 17
