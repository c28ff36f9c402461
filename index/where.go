package index

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/bm25"
	index "github.com/blevesearch/bleve_index_api"
)

// How much more than words it counts that a decision is what was named: by a word that
// is its number, and by a reference to it alone.
const (
	nameBoost = 4
	bestScore = 1000
)

// compiler writes a request as conditions on documents.
type compiler struct {
	ctx   context.Context
	r     index.IndexReader
	names func(string) []bm25.Node // asks for what a word is the name of

	scanned int // words compared with patterns
	asked   int // words and conditions asked for
	depth   int // of the condition at hand
}

// What one request may ask for, so that none runs away: 1,000 words in 10 segments are
// looked up in some 50 ms.
const (
	maxAsked = 4096
	maxDepth = 200
)

// errBroad refuses a request as a whole.
var errBroad = &BroadError{"the whole of the query"}

// request joins all that a request asks for.
func (c *compiler) request(req Request, text question) (bm25.Node, error) {
	all := bm25.And{}
	conds := All{Days{req.From, req.To}}
	if courts := courtsOf(req.Courts); courts != nil {
		conds = append(conds, courts)
	}
	if len(terms(cut(req.Party))) > 0 {
		conds = append(conds, Party(req.Party))
	}
	if req.Nodes != nil {
		conds = append(conds, Nodes{Nodes: req.Nodes})
	}
	if req.Where != nil {
		conds = append(conds, req.Where)
	}
	for _, e := range conds {
		n, err := c.expr(e)
		if err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	return append(all, questionNodes(text, c.names)...), nil
}

// courtsOf asks for any of the courts named; nil when all names are blank.
func courtsOf(names []string) Expr {
	var any Any
	for _, name := range names {
		if strings.TrimSpace(name) != "" {
			any = append(any, Court(name))
		}
	}
	if any == nil {
		return nil
	}
	return any
}

// questionNodes are the clauses of a text request.
func questionNodes(text question, names func(string) []bm25.Node) (all []bm25.Node) {
	for _, clause := range text.must {
		if either := itemNodes(clause, names); len(either) > 0 {
			all = append(all, either)
		}
	}
	if len(all) == 0 && len(text.must) > 0 {
		return []bm25.Node{bm25.Or{}}
	}
	for _, n := range itemNodes(text.not, names) {
		all = append(all, bm25.Not{Node: n})
	}
	return all
}

// itemNodes asks for each item, but not for a function word by itself: it stands in every
// decision, and says nothing of one.
func itemNodes(items []item, names func(string) []bm25.Node) (out bm25.Or) {
	for _, it := range items {
		if !it.grammar {
			out = append(out, itemNode(it, 0, names))
		}
	}
	return out
}

// itemNode asks for a word or a phrase in some zones, 0 for all, or for what it is the
// name of.
func itemNode(it item, zones bm25.Zones, names func(string) []bm25.Node) bm25.Node {
	var n bm25.Node = bm25.Near{Field: fieldText, Parts: []bm25.Part{{slots(it.terms)}}, Zones: zones}
	if len(it.terms) == 1 && zones == 0 {
		n = bm25.Term{Field: fieldText, Word: it.terms[0]}
	}
	if it.name == "" {
		return n
	}
	return append(bm25.Or{n}, names(it.name)...)
}

// decisionNames asks for the decisions of which a word is the number, ECLI or key.
func decisionNames(name string) []bm25.Node {
	return []bm25.Node{bm25.Term{Field: fieldNumber, Word: canonNumber(name), Boost: nameBoost},
		bm25.Term{Field: fieldECLI, Word: canonECLI(name), Boost: nameBoost},
		bm25.Term{Field: fieldKey, Word: strings.ToLower(name), Boost: nameBoost}}
}

// expr writes a condition.
func (c *compiler) expr(e Expr) (bm25.Node, error) {
	c.depth++
	defer func() { c.depth-- }()
	if c.asked++; c.asked > maxAsked || c.depth > maxDepth {
		return nil, errBroad
	}
	switch e := e.(type) {
	case nil:
		return bm25.And{}, nil
	case All:
		list, err := c.exprs(e)
		return bm25.And(list), err
	case Any:
		list, err := c.exprs(e)
		return bm25.Or(list), err
	case Not:
		n, err := c.expr(e.Expr)
		return bm25.Not{Node: n}, err
	case Words:
		return c.phrase(e), nil
	case Near:
		return c.near(e)
	case Pattern:
		return c.formsNode(e, e.In)
	case Like:
		return c.formsNode(e, e.In)
	case Nodes:
		n := bm25.Set{Docs: nodesSet(e.Nodes)}
		if e.Best {
			n.Score = bestScore
		}
		return n, nil
	case Days:
		return daysNode(e)
	case Party:
		return partyNode(string(e)), nil
	case Is:
		return isNode(e), nil
	case Court:
		return courtNode(string(e)), nil
	case Cents:
		return bm25.Between{Field: fieldAmount, First: centsTerm(e.From), Last: centsTerm(e.To)}, nil
	}
	return nil, fmt.Errorf("no such condition: %T", e)
}

func (c *compiler) exprs(list []Expr) ([]bm25.Node, error) {
	out := make([]bm25.Node, 0, len(list))
	for _, e := range list {
		n, err := c.expr(e)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}

// phrase asks for words that follow one another.
func (c *compiler) phrase(e Words) bm25.Node {
	it := item{terms: terms(cut(e.Text))}
	if len(it.terms) == 0 {
		return bm25.And{}
	}
	it.terms = it.terms[:min(len(it.terms), maxTerms)]
	zones := zonesOf(e.In)
	if name := strings.Trim(e.Text, ".,;:!?()[]{}"); e.Name && zones == 0 && strings.ContainsAny(name, "0123456789") {
		it.name = name
	}
	return itemNode(it, zones, c.names)
}

// near asks for parts that stand near one another. A part that is a pattern also asks
// for a decision that holds such a word, for its stem may be that of others.
func (c *compiler) near(e Near) (bm25.Node, error) {
	n := bm25.Near{Field: fieldText, Within: e.Within, Zones: zonesOf(e.In)}
	all := bm25.And{}
	for _, p := range e.Parts {
		x, err := c.part(p)
		if err != nil {
			return nil, err
		}
		if x.patterns && len(x.phrases) == 0 {
			all = append(all, x.words())
		}
		n.Parts = append(n.Parts, append(x.phrases, x.stems()...))
	}
	return append(all, n), nil
}

// expansion is what the words and patterns of a part stand for.
type expansion struct {
	phrases  bm25.Part
	patterns bool     // there are some
	forms    []string // that they fit, in fieldForm
	short    []string // numbers and short words that they fit, in fieldText
}

// words asks for a decision that holds a word which a pattern fits.
func (x *expansion) words() bm25.Node {
	return bm25.Or{bm25.Values{Field: fieldForm, Any: x.forms}, bm25.Values{Field: fieldText, Any: x.short}}
}

// stems are the words that patterns fit, as they stand in the text field.
func (x *expansion) stems() (part bm25.Part) {
	all := slices.Clone(x.short)
	for _, w := range x.forms {
		all = append(all, terms(w)...)
	}
	for _, s := range distinct(all) {
		part = append(part, bm25.Phrase{{Any: []string{s}}})
	}
	return part
}

// part finds what a part stands for.
func (c *compiler) part(e Expr) (x expansion, err error) {
	switch e := e.(type) {
	case Words:
		if p := slots(terms(cut(e.Text))); len(p) > 0 {
			x.phrases = append(x.phrases, p[:min(len(p), maxTerms)])
		}
		return x, nil
	case Pattern:
		err = c.expand(newPattern(e.Pattern), &x)
		return x, err
	case Like:
		err = c.expand(newLike(e.Word, e.Edits), &x)
		return x, err
	case Any:
		for _, one := range e {
			more, err := c.part(one)
			if err != nil {
				return x, err
			}
			x.phrases, x.patterns = append(x.phrases, more.phrases...), x.patterns || more.patterns
			x.forms, x.short = append(x.forms, more.forms...), append(x.short, more.short...)
		}
		return x, nil
	}
	return x, fmt.Errorf("%T has no place", e)
}

// expand adds the words that fit a pattern.
func (c *compiler) expand(f form, x *expansion) (err error) {
	x.patterns = true
	if x.forms, err = c.words(f, fieldForm, func(string) bool { return true }); err != nil {
		return err
	}
	if x.short, err = c.words(f, fieldText, noForm); err != nil {
		return err
	}
	if c.asked += len(x.forms) + len(x.short); c.asked > maxAsked {
		return errBroad
	}
	return nil
}

// formsNode asks for a word that fits a pattern. It gives no score.
func (c *compiler) formsNode(e Expr, in Where) (bm25.Node, error) {
	x, err := c.part(e)
	if err != nil {
		return nil, err
	}
	zones := zonesOf(in)
	if zones == 0 {
		return x.words(), nil
	}
	return bm25.And{x.words(), bm25.Near{Field: fieldText, Parts: []bm25.Part{x.stems()}, Zones: zones, Plain: true}}, nil
}

// partyNode asks for words that stand together in one name.
func partyNode(name string) bm25.Node {
	n := bm25.Near{Field: fieldParties, Plain: true}
	words := distinct(terms(cut(name)))
	for i, w := range words[:min(len(words), maxTerms)] {
		n.Parts = append(n.Parts, bm25.Part{{{Any: []string{w}}}})
		if i > 0 {
			n.Within = append(n.Within, bm25.Gap-1)
		}
	}
	if len(n.Parts) == 0 {
		return bm25.Or{}
	}
	return n
}

// isNode asks for one of the values of a field.
func isNode(e Is) bm25.Node {
	n := bm25.Values{Field: string(e.Field)}
	for _, v := range e.Values {
		switch e.Field {
		case Number:
			v = canonNumber(v)
		case ECLI:
			v = canonECLI(v)
		}
		n.Any = append(n.Any, v)
	}
	return n
}

// courtNode asks for a kind or for a single court.
func courtNode(name string) bm25.Node {
	kind, place, one := strings.Cut(strings.ToLower(strings.TrimSpace(name)), "/")
	if !one {
		return bm25.Values{Field: fieldKind, Any: []string{kind}}
	}
	court := corpus.Court{Kind: corpus.CourtKind(kind), Place: place}
	return bm25.Values{Field: fieldCourt, Any: []string{courtName(court)}}
}

// daysNode asks for the days from one to another, both included.
func daysNode(e Days) (bm25.Node, error) {
	if e.From == "" && e.To == "" {
		return bm25.And{}, nil
	}
	from, to := uint32(1), ^uint32(0)
	if e.From != "" {
		if from = dayNumber(e.From); from == 0 {
			return nil, fmt.Errorf("%q is no day", e.From)
		}
	}
	if e.To != "" {
		if to = dayNumber(e.To); to == 0 {
			return nil, fmt.Errorf("%q is no day", e.To)
		}
	}
	return bm25.Set{Docs: func(s *bm25.Segment) (*roaring.Bitmap, error) {
		days, err := daysOf(s)
		if err != nil {
			return nil, err
		}
		docs := roaring.New()
		some := make([]uint32, 0, 1024)
		for doc, day := range days {
			if day < from || day > to {
				continue
			}
			if some = append(some, uint32(doc)); len(some) == cap(some) {
				docs.AddMany(some)
				some = some[:0]
			}
		}
		docs.AddMany(some)
		return docs, nil
	}}, nil
}
