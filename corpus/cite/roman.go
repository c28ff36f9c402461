package cite

import "strconv"

// romanArticles reads articles in Roman numerals, "articles II, IV et XVI", in capitals and
// before the Déclaration of 1789, which numbers its articles in Arabic today. end is i when
// there are none.
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
	if in, ok := r.after(end); !ok || in.key != "ddhc" {
		r.items = r.items[:base]
		return nil, i
	}
	return r.items[base:len(r.items):len(r.items)], end
}

// maxRomans is the number of articles of the Déclaration.
const maxRomans = 17
