package queries

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// ruling makes a ruling of the Cour de cassation, "16-10.001", whose reasons are the text;
// each [..] in it is a citation of the key that it holds.
func ruling(number string, day corpus.Date, text string) *corpus.Decision {
	d := &corpus.Decision{Node: corpus.Node("dila:" + number)}
	for {
		before, rest, ok := strings.Cut(text, "[")
		d.Text += before
		if !ok {
			break
		}
		name, after, _ := strings.Cut(rest, "]")
		start := len(d.Text)
		d.Text += name
		key := corpus.Key(name)
		d.Citations = append(d.Citations, corpus.Citation{Span: corpus.Span{Start: start, End: len(d.Text)}, Text: name, Key: key, Node: key,
			Speaker: corpus.Cour, Zone: corpus.Motifs, Use: corpus.Applied})
		text = after
	}
	d.Court, d.Date, d.Numbers = corpus.Court{Kind: corpus.Cass}, day, []string{number}
	d.Zones = []corpus.Zone{{Zone: corpus.Motifs, Span: corpus.Span{End: len(d.Text)}}}
	d.Keys = d.Metadata.Keys()
	d.Key = d.Keys[0]
	d.Sources = []corpus.Source{{ID: number, Path: number}}
	return d
}

// measuredLibrary holds five rulings: 2 and 3 cite 1, 4 leaves 1 for good and cites 2, and
// 5 cites 4. All but the first cite article 9.
func measuredLibrary(t *testing.T, more ...*corpus.Decision) *Library {
	t.Helper()
	l, err := Memory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	list := append([]*corpus.Decision{
		ruling("10-10.001", "2010-03-01", "Vu l'article [code-civil/1104]."),
		ruling("12-10.002", "2012-03-01", "Vu [code-civil/9]. Comme il fut jugé ([cass/10-10001])."),
		ruling("14-10.003", "2014-03-01", "Vu [code-civil/9] et [code-civil/16]. Ainsi jugé ([cass/10-10001]; [cass/10-10001])."),
		ruling("16-10.004", "2016-03-01", "Vu [code-civil/9]. Il fut jugé ainsi ([cass/10-10001]). Il y a lieu d'abandonner cette jurisprudence. Le moyen est donc fondé. Le reste tient à la règle voisine. Voir encore [cass/12-10002]."),
		ruling("20-10.005", "2020-03-01", "Vu [code-civil/9]. La solution est constante ([cass/16-10004])."),
	}, more...)
	if _, err := l.store.Put(context.Background(), list); err != nil {
		t.Fatal(err)
	}
	if err := l.follow(context.Background()); err != nil {
		t.Fatal(err)
	}
	return l
}

func TestRank(t *testing.T) {
	appeal := ruling("21-10.006", "2021-03-01", "Casse [cass/16-10004].")
	appeal.Citations[0].UnderAppeal = true
	l := measuredLibrary(t, appeal)
	for _, c := range []struct {
		req  RankRequest
		want string
	}{
		{RankRequest{}, "1:10-10001=3 2:16-10004=1 2:12-10002=1"},
		{RankRequest{Limit: 1, Offset: 1}, "2:16-10004=1"},
		{RankRequest{Provision: "C. civ. 9"}, "1:16-10004=1 1:12-10002=1 3:14-10003=0 3:20-10005=0"},
		{RankRequest{Provision: "C. civ. 9", Uses: []corpus.Use{corpus.Invoked}}, ""},
		{RankRequest{From: "2012-01-01"}, "1:16-10004=1 1:12-10002=1"},
		{RankRequest{Courts: []string{"ca"}}, ""},
		{RankRequest{By: "decayed"}, "1:10-10001=3 2:16-10004=1 3:12-10002=1"},
		{RankRequest{By: "pagerank"}, "1:10-10001=3 2:16-10004=1 3:12-10002=1"},
	} {
		ans, err := l.Rank(context.Background(), c.req)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range ans.Decisions {
			got = append(got, fmt.Sprintf("%d:%s=%d", d.Rank, strings.TrimPrefix(string(d.Key), "cass/"), d.CitedBy))
			n := 0
			for _, k := range d.Uses {
				n += k
			}
			if n != d.CitedBy { // each cites by one use here
				t.Errorf("%+v: %s has uses %v", c.req, d.Key, d.Uses)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%+v: %s, want %s", c.req, s, c.want)
		}
	}
}

func TestMeasuresRefuse(t *testing.T) {
	l, ctx := measuredLibrary(t), context.Background()
	for name, ask := range map[string]func() error{
		"rank by":        func() error { _, err := l.Rank(ctx, RankRequest{By: "judge"}); return err },
		"half-life":      func() error { _, err := l.Rank(ctx, RankRequest{HalfLife: -1}); return err },
		"use alone":      func() error { _, err := l.Rank(ctx, RankRequest{Uses: []corpus.Use{corpus.Applied}}); return err },
		"rank days":      func() error { _, err := l.Rank(ctx, RankRequest{From: "2020-01-01", To: "2019-01-01"}); return err },
		"rank provision": func() error { _, err := l.Rank(ctx, RankRequest{Provision: "10-10.001"}); return err },
		"timeline by": func() error {
			_, err := l.Timeline(ctx, TimelineRequest{Reference: "C. civ. 9", By: "judge"})
			return err
		},
		"timeline of":   func() error { _, err := l.Timeline(ctx, TimelineRequest{Reference: "10-10.001"}); return err },
		"communities":   func() error { _, err := l.Communities(ctx, CommunitiesRequest{Resolution: -1}); return err },
		"similar limit": func() error { _, err := l.Similar(ctx, SimilarRequest{Reference: "10-10.001", Limit: -1}); return err },
	} {
		if err := ask(); CodeOf(err) != Invalid {
			t.Errorf("%s: %v (%s)", name, err, CodeOf(err))
		}
	}
	if _, err := l.Similar(ctx, SimilarRequest{Reference: "99-99.999"}); CodeOf(err) != NotFound {
		t.Errorf("similar to what is not held: %v", err)
	}
}

func TestLineage(t *testing.T) {
	l := measuredLibrary(t)
	ans, err := l.Lineage(context.Background(), LineageRequest{Reference: "16-10.004"})
	if err != nil {
		t.Fatal(err)
	}
	var line []string
	for _, s := range ans.Line {
		line = append(line, strings.TrimPrefix(string(s.Key), "cass/"))
	}
	if got := strings.Join(line, " "); got != "10-10001 12-10002 16-10004 20-10005" || ans.Among != 4 || !ans.Line[2].Self {
		t.Errorf("line %s among %d", got, ans.Among)
	}
	if c := ans.Confidence; c <= 0.5 || c >= 1 {
		t.Errorf("confidence %v of a line that forks once", c)
	}
	if len(ans.Reversals) != 0 {
		t.Errorf("nobody leaves it: %+v", ans.Reversals)
	}
	for _, ref := range []string{"10-10.001", "C. civ. 9"} {
		ans, err := l.Lineage(context.Background(), LineageRequest{Reference: ref})
		if err != nil {
			t.Fatal(err)
		}
		if len(ans.Reversals) != 1 && ref == "10-10.001" || len(ans.Reversals) == 0 {
			t.Fatalf("%s: reversals %+v", ref, ans.Reversals)
		}
		r := ans.Reversals[0]
		if r.Later.Key != "cass/16-10004" || r.Earlier.Key != "cass/10-10001" || r.Confidence != 0.9 || r.Signals[0].Kind != "words" || !strings.Contains(r.Signals[0].Text, "abandonner cette jurisprudence") {
			t.Errorf("%s: %+v", ref, r)
		}
	}
}

// TestReversalFormation: a solemn formation adds confidence, and is no signal by itself; a
// court of appeal reverses nothing of the Cour de cassation.
func TestReversalFormation(t *testing.T) {
	solemn := ruling("22-10.007", "2022-03-01", "Jugé ainsi ([cass/14-10003]). Ce revirement vaut pour l'avenir.")
	solemn.Formation = "ASSEMBLEE_PLENIERE"
	silent := ruling("22-10.008", "2022-04-01", "Jugé ainsi ([cass/14-10003]).")
	silent.Formation = "ASSEMBLEE_PLENIERE"
	below := ruling("22-10.009", "2022-05-01", "Jugé ainsi ([cass/14-10003]). Ce revirement s'impose.")
	below.Court = corpus.Court{Kind: corpus.CA, Place: "Paris"}
	below.Keys = below.Metadata.Keys()
	below.Key = below.Keys[0]
	ans, err := measuredLibrary(t, solemn, silent, below).Lineage(context.Background(), LineageRequest{Reference: "14-10.003"})
	if err != nil {
		t.Fatal(err)
	}
	if len(ans.Reversals) != 1 || ans.Reversals[0].Later.Key != "cass/22-10007" || ans.Reversals[0].Confidence != 0.93 {
		t.Errorf("%+v", ans.Reversals)
	}
}

// TestReversalShift: citations go over from one ruling to a later one that cites it.
func TestReversalShift(t *testing.T) {
	var more []*corpus.Decision
	for i := range 10 {
		more = append(more, ruling(fmt.Sprintf("13-20.%03d", i), corpus.Date(fmt.Sprintf("2013-05-%02d", i+1)), "Jugé ([cass/12-10002])."))
		more = append(more, ruling(fmt.Sprintf("18-20.%03d", i), corpus.Date(fmt.Sprintf("2018-05-%02d", i+1)), "Jugé ([cass/16-10004])."))
	}
	ans, err := measuredLibrary(t, more...).Lineage(context.Background(), LineageRequest{Reference: "12-10.002"})
	if err != nil {
		t.Fatal(err)
	}
	if len(ans.Reversals) != 1 || ans.Reversals[0].Later.Key != "cass/16-10004" || ans.Reversals[0].Confidence > 0.6+1e-9 {
		t.Fatalf("%+v", ans.Reversals)
	}
	if !slices.ContainsFunc(ans.Reversals[0].Signals, func(s ReversalSignal) bool { return s.Kind == "shift" }) {
		t.Errorf("%+v", ans.Reversals[0].Signals)
	}
}

// TestTimelines: however the years are divided, they add up to what Article counts.
func TestTimelines(t *testing.T) {
	l, err := Memory()
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	ctx := context.Background()
	if _, err := l.Add(ctx, []string{"../corpus/examples"}, AddOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, ref := range []string{"C. civ. 1240", "C. civ. 1382", "CPC 700", "CPC 809", "C. civ. 1134"} {
		articles, err := l.Article(ctx, ArticleRequest{Reference: ref})
		if err != nil {
			t.Fatal(err)
		}
		for _, by := range []string{"use", "number", "court"} {
			list, err := l.Timeline(ctx, TimelineRequest{Reference: ref, By: by})
			if err != nil {
				t.Fatal(err)
			}
			if len(list) != len(articles) {
				t.Fatalf("%s: %d timelines, %d articles", ref, len(list), len(articles))
			}
			for i, x := range list {
				checkTimeline(t, ref+" by "+by, x, articles[i])
			}
		}
	}
}

func checkTimeline(t *testing.T, what string, x Timeline, a ArticleAnswer) {
	t.Helper()
	groups, years := 0, x.Undated
	for _, g := range x.Groups {
		groups += g.Total
	}
	for i, y := range x.Years {
		sum := 0
		for _, n := range y.Counts {
			sum += n
		}
		if sum != y.Total || y.Held < y.Total || i > 0 && y.Year != x.Years[i-1].Year+1 {
			t.Errorf("%s: year %+v", what, y)
		}
		years += y.Total
		at := slices.IndexFunc(a.Years, func(o YearCount) bool { return o.Year == y.Year })
		if at < 0 && y.Total > 0 || at >= 0 && a.Years[at].Total != y.Total {
			t.Errorf("%s: %d in %d, article counts otherwise", what, y.Total, y.Year)
		}
	}
	if x.Total != a.Total || groups != x.Total || years != x.Total || x.Key != a.Key {
		t.Errorf("%s: %d in all, %d by group, %d by year, article counts %d", what, x.Total, groups, years, a.Total)
	}
	if svg := x.SVG(); !strings.Contains(string(svg), "</svg>") || slices.Compare(svg, x.SVG()) != 0 {
		t.Errorf("%s: no figure, or another the second time", what)
	}
}

// TestSimilarFollows: old article 1382 and article 1240 are one reason.
func TestSimilarFollows(t *testing.T) {
	l, err := Memory()
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	ctx := context.Background()
	if _, err := l.Add(ctx, []string{"../corpus/examples"}, AddOptions{}); err != nil {
		t.Fatal(err)
	}
	ans, err := l.Similar(ctx, SimilarRequest{Reference: "tgi/laval/2016-10-04", Limit: 50})
	if err != nil {
		t.Fatal(err)
	}
	old := 0
	for i, s := range ans.Similar {
		if i > 0 && s.Score > ans.Similar[i-1].Score || s.Score <= 0 || s.Score > 1 || len(s.Shared) == 0 && s.Together == 0 {
			t.Errorf("%s: score %v, reasons %v", s.Key, s.Score, s.Shared)
		}
		if s.Node == ans.Node {
			t.Error("it is like itself")
		}
		for _, r := range s.Shared {
			if r.Key == "code-civil/1240" && s.Date > "2018-01-01" {
				old++
			}
		}
	}
	if old == 0 {
		t.Error("no decision of after the reform shares the rule that it cites as 1382")
	}
	all, err := l.Similar(ctx, SimilarRequest{Reference: "18-29.417", SameCase: true})
	if err != nil || len(all.SameCase) > 0 {
		t.Fatal(all, err)
	}
	if !slices.ContainsFunc(all.Similar, func(s SimilarDecision) bool { return s.Key == "ca/angers/20-90173" }) {
		t.Error("the court of remand is not like the ruling, with the same case kept")
	}
}

func TestCommunitiesOfLibrary(t *testing.T) {
	var more []*corpus.Decision
	for g := range 2 {
		for i := range 6 {
			text := fmt.Sprintf("Vu [code-de-commerce/L%d].", g+1)
			for j := range i {
				text += fmt.Sprintf(" Voir [cass/1%d-3%04d].", g, j)
			}
			more = append(more, ruling(fmt.Sprintf("1%d-3%d.%03d", g, i/1000, i), corpus.Date(fmt.Sprintf("201%d-0%d-02", g, i+1)), text))
		}
	}
	l := measuredLibrary(t, more...)
	ans, err := l.Communities(context.Background(), CommunitiesRequest{Least: 6})
	if err != nil {
		t.Fatal(err)
	}
	if ans.Total != 2 || len(ans.Communities) != 2 || ans.Modularity < 0.3 || ans.Grouped != 12 || ans.Linked != 17 || ans.Least != 6 {
		t.Fatalf("%+v", ans)
	}
	for _, c := range ans.Communities {
		if c.Size != 6 || len(c.Provisions) != 1 || c.Provisions[0].Within != 6 || c.Kinds[0] != (KindCount{"cass", 6}) {
			t.Errorf("%+v", c)
		}
	}
}
