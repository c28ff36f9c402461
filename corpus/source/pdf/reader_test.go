package pdf_test

import (
	"testing"

	"github.com/attendu/attendu/corpus/source/pdf"
	"github.com/attendu/attendu/corpus/source/sourcetest"
)

func load(t testing.TB) *pdf.Reader {
	t.Helper()
	r, err := pdf.Load()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReader(t *testing.T) { sourcetest.Run(t, load(t)) }

func FuzzReader(f *testing.F) { sourcetest.Fuzz(f, load(f)) }
