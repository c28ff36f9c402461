package index

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/google/go-cmp/cmp"
)

// marked shows fragments with their hits in brackets.
func marked(text string, fragments []Snippet) []string {
	var out []string
	for _, s := range fragments {
		var b strings.Builder
		at := s.Span.Start
		for _, h := range s.Hits {
			b.WriteString(text[at:h.Start] + "[" + h.Of(text) + "]")
			at = h.End
		}
		out = append(out, b.String()+text[at:s.Span.End])
	}
	return out
}

func TestSnippets(t *testing.T) {
	const long = "Un début sans rapport avec la question posée. « L’employeur » doit, selon la cour, remettre les " +
		"mots de passe de la messagerie. Une longue suite sans rapport non plus, qui parle de tout autre chose " +
		"et de rien. À la fin seulement, le mot revient : sœur, remettre, et un mot\u00a0de\u202fpasse perdu…"
	x := open(t, "")
	for _, c := range []struct {
		name, text string
		req        Request
		n, size    int
		want       []string
	}{
		{"phrase", long, Request{Text: `"mot de passe"`}, 1, 40,
			[]string{"cour, remettre les [mots de passe] de la"}},
		{"most words first", long, Request{Text: "employeur remettre cour"}, 2, 50,
			[]string{"L’[employeur] » doit, selon la [cour], [remettre] les mots", "mot revient : sœur, [remettre], et un mot\u00a0de\u202fpasse"}},
		{"ligature", long, Request{Text: "soeur"}, 1, 10, []string{"[sœur],"}},
		{"no word", long, Request{Text: "divorce"}, 3, 50, nil},
		{"no words", long, Request{}, 3, 50, nil},
		{"excluded words are no hits", long, Request{Text: "-cour"}, 3, 50, nil},
		{"none wanted", long, Request{Text: "cour"}, 0, 50, nil},
		{"no text", "", Request{Text: "cour"}, 3, 50, nil},
		{"shorter than asked", "La cour.", Request{Text: "cour"}, 3, 50, []string{"La [cour]."}},
		{"a word longer than asked", "Une anticonstitutionnalité.", Request{Text: "anticonstitutionnalité"}, 1, 5,
			[]string{"[anticonstitutionnalité]."}},
		{"the longest item", "le mot de passe et le mot", Request{Text: `mot "mot de passe"`}, 1, 99,
			[]string{"le [mot de passe] et le [mot]"}},
		{"either", "le mot et la clé", Request{Text: "mot OR clé"}, 1, 99, []string{"le [mot] et la [clé]"}},
		{"party when no words", "Entre : Mme Odile KIRSCH, appelante", Request{Party: "kirsch"}, 1, 20,
			[]string{"Mme Odile [KIRSCH],"}},
		{"rare before common", "de la de la de la de la de la de la bail de", Request{Text: "de la bail"}, 1, 10,
			[]string{"[de] [la] [bail]"}},
		{"no lone preposition", "la fin de la nuit, le mot de passe", Request{Text: "mot de passe"}, 1, 99,
			[]string{"la fin de la nuit, le [mot] [de] [passe]"}},
		{"only prepositions", "la fin de la nuit", Request{Text: "de la"}, 1, 99, []string{"[la] fin [de] [la] nuit"}},
		{"decomposed letters", "Le re\u0301fe\u0301re\u0301 est ouvert", Request{Text: "référé"}, 1, 3,
			[]string{"[re\u0301fe\u0301re\u0301]"}},
		{"bytes that are no text", "a\xffle mot\xc3", Request{Text: "mot"}, 1, 99, []string{"a\xffle [mot]\xc3"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := marked(c.text, x.Snippets(c.req, c.text, c.n, c.size))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// TestSnippetsOfHits checks that what Search finds in the text has a fragment.
func TestSnippetsOfHits(t *testing.T) {
	x := open(t, "")
	ds := newGenerator(3).decisions(20)
	put(t, x, 1, ds...)
	for _, text := range []string{"cour", `"mot de passe"`, "L. 1235-3", "employeur référés", "dommages-intérêts"} {
		for _, d := range ds {
			req := Request{Text: text, Nodes: []corpus.Node{d.Node}}
			found := find(t, x, req).Total == 1
			got := x.Snippets(req, d.Text, 3, 160)
			if found && len(got) == 0 {
				t.Errorf("%s answers %s but has no fragment", d.Node, text)
			}
		}
	}
}

func FuzzSnippets(f *testing.F) {
	x := open(f, "")
	f.Add("mot de passe", "Le mot\u00a0de passe de l’employeur : mot, mot de, sœur", 3, 20)
	f.Add(`a "b a" OR c`, "a b a b c ...... a'a l'a œ\u0301 a\xffb", 9, 4)
	f.Add("de", strings.Repeat("de la ", 40), 60, 10)
	f.Fuzz(func(t *testing.T, request, text string, n, size int) {
		got := x.Snippets(Request{Text: request}, text, n, size)
		if len(got) > max(n, 0) {
			t.Fatalf("%d fragments, %d wanted", len(got), n)
		}
		for i, s := range got {
			if !s.Span.Valid(len(text)) || len(s.Hits) == 0 {
				t.Fatalf("%+v in %d bytes", s, len(text))
			}
			at := s.Span.Start
			for _, h := range s.Hits {
				if h.Start < at || h.Len() <= 0 || !s.Span.Covers(h) {
					t.Fatalf("hit %+v of %+v", h, s)
				}
				at = h.End
				// Each hit, searched by itself, is an item of the request.
				if word := h.Of(text); !asked(request, word) {
					t.Fatalf("%q is no answer to %q", word, request)
				}
			}
			for _, other := range got[:i] {
				if s.Span.Overlaps(other.Span) {
					t.Fatalf("%+v and %+v overlap", s, other)
				}
			}
			if utf8.ValidString(text) && !utf8.ValidString(s.Span.Of(text)) {
				t.Fatalf("%q is cut inside a character", s.Span.Of(text))
			}
		}
	})
}

// asked reports whether words are one of the words or phrases of a request.
func asked(request, words string) bool {
	got := strings.Join(terms(words), " ")
	for _, it := range wanted(Request{Text: request}) {
		if strings.Join(it.terms, " ") == got {
			return true
		}
	}
	return false
}

// FuzzSearch checks that nothing that is typed is an error, and that the parser
// keeps within its bounds.
func FuzzSearch(f *testing.F) {
	x := open(f, "")
	put(f, x, 1, shelf()...)
	for _, text := range []string{`"mot de passe" -société OR bail`, "OR OR -", `""""`, "-\"", "L. 1235-3", "a.\u00a01",
		"ecli:", "17-21.434", "~*?^:(", "\xff\"\xc3", "- -- -a", strings.Repeat("a", 300)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q := parse(text)
		n := 0
		for _, clause := range append(q.must, q.not) {
			for _, it := range clause {
				if len(it.terms) == 0 {
					t.Fatalf("%q has an empty item", text)
				}
				n += len(it.terms)
			}
		}
		if n > maxTerms {
			t.Fatalf("%d words are asked for", n)
		}
		res := find(t, x, Request{Text: text, Party: text})
		if res.Total > 4 || len(res.Hits) != int(res.Total) {
			t.Fatalf("%+v", res)
		}
		find(t, x, Request{Courts: []string{text}, Nodes: []corpus.Node{corpus.Node(text)}})
	})
}
