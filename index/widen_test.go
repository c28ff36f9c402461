package index

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/google/go-cmp/cmp"
)

func TestSynonyms(t *testing.T) {
	x := open(t, "")
	const short, full, near, code = "texte:01", "texte:02", "texte:03", "texte:04"
	put(t, x, 1,
		decision(short, corpus.Court{}, "", nil, "Le JLD de Meaux prolonge ; article 700 : 1 500 euros."),
		decision(full, corpus.Court{}, "", nil, "Le juge des libertés et de la détention prolonge ; aucuns frais irrépétibles."),
		decision(near, corpus.Court{}, "", nil, "Le juge statue sur la détention et les libertés ; irrépétibles, les frais ; article L. 700-2."),
		decision(code, corpus.Court{}, "", nil, "Vu le code de procédure civile."))
	for _, c := range []struct {
		text string
		want []string
		no   []string // without synonyms
		also string
	}{
		{"JLD", []string{short, full}, []string{short}, "juge des libertés et de la détention"},
		{"JLD prolonge Meaux", []string{short}, []string{short}, "juge des libertés et de la détention"},
		{"le juge des libertés et de la détention", []string{short, full, near}, []string{full, near}, "JLD"},
		{"frais irrépétibles", []string{short, full, near}, []string{full, near}, "article 700 art. 700"},
		{"article 700", []string{short, full}, []string{short}, "frais irrépétibles art. 700"},
		{`"frais irrépétibles"`, []string{full}, []string{full}, ""},
		{`"JLD"`, []string{short}, []string{short}, ""},
		{"CPC OU JLD", []string{short, full, code}, []string{short}, "code de procédure civile juge des libertés et de la détention"},
		{"prolonge -JLD", []string{}, []string{full}, "juge des libertés et de la détention"},
		{"frais", []string{full, near}, []string{full, near}, ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			res := find(t, x, Request{Text: c.text})
			if diff := cmp.Diff(c.want, nodes(res)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			var also []string
			for _, s := range res.Synonyms {
				also = append(also, s.Also...)
			}
			if got := strings.Join(also, " "); got != c.also {
				t.Errorf("also looked for %q, want %q", got, c.also)
			}
			res = find(t, x, Request{Text: c.text, NoSynonyms: true})
			if diff := cmp.Diff(c.no, nodes(res)); diff != "" || len(res.Synonyms) > 0 {
				t.Errorf("without synonyms: %+v, -want +got:\n%s", res.Synonyms, diff)
			}
		})
	}
}

func TestSynonymsAreShown(t *testing.T) {
	x := open(t, "")
	const text = "Le juge des libertés et de la détention prolonge."
	if diff := cmp.Diff([]string{"Le [juge des libertés et de la détention] prolonge."}, marked(text, x.Snippets(Request{Text: "JLD"}, text, 1, 99))); diff != "" {
		t.Error(diff)
	}
	if got := x.Snippets(Request{Text: "JLD", NoSynonyms: true}, text, 1, 99); got != nil {
		t.Errorf("without synonyms: %v", marked(text, got))
	}
}

func TestSynonymsOfArticles(t *testing.T) {
	x := openArticles(t, "")
	shelve(t, x, 1, []law.ArticleVersion{{ID: "LEGIARTI0001", Key: "code-x/1", Text: "Le juge de l'exécution connaît des difficultés."}})
	for no, want := range map[bool]uint64{false: 1, true: 0} {
		res, err := x.Search(t.Context(), ArticleRequest{Text: "JEX", NoSynonyms: no})
		if err != nil || res.Total != want {
			t.Errorf("without synonyms %v: %+v, %v", no, res, err)
		}
	}
}

func TestSynonymsOfConditions(t *testing.T) {
	word := func(s string) Expr { return Words{Text: s, Name: true} }
	phrase := func(s string) Expr { return Words{Text: s} }
	motifs := Where{Zones: []corpus.ZoneKind{corpus.Motifs}}
	const full = "juge des libertés et de la détention"
	for _, c := range []struct {
		name         string
		e, want, off Expr // off is without synonyms
	}{
		{name: "nothing"},
		{name: "a phrase", e: phrase("JLD"), want: phrase("JLD"), off: phrase("JLD")},
		{name: "a word", e: word("JLD"), want: Any{word("JLD"), phrase(full)}, off: word("JLD")},
		{name: "two words", e: All{word("frais"), word("irrépétibles")},
			want: All{Any{word("frais"), phrase("article 700"), phrase("art. 700")}, Any{word("irrépétibles"), phrase("article 700"), phrase("art. 700")}},
			off:  All{word("frais"), word("irrépétibles")}},
		{name: "two words apart", e: All{word("frais"), Court("ca"), word("irrépétibles")},
			want: All{word("frais"), Court("ca"), word("irrépétibles")}, off: All{word("frais"), Court("ca"), word("irrépétibles")}},
		{name: "in a zone", e: Words{Text: "JLD", In: motifs, Name: true},
			want: Any{Words{Text: "JLD", In: motifs, Name: true}, Words{Text: full, In: motifs}}, off: Words{Text: "JLD", In: motifs, Name: true}},
		{name: "without", e: All{word("bail"), Not{word("JLD")}}, want: All{word("bail"), Not{Any{word("JLD"), phrase(full)}}},
			off: All{word("bail"), Not{word("JLD")}}},
		{name: "function words", e: All{word("le"), word("bail")}, want: word("bail"), off: word("bail")},
		{name: "function words alone", e: All{word("le"), word("la")}, want: Any{}, off: Any{}},
		{name: "a number in two", e: All{word("1"), word("500"), word("euros")}, want: All{word("1 500"), word("euros")},
			off: All{word("1 500"), word("euros")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, _ := widenWhere(c.e, false)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if got, q := widenWhere(c.e, true); !cmp.Equal(c.off, got) || len(q.synonyms) > 0 {
				t.Errorf("without synonyms: %+v, %+v", got, q.synonyms)
			}
		})
	}
	if got := (Request{Text: "a", Where: All{word("b"), Not{word("c")}, Any{phrase("d e")}, Court("ca")}}).Words(); got != "a b d e" {
		t.Errorf("the words are %q", got)
	}
}

// TestSynonymsAreBounded types more abbreviations than are widened.
func TestSynonymsAreBounded(t *testing.T) {
	q := read(strings.Repeat("LRAR CPAM ", 30), false)
	n := 0
	for _, s := range q.synonyms {
		for _, p := range s.Also {
			n += len(terms(p))
		}
	}
	if !q.cut || n > maxTerms || n < maxTerms/2 {
		t.Errorf("cut %v, %d words are added", q.cut, n)
	}
}
