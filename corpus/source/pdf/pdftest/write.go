package pdftest

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// Measures of a page, in points.
const (
	Margin  = 72
	Leading = 14
	top     = 842 - Margin - 11
	size    = 11
)

// Columns is how many characters stand between the margins.
const Columns = 68

// Write makes a PDF of pages. It panics on a character that windows-1252 lacks.
func Write(pages ...string) []byte {
	w := &writer{}
	w.out.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 4+2*i)
	}
	w.object("<< /Type /Catalog /Pages 2 0 R >>")
	w.object(fmt.Sprintf("<< /Type /Pages /Kids [ %s] /Count %d /MediaBox [0 0 595 842] >>", kids.String(), len(pages)))
	w.object("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
	for i, page := range pages {
		w.object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", 5+2*i))
		data := content(page)
		w.object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(data), data))
	}
	w.end()
	return w.out.Bytes()
}

// writer writes objects and notes where they begin.
type writer struct {
	out bytes.Buffer
	at  []int
}

func (w *writer) object(body string) {
	w.at = append(w.at, w.out.Len())
	fmt.Fprintf(&w.out, "%d 0 obj\n%s\nendobj\n", len(w.at), body)
}

func (w *writer) end() {
	start := w.out.Len()
	fmt.Fprintf(&w.out, "xref\n0 %d\n0000000000 65535 f \n", len(w.at)+1)
	for _, at := range w.at {
		fmt.Fprintf(&w.out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&w.out, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(w.at)+1, start)
}

// content sets the lines of a page.
func content(page string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "BT /F1 %d Tf\n", size)
	y := top
	for line := range strings.SplitSeq(strings.TrimSuffix(page, "\n"), "\n") {
		words := strings.TrimLeft(line, " ")
		x, at := Margin+float64(len(line)-len(words))*size*0.6, y
		if rest, ok := strings.CutPrefix(words, "@"); ok {
			place, said, _ := strings.Cut(rest, " ")
			if n, err := fmt.Sscanf(place, "%g,%d", &x, &at); n != 2 {
				panic(fmt.Sprintf("pdftest: %q: %v", line, err))
			}
			words = said
		} else {
			y -= Leading
		}
		if words != "" {
			fmt.Fprintf(&b, "1 0 0 1 %g %d Tm (%s) Tj\n", x, at, escape(words))
		}
	}
	return b.String() + "ET"
}

func escape(s string) string {
	s, err := charmap.Windows1252.NewEncoder().String(s)
	if err != nil {
		panic(fmt.Sprintf("pdftest: %q: %v", s, err))
	}
	return strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s)
}
