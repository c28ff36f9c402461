package queries

import (
	"cmp"
	"context"
	"regexp"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index"
)

// ArticleRequest asks who cites a provision.
type ArticleRequest struct {
	// Reference is one or several provisions in any usual writing: "C. civ.
	// 1382", "CPC 808/809", "art. 1240 du code civil", or a key.
	Reference string       `json:"reference"`
	Uses      []corpus.Use `json:"uses"`  // keep these uses; empty keeps all
	Limit     int          `json:"limit"` // decisions for each article; 0 means 10
	Offset    int          `json:"offset"`
	ByCourt   bool         `json:"by_court"` // count by court, too
	// Exact counts the number as it is printed, whatever rule was meant by it;
	// else a rule is followed through all its numbers.
	Exact bool `json:"exact"`
	// At takes the rule that the number bore on this day.
	At corpus.Date `json:"at"`
}

// ArticleAnswer is what the library knows of one provision: of one rule under
// all its numbers, or with Exact of one number.
type ArticleAnswer struct {
	Key   corpus.Key `json:"key"`
	Title string     `json:"title"` // "article 1382 du code civil"
	// Part is the alinéa or paragraph that the reference names, as typed: decisions are
	// counted for the article as a whole, and each mention has its own (Sub).
	Part    string       `json:"part,omitempty"`
	Aliases []corpus.Key `json:"aliases"` // other keys that name the same provision
	// Version is the rule, where the number has borne several; null else.
	Version corpus.Version `json:"version"`
	Subject string         `json:"subject"` // what the rule is about; "" when not described
	Line    []LineText     `json:"line"`    // the numbers of the rule, the oldest first
	// Others are the other rules that the number has borne.
	Others []OtherRule `json:"other_rules"`
	// Open counts the decisions that cite the number without showing which of its
	// rules they mean; they are not in Total.
	Open int `json:"open"`
	// Versions are the versions of the articles of the line that the library holds
	// from LEGI, the oldest first.
	Versions []Wording `json:"versions"`
	// Text is the text of the article on the day asked for, or today; "" when the
	// library does not hold it. TextID is its version.
	Text   string `json:"text"`
	TextID string `json:"text_id"`
	// NoSuchArticle says that the library holds the code as a whole, and no article of
	// this number.
	NoSuchArticle bool `json:"no_such_article"`
	// Years counts the decisions by year; Courts by court, when that is asked for.
	Years  []YearCount  `json:"years"`
	Courts []CourtCount `json:"courts"`
	Total  int          `json:"total"` // decisions that cite it, with the uses asked for
	// All counts those that cite it by whatever use, By the same by use; one decision
	// may count for several.
	All    int                `json:"all"`
	By     map[corpus.Use]int `json:"by"`
	Citing []Citing           `json:"citing"` // one page, the latest first
}

// Article says who cites each provision of a reference, and whether it is
// invoked by a party or applied by the court.
func (l *Library) Article(ctx context.Context, req ArticleRequest) ([]ArticleAnswer, error) {
	if err := checkPage(req.Limit, req.Offset); err != nil {
		return nil, err
	}
	if err := checkUses(req.Uses); err != nil {
		return nil, err
	}
	keys, err := l.references(ctx, []string{req.Reference})
	if err != nil {
		return nil, coded(err)
	}
	if err := checkFollowing(req.Exact, req.At); err != nil {
		return nil, err
	}
	out := []ArticleAnswer{}
	for _, k := range keys {
		if !k.IsProvision() {
			return nil, invalid("%s is a decision; ask for it with show, or for those that cite it with cited-by", k)
		}
		list, err := l.articles(ctx, k, req)
		if err != nil {
			return nil, coded(err)
		}
		for i := range list {
			list[i].Part = part.FindString(req.Reference)
		}
		out = append(out, list...)
	}
	return out, nil
}

// part is an alinéa or a paragraph in a reference: "al. 2", "alinéa 1er", "§ 3".
var part = regexp.MustCompile(`(?i)(?:\b(?:al\.|alin[ée]as?|al)\s*(?:\d+|premier|1er|dernier)|§\s*\d+|\b(?:premier|dernier|deuxième|second|troisième)\s+alin[ée]a)`)

// articles answers for each rule of a number that decisions cite, and for that of
// today where none does.
func (l *Library) articles(ctx context.Context, key corpus.Key, req ArticleRequest) (list []ArticleAnswer, err error) {
	senses, err := l.senses(ctx, key, following{exact: req.Exact, at: req.At})
	if err != nil {
		return nil, err
	}
	for _, s := range senses {
		a, err := l.article(ctx, s, req)
		if err != nil {
			return nil, err
		}
		list = append(list, *a)
	}
	cited := slices.DeleteFunc(slices.Clone(list), func(a ArticleAnswer) bool { return a.Total == 0 })
	if len(cited) == 0 {
		return list[:1], nil
	}
	return cited, nil
}

func checkUses(uses []corpus.Use) error {
	for _, u := range uses {
		if !slices.Contains(corpus.Uses(), u) {
			return invalid("%q is no use; the uses are %v", u, corpus.Uses())
		}
	}
	return nil
}

// article answers for one sense of a reference.
func (l *Library) article(ctx context.Context, s sense, req ArticleRequest) (*ArticleAnswer, error) {
	a := &ArticleAnswer{Key: s.key, Title: l.Title(s.key), Aliases: []corpus.Key{}, By: map[corpus.Use]int{}, Citing: []Citing{},
		Line: l.line(s)}
	if s.rule.Version != "" {
		if s.rule.Version != corpus.Unchanged {
			a.Version = s.rule.Version
		}
		a.Subject = l.lineText(s.rule.Text).Subject
	} else if len(s.rules) == 0 {
		a.Aliases = append(a.Aliases, s.names[1:]...)
	}
	var err error
	if a.Others, err = l.others(ctx, s); err != nil {
		return nil, err
	}
	if err := l.wordings(ctx, a, s, req.At); err != nil {
		return nil, err
	}
	nodes, err := l.counts(ctx, a, s, req)
	if err != nil {
		return nil, err
	}
	return a, l.latest(ctx, nodes, req, func(node corpus.Node) error {
		c, err := l.citing(ctx, node, s.target())
		if err == nil && c != nil {
			a.Citing = append(a.Citing, *c)
		}
		return err
	})
}

// limit is how many decisions are shown of each article.
func (r ArticleRequest) limit() int { return cmp.Or(max(r.Limit, 0), 10) }

// counts fills the counts of an answer, all of one moment, and gives the decisions
// that cite by one of the uses asked for, or by any: the latest, up to the page asked for.
func (l *Library) counts(ctx context.Context, a *ArticleAnswer, s sense, req ArticleRequest) (nodes []corpus.Node, err error) {
	v, err := l.store.Moment(ctx)
	if err != nil {
		return nil, err
	}
	defer v.Close()
	by, err := uses(ctx, v, s.target())
	if err != nil {
		return nil, err
	}
	for use, set := range by {
		if set.Len() > 0 {
			a.By[use] = set.Len()
		}
	}
	if a.All, err = v.CountCiters(ctx, s.target().citers()); err != nil {
		return nil, err
	}
	if a.Open, err = v.CountCiters(ctx, target{node: corpus.Node(s.key), names: s.open}.citers()); err != nil {
		return nil, err
	}
	set, err := v.Citers(ctx, s.target().citers(req.Uses...))
	if err != nil {
		return nil, err
	}
	a.Total = set.Len()
	days, err := v.Days(ctx, set)
	if err != nil {
		return nil, err
	}
	does := by.strongest(set)
	a.Years = years(days, does)
	if a.Courts = []CourtCount{}; req.ByCourt {
		if a.Courts, err = l.byCourt(ctx, v, set, does); err != nil {
			return nil, err
		}
	}
	return v.Nodes(ctx, newest(set, days, req.Offset+req.limit()))
}

// latest gives one page of the nodes, the latest decision first.
func (l *Library) latest(ctx context.Context, nodes []corpus.Node, req ArticleRequest, each func(corpus.Node) error) error {
	if len(nodes) == 0 {
		return nil
	}
	page, err := l.index.Search(ctx, index.Request{Nodes: nodes, SortByDate: true, Limit: req.limit(), Offset: req.Offset})
	if err != nil {
		return err
	}
	for _, h := range page.Hits {
		if err := each(h.Node); err != nil {
			return err
		}
	}
	return nil
}

// Title writes a key as a lawyer reads it: "article 1382 du code civil", "Cass.
// com., n° 16-24.657".
func (l *Library) Title(key corpus.Key) string {
	if key.IsDecision() {
		return l.pendingRef(key).Usual
	}
	return l.extract.Law().Title(key)
}
