package index

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/frlegal"
	"github.com/google/go-cmp/cmp"
)

// reference ranks decisions as the formula is printed, with none of the index: it reads
// every text for every question.
type reference struct {
	docs map[corpus.Node][]refWord
	mean float64
}

type refWord struct {
	term   string
	weight float64
}

// refWeights are the weights of the zones as the documentation tells them.
var refWeights = map[corpus.ZoneKind]float64{corpus.Entete: 0.5, corpus.Expose: 1, corpus.Moyens: 0.5, corpus.Motifs: 1.5,
	corpus.Dispositif: 1.5, corpus.Annexe: 0.5}

func newReference(ds []*corpus.Decision) *reference {
	r := &reference{docs: map[corpus.Node][]refWord{}}
	for _, d := range ds {
		var words []refWord
		for _, w := range (frlegal.Analyzer{}).Analyze([]byte(d.Text)) {
			weight := 1.0
			for _, z := range d.Zones {
				if z.Start <= w.Start && w.Start < z.End {
					weight = refWeights[z.Zone]
				}
			}
			words = append(words, refWord{string(w.Term), weight})
		}
		r.docs[d.Node] = words
	}
	for _, words := range r.docs {
		r.mean += length(words) / float64(len(r.docs))
	}
	return r
}

func length(words []refWord) (sum float64) {
	for _, w := range words {
		sum += w.weight
	}
	return sum
}

// frequency is how often a phrase stands among words, weighted by its first one.
func frequency(words []refWord, phrase []string) (tf float64) {
	for i := range words[:max(0, len(words)-len(phrase)+1)] {
		fits := true
		for j, t := range phrase {
			fits = fits && words[i+j].term == t
		}
		if fits {
			tf += words[i].weight
		}
	}
	return tf
}

// score is that of a phrase, or of a word, in a decision.
func (r *reference) score(node corpus.Node, phrase []string) float64 {
	idf := 0.0
	for _, t := range phrase {
		df := 0.0
		for _, words := range r.docs {
			if frequency(words, []string{t}) > 0 {
				df++
			}
		}
		idf += math.Log(1 + (float64(len(r.docs))-df+0.5)/(df+0.5))
	}
	tf := frequency(r.docs[node], phrase)
	return idf * tf * 2.2 / (tf + 1.2*(0.25+0.75*length(r.docs[node])/r.mean))
}

// TestRelevance compares every score with the reference, while decisions are replaced
// and removed: in the order, among the first ten, and to the ninth digit.
func TestRelevance(t *testing.T) {
	g := newGenerator(7)
	g.size = 1500
	x := open(t, "")
	held := map[corpus.Node]*corpus.Decision{}
	for round := range 4 {
		ds := g.decisions(60)
		for i, d := range ds { // some in place of others, longer or shorter
			if round > 0 && i%10 == 0 {
				d.Node = nodeOf(1 + i)
			}
			held[d.Node] = d
		}
		gone := nodeOf(60*round - 53) // of the round before
		delete(held, gone)
		if err := x.Apply(context.Background(), uint64(round+1), ds, []corpus.Node{gone}); err != nil {
			t.Fatal(err)
		}
		var all []*corpus.Decision
		for _, d := range held {
			all = append(all, d)
		}
		checkRelevance(t, x, newReference(all))
	}
}

func checkRelevance(t *testing.T, x *Index, ref *reference) {
	t.Helper()
	for _, c := range []struct {
		text  string
		items [][]string // the phrases of the text, brought to terms
	}{
		{"cour", [][]string{{"cour"}}}, {"employeur", [][]string{{"employeur"}}},
		{"cour référés employeur", [][]string{{"cour"}, {"référés"}, {"employeur"}}},
		{"passe OR société OR manifestement OR dommages OR vrai OR code", [][]string{{"passe"}, {"société"}, {"manifestement"}, {"dommages"}, {"vrai"}, {"code"}}},
		{`"mot de passe"`, [][]string{{"mot de passe"}}},
		{`"cause réelle et sérieuse" cour`, [][]string{{"cause réelle et sérieuse"}, {"cour"}}},
		{`"la cour" OR "le juge"`, [][]string{{"la cour"}, {"le juge"}}},
	} {
		want := map[corpus.Node]float64{}
		for node := range ref.docs {
			sum, every, some := 0.0, true, false
			for _, phrase := range c.items {
				s := ref.score(node, terms(phrase[0]))
				sum, every, some = sum+s, every && s > 0, some || s > 0
			}
			if every || some && strings.Contains(c.text, " OR ") {
				want[node] = sum
			}
		}
		res := find(t, x, Request{Text: c.text, Limit: 10_000})
		if len(res.Hits) != len(want) || len(want) < 10 {
			t.Errorf("%s: %d hits, want %d", c.text, len(res.Hits), len(want))
		}
		for i, h := range res.Hits {
			if math.Abs(h.Score-want[h.Node]) > 1e-9 {
				t.Errorf("%s: %s has score %v, want %v", c.text, h.Node, h.Score, want[h.Node])
			}
			if i > 0 && h.Score > res.Hits[i-1].Score {
				t.Errorf("%s: hit %d is better than the one before", c.text, i)
			}
		}
	}
}

// TestZonesWeigh: the same words count more in the reasons than in the facts, and in the
// summary most.
func TestZonesWeigh(t *testing.T) {
	const text = "Le bail est résilié. La caution est tenue. L'acte est nul. "
	x := open(t, "")
	for i, z := range []corpus.ZoneKind{corpus.Entete, corpus.Moyens, corpus.Annexe, corpus.Expose, corpus.Motifs, corpus.Dispositif} {
		d := decision(corpus.Node("texte:"+string(z)), corpus.Court{}, "", nil, text)
		at := len("Le bail est résilié.")
		d.Zones = []corpus.Zone{{Zone: z, Span: corpus.Span{End: at}}, {Zone: corpus.Expose, Span: corpus.Span{Start: at, End: len(text)}}}
		put(t, x, uint64(i+1), d)
	}
	d := decision("texte:summary", corpus.Court{}, "", nil, text)
	d.Title = "Bail"
	put(t, x, 9, d)
	var got []corpus.Node
	for _, h := range find(t, x, Request{Text: "bail"}).Hits {
		got = append(got, h.Node)
	}
	want := []corpus.Node{"texte:summary", "texte:dispositif", "texte:motifs", "texte:expose", "texte:annexe", "texte:entete", "texte:moyens"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestExplain: the parts of a score sum up to it, and tell where the words stand.
func TestExplain(t *testing.T) {
	x := open(t, "")
	put(t, x, 1, shelves()...)
	authority := NewAuthority(func(yield func(corpus.Node, float64) bool) { yield("juri:B1", 100) })
	for _, req := range []Request{
		{Text: `bail OR "mot de passe" OR 17-21.434`},
		{Text: "bail", Authority: authority, Prior: 0.1},
		{Text: "bail", Sort: ByDate},
		{Where: Any{Nodes{Nodes: []corpus.Node{"juri:B1"}, Best: true}, Near{Parts: []Expr{Words{Text: "trouble"}, Words{Text: "illicite"}}, Within: []int{4}}}},
	} {
		req.Explain = true
		hits := find(t, x, req).Hits
		for _, h := range hits {
			sum := 0.0
			for _, p := range h.Pieces {
				sum += p.Score
				if p.Score <= 0 || p.Field == fieldText && len(p.Zones) == 0 {
					t.Errorf("%+v: %+v", req, p)
				}
			}
			if math.Abs(sum*h.Prior-h.Score) > 1e-9 || len(h.Pieces) == 0 {
				t.Errorf("%+v: %s has score %v, its parts %v times %v", req, h.Node, h.Score, sum, h.Prior)
			}
		}
		if len(hits) < 2 {
			t.Errorf("%+v: %d hits", req, len(hits))
		}
	}
	p := find(t, x, Request{Text: "bail", Nodes: []corpus.Node{"juri:B2"}, Explain: true}).Hits[0].Pieces[0]
	if p.What != terms("bail")[0] || p.Zones["motifs"] != 1 || p.Zones["matter"] != 1 || p.TF != 1.5+2.5 {
		t.Errorf("%+v", p)
	}
}

// TestDrivesOrFilters: a set gives the same answer whichever side is the rarer.
func TestDrivesOrFilters(t *testing.T) {
	g := newGenerator(11)
	g.size = 800
	x := open(t, "")
	var all []corpus.Node
	for seq := range uint64(5) {
		ds := g.decisions(80)
		put(t, x, seq+1, ds...)
		for _, d := range ds {
			all = append(all, d.Node)
		}
	}
	for _, text := range []string{"cour", "employeur référés", `"mot de passe"`, "passe OR société", "cour -passe", spell(40)} {
		every := find(t, x, Request{Text: text, Limit: 1000}).Hits
		for _, step := range []int{1, 2, 7, 50, 399} {
			set := []corpus.Node{"juri:none", "zzz"}
			in := map[corpus.Node]bool{}
			for i := 0; i < len(all); i += step {
				set, in[all[i]] = append(set, all[i]), true
			}
			slices.Reverse(set)
			var want []Hit
			for _, h := range every {
				if in[h.Node] {
					want = append(want, h)
				}
			}
			got := find(t, x, Request{Text: text, Nodes: set, Limit: 1000}).Hits
			if diff := cmp.Diff(want, got); diff != "" && len(want)+len(got) > 0 {
				t.Errorf("%s in every %d (-want +got):\n%s", text, step, diff)
			}
		}
	}
}
