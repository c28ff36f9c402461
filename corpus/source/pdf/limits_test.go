package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/attendu/attendu/corpus/source/pdf/pdftest"
	"github.com/attendu/attendu/corpus/source/record"
)

func readAll(t testing.TB, data []byte, max int64) (string, error) {
	t.Helper()
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for rec := range r.Read("in", bytes.NewReader(data), max) {
		if rec.Err != nil {
			return "", rec.Err
		}
		return rec.Doc.Text, nil
	}
	t.Fatal("no record")
	return "", nil
}

// TestPassword wants a PDF that needs a password to be named so.
func TestPassword(t *testing.T) {
	zeros := strings.Repeat("00", 32)
	data := strings.Replace(string(pdftest.Write("Jugement")), "/Root 1 0 R",
		"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O <"+zeros+"> /U <"+zeros+"> /P -4 >> /ID [<"+zeros+"> <"+zeros+">]", 1)
	if _, err := readAll(t, []byte(data), 1<<20); !errors.Is(err, record.ErrUnknown) || !strings.Contains(err.Error(), "password") {
		t.Errorf("have %v", err)
	}
}

// TestLong wants a PDF of many pages to be read to its end, and one of too many
// pages or too much text to be refused.
func TestLong(t *testing.T) {
	pages := make([]string, patience+5)
	for i := range pages {
		pages[i] = fmt.Sprintf("Attendu que la société Belombre doit %d euros ;", 100+7*i)
	}
	text, err := readAll(t, pdftest.Write(pages...), 1<<20)
	if err != nil || strings.Count(text, "Belombre") != len(pages) {
		t.Errorf("%d bytes of text, %v", len(text), err)
	}
	if shared.interpreted != nil {
		t.Error("PDFium is held interpreted beside the compiled one")
	}
	if _, err := shared.text(pdftest.Write(pages...), 100); !errors.Is(err, record.ErrTooLarge) {
		t.Errorf("more text than is allowed: %v", err)
	}
	if _, err := readAll(t, pdftest.Write(make([]string, maxPages+1)...), 1<<30); !errors.Is(err, record.ErrTooLarge) {
		t.Errorf("too many pages: %v", err)
	}
}

func (e *engine) text(data []byte, max int64) ([]line, error) {
	d, err := open(e, data)
	if err != nil {
		return nil, err
	}
	defer d.close()
	return d.allLines(max)
}

// TestAtOnce reads many PDFs at once, whole and broken ones.
func TestAtOnce(t *testing.T) {
	data := pdftest.Write("Jugement du 3 mars 2020")
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for range 5 {
				cut := data
				if i%2 == 1 {
					cut = data[:len(data)/8]
				}
				text, err := readAll(t, cut, 1<<20)
				if i%2 == 0 && (err != nil || text != "Jugement du 3 mars 2020") || i%2 == 1 && err == nil {
					t.Errorf("%d: %q, %v", i, text, err)
				}
			}
		})
	}
	all.Wait()
}

func BenchmarkRead(b *testing.B) {
	page := strings.Repeat("Attendu que la société Belombre a été condamnée à payer la somme\n", 45)
	data := pdftest.Write(page, page, page, page)
	if _, err := shared.take(true); err != nil { // compiled
		b.Fatal(err)
	}
	b.SetBytes(int64(4 * len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readAll(b, data, 1<<20); err != nil {
			b.Fatal(err)
		}
	}
}
