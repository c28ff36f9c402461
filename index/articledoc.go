package index

import (
	"strings"
	"unicode"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/index/bm25"
	"github.com/attendu/attendu/index/frlegal"
	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"
)

// The fields of a version of an article, besides fieldText, which holds the
// headings above it and its text.
const (
	fieldCode  = "code"  // what the article is part of: "code-civil", "loi/78-17"
	fieldNo    = "no"    // its number in small letters: "l1235-3"
	fieldForce = "force" // blocks of the days in force
)

// articleDocument lays a version out, and reads its words. Nothing is stored.
// Positions, which are half of the index and less than a tenth of the time, serve
// phrases; to look phrases up in the store instead would be slower than to index
// them, since the words of the usual ones stand in one version of four.
func articleDocument(v *law.ArticleVersion) *document.Document {
	const filter = index.IndexField | index.SkipFreqNorm
	d := document.NewDocument(v.ID)
	d.Fields = make([]document.Field, 0, 5) // and the identifier, which Bleve adds
	add := func(name string, o index.FieldIndexingOptions, words func(func(string, int))) {
		f := &wordField{name: name, options: o, words: words}
		f.Analyze()
		d.AddField(f)
	}
	code, no := articleName(v.Key)
	add(fieldCode, filter, whole(code))
	add(fieldNo, index.IndexField, whole(no))
	add(fieldForce, filter, func(word func(string, int)) {
		start, end := forceDays(v.Start, v.End)
		cover(start, end, func(b [5]byte) { word(string(b[:]), 1) })
	})
	text := bm25.NewField(fieldText, &weights, func(add func(string, int, bm25.Zone)) {
		place := 1
		for _, title := range v.Titles {
			place = part(title, place, zoneNone, add) + bm25.Gap
		}
		part(v.Text, place, zoneNone, add)
	})
	text.Analyze()
	return d.AddField(text)
}

// part reads the words of a part of a field as decisions are read, the first of them
// in a place, and returns the place behind the last. Places left free between two parts
// keep phrases, and what is near, from running from one into the next. One field of
// parts takes 7 % less time than a field for the headings beside one for the text, and
// is asked once.
func part(text string, place int, zone bm25.Zone, add func(string, int, bm25.Zone)) int {
	for term := range frlegal.Terms(text) {
		add(term, place, zone)
		place++
	}
	return place
}

// whole leaves a value as it is, as one term; an empty one has none.
func whole(value string) func(func(string, int)) {
	return func(word func(string, int)) {
		if value != "" {
			word(value, 1)
		}
	}
}

// articleName takes the key of an article apart, in the form of the fields: what
// it is part of, and its number. What is no key is part of nothing.
func articleName(key corpus.Key) (code, no string) {
	p, err := key.Parts()
	if err != nil {
		return "", ""
	}
	return string(key.Instrument()), strings.ToLower(p.Article)
}

// articleNumber is a number as typed in the form of the field no: "L. 1235-3" is
// "l1235-3".
func articleNumber(typed string) string {
	var no strings.Builder
	var last rune
	for _, r := range typed {
		if !unicode.IsSpace(r) && (r != '.' || !unicode.IsLetter(last)) {
			no.WriteRune(r)
		}
		last = r
	}
	return strings.ToLower(corpus.CanonArticle(no.String()))
}
