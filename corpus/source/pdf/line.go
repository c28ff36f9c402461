package pdf

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// line is a line as PDFium finds it. Its places are points from the bottom left
// of the page.
type line struct {
	text        string
	page        int
	left, right float64
	base        float64 // of the baseline
	size        float64 // of the font
	first       float64 // width of the first word
	height      float64 // of the page
}

// lines reads the lines of a page, in the order in which the PDF writes them.
func (d *document) lines(page int) ([]line, error) {
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: page}}
	size, err := d.GetPageSize(&requests.GetPageSize{Page: at})
	if err != nil {
		return nil, fmt.Errorf("PDF: page %d: %w", page+1, err)
	}
	loaded, err := d.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return nil, fmt.Errorf("PDF: page %d: %w", page+1, err)
	}
	p := &pageText{d: d, ref: loaded.TextPage, page: page, height: size.Height}
	if err := p.read(); err != nil {
		return nil, fmt.Errorf("PDF: page %d: %w", page+1, err)
	}
	_, err = d.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: p.ref})
	return p.out, err
}

// pageText cuts the characters of a page into lines.
type pageText struct {
	d      *document
	ref    references.FPDF_TEXTPAGE
	page   int
	height float64
	out    []line
	runes  []rune
	index  []int // of each rune, as PDFium counts
}

// lineHyphen is what PDFium gives for a hyphen at the end of a line, in place of
// the hyphen and the line end.
const lineHyphen = '\x02'

func (p *pageText) read() error {
	count, err := p.d.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: p.ref})
	if err != nil {
		return err
	}
	for i := range count.Count {
		got, err := p.d.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: p.ref, Index: i})
		if err != nil {
			return err
		}
		switch r := rune(got.Unicode); r {
		case 0:
		case '\r', '\n', lineHyphen:
			if r == lineHyphen {
				p.add('-', i)
			}
			if err := p.end(); err != nil {
				return err
			}
		default:
			p.add(r, i)
		}
	}
	return p.end()
}

func (p *pageText) add(r rune, index int) {
	p.runes, p.index = append(p.runes, r), append(p.index, index)
}

// end finishes a line. One without a letter, digit or sign is none.
func (p *pageText) end() error {
	defer func() { p.runes, p.index = p.runes[:0], p.index[:0] }()
	from, to := 0, len(p.runes)
	for from < to && blank(p.runes[from]) {
		from++
	}
	for to > from && blank(p.runes[to-1]) {
		to--
	}
	if from == to {
		return nil
	}
	word := from
	for word+1 < to && !(blank(p.runes[word+1]) && p.runes[word+1] != '\u00a0') {
		word++
	}
	l := line{text: spell(p.runes[from:to]), page: p.page, height: p.height}
	if err := p.measure(&l, p.index[from], p.index[word], p.index[to-1]); err != nil {
		return err
	}
	p.out = append(p.out, l)
	return nil
}

func blank(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// measure asks where the first character, the end of the first word and the last
// character stand.
func (p *pageText) measure(l *line, first, word, last int) error {
	origin, err := p.d.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: p.ref, Index: first})
	if err != nil {
		return err
	}
	size, err := p.d.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: p.ref, Index: first})
	if err != nil {
		return err
	}
	var right [2]float64
	for i, at := range []int{word, last} {
		box, err := p.d.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: p.ref, Index: at})
		if err != nil {
			return err
		}
		right[i] = box.Right
	}
	l.left, l.base, l.size = origin.X, origin.Y, size.FontSize
	l.first, l.right = right[0]-l.left, right[1]
	return nil
}

// ligatures are signs that stand for letters set together (Unicode, Alphabetic
// Presentation Forms). Normal form C keeps them, and no search would find them.
var ligatures = strings.NewReplacer("\ufb00", "ff", "\ufb01", "fi", "\ufb02", "fl", "\ufb03", "ffi", "\ufb04", "ffl", "\ufb05", "st", "\ufb06", "st")

// spell writes characters as they are typed.
func spell(runes []rune) string { return ligatures.Replace(string(runes)) }
