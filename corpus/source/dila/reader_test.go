package dila_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/source/dila"
	"github.com/attendu/attendu/corpus/source/sourcetest"
)

func load(t testing.TB) *dila.Reader {
	t.Helper()
	r, err := dila.Load()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReader(t *testing.T) { sourcetest.Run(t, load(t)) }

func FuzzReader(f *testing.F) { sourcetest.Fuzz(f, load(f)) }

// TestSniff wants other data of the DILA to be left to others.
func TestSniff(t *testing.T) {
	r := load(t)
	for _, s := range []string{"", "<html>", "<TEXTE_JURI_EUROPE>", "TEXTE_JURI_JUDI", `{"id":1}`, "voir a/b/JURITEXT000099000001"} {
		if r.Sniff([]byte(s)) {
			t.Errorf("Sniff(%q) takes it", s)
		}
	}
}

// BenchmarkRead reads a decision of about 40 kB of XML.
func BenchmarkRead(b *testing.B) {
	r := load(b)
	line := "Attendu que la société Belombre a été condamnée à payer à la société Vaucresson ;<br/>\n<br/>"
	data := []byte("<TEXTE_JURI_JUDI><META><META_COMMUN><ID>JURITEXT000099000005</ID></META_COMMUN></META><TEXTE><BLOC_TEXTUEL><CONTENU>" +
		strings.Repeat(line, 400) + "</CONTENU></BLOC_TEXTUEL></TEXTE></TEXTE_JURI_JUDI>")
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		for rec := range r.Read("in.xml", bytes.NewReader(data), 1<<20) {
			if rec.Err != nil {
				b.Fatal(rec.Err)
			}
		}
	}
}
