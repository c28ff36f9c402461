package queries

import (
	"context"
	"io"
	"iter"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/link"
	"github.com/attendu/attendu/corpus/meant"
	"github.com/attendu/attendu/corpus/source"
)

// CitedText is a text and what it cites, or the reason why it was not read.
type CitedText struct {
	Path      string
	Text      string // UTF-8; the offsets point into it
	Citations []CitedMention
	Err       error
	Reason    string // of Err, without the path
	SetAside  bool   // Err says that the record is known and no text of a decision
}

// CitedMention is one citation of a text: what `attendu cite --json` prints a
// line. Offsets are bytes of the text as UTF-8. What is not known is "", and key
// and node are null.
type CitedMention struct {
	File          string           `json:"file"`
	Start         int              `json:"start"`
	End           int              `json:"end"`
	Text          string           `json:"text"` // the words
	Key           corpus.Key       `json:"key"`  // what the words name
	Node          corpus.Key       `json:"node"` // the same thing by its canonical name
	Title         string           `json:"title"`
	Sub           string           `json:"sub"`       // "al. 2"
	Qualifier     corpus.Qualifier `json:"qualifier"` // "ancien"
	QualifierText string           `json:"qualifier_text"`
	EtSuivants    bool             `json:"et_suivants"`
	Date          corpus.Date      `json:"date"` // printed in the mention of a decision or statute
	AlsoNamed     []corpus.Key     `json:"also_named"`
	Rule          string           `json:"rule"`
	Confidence    float64          `json:"confidence"`
	Unresolved    string           `json:"unresolved"` // why there is no key
	// Link is where the text can be looked up, LinkKind "permanent" or "search". The
	// link of a number that meant a rule of before leads to that rule under its number
	// of today, where that is known: a search for the old number finds another text.
	Link     string    `json:"link"`
	LinkKind link.Kind `json:"link_kind"`
	// Meant says which rule the number of an article meant; null for anything else.
	Meant *corpus.Designation `json:"meant"`
	// InForce is the version of the article that was meant, where articles are looked
	// up; NoSuchArticle says that its code, held as a whole, never had one of this
	// number.
	InForce       *Wording `json:"in_force"`
	NoSuchArticle bool     `json:"no_such_article"`
}

// Cite reads texts of any kind, decisions or pleadings, and finds what they cite;
// no library is needed. date is the day of the text, and may be "". Paths are read
// as Read does.
//
// A text that gives orders, or that comes from an official source, is a decision:
// what its head says of itself is no citation. In any other text everything may be
// one.
func (r *Reader) Cite(ctx context.Context, paths []string, stdin io.Reader, date corpus.Date) (iter.Seq[CitedText], error) {
	links, err := link.Load(r.x.Law())
	if err != nil {
		return nil, coded(err)
	}
	return func(yield func(CitedText) bool) {
		for rec := range source.Walk(ctx, paths, source.Options{Stdin: stdin}) {
			out := CitedText{Path: rec.Path, Err: unreadable(rec)}
			if rec.Doc != nil {
				out.Text = rec.Doc.Text
				out.Citations = r.mentions(rec.Doc, date, links)
				for i := range out.Citations {
					out.Citations[i].File = rec.Path
				}
			} else {
				out.SetAside, out.Reason = isSetAside(out.Err), reason(rec.Path, out.Err)
			}
			if !yield(out) {
				return
			}
		}
	}, nil
}

// mentions are the citations of a document in the order of their places.
func (r *Reader) mentions(doc *corpus.Document, date corpus.Date, links *link.Links) []CitedMention {
	if date != "" {
		doc.Official.Date = date
	}
	d := r.x.Extract(doc)
	if doc.ID == "" && len(d.Holdings) == 0 {
		d = r.x.Passage(doc.Text, doc.Official.Date)
	}
	list := make([]CitedMention, 0, len(d.Citations))
	for _, c := range d.Citations {
		m := CitedMention{Start: c.Start, End: c.End, Text: c.Text, Key: c.Key, Node: c.Node, Sub: c.Sub,
			Qualifier: c.Qualifier, QualifierText: c.QualifierText, EtSuivants: c.EtSuivants, Date: c.Date,
			AlsoNamed: append([]corpus.Key{}, c.AlsoNamed...), Rule: c.Rule, Confidence: c.Confidence, Unresolved: c.Unresolved, Meant: c.Meant}
		if r.texts != nil {
			m.InForce, m.NoSuchArticle = wordingOf(meant.Wording(r.texts, c.Key, c.Meant)), meant.Missing(r.texts, c.Key)
		}
		if c.Key != "" {
			m.Title = r.x.Law().Title(c.Key)
			to := linkOf(links, &c)
			m.Link, m.LinkKind = to.URL, to.Kind
		}
		list = append(list, m)
	}
	slices.SortStableFunc(list, func(a, b CitedMention) int { return a.Start - b.Start })
	return list
}

// linkOf is where what a citation names can be looked up.
func linkOf(links *link.Links, c *corpus.Citation) link.Link {
	keys := []corpus.Key{c.Node, c.Key}
	if c.Meant != nil && c.Meant.Version.Old() && c.Meant.Today != "" {
		keys = slices.Insert(keys, 0, c.Meant.Today)
	}
	for _, k := range keys {
		if to := links.Of(k); to.URL != "" {
			return to
		}
	}
	return link.Link{}
}
