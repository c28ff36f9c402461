package legi_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/source/legi"
	"github.com/attendu/attendu/corpus/source/sourcetest"
)

func load(t testing.TB) *legi.Reader {
	t.Helper()
	r, err := legi.Load()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReader(t *testing.T) { sourcetest.Run(t, load(t)) }

func FuzzRead(f *testing.F) { sourcetest.Fuzz(f, load(f)) }

// BenchmarkRead reads an article of about 4 kB of XML, with ten links.
func BenchmarkRead(b *testing.B) {
	r := load(b)
	link := `<LIEN cidtexte="LEGITEXT000006070721" datesignatexte="2999-01-01" id="LEGIARTI000099000002" naturetexte="CODE" nortexte="" num="1240" numtexte="" sens="cible" typelien="CITATION">Code civil - art. 1240 (V)</LIEN>` + "\n"
	data := []byte(`<?xml version="1.0" encoding="UTF-8"?>
<ARTICLE><META><META_COMMUN><ID>LEGIARTI000099000001</ID></META_COMMUN><META_SPEC><META_ARTICLE><NUM>1382</NUM><ETAT>MODIFIE</ETAT>
<DATE_DEBUT>1804-03-21</DATE_DEBUT><DATE_FIN>2016-10-01</DATE_FIN></META_ARTICLE></META_SPEC></META>
<CONTEXTE><TEXTE cid="LEGITEXT000006070721" nature="CODE"><TITRE_TXT id_txt="LEGITEXT000006070721">Code civil</TITRE_TXT></TEXTE></CONTEXTE>
<BLOC_TEXTUEL><CONTENU>` + strings.Repeat("<p>Celui qui prête son puits répond de la corde.</p>\n", 25) + `</CONTENU></BLOC_TEXTUEL>
<LIENS>` + strings.Repeat(link, 10) + `</LIENS></ARTICLE>`)
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
