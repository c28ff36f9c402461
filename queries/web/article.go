package web

import (
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// articlePage is the data of the page of a provision.
type articlePage struct {
	Reference string
	At        corpus.Date
	Exact     bool
	Rules     []ruleView
}

// ruleView is one rule of the page.
type ruleView struct {
	queries.ArticleAnswer
	N       int
	Life    *life
	Applied int // decisions that rest on it
	Refused int // that set it aside
	Invoked int // in which only a party speaks of it
	Lists   []citingList
	Days    []wordingDays
}

// citingList are decisions that cite a rule in one way, a page of them.
type citingList struct {
	Key    string // of its heading
	Total  int
	Offset int
	Citing []queries.Citing
	Next   string
	Back   string
	All    string // the search that finds them all; "" where there is none
}

// wordingDays is a version of an article, for the table.
type wordingDays struct {
	queries.Wording
	Here bool // the one whose text is shown
}

// maxOffset bounds how far a page of those who cite can be, whose price grows with its depth.
const maxOffset = 100_000

// courtUses are the uses by which a court rests on a provision or sets it aside.
var courtUses = []corpus.Use{corpus.Visa, corpus.Applied, corpus.Rejected}

// article is the page of a provision: each rule that its number has borne and that
// decisions cite.
func (s *site) article(v *visit) (*answer, error) {
	r := reader{q: v.Query}
	p := &articlePage{Reference: v.r.PathValue("ref"), Exact: r.flag("exact"), At: corpus.Date(v.Query.Get("at"))}
	offset := r.number("offset", maxOffset)
	if r.err != nil {
		return nil, r.err
	}
	req := queries.ArticleRequest{Reference: p.Reference, At: p.At, Exact: p.Exact, Uses: courtUses, Limit: pageSize, Offset: offset, ByCourt: true}
	by, err := s.lib.Article(v.ctx, queries.ArticleRequest{Reference: p.Reference, At: p.At, Exact: p.Exact, Limit: 1, ByCourt: true})
	if err != nil {
		return nil, err
	}
	applied, err := s.lib.Article(v.ctx, req)
	if err != nil {
		return nil, err
	}
	req.Uses = []corpus.Use{corpus.Invoked}
	invoked, err := s.lib.Article(v.ctx, req)
	if err != nil {
		return nil, err
	}
	lives, err := s.lib.Timeline(v.ctx, queries.TimelineRequest{Reference: p.Reference, At: p.At, Exact: p.Exact, By: "number"})
	if err != nil {
		return nil, err
	}
	for i, a := range by {
		r := ruleView{ArticleAnswer: a, N: i + 1}
		r.count()
		r.Lists = append(r.Lists, s.citingList(v, "article.applies", find(applied, a), "applique"), s.citingList(v, "article.invokes", find(invoked, a), "invoque"))
		for _, w := range a.Versions {
			r.Days = append(r.Days, wordingDays{w, w.ID == a.TextID})
		}
		for j := range lives {
			if lives[j].Key == a.Key && lives[j].Version == a.Version {
				r.Life = newLife(v, &lives[j])
			}
		}
		p.Rules = append(p.Rules, r)
	}
	first := p.Rules[0]
	return &answer{Template: "article.html", Title: capital(first.Title), Data: p, Permanent: articleHref(first.Key)}, nil
}

// aroundMention cuts the words around a mention where it stands.
func aroundMention(m queries.Mention) []marked {
	before, after, ok := strings.Cut(m.Context, oneLine(m.Text))
	if !ok || m.Text == "" {
		return []marked{{Text: m.Context}}
	}
	return []marked{{Text: before}, {oneLine(m.Text), true}, {Text: after}}
}

// find is the answer on the same rule among those to another request, which leaves out
// rules that nobody cites in its way.
func find(list []queries.ArticleAnswer, a queries.ArticleAnswer) *queries.ArticleAnswer {
	for i := range list {
		if list[i].Key == a.Key && list[i].Version == a.Version {
			return &list[i]
		}
	}
	return &queries.ArticleAnswer{}
}

// count adds up what decisions do with the rule, each by its strongest use.
func (r *ruleView) count() {
	for _, y := range r.Years {
		r.Applied += y.Applied
		r.Refused += y.Rejected
		r.Invoked += y.Invoked
	}
}

func (s *site) citingList(v *visit, key string, a *queries.ArticleAnswer, field string) citingList {
	offset, _ := strconv.Atoi(v.Query.Get("offset"))
	l := citingList{Key: key, Total: a.Total, Offset: max(0, offset), Citing: a.Citing}
	if l.Offset > 0 {
		l.Back = v.With("offset", strconv.Itoa(max(0, l.Offset-pageSize)))
	}
	if l.Offset+len(a.Citing) < a.Total {
		l.Next = v.With("offset", strconv.Itoa(l.Offset+pageSize))
	}
	if a.Total > 0 {
		l.All = searchHref(field + `:"` + s.lib.Title(a.Key) + `"`)
	}
	return l
}
