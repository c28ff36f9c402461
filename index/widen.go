package index

import "github.com/attendu/attendu/index/synonym"

// Synonym is what was looked for besides words of a request.
type Synonym struct {
	Said string   // the words, as the table of synonyms writes them
	Also []string // the phrases that were looked for too
}

// read parses a text and widens it by synonyms, unless they are not wanted.
func read(text string, noSynonyms bool) question {
	q := parse(text)
	q.synonyms = []Synonym{}
	if !noSynonyms {
		q.widen()
	}
	return q
}

// widen adds to words what else they may be said as. Of several words that stand for
// a phrase, each may be answered by that phrase: (frais OR "article 700") AND
// (irrépétibles OR "article 700").
func (q *question) widen() {
	room := maxTerms
	for i := 0; i < len(q.must); {
		n := 0 // clauses of one word each that follow one another
		var words []string
		for ; i+n < len(q.must) && len(q.must[i+n]) == 1 && q.must[i+n][0].typed != ""; n++ {
			words = append(words, q.must[i+n][0].typed)
		}
		if n == 0 {
			q.must[i] = q.either(q.must[i], &room)
			i++
			continue
		}
		for _, f := range synonym.Find(words) {
			also := q.also(f, &room)
			for k := i + f.From; k < i+f.To; k++ {
				if !q.must[k][0].grammar {
					q.must[k] = append(q.must[k], also...)
				}
			}
		}
		i += n
	}
	q.not = q.either(q.not, &room)
}

// either adds to items, any one of which answers, what else each may be said as.
func (q *question) either(items []item, room *int) []item {
	for _, it := range items {
		if it.typed == "" {
			continue
		}
		for _, f := range synonym.Find([]string{it.typed}) {
			items = append(items, q.also(f, room)...)
		}
	}
	return items
}

// also gives the phrases of a synonym as items, as long as there is room for their
// words, and notes that they are looked for.
func (q *question) also(f synonym.Found, room *int) (items []item) {
	s := Synonym{Said: f.Said}
	for _, phrase := range f.Also {
		it := item{terms: terms(phrase), typed: phrase}
		if *room -= len(it.terms); *room < 0 {
			q.cut = true
			break
		}
		items, s.Also = append(items, it), append(s.Also, phrase)
	}
	if len(items) > 0 {
		q.synonyms = append(q.synonyms, s)
	}
	return items
}
