package index

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/index/frlegal"
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"
)

// The fields of a version of an article, besides fieldText, which holds the
// headings above it and its text.
const (
	fieldCode  = "code"  // what the article is part of: "code-civil", "loi/78-17"
	fieldNo    = "no"    // its number in small letters: "l1235-3"
	fieldForce = "force" // blocks of the days in force
)

// newArticleMapping maps nothing: articleDocument makes the fields itself, which
// takes a sixth less time than a mapping that walks over a map.
func newArticleMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = frlegal.Name
	m.IndexDynamic, m.StoreDynamic, m.DocValuesDynamic = false, false, false
	m.DefaultMapping.Dynamic = false
	return m
}

// articleDocument lays a version out. Nothing is stored. Positions, which are
// half of the index and less than a tenth of the time, serve phrases; to look
// phrases up in the store instead would be slower than to index them, since the
// words of the usual ones stand in one version of four.
func articleDocument(v *law.ArticleVersion) *document.Document {
	const filter = index.IndexField | index.SkipFreqNorm
	d := document.NewDocument(v.ID)
	add := func(name, value string, o index.FieldIndexingOptions, a analysis.Analyzer) {
		d.AddField(document.NewTextFieldCustom(name, nil, []byte(value), o, a))
	}
	code, no := articleName(v.Key)
	add(fieldCode, code, filter, whole{})
	add(fieldNo, no, index.IndexField, whole{})
	add(fieldForce, string(v.Start)+" "+string(v.End), filter, forceAnalyzer{})
	text := strings.Join(append(v.Titles[:len(v.Titles):len(v.Titles)], v.Text), parting)
	add(fieldText, text, index.IndexField|index.IncludeTermVectors, parts{})
	return d
}

// parting stands between the headings and the text of an article.
const parting = "\x00"

// parts reads each part of a value as decisions are read, and leaves a place
// free between two, so that no phrase runs from one part into the next. One
// field of parts takes 7 % less time than a field for the headings beside one for
// the text, and is asked once.
type parts struct{}

// Analyze implements analysis.Analyzer.
func (parts) Analyze(value []byte) analysis.TokenStream {
	var out analysis.TokenStream
	at, place := 0, 0
	for part := range bytes.SplitSeq(value, []byte(parting)) {
		stream := frlegal.Analyzer{}.Analyze(part)
		for _, t := range stream {
			t.Start, t.End, t.Position = t.Start+at, t.End+at, t.Position+place
		}
		out = append(out, stream...)
		at, place = at+len(part)+len(parting), place+len(stream)+1
	}
	return out
}

// whole leaves a value as it is, as one term; an empty one has none.
type whole struct{}

// Analyze implements analysis.Analyzer.
func (whole) Analyze(value []byte) analysis.TokenStream {
	if len(value) == 0 {
		return nil
	}
	return analysis.TokenStream{{Term: value, End: len(value), Position: 1, Type: analysis.AlphaNumeric}}
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
