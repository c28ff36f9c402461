package justadmin_test

import (
	"testing"

	"github.com/attendu/attendu/corpus/source/justadmin"
	"github.com/attendu/attendu/corpus/source/sourcetest"
)

func load(t testing.TB) *justadmin.Reader {
	t.Helper()
	r, err := justadmin.Load()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReader(t *testing.T) { sourcetest.Run(t, load(t)) }

func FuzzReader(f *testing.F) { sourcetest.Fuzz(f, load(f)) }

// TestSniff wants other XML with the same root to be left to others.
func TestSniff(t *testing.T) {
	r := load(t)
	for _, s := range []string{"", "<html>", "<Document>", "<Document><Texte>Vu</Texte></Document>", "<TEXTE_JURI_ADMIN><Dossier><Code_Juridiction>",
		"Document <Code_Juridiction>CE</Code_Juridiction>"} {
		if r.Sniff([]byte(s)) {
			t.Errorf("Sniff(%q) takes it", s)
		}
	}
}
