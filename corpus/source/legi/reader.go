package legi

import (
	"io"
	"iter"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/source/markup"
	"github.com/attendu/attendu/corpus/source/record"
)

// Name is the format of the records read here.
const Name corpus.Format = "legi"

// Version grows with every change that can read a record of LEGI differently: files
// that were taken in by an older one are read again.
const Version = 1

// Reader reads the XML of LEGI. It is immutable.
type Reader struct {
	texts   *law.Texts
	natures map[string]string // nature of an act to the head of its key
	links   map[string]linkType
}

// Load makes a reader. Its error is that of a bad table.
func Load() (*Reader, error) {
	texts, err := law.LoadTexts()
	if err != nil {
		return nil, err
	}
	r := &Reader{texts: texts}
	if r.natures, err = loadNatures(); err != nil {
		return nil, err
	}
	if r.links, err = loadLinks(); err != nil {
		return nil, err
	}
	return r, nil
}

// Name is the format of the records.
func (r *Reader) Name() corpus.Format { return Name }

// aside are the roots that hold no article, and what they hold.
var aside = map[string]string{
	"SECTION_TA": "section", "TEXTELR": "structure of a text", "TEXTE_VERSION": "text",
}

// Sniff recognises the roots of LEGI.
func (r *Reader) Sniff(head []byte) bool {
	root := record.RootElement(head)
	return root == "ARTICLE" || aside[root] != ""
}

// Read yields the one record of a file.
func (r *Reader) Read(name string, in io.Reader, max int64) iter.Seq[record.Record] {
	return func(yield func(record.Record) bool) {
		data, err := record.ReadAll(in, max)
		var a *law.ArticleVersion
		var doubts []string
		if err == nil {
			a, doubts, err = r.article(data)
		}
		if err != nil {
			yield(record.Failed(name, record.Malformed(err)))
			return
		}
		yield(record.Law(name, Name, a, doubts))
	}
}

// article reads one XML document: quickly when it is as plain as nearly all are.
func (r *Reader) article(data []byte) (*law.ArticleVersion, []string, error) {
	f := fields{reader: r}
	if root, ok := markup.Quick(data, f.begin); ok && root == "ARTICLE" {
		return r.version(&f)
	}
	return r.scanned(data)
}

// scanned reads a document of any kind, and says what is wrong with it.
func (r *Reader) scanned(data []byte) (*law.ArticleVersion, []string, error) {
	x := markup.New(data)
	root, err := x.Root()
	if err != nil {
		return nil, nil, err
	}
	if what := aside[root]; what != "" {
		id, err := x.First("ID")
		if err != nil {
			return nil, nil, err
		}
		return nil, nil, record.NoArticle("LEGI %s %s", what, id)
	}
	if root != "ARTICLE" {
		return nil, nil, record.Unknown("XML with the root element <%s>", root)
	}
	f := fields{reader: r}
	if err := x.Walk(f.begin); err != nil {
		return nil, nil, err
	}
	return r.version(&f)
}
