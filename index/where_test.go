package index

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/bm25"
	"github.com/google/go-cmp/cmp"
)

// zoned cuts a text at the words "MOTIFS" and "DISPOSITIF".
func zoned(d *corpus.Decision) *corpus.Decision {
	at := 0
	kind := corpus.Expose
	for _, next := range []struct {
		head string
		kind corpus.ZoneKind
	}{{"MOTIFS", corpus.Motifs}, {"DISPOSITIF", corpus.Dispositif}} {
		if i := strings.Index(d.Text, next.head); i > at {
			d.Zones = append(d.Zones, corpus.Zone{Zone: kind, Span: corpus.Span{Start: at, End: i}})
			at = i
		}
		kind = next.kind
	}
	d.Zones = append(d.Zones, corpus.Zone{Zone: kind, Span: corpus.Span{Start: at, End: len(d.Text)}})
	return d
}

// shelves is a small library with zones and orders, invented.
func shelves() []*corpus.Decision {
	a := zoned(decision("juri:B1", corpus.Court{Kind: corpus.TGI, Place: "Laval", Chamber: "Première chambre"}, "2016-10-04", []string{"16/00123"},
		"Le bail est invoqué. MOTIFS La rétention du mot de passe est un trouble manifestement illicite. DISPOSITIF Condamne la société à l'astreinte.", "société Kirsch"))
	a.Holdings = []corpus.Holding{{Kind: corpus.Condamnation, AmountCents: 1_500_000, Shares: []corpus.Share{{AmountCents: 500_000}, {AmountCents: 900_000}}}, {Kind: corpus.Depens}}
	b := zoned(decision("juri:B2", corpus.Court{Kind: corpus.Cass, Chamber: "Chambre sociale"}, "2018-03-14", []string{"17-21.434"},
		"Le trouble manifestement illicite est allégué. MOTIFS Le bail commercial a pris fin ; le retenteur. DISPOSITIF Rejette le pourvoi.", "M. Martin"))
	b.Solution, b.Publication, b.Themes = "Rejet", []string{"Bulletin"}, []string{"bail commercial"}
	b.Holdings = []corpus.Holding{{Kind: corpus.Rejet}}
	b.Sources = []corpus.Source{{Format: "judilibre"}}
	c := decision("texte:c", corpus.Court{}, "", nil, "Le mot, puis un deux trois quatre cinq, passe ; rétentions et organisation.")
	return []*corpus.Decision{a, b, c}
}

func TestWhere(t *testing.T) {
	x := open(t, "")
	put(t, x, 1, shelves()...)
	const b1, b2, tc = "juri:B1", "juri:B2", "texte:c"
	w := func(s string) Expr { return Words{Text: s} }
	reasons := Where{Zones: []corpus.ZoneKind{corpus.Motifs}}
	near := func(n int, parts ...Expr) Expr { return Near{Parts: parts, Within: []int{n}} }
	for _, c := range []struct {
		name string
		e    Expr
		want []string
	}{
		{"nothing asked", nil, []string{b1, b2, tc}},
		{"all of nothing", All{}, []string{b1, b2, tc}},
		{"any of nothing", Any{}, []string{}},
		{"a word", w("bail"), []string{b1, b2}},
		{"any form of a word", w("rétentions"), []string{b1, tc}},
		{"a word as it is written", Words{Text: "RETENTIONS", Written: true}, []string{tc}},
		{"as it is written, in the reasons", Words{Text: "rétention", In: reasons, Written: true}, []string{b1}},
		{"as it is written, not in the reasons", Words{Text: "société", In: reasons, Written: true}, []string{}},
		{"a word of a form that none has", Words{Text: "baux", Written: true}, []string{}},
		{"a word without other forms", Words{Text: "un", Written: true}, []string{b1, tc}},
		{"several as they are written", Words{Text: "mots de passe", Written: true}, []string{b1}},
		{"only signs", w("?!"), []string{b1, b2, tc}},
		{"not only signs", Not{w("?!")}, []string{}},
		{"all", All{w("bail"), w("rétention")}, []string{b1}},
		{"any", Any{w("organisation"), w("commercial")}, []string{b2, tc}},
		{"not", All{w("bail"), Not{w("commercial")}}, []string{b1}},
		{"only not", Not{w("bail")}, []string{tc}},
		{"not not", Not{Not{w("bail")}}, []string{b1, b2}},
		{"one or the absence of another", Any{w("commercial"), Not{w("bail")}}, []string{b2, tc}},
		{"a phrase in the reasons", Words{Text: "trouble manifestement illicite", In: reasons}, []string{b1}},
		{"a word in the reasons", Words{Text: "bail", In: reasons}, []string{b2}},
		{"a word in the operative part", Words{Text: "bail", In: Where{Zones: []corpus.ZoneKind{corpus.Dispositif}}}, []string{}},
		{"a word in either zone", Words{Text: "bail", In: Where{Zones: []corpus.ZoneKind{corpus.Expose, corpus.Motifs}}}, []string{b1, b2}},
		{"in the themes", Words{Text: "bail", In: Where{Field: InMatter}}, []string{b2}},
		{"near", near(7, w("mot"), w("passe")), []string{b1, tc}},
		{"too far", near(6, w("mot"), w("passe")), []string{b1}},
		{"near the other way round", near(2, w("passe"), w("mot")), []string{b1}},
		{"a phrase near a word", near(3, w("mot de passe"), w("rétention")), []string{b1}},
		{"a phrase too far", near(1, w("mot de passe"), w("rétention")), []string{}},
		{"a word near itself", near(50, w("mot"), w("mot")), []string{}},
		{"a choice near a word", near(1, Any{w("commercial"), w("manifestement")}, w("bail")), []string{b2}},
		{"a chain", Near{Parts: []Expr{w("un"), w("trois"), w("cinq")}, Within: []int{2, 2}}, []string{tc}},
		{"a chain too far", Near{Parts: []Expr{w("un"), w("cinq"), w("deux")}, Within: []int{4, 2}}, []string{}},
		{"near in a zone", Near{Parts: []Expr{w("mot"), w("passe")}, Within: []int{9}, In: reasons}, []string{b1}},
		{"near in another", Near{Parts: []Expr{w("trouble"), w("illicite")}, Within: []int{9}, In: Where{Zones: []corpus.ZoneKind{corpus.Dispositif}}}, []string{}},
		{"a pattern", Pattern{Pattern: "RÉTENTI*"}, []string{b1, tc}},
		{"a pattern is of words, not stems", Pattern{Pattern: "retention"}, []string{b1}},
		{"one letter", Pattern{Pattern: "r?tention?"}, []string{tc}},
		{"a short word", Pattern{Pattern: "mo?"}, []string{b1, tc}},
		{"a number", Pattern{Pattern: "12*"}, []string{}},
		{"a pattern that fits none", Pattern{Pattern: "zz*"}, []string{}},
		{"a pattern in the reasons", Pattern{Pattern: "bai?", In: reasons}, []string{b2}},
		{"a pattern near a word", near(3, Pattern{Pattern: "rétent*"}, w("mot")), []string{b1}},
		{"misspelt", Like{Word: "retantion", Edits: 1}, []string{b1}},
		{"misspelt twice", Like{Word: "retantions", Edits: 2}, []string{b1, tc}},
		{"a court", Court("tgi"), []string{b1}},
		{"days", Days{From: "2017-01-01"}, []string{b2}},
		{"no days", Days{}, []string{b1, b2, tc}},
		{"an amount", Cents{From: 1_000_000, To: 2_000_000}, []string{b1}},
		{"what one of several gets", Cents{From: 900_000, To: 900_000}, []string{b1}},
		{"a greater amount", Cents{From: 1_500_001, To: 1 << 60}, []string{}},
		{"a party", Party("kirsch"), []string{b1}},
		{"no party", Party("?"), []string{}},
		{"an order", Is{Order, []string{"condamnation"}}, []string{b1}},
		{"an order or another", Is{Order, []string{"depens", "rejet"}}, []string{b1, b2}},
		{"the outcome where no solution is published", Is{Outcome, []string{"rejet", "condamnation", "depens"}}, []string{b1}},
		{"a solution", Is{Solution, []string{"rejet"}}, []string{b2}},
		{"a seat", Is{Seat, []string{"laval"}}, []string{b1}},
		{"a chamber", Is{Chamber, []string{"chambre sociale"}}, []string{b2}},
		{"a source", Is{SourceOf, []string{"judilibre"}}, []string{b2}},
		{"a number", Is{Number, []string{"16/123"}}, []string{b1}},
		{"no value", Is{Order, nil}, []string{}},
		{"nodes", Nodes{Nodes: []corpus.Node{tc}}, []string{tc}},
		{"no nodes", Not{Nodes{}}, []string{b1, b2, tc}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, nodes(find(t, x, Request{Where: c.e}))); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// TestWhereScores: conditions without words change no score, and what is named comes first.
func TestWhereScores(t *testing.T) {
	x := open(t, "")
	put(t, x, 1, shelves()...)
	plain := find(t, x, Request{Where: Words{Text: "bail"}}).Hits
	for _, e := range []Expr{Days{From: "2000-01-01"}, Pattern{Pattern: "bail*"}, Not{Court("ca")}, Nodes{Nodes: []corpus.Node{"juri:B1", "juri:B2"}}} {
		if diff := cmp.Diff(plain, find(t, x, Request{Where: All{Words{Text: "bail"}, e}}).Hits); diff != "" || !(plain[0].Score > 0) {
			t.Errorf("%+v (-without +with):\n%s", e, diff)
		}
	}
	for _, node := range []corpus.Node{"juri:B1", "juri:B2"} {
		hits := find(t, x, Request{Where: Any{Nodes{Nodes: []corpus.Node{node}, Best: true}, Words{Text: "bail"}}}).Hits
		if len(hits) != 2 || hits[0].Node != node {
			t.Errorf("%s is not the first of %+v", node, hits)
		}
	}
}

func TestValues(t *testing.T) {
	x := open(t, "")
	put(t, x, 1, shelves()...)
	got, err := x.Values(context.Background(), Chamber)
	if diff := cmp.Diff([]string{"chambre sociale", "première chambre"}, got); diff != "" || err != nil {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}
}

func TestBroadPattern(t *testing.T) {
	x := open(t, "")
	var text strings.Builder
	for i := range maxForms + 1 {
		fmt.Fprintf(&text, "mot%c%c%c ", 'a'+i%26, 'a'+i/26%26, 'a'+i/676)
	}
	put(t, x, 1, decision("texte:a", corpus.Court{}, "", nil, text.String()))
	var broad *BroadError
	if _, err := x.Search(context.Background(), Request{Where: Pattern{Pattern: "mot*"}}); !errors.As(err, &broad) || broad.Pattern != "mot*" {
		t.Errorf("%v", err)
	}
	if n := find(t, x, Request{Where: Pattern{Pattern: "mota*"}}).Total; n != 1 {
		t.Errorf("%d found", n)
	}
}

func TestFitsPattern(t *testing.T) {
	for _, c := range []struct {
		pattern, word string
		want          bool
	}{
		{"retent*", "retention", true}, {"retent*", "retent", true}, {"retent*", "rete", false}, {"r?tention", "retention", true},
		{"r?tention", "rtention", false}, {"a*b*c", "axxbyybc", true}, {"a*b*c", "axxbyyb", false}, {"mot?", "mot", false},
		{strings.Repeat("a*", 30) + "b", strings.Repeat("a", 60), false},
	} {
		if got := fitsPattern(c.pattern, c.word); got != c.want {
			t.Errorf("%s fits %s: %v", c.pattern, c.word, got)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"retention", "retention", 0}, {"retention", "retantion", 1}, {"retention", "rtention", 1}, {"retention", "retentions", 1},
		{"retention", "reteniton", 1}, {"retention", "erttention", 2}, {"retention", "detendons", 3}, {"a", "abcd", 3}, {"", "", 0},
	} {
		if got := distance(c.a, c.b, 2); got != c.want {
			t.Errorf("%s to %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

// TestReadingZones: a reading tells the zone of each word, and goes on counting places.
func TestReadingZones(t *testing.T) {
	text := "un deux, trois quatre cinq six"
	at := func(kind corpus.ZoneKind, from, to string) corpus.Zone {
		return corpus.Zone{Zone: kind, Span: corpus.Span{Start: strings.Index(text, from), End: strings.Index(text, to)}}
	}
	d := &corpus.Decision{Text: text, Zones: []corpus.Zone{at(corpus.Entete, "un", "trois"), at(corpus.Motifs, "trois", "cinq")}}
	d.Title = "sept"
	var got []string
	(&reading{d: d}).words(func(_ string, place int, zone bm25.Zone) { got = append(got, fmt.Sprint(place, " ", zoneNames[zone])) })
	want := []string{"1 entete", "2 entete", "3 motifs", "4 motifs", "5 text", "6 text", fmt.Sprint(7+bm25.Gap, " summary")}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestZonesAt(t *testing.T) {
	at := zonesAt([]corpus.Zone{{Zone: corpus.Entete, Span: corpus.Span{Start: 2, End: 10}}, {Zone: corpus.Motifs, Span: corpus.Span{Start: 10, End: 500}}})
	for _, c := range []struct {
		byte int
		want bm25.Zone
	}{{0, zoneNone}, {2, zoneEntete}, {9, zoneEntete}, {10, zoneMotifs}, {499, zoneMotifs}, {500, zoneNone}} {
		if got := at(c.byte); got != c.want {
			t.Errorf("byte %d is in zone %d, want %d", c.byte, got, c.want)
		}
	}
}

// TestSnippetsOfZones: what is asked for in the reasons is shown there.
func TestSnippetsOfZones(t *testing.T) {
	x := open(t, "")
	b := shelves()[1]
	for _, c := range []struct {
		e    Expr
		want string
	}{
		{Words{Text: "bail", In: Where{Zones: []corpus.ZoneKind{corpus.Motifs}}}, "bail"},
		{Pattern{Pattern: "retent*"}, "retenteur"},
		{Near{Parts: []Expr{Words{Text: "pourvoi"}, Words{Text: "rejette"}}, Within: []int{5}}, "Rejette"},
		{All{Party("Martin"), Not{Words{Text: "bail"}}}, ""},
	} {
		got := ""
		if s := x.SnippetsOf(Request{Where: c.e}, b, 1, 40); len(s) > 0 && len(s[0].Hits) > 0 {
			got = s[0].Hits[0].Of(b.Text)
		}
		if got != c.want {
			t.Errorf("%+v shows %q, want %q", c.e, got, c.want)
		}
	}
}

// TestWrittenShown: of a word as it is written other forms are not shown.
func TestWrittenShown(t *testing.T) {
	x := open(t, "")
	d := decision("juri:R", corpus.Court{Kind: corpus.CA}, "2018-03-14", nil, "Il fut représenté. La représentation est régulière.")
	put(t, x, 1, d)
	for written, want := range map[bool]string{false: "représenté représentation", true: "représentation"} {
		var got []string
		for _, s := range x.SnippetsOf(Request{Where: Words{Text: "représentation", Written: written}}, d, 2, 200) {
			for _, h := range s.Hits {
				got = append(got, h.Of(d.Text))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("written %v shows %q, want %q", written, got, want)
		}
	}
}

// TestPatternsOfAbstracts: patterns and ~ look where words do: in the text, the title, the
// themes and the abstracts.
func TestPatternsOfAbstracts(t *testing.T) {
	x := open(t, "")
	d := decision("juri:A", corpus.Court{Kind: corpus.Cass}, "2018-03-14", []string{"17-21.434"}, "Le bail a pris fin.")
	d.Title, d.Themes = "Arrêt du locataire", []string{"Préavis"}
	d.Summaries = []corpus.Summary{{Titles: []string{"CONGÉ"}, Text: "Le bailleur donne congé."}}
	put(t, x, 1, d)
	summary, matter := Where{Field: InSummary}, Where{Field: InMatter}
	for name, c := range map[string]struct {
		e    Expr
		want uint64
	}{
		"text":              {Pattern{Pattern: "bai?"}, 1},
		"title":             {Pattern{Pattern: "locat*"}, 1},
		"theme":             {Like{Word: "preavi", Edits: 1}, 1},
		"abstract":          {Pattern{Pattern: "bailleu*"}, 1},
		"without":           {Not{Pattern{Pattern: "bailleu*"}}, 0},
		"in the abstract":   {Pattern{Pattern: "bailleu*", In: summary}, 1},
		"not in the themes": {Pattern{Pattern: "bailleu*", In: matter}, 0},
		"in the themes":     {Pattern{Pattern: "cong*", In: matter}, 1},
		"near":              {Near{Parts: []Expr{Pattern{Pattern: "bailleu*"}, Words{Text: "congé"}}, Within: []int{2}, In: summary}, 1},
		"not near":          {Near{Parts: []Expr{Words{Text: "bailleur"}, Words{Text: "préavis"}}, Within: []int{20}, In: summary}, 0},
	} {
		res, err := x.Search(context.Background(), Request{Where: c.e})
		if err != nil || res.Total != c.want {
			t.Errorf("%s: %d, want %d, %v", name, res.Total, c.want, err)
		}
	}
}
