package pdf

import (
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/attendu/attendu/corpus/source/record"
	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// document is an open PDF, in an instance of PDFium that no other uses.
type document struct {
	pdfium.Pdfium
	engine *engine
	shape  *shape
	ref    references.FPDF_DOCUMENT
	size   int // bytes
	pages  int
	clean  bool // all was read: the instance may serve again
	alarm  *time.Timer
	late   atomic.Bool
}

// reusable is the size of the largest file after which an instance is used
// again. Its memory grows and never shrinks.
const reusable = 1 << 20

// open opens a PDF in the shape of PDFium that its length is worth.
func open(e *engine, data []byte) (*document, error) {
	d, err := openIn(e, data, false)
	if err != nil || d.pages <= patience {
		return d, err
	}
	d.close()
	return openIn(e, data, true)
}

func openIn(e *engine, data []byte, long bool) (*document, error) {
	shape, err := e.take(long)
	if err != nil {
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	instance, err := shape.GetInstance(maxTime)
	if err != nil {
		e.give(shape)
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	d := &document{Pdfium: instance, engine: e, shape: shape, size: len(data)}
	d.alarm = time.AfterFunc(maxTime, func() { d.late.Store(true); instance.Kill() })
	if err := d.load(data); err != nil {
		d.close()
		return nil, err
	}
	return d, nil
}

func (d *document) load(data []byte) error {
	opened, err := d.OpenDocument(&requests.OpenDocument{File: &data})
	if errors.Is(err, pdfiumerrors.ErrPassword) || errors.Is(err, pdfiumerrors.ErrSecurity) {
		d.clean = true
		return record.Unknown("PDF encrypted with a password")
	}
	if errors.Is(err, pdfiumerrors.ErrFormat) {
		d.clean = true
		return errors.New("damaged PDF")
	}
	if err != nil {
		return fmt.Errorf("PDF: %w", err)
	}
	d.ref = opened.Document
	count, err := d.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
	if err != nil {
		return fmt.Errorf("PDF: %w", err)
	}
	if d.pages = count.PageCount; d.pages > maxPages {
		return fmt.Errorf("%w: PDF of more than %d pages", record.ErrTooLarge, maxPages)
	}
	return nil
}

// close gives the instance back, or ends it when a file broke off in it or has
// made it large.
func (d *document) close() {
	if d.alarm.Stop() {
		if d.clean && d.size <= reusable {
			d.Close()
		} else {
			d.Kill()
		}
	}
	d.engine.give(d.shape)
}

// allLines reads the lines of all pages, up to max bytes of text.
func (d *document) allLines(max int64) (all []line, err error) {
	for page := range d.pages {
		lines, err := d.lines(page)
		if d.late.Load() {
			return nil, fmt.Errorf("%w: PDF that takes more than %v to read", record.ErrTooLarge, maxTime)
		}
		if err != nil {
			return nil, err
		}
		for _, l := range lines {
			max -= int64(len(l.text))
		}
		if max < 0 {
			return nil, fmt.Errorf("%w: PDF of more text than is allowed", record.ErrTooLarge)
		}
		all = append(all, lines...)
	}
	d.clean = true
	return all, nil
}
