package commentary

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"golang.org/x/net/html"
)

// newsPage is the one example that is a commentary: an invented news page that
// tells of a real order of TGI Laval.
const newsPage = "laval-ordonnance.html"

// TestExamples wants the example decisions not to be taken for commentaries, and
// the example news page to be read.
func TestExamples(t *testing.T) {
	r := load(t)
	files, err := filepath.Glob("../examples/*")
	if err != nil || len(files) == 0 {
		t.Skip("no examples")
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := string(b)
		if strings.HasSuffix(file, ".html") {
			text = pageText(t, text)
		}
		x := fold.New(text)
		if got, want := r.Detect(x, ""), filepath.Base(file) == newsPage; got != want {
			t.Errorf("%s: commentary %v, want %v", file, got, want)
		} else if want {
			checkNews(t, r, x)
		}
	}
}

// checkNews wants what the news page says: two sides, and three holdings.
func checkNews(t *testing.T, r *Reader, x *fold.Text) {
	rep, ok := r.Read(x, "")
	if !ok {
		t.Fatal("no decision")
	}
	checkReport(t, x.Original, rep)
	if d := rep.Decision; d.Court.Kind != corpus.TGI || d.Date != "2016-10-04" || d.Nature != "ORDONNANCE DE RÉFÉRÉ" {
		t.Errorf("decision %+v", d)
	}
	side := map[string]corpus.Side{}
	for _, p := range rep.Parties {
		side[p.Name] = p.Side
	}
	if len(side) != 2 || side["société Belliard"] != corpus.Demandeur || side["société Kirsch"] != corpus.Defendeur {
		t.Errorf("parties %v", side)
	}
	want := []corpus.HoldingKind{corpus.Ordonne, corpus.Condamnation, corpus.NonLieuARefere}
	if len(rep.Holdings) != len(want) {
		t.Fatalf("holdings %+v", rep.Holdings)
	}
	for i, h := range rep.Holdings {
		if h.Kind != want[i] {
			t.Errorf("holding %d is %s, want %s", i, h.Kind, want[i])
		}
	}
}

// pageText gives the text of the body of a page, its blocks on lines of their own.
func pageText(t *testing.T, page string) string {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	inline := map[string]bool{"a": true, "b": true, "em": true, "i": true, "strong": true, "span": true}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
		case n.Type == html.ElementNode && (n.Data == "script" || n.Data == "style" || n.Data == "head"):
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if n.Type == html.ElementNode && !inline[n.Data] {
			b.WriteString("\n")
		}
	}
	walk(doc)
	return b.String()
}
