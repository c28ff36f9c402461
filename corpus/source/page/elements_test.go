package page

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/source/prose"
	"golang.org/x/net/html"
)

// TestElements writes each element between two words and looks at what stands
// between them.
func TestElements(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	want := map[effect]string{drop: "a c", inLine: "a\nb\nc", block: "a\n\nb\n\nc", keep: "a\n\nb\n\nc", lineBr: "a\nc", cell: "a b c"}
	for name, e := range r.effects.element {
		at := &html.Node{Type: html.ElementNode, Data: name}
		at.AppendChild(text("b"))
		checkEffect(t, r, at, want[e])
	}
	for name, e := range r.effects.role {
		at := &html.Node{Type: html.ElementNode, Data: "div", Attr: []html.Attribute{{Key: "role", Val: name}}}
		at.AppendChild(text("b"))
		checkEffect(t, r, at, want[e])
	}
}

func checkEffect(t *testing.T, r *Reader, at *html.Node, want string) {
	t.Helper()
	root := &html.Node{Type: html.ElementNode, Data: "main"}
	for _, n := range []*html.Node{text("a "), at, text(" c")} {
		root.AppendChild(n)
	}
	b := &prose.Builder{Flow: true}
	(&survey{effects: r.effects}).write(b, root)
	if got := b.String(); got != want {
		t.Errorf("<%s %v> gives %q, want %q", at.Data, at.Attr, got, want)
	}
}

func text(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

func TestBadTable(t *testing.T) {
	for tsv, want := range map[string]string{
		"element\tp":                          "2 cells, want 3",
		"element\tp\tjump":                    "no effect",
		"tag\tp\tblock":                       "no kind",
		"element\tp\tblock\nelement\tp\tline": "twice",
	} {
		if _, err := parseEffects("kind\tname\teffect\n" + tsv); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("parseEffects(%q): %v, want %q", tsv, err, want)
		}
	}
}
