package web

import (
	"context"
	"io"
	"iter"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"golang.org/x/net/html"
)

// TestHostile: what hostile decisions say is text on every page that shows it.
func TestHostile(t *testing.T) {
	h := pages(t)
	for path, wants := range map[string][]string{
		"/decisions/ca/rennes/21-66666": {`"><img src=x onerror=alert(1)> KERVIL`, `<script>alert('partie')</script> TALBERG`, `<svg/onload=alert(2)>`,
			`<a href="javascript:alert(4)">ce lien</a>`, `</script></style></title><script>alert(5)</script>`, `{{.}} ${alert(6)}`, `<script>document.title='pwned'</script>`, `&lt;script&gt;`},
		"/decisions/cass/21-66667":                                                    {`<script>alert('solution')</script>`, `<img src=x onerror=alert(11)>`, `Sommaire <script>alert(14)</script>`, `<b onclick=alert(20)>tout</b>`},
		"/search?q=lien":                                                              {`<a href="javascript:alert(4)">ce`},
		"/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E":                               {},
		"/search?q=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E":                        {`"><img src=x onerror=alert(1)>`},
		"/search?q=mot&f=solution%3A%3Cscript%3E&f=party%3A%22onmouseover%3Dalert(1)": {`<script>`},
		"/articles/code-civil/1240?exact=1":                                           {`<script>alert(19)</script>`},
		"/graph/ca/rennes/21-66666":                                                   {`<script>alert('partie')</script> TALBERG`},
		"/graph/cass/21-66667":                                                        {`<script>alert('nom')</script> Gwened`},
		"/decisions/%3Cscript%3Ealert(1)%3C%2Fscript%3E":                              {},
	} {
		r := httptest.NewRequest("GET", path, nil)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		doc, err := html.Parse(w.Result().Body)
		if err != nil {
			t.Fatal(err)
		}
		checkSound(t, path, doc)
		text := said(doc)
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not show %q", path, want)
			}
		}
	}
}

// one is a library of one decision, which may say anything.
type one struct {
	d        *queries.DecisionAnswer
	speeches []corpus.Speech
}

func (o one) Decision(context.Context, string) (*queries.DecisionAnswer, error) { return o.d, nil }
func (o one) Speeches(context.Context, string) ([]corpus.Speech, error)         { return o.speeches, nil }
func (o one) Search(context.Context, queries.SearchRequest) (*queries.SearchAnswer, error) {
	hit := queries.SearchHit{DecisionRef: o.d.DecisionRef, Snippets: []queries.Snippet{{Text: o.d.Text, Span: corpus.Span{End: len(o.d.Text)}}}}
	return &queries.SearchAnswer{Total: 1, Hits: []queries.SearchHit{hit}, Notes: []string{o.d.Text},
		Facets: []queries.Facet{{Facet: "party", Counts: []queries.FacetCount{{Value: o.d.Text, Title: o.d.Text, Count: 1}, {Value: "x", Title: "x", Count: 2}}}}}, nil
}
func (o one) Article(context.Context, queries.ArticleRequest) ([]queries.ArticleAnswer, error) {
	return []queries.ArticleAnswer{{Key: "code-civil/1", Title: o.d.Text, Subject: o.d.Text, Text: o.d.Text, TextID: o.d.Text,
		Line:   []queries.LineText{{Key: "code-civil/1", Title: o.d.Text, Until: "2016-10-01", Act: "loi/78-17", ActTitle: o.d.Text}, {Key: "code-civil/2", Title: o.d.Text}},
		Years:  []queries.YearCount{{Year: 2015, Total: 1}},
		Citing: []queries.Citing{{DecisionRef: o.d.DecisionRef, Mentions: []queries.Mention{{Text: o.d.Text, Context: o.d.Text}}}}}}, nil
}
func (o one) Timeline(context.Context, queries.TimelineRequest) ([]queries.Timeline, error) {
	return []queries.Timeline{{Key: "code-civil/1", Groups: []queries.TimelineGroup{{Name: o.d.Text, Label: o.d.Text}}, Years: []queries.TimelineYear{{Year: 2015, Total: 1, Counts: []int{1}}},
		Marks: []queries.TimelineMark{{Date: "2016-10-01", From: corpus.Key(o.d.Text), To: []corpus.Key{corpus.Key(o.d.Text)}, ActTitle: o.d.Text}}}}, nil
}
func (o one) Citation(context.Context, string, string) (string, error) { return o.d.Text, nil }
func (o one) CitedBy(context.Context, string) iter.Seq2[*queries.Citing, error] {
	return func(func(*queries.Citing, error) bool) {}
}
func (o one) Around(context.Context, queries.NeighboursRequest) (*queries.NeighboursAnswer, error) {
	return &queries.NeighboursAnswer{Total: 1, Relations: []queries.RelationCount{{Relation: "applied", Direction: "out", Count: 1}},
		Neighbours: []queries.Neighbour{{From: queries.Place{Node: "x", Key: "cass/1", Title: o.d.Text}, Relation: "applied", To: queries.Place{Node: corpus.Node(o.d.Text), Title: o.d.Text}}}}, nil
}
func (o one) Stats(context.Context) (*queries.Stats, error) { return &queries.Stats{}, nil }
func (o one) Title(corpus.Key) string                       { return o.d.Text }
func (o one) Chamber(string) string                         { return o.d.Text }

// saying is a decision that says one thing everywhere.
func saying(text string) one {
	whole := corpus.Span{End: len(text)}
	m := corpus.Metadata{Court: corpus.Court{Kind: "ca", Place: text, Chamber: text}, Date: "2020-01-02", ECLI: text, Title: text, Nature: text, Solution: text,
		Publication: []string{text}, Summaries: []corpus.Summary{{Titles: []string{text}, Text: text}}}
	ref := queries.DecisionRef{Key: "ca/brest/1", Node: corpus.Node(text), Usual: text, Court: text, Date: "2020-01-02", Numbers: []string{text}, ECLI: text, Solution: text, Held: true}
	d := &queries.DecisionAnswer{DecisionRef: ref, Official: m, Read: m, Text: text,
		Sources:    []corpus.Source{{ID: text, Format: corpus.Format(text), Path: text, URL: text}},
		Parties:    []corpus.Party{{Name: text, Side: corpus.Side(text), Kind: corpus.PartyKind(text)}},
		Holdings:   []corpus.Holding{{Text: text, Whole: whole, Kind: corpus.HoldingKind(text), Beneficiaries: []string{text}, Debtors: []string{text}, Refused: []string{text}, AmountCents: 1}},
		Principles: []corpus.Holding{{Whole: whole}},
		Zones:      []corpus.Zone{{Zone: corpus.ZoneKind(text), Span: whole}},
		Unresolved: []queries.Mention{{Text: text}},
		Provenance: []queries.Fact{{Field: text, Value: text, From: []string{text}, Others: []queries.Saying{{Value: text, From: []string{text}}}}},
		History:    []queries.HistoryStep{{DecisionRef: ref, Self: true}, {DecisionRef: ref, Reviews: []corpus.Key{ref.Key}}},
		Provisions: []queries.Cited{{Key: "code-civil/1", Title: text, Uses: []corpus.Use{corpus.Applied}, Mentions: []queries.Mention{{Span: whole, Text: text, Use: corpus.Applied}}}}}
	return one{d, []corpus.Speech{{Speaker: corpus.Partie, Side: corpus.Side(text), Span: corpus.Span{End: len(text) / 2}}, {Speaker: corpus.Cour, Span: corpus.Span{Start: len(text) / 2, End: len(text)}}}}
}

// FuzzPages: whatever a decision says, a page has the elements that it has for plain
// words, and no others.
func FuzzPages(f *testing.F) {
	for _, seed := range []string{"un mot", `<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `javascript:alert(1)`, `'-alert(1)-'`,
		`</script><script>alert(1)//`, `<!--<script>`, `]]>`, "{{.}}", "\x00\u2028`${alert(1)}`", "&lt;b&gt;", "https://example.org/\" onload=x", "a\n\nb"} {
		f.Add(seed)
	}
	held := &struct{ Library }{saying("")}
	h, err := New(held, Options{})
	if err != nil {
		f.Fatal(err)
	}
	paths := []string{"/decisions/x", "/search?q=x", "/articles/code-civil/1", "/graph/x"}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			t.Skip()
		}
		held.Library = saying(strings.ToValidUTF8(text, "?"))
		for _, path := range paths {
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
			if w.Code != 200 {
				b, _ := io.ReadAll(w.Result().Body)
				t.Fatalf("%s: %d %.300s", path, w.Code, b)
			}
			doc, err := html.Parse(w.Result().Body)
			if err != nil {
				t.Fatal(err)
			}
			checkSafe(t, path, doc)
		}
	})
}

// known are the elements that pages are made of.
var known = strings.Fields("a article aside blockquote body br button caption code dd details div dl dt em figcaption figure footer form h1 h2 h3 h4 head header " +
	"html input label li line link main mark meta nav ol p pre rect script section span strong summary svg table tbody td text th thead time title tr ul")

func checkSafe(t *testing.T, path string, doc *html.Node) {
	t.Helper()
	for _, n := range elements(doc, "") {
		found := false
		for _, name := range known {
			found = found || name == n.Data
		}
		if !found {
			t.Errorf("%s: there is a <%s>", path, n.Data)
		}
		checkElement(t, path, n, map[string]bool{attr(n, "id"): true})
		if href := attr(n, "href"); n.Data == "a" && !strings.HasPrefix(href, "/") && !strings.HasPrefix(href, "#") && !strings.HasPrefix(href, "http") {
			t.Errorf("%s: a link to %q", path, href)
		}
	}
	if n := len(elements(doc, "body")); n != 1 {
		t.Errorf("%s: %d bodies", path, n)
	}
}
