package index

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/google/go-cmp/cmp"
)

func TestSearch(t *testing.T) {
	x := open(t, "")
	ds := shelf()
	ds[0].Title = "Arrêt n° 412 de la chambre sociale"
	ds[0].ECLI = "ECLI:FR:CCASS:2018:SO00412"
	ds[0].Themes = []string{"contrat de travail, rupture"}
	ds[0].Summaries = []corpus.Summary{{Titles: []string{"LICENCIEMENT"}, Text: "Le licenciement verbal est nul."}}
	ds[0].Sources = []corpus.Source{{ID: "JURITEXT000036742001"}}
	put(t, x, 1, ds...)
	const a1, a2, a3, tx = "juri:A1", "juri:A2", "juri:A3", "texte:4f1c09ab"
	for _, c := range []struct {
		name string
		req  Request
		want []string
	}{
		{"everything", Request{}, []string{a1, a2, a3, tx}},
		{"only signs", Request{Text: " - « » () * ? \"\""}, []string{a1, a2, a3, tx}},
		{"OR alone is a word", Request{Text: "OR"}, []string{}},
		{"all words occur", Request{Text: "mot passe"}, []string{a1, a2, a3}},
		{"accents and capitals", Request{Text: "REFERES"}, []string{a3, tx}},
		{"accents typed", Request{Text: "référé"}, []string{a3, tx}},
		{"œ and oe", Request{Text: "soeur"}, []string{a3}},
		{"letters of other alphabets", Request{Text: "łucja"}, []string{a3}},
		{"elision", Request{Text: "l'employeur"}, []string{a1}},
		{"inner apostrophe", Request{Text: "prud’hommes"}, []string{tx}},
		{"phrase", Request{Text: `"mot de passe"`}, []string{a1, a2}},
		{"phrase in French quotes", Request{Text: "« mots de passe »"}, []string{a1, a2}},
		{"phrase word for word", Request{Text: `"mot passe"`}, []string{}},
		{"phrase over a sentence", Request{Text: `"mot il passe"`}, []string{a3}},
		{"phrase and word", Request{Text: `"cause réelle et sérieuse" société`}, []string{a1}},
		{"open quotation mark", Request{Text: `société "cause réelle et`}, []string{a1}},
		{"a closing mark only", Request{Text: "société cause réelle\""}, []string{a1}},
		{"without a word", Request{Text: "passe -société"}, []string{a2, a3}},
		{"without a phrase", Request{Text: `passe -"mot de passe"`}, []string{a3}},
		{"only without", Request{Text: "-passe"}, []string{tx}},
		{"a hyphen inside", Request{Text: "bail-commercial"}, []string{tx}},
		{"either", Request{Text: "sœur OR bail"}, []string{a3, tx}},
		{"either binds its neighbours", Request{Text: "remise société OU outre OU bail"}, []string{a3}},
		{"either of phrases", Request{Text: `"passe outre" OR "bail commercial"`}, []string{a3, tx}},
		{"or as a word", Request{Text: "ou"}, []string{}},
		{"OR at the ends", Request{Text: "référés OR"}, []string{a3, tx}},
		{"stars are spaces", Request{Text: "pass*"}, []string{}},
		{"an article and its letter", Request{Text: "L. 1235-3"}, []string{a1}},
		{"an article without its letter", Request{Text: "1235-3"}, []string{a1, a2}},
		{"a number cited and its own", Request{Text: "17-21.434"}, []string{a1, a2}},
		{"the same without dot", Request{Text: "17-21434"}, []string{a1, a2}},
		{"its own RG number", Request{Text: "15/3482"}, []string{a2}},
		{"its own RG number in brackets", Request{Text: "(14/00012)"}, []string{a3}},
		{"its own key", Request{Text: "ca/paris/14-00012"}, []string{a3}},
		{"its own ECLI", Request{Text: "ecli:fr:ccass:2018:SO00412"}, []string{a1}},
		{"its own ECLI without prefix", Request{Text: "FR:CCASS:2018:SO00412"}, []string{a1}},
		{"its own source id", Request{Text: "juritext000036742001"}, []string{a1}},
		{"abstracts", Request{Text: `"licenciement verbal"`}, []string{a1}},
		{"no phrase over two values", Request{Text: `"rupture licenciement"`}, []string{}},
		{"words over two values", Request{Text: "sociale rupture"}, []string{a1}},
		{"a kind of court", Request{Courts: []string{"ca"}}, []string{a2, a3}},
		{"one court", Request{Courts: []string{"ca/Aix en Provence"}}, []string{a2}},
		{"several courts", Request{Courts: []string{"", "cass", "CA/paris"}}, []string{a1, a3}},
		{"no such court", Request{Courts: []string{"tgi/laval"}}, []string{}},
		{"from", Request{From: "2016-10-04"}, []string{a1, a2}},
		{"to", Request{To: "2016-10-03"}, []string{a3}},
		{"between", Request{From: "2015-03-12", To: "2016-10-04"}, []string{a2, a3}},
		{"no day between", Request{From: "2017-01-01", To: "2016-01-01"}, []string{}},
		{"party", Request{Party: "kirsch"}, []string{a1, a3}},
		{"party in any order", Request{Party: "KIRSCH Odile"}, []string{a1}},
		{"not of two parties", Request{Party: "Paul Martin"}, []string{tx}},
		{"party and words", Request{Party: "belliard", Text: "absence"}, []string{a2}},
		{"nodes", Request{Nodes: []corpus.Node{a3, a1, "juri:B9"}, Text: "passe"}, []string{a1, a3}},
		{"no nodes", Request{Nodes: []corpus.Node{}}, []string{}},
		{"everything at once", Request{Text: "passe -outre", Courts: []string{"ca"}, From: "2016-01-01",
			Party: "kirschberg", Nodes: []corpus.Node{a1, a2}}, []string{a2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := find(t, x, c.req)
			if diff := cmp.Diff(c.want, nodes(res)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if int(res.Total) != len(c.want) {
				t.Errorf("total %d, want %d", res.Total, len(c.want))
			}
		})
	}
}

func TestSearchOrder(t *testing.T) {
	x := open(t, "")
	put(t, x, 1, shelf()...)
	order := func(req Request) (out []corpus.Node) {
		for _, h := range find(t, x, req).Hits {
			out = append(out, h.Node)
		}
		return out
	}
	byDate := []corpus.Node{"juri:A1", "juri:A2", "juri:A3", "texte:4f1c09ab"}
	if diff := cmp.Diff(byDate, order(Request{})); diff != "" {
		t.Errorf("without text (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(byDate[:3], order(Request{Text: "-bail"})); diff != "" {
		t.Errorf("without a word that must occur (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(byDate[:3], order(Request{Text: "mot", SortByDate: true})); diff != "" {
		t.Errorf("sorted by date (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(byDate[1:3], order(Request{Offset: 1, Limit: 2})); diff != "" {
		t.Errorf("second page (-want +got):\n%s", diff)
	}
	if got := order(Request{Text: "17-21.434"}); got[0] != "juri:A1" {
		t.Errorf("%s comes before the decision that bears the number", got[0])
	}
	res := find(t, x, Request{Text: "mot", Limit: -1})
	if res.Total != 3 || len(res.Hits) != 0 {
		t.Errorf("total %d with %d hits, want 3 with none", res.Total, len(res.Hits))
	}
	if got := find(t, x, Request{Offset: 1 << 40, Limit: 1 << 60}); got.Total != 4 || len(got.Hits) != 0 {
		t.Errorf("total %d with %d hits beyond the end", got.Total, len(got.Hits))
	}
}

func TestHitDates(t *testing.T) {
	x := open(t, "")
	put(t, x, 1, shelf()...)
	got := make(map[corpus.Node]corpus.Date)
	for _, h := range find(t, x, Request{Text: "-nothing"}).Hits {
		got[h.Node] = h.Date
	}
	want := map[corpus.Node]corpus.Date{"juri:A1": "2018-03-14", "juri:A2": "2016-10-04", "juri:A3": "2015-03-12", "texte:4f1c09ab": ""}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestFiltersLeaveScores checks that no filter changes a score by one bit.
func TestFiltersLeaveScores(t *testing.T) {
	x := open(t, "")
	put(t, x, 1, shelf()...)
	for _, text := range []string{"passe", "mot passe", `"mot de passe"`, "sœur OR société", "passe -outre", "17-21.434", "juri:A1"} {
		plain := find(t, x, Request{Text: text})
		for _, req := range []Request{
			{Courts: []string{"cass", "ca"}}, {From: "2015-01-01"}, {Party: "Kirsch"},
			{Nodes: []corpus.Node{"juri:A1", "juri:A2", "juri:A3"}, Courts: []string{"ca/paris"}},
		} {
			req.Text = text
			for _, h := range find(t, x, req).Hits {
				i := slices.IndexFunc(plain.Hits, func(p Hit) bool { return p.Node == h.Node })
				if !(h.Score > 0) || h.Score != plain.Hits[i].Score {
					t.Errorf("%+v: score %v, without filters %v", req, h.Score, plain.Hits[i].Score)
				}
			}
		}
	}
}

func TestSearchErrors(t *testing.T) {
	x := open(t, "")
	if _, err := x.Search(context.Background(), Request{From: "2016-02-30"}); err == nil {
		t.Error("30 February is accepted")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := x.Search(ctx, Request{}); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end of the context: %v", err)
	}
	x.Close()
	if _, err := x.Search(context.Background(), Request{}); !errors.Is(err, ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
}

// TestLongText asks for more than is looked for.
func TestLongText(t *testing.T) {
	x := open(t, "")
	put(t, x, 1, shelf()...)
	for _, text := range []string{
		strings.Repeat("passe ", 1<<17), strings.Repeat("-a", 1<<19), strings.Repeat("é", 1<<20),
		`"` + strings.Repeat("de la ", 1<<17), strings.Repeat(`"`, 1<<20), strings.Repeat("a OR ", 1<<18),
		strings.Repeat("L. ", 1<<18) + "1",
	} {
		if res := find(t, x, Request{Text: text, Party: text}); !res.Cut {
			t.Errorf("%.12q…: not cut", text)
		}
	}
	if find(t, x, Request{Text: "passe"}).Cut {
		t.Error("one word is cut")
	}
	if res := find(t, x, Request{Text: strings.Repeat("mot passe ", 100)}); res.Total != 3 || !res.Cut {
		t.Errorf("total %d, cut %v", res.Total, res.Cut)
	}
}

// TestRepeatedPhrase searches a decision made of one phrase, on which a
// quadratic search of places would not end.
func TestRepeatedPhrase(t *testing.T) {
	x := open(t, "")
	put(t, x, 1, decision("texte:00aa", corpus.Court{}, "", nil, strings.Repeat("attendu que de ", 1<<16)))
	if n := find(t, x, Request{Text: `"que de attendu que"`}).Total; n != 1 {
		t.Errorf("%d found", n)
	}
	if n := find(t, x, Request{Text: `"que que de attendu"`}).Total; n != 0 {
		t.Errorf("%d found", n)
	}
}
