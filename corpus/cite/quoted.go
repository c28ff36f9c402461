package cite

import (
	"sort"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// maxQuotation bounds a quotation, in bytes.
const maxQuotation = 8000

// quotation is a passage between guillemets, in folded bytes.
type quotation struct{ open, end int }

// quotations finds the passages between « and ». A guillemet that opens a further
// paragraph of a quotation opens no other.
func (r *reader) quotations() (all []quotation) {
	open, depth := -1, 0
	for i := 0; i < len(r.s); i++ {
		k := strings.IndexByte(r.s[i:], '"')
		if k < 0 {
			return all
		}
		i += k
		switch mark := r.t.Original[r.t.Start(i):]; {
		case strings.HasPrefix(mark, "«") && open < 0:
			open, depth = i, 1
		case strings.HasPrefix(mark, "«") && i-open > maxQuotation:
			open, depth = i, 1
		case strings.HasPrefix(mark, "«") && r.at(r.back(i)) != '\n' && r.at(i-1) != '\n':
			depth++
		case strings.HasPrefix(mark, "»") && open >= 0:
			if depth--; depth == 0 {
				if i-open <= maxQuotation {
					all = append(all, quotation{open, i})
				}
				open = -1
			}
		}
	}
	return all
}

// quotedAt is the quotation that holds the byte at i.
func (r *reader) quotedAt(i int) (quotation, bool) {
	n := sort.Search(len(r.quoted), func(n int) bool { return r.quoted[n].end > i })
	if n < len(r.quoted) && r.quoted[n].open < i {
		return r.quoted[n], true
	}
	return quotation{}, false
}

// quotedCode is the code whose article a quotation gives: an article named last
// before it with nothing but a few words between, "l'article L. 213-6 du code de
// l'urbanisme dispose que : « …".
func (r *reader) quotedCode(q quotation) corpus.Key {
	n := sort.Search(len(r.out), func(n int) bool { return r.out[n].start >= q.open })
	for n--; n >= 0 && q.open-r.out[n].start < 400; n-- {
		f := &r.out[n]
		if f.dropped || f.end > q.open {
			continue
		}
		if f.num == "" || kindOf(f.c.Key) != "code" || q.open-f.end > 160 {
			return ""
		}
		if between := strings.TrimSpace(r.s[f.end:q.open]); r.sentenceEnds(f.end, q.open) && !strings.HasSuffix(between, ":") {
			return ""
		}
		head, _, _ := strings.Cut(string(f.c.Key), "/")
		return corpus.Key(head)
	}
	return ""
}

// outside is the code that "le même code" at i means when the one named last was
// named in a quotation that has ended: the one whose article was quoted.
func (r *reader) outside(key corpus.Key, i int) corpus.Key {
	q, ok := r.quotedAt(r.mem.last["code"].at)
	if !ok || q.end > i {
		return key
	}
	if code := r.quotedCode(q); code != "" {
		return code
	}
	return key
}
