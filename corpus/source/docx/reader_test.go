package docx_test

import (
	"testing"

	"github.com/attendu/attendu/corpus/source/docx"
	"github.com/attendu/attendu/corpus/source/sourcetest"
)

func TestReader(t *testing.T) { sourcetest.Run(t, docx.Reader{}) }

func FuzzReader(f *testing.F) { sourcetest.Fuzz(f, docx.Reader{}) }
