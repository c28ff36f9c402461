package link

import (
	_ "embed"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed links.tsv
var rules string

// Kind says what a link leads to.
type Kind string

// The kinds of link.
const (
	Permanent Kind = "permanent" // the text itself, or the list of texts under its number
	Search    Kind = "search"    // a search that should find it
)

// Link is an address on the public web. The zero Link is none.
type Link struct {
	URL  string
	Kind Kind
}

// Links knows the addresses. It is immutable and safe for concurrent use.
type Links struct {
	law    *law.Catalogue
	byHead map[string]Link
}

// Load reads the table; titles and numbers are written as the catalogue does. An
// error means that the table of this build is wrong.
func Load(catalogue *law.Catalogue) (*Links, error) {
	rows, err := table.Read("links.tsv", rules, "heads", "kind", "url", "key", "gives")
	if err != nil {
		return nil, err
	}
	l := &Links{law: catalogue, byHead: map[string]Link{}}
	for _, r := range rows {
		kind := Kind(r.Get("kind"))
		if kind != Permanent && kind != Search {
			return nil, r.Errorf("kind %q is unknown", kind)
		}
		for _, head := range r.List("heads") {
			if _, twice := l.byHead[head]; twice {
				return nil, r.Errorf("%s comes twice", head)
			}
			l.byHead[head] = Link{URL: r.Get("url"), Kind: kind}
		}
	}
	for _, r := range rows {
		if got := l.Of(corpus.Key(r.Get("key"))); got.URL != r.Get("gives") {
			return nil, r.Errorf("%s gives %s", r.Get("key"), got.URL)
		}
	}
	return l, nil
}

// Of is where the text of a key can be looked up; the zero Link when nowhere.
func (l *Links) Of(key corpus.Key) Link {
	p, err := key.Parts()
	if err != nil {
		return Link{}
	}
	head := p.Head
	if p.Family == corpus.CodeArticle {
		head = "code"
		if p.Article == "" {
			head = "whole code"
		}
	}
	to, ok := l.byHead[head]
	if !ok {
		return Link{}
	}
	for _, field := range []struct {
		name  string
		value func(corpus.Key, corpus.Parts) string
	}{{"{words}", l.words}, {"{number}", l.number}, {"{legitext}", l.legitext}, {"{celex}", celex}} {
		if !strings.Contains(to.URL, field.name) {
			continue
		}
		value := field.value(key, p)
		if value == "" {
			return Link{}
		}
		to.URL = strings.ReplaceAll(to.URL, field.name, url.QueryEscape(value))
	}
	return to
}

// words is what to search for a provision: "1240 code civil", "loi n° 78-17".
// Sites index statutes as a whole, so that the article is left out.
func (l *Links) words(key corpus.Key, p corpus.Parts) string {
	if code, ok := l.law.Code(p.Head); ok {
		r, n := utf8.DecodeRuneInString(code.Title)
		return law.Article(p.Article) + " " + string(unicode.ToLower(r)) + code.Title[n:]
	}
	if p.Family == corpus.CodeArticle {
		return "" // a code that the catalogue does not know
	}
	if p.ID == "" { // a text without number: the Constitution
		return l.law.Title(key)
	}
	title := l.law.Title(key.Instrument())
	for _, the := range []string{"la ", "le ", "l'"} {
		title = strings.TrimPrefix(title, the)
	}
	return title
}

// number is that of a decision as its court writes it, "" when only its day is
// known.
func (l *Links) number(key corpus.Key, _ corpus.Parts) string {
	_, number, _ := strings.Cut(l.law.Title(key.Base()), ", n° ")
	return number
}

func (l *Links) legitext(_ corpus.Key, p corpus.Parts) string {
	code, _ := l.law.Code(p.Head)
	return code.Legitext
}
