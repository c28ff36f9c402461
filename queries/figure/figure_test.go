package figure

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// sample is a figure of all that a figure may have.
func sample() *Bars {
	b := &Bars{Title: "Article <1240> & others", Subtitle: "12 decisions", Unit: "decisions", Groups: []string{"applied", "invoked"},
		Marks: []Mark{{2016.75, "1382 → 1240", "ordonnance"}, {2016.8, "1383 → 1241", ""}, {2019.99, "1 → 2", "late"}}, Notes: []string{"Not in the bars: 3."}}
	for i, n := range []int{3, 0, 12, 7, 5} {
		b.Years = append(b.Years, Year{Year: 2015 + i, Counts: []int{n, i}, Of: 1200 * n})
	}
	return b
}

// TestGolden compares a figure with testdata/sample.svg; UPDATE=1 writes it.
func TestGolden(t *testing.T) {
	got := sample().SVG()
	if !bytes.Equal(got, sample().SVG()) {
		t.Error("the same figure gives other bytes")
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile("testdata/sample.svg", got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/sample.svg")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the figure is not that of testdata/sample.svg:\n%s", got)
	}
}

// wellFormed reads a figure as XML, and gives its text.
func wellFormed(t *testing.T, svg []byte) (text string) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	var s strings.Builder
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return s.String()
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
		if c, ok := tok.(xml.CharData); ok {
			s.Write(c)
		}
	}
}

// TestAccessible wants the figure said in words: title, description, each year.
func TestAccessible(t *testing.T) {
	svg := sample().SVG()
	text := wellFormed(t, svg)
	for _, want := range []string{"Article <1240> & others", "2015: 3 of 3600 decisions (3 applied)", "2017: 14 of 14400 decisions (12 applied, 2 invoked)", "1382 → 1240 ordonnance."} {
		if !strings.Contains(text, want) {
			t.Errorf("the figure does not say %q", want)
		}
	}
	if !bytes.Contains(svg, []byte(`role="img" aria-labelledby="title desc"`)) {
		t.Error("the figure has no role")
	}
	for _, outside := range []string{"href", "url(http", "<script", "<image", "@import"} {
		if bytes.Contains(svg, []byte(outside)) {
			t.Errorf("the figure fetches something: %s", outside)
		}
	}
}

var rect = regexp.MustCompile(`<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="([^"]+)"/>`)

// TestBarsMeasure: heights of the parts of bars are as their counts, and bars stand on the
// axis one upon the other.
func TestBarsMeasure(t *testing.T) {
	b := sample()
	all := rect.FindAllSubmatch(b.SVG(), -1)
	var h [][2]float64 // y, height
	for _, m := range all {
		y, _ := strconv.ParseFloat(string(m[2]), 64)
		n, _ := strconv.ParseFloat(string(m[4]), 64)
		h = append(h, [2]float64{y, n})
	}
	counts := []int{3, 1, 12, 2, 7, 3, 5, 4} // 2015 has no invoked, 2016 no applied
	if len(h) != len(counts) {
		t.Fatalf("%d bars, want %d", len(h), len(counts))
	}
	unit := h[2][1] / 12
	for i, n := range counts {
		if d := h[i][1] - unit*float64(n); d > 0.11 || d < -0.11 {
			t.Errorf("part %d is %v high, want %v", i, h[i][1], unit*float64(n))
		}
	}
	if d := h[3][0] + h[3][1] - h[2][0]; d > 0.11 || d < -0.11 {
		t.Errorf("the part above begins %v from the one below", d)
	}
}

// TestLabelsApart: labels of marks that are near stand in different rows.
func TestLabelsApart(t *testing.T) {
	d := &drawing{Bars: sample()}
	rows, list := d.labels()
	if rows < 2 || list[0].row == list[1].row || !list[2].before {
		t.Errorf("%d rows, %+v", rows, list)
	}
}

func TestScale(t *testing.T) {
	for most, want := range map[int][2]int{0: {1, 1}, 3: {3, 1}, 6: {6, 2}, 14: {15, 5}, 99: {100, 20}, 1001: {1500, 500}, 26000: {30000, 10000}} {
		d := &drawing{Bars: &Bars{Years: []Year{{Year: 2000, Counts: []int{most}}}}}
		if d.scale(); d.most != want[0] || d.step != want[1] {
			t.Errorf("%d: up to %d by %d, want %v", most, d.most, d.step, want)
		}
	}
}

func TestGrouped(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 12005: "12,005", 1234567: "1,234,567"} {
		if got := grouped(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

// FuzzSVG: whatever the words and counts, the figure is XML.
func FuzzSVG(f *testing.F) {
	f.Add("a<b", 3, 2016.5)
	f.Add("\x00\xff]]>", -1, -4.0)
	f.Fuzz(func(t *testing.T, s string, n int, at float64) {
		n = max(0, min(n, 1<<40))
		b := &Bars{Title: s, Subtitle: s, Unit: s, Groups: []string{s, s}, Notes: []string{s}, Years: []Year{{2015, []int{n, 1}, n}, {2016, []int{0, 0}, 0}}}
		if at > 2015 && at < 2017 {
			b.Marks = []Mark{{at, s, s}}
		}
		wellFormed(t, b.SVG())
		wellFormed(t, (&Bars{Title: s, Unit: fmt.Sprint(n)}).SVG())
	})
}
