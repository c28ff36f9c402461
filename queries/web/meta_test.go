package web

import (
	"encoding/xml"
	"io"
	"net/url"
	"strings"
	"testing"

	"github.com/attendu/attendu/queries"
)

// TestCitationData: reference managers find court, day, number and permanent address,
// and no person.
func TestCitationData(t *testing.T) {
	doc := page(t, pages(t), "/decisions/cass/18-29417", 200)
	got := map[string][]string{}
	for _, n := range elements(doc, "meta") {
		if name := attr(n, "name"); name != "" {
			got[name] = append(got[name], attr(n, "content"))
		}
	}
	for name, want := range map[string]string{"citation_title": "Cass. 1re civ., 13 novembre 2019, n° 18-29.417", "citation_author": "Cour de cassation",
		"citation_publication_date": "2019/11/13", "citation_public_url": "https://droit.example/decisions/cass/18-29417",
		"DC.title": "Cass. 1re civ., 13 novembre 2019, n° 18-29.417", "DC.date": "2019-11-13", "DC.identifier": "ECLI:FR:CCASS:2019:C109142 18-29.417", "DC.language": "fr"} {
		if said := strings.Join(got[name], " "); said != want {
			t.Errorf("%s: %q, want %q", name, said, want)
		}
	}
	for _, n := range elements(doc, "link") {
		if attr(n, "rel") == "canonical" && attr(n, "href") != "https://droit.example/decisions/cass/18-29417" {
			t.Errorf("the permanent address is %q", attr(n, "href"))
		}
	}
	for _, n := range elements(doc, "span") {
		if attr(n, "class") != "Z3988" {
			continue
		}
		q, err := url.ParseQuery(attr(n, "title"))
		if err != nil || q.Get("rft.creator") != "Cour de cassation" || q.Get("rft.date") != "2019-11-13" || q.Get("ctx_ver") != "Z39.88-2004" {
			t.Errorf("COinS: %v, %v", q, err)
		}
		return
	}
	t.Error("there is no COinS")
}

// TestCopied: the citations to copy are those that the library writes.
func TestCopied(t *testing.T) {
	doc := page(t, pages(t), "/decisions/cass/18-29417", 200)
	found := 0
	for _, n := range elements(doc, "pre") {
		form, ok := strings.CutPrefix(attr(n, "id"), "cited-")
		if !ok || form == "link" {
			continue
		}
		want, err := library(t).Citation(t.Context(), "cass/18-29417", form)
		if err != nil || n.FirstChild == nil || n.FirstChild.Data != strings.TrimSpace(want) {
			t.Errorf("%s: %q, want %q, %v", form, said(n), want, err)
		}
		found++
	}
	if found != len(forms) {
		t.Errorf("%d citations, want %d", found, len(forms))
	}
}

// TestLife: the drawing of the migration of 1382 to 1240 is sound, shows the day of the
// move and as much as the table beside it.
func TestLife(t *testing.T) {
	lib := library(t)
	lives, err := lib.Timeline(t.Context(), queries.TimelineRequest{Reference: "code-civil/1240", By: "number"})
	if err != nil || len(lives) == 0 {
		t.Fatal(lives, err)
	}
	w, err := loadWords()
	if err != nil {
		t.Fatal(err)
	}
	l := newLife(&visit{speaker: w.in(french)}, &lives[0])
	svg := string(l.SVG(`a "title" & <more>`))
	bars, moves, d := 0, 0, xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v in %s", err, svg)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range e.Attr {
			switch {
			case a.Name.Local == "class" && strings.HasPrefix(a.Value, "bar "):
				bars++
			case a.Name.Local == "class" && a.Value == "move":
				moves++
			case a.Name.Local == "height" && strings.HasPrefix(a.Value, "-"):
				t.Errorf("a bar of height %s", a.Value)
			}
		}
	}
	want := 0
	for _, y := range l.Years {
		for _, n := range y.Counts {
			if n > 0 {
				want++
			}
		}
	}
	if bars != want || moves != 1 || want == 0 || !strings.Contains(svg, "1382 → 1240") {
		t.Errorf("%d bars, want %d; %d moves: %s", bars, want, moves, svg)
	}
}
