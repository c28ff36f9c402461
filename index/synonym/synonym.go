package synonym

import (
	_ "embed"
	"slices"

	"github.com/attendu/attendu/corpus/table"
	"github.com/attendu/attendu/index/frlegal"
)

//go:embed synonym.tsv
var data string

// Found is a part of a request that may be said in other ways.
type Found struct {
	From, To int      // the words of the request: words[From:To]
	Said     string   // as synonym.tsv writes it
	Also     []string // the other phrases, never empty
}

// phrase is a phrase of the table in terms of the index.
type phrase struct {
	terms []string
	row   []string // the phrases of its row
	at    int      // which of them it is
}

// phrases are those of the table by their first term, the longest first.
var phrases = func() map[string][]phrase {
	rows, err := table.Read("synonym.tsv", data, "phrases", "counters")
	if err != nil {
		panic(err) // tests read the table
	}
	all := map[string][]phrase{}
	for _, r := range rows {
		row := r.List("phrases")
		for i, p := range row {
			terms := slices.Collect(frlegal.Terms(p))
			all[terms[0]] = append(all[terms[0]], phrase{terms, row, i})
		}
	}
	for _, ps := range all {
		slices.SortStableFunc(ps, func(a, b phrase) int { return len(b.terms) - len(a.terms) })
	}
	return all
}()

// Find finds what may be said in other ways among words that follow one another in a
// request, each one word or several. Of phrases that overlap the first counts, and of
// those that begin with one word the longest. A phrase begins and ends where words do.
func Find(words []string) []Found {
	var terms []string
	var begin []int // begin[i] is the word that terms[i] begins, -1 inside a word
	for i, w := range words {
		n := len(terms)
		for t := range frlegal.Terms(w) {
			terms, begin = append(terms, t), append(begin, -1)
		}
		if len(terms) > n {
			begin[n] = i
		}
	}
	var out []Found
	for i := 0; i < len(terms); {
		p, ok := longest(terms[i:], begin[i:])
		if !ok {
			i++
			continue
		}
		end := i + len(p.terms)
		f := Found{From: begin[i], To: len(words), Said: p.row[p.at]}
		if end < len(terms) {
			f.To = begin[end]
		}
		f.Also = slices.Delete(slices.Clone(p.row), p.at, p.at+1)
		out = append(out, f)
		i = end
	}
	return out
}

// longest is the longest phrase with which terms begin.
func longest(terms []string, begin []int) (phrase, bool) {
	if begin[0] < 0 {
		return phrase{}, false
	}
	for _, p := range phrases[terms[0]] {
		n := len(p.terms)
		if n <= len(terms) && slices.Equal(p.terms, terms[:n]) && (n == len(terms) || begin[n] >= 0) {
			return p, true
		}
	}
	return phrase{}, false
}
