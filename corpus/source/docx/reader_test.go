package docx_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/source/archive/archivetest"
	"github.com/attendu/attendu/corpus/source/docx"
	"github.com/attendu/attendu/corpus/source/record"
	"github.com/attendu/attendu/corpus/source/sourcetest"
)

func TestReader(t *testing.T) { sourcetest.Run(t, docx.Reader{}) }

func FuzzReader(f *testing.F) { sourcetest.Fuzz(f, docx.Reader{}) }

// wrap makes a document of the XML of its body.
func wrap(body string) []byte {
	return []byte(archivetest.Zip(
		archivetest.File{Name: "[Content_Types].xml", Data: "<Types/>"},
		archivetest.File{Name: "_rels/.rels", Data: `<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>`},
		archivetest.File{Name: "word/document.xml", Data: "<document><body>" + body + "</body></document>"},
	))
}

func read(t testing.TB, data []byte, max int64) (string, error) {
	t.Helper()
	for rec := range (docx.Reader{}).Read("in", bytes.NewReader(data), max) {
		if rec.Err != nil {
			return "", rec.Err
		}
		return rec.Doc.Text, nil
	}
	t.Fatal("no record")
	return "", nil
}

// TestBomb wants the limit to hold for what comes out of the zip.
func TestBomb(t *testing.T) {
	data := wrap("<p><r><t>Jugement</t></r></p>" + strings.Repeat(" ", 4<<20))
	if len(data) > 1<<16 {
		t.Fatalf("a bomb of %d bytes", len(data))
	}
	if _, err := read(t, data, 1<<20); !errors.Is(err, record.ErrTooLarge) {
		t.Errorf("have %v", err)
	}
	if text, err := read(t, data, 8<<20); err != nil || text != "Jugement" {
		t.Errorf("have %q, %v", text, err)
	}
}

// TestBodies reads what is rare, and must neither be lost nor break the reader.
func TestBodies(t *testing.T) {
	p := func(s string) string { return "<p><r><t>" + s + "</t></r></p>" }
	for body, want := range map[string]string{
		p("a") + "<p><pPr><rPr><del/></rPr></pPr><r><t>fin</t></r></p>":                                       "a\nfin",
		"<tbl><tr><tc><tbl><tr><tc>" + p("un") + "</tc><tc>" + p("deux") + "</tc></tr></tbl></tc></tr></tbl>": "un\tdeux",
		"<p><r><t>n</t><sym font='Symbol' char='F0B0'/><t> 3</t></r></p>":                                     "n° 3",
		"<sdt><sdtPr><r><t>invite</t></r></sdtPr><sdtContent>" + p("saisi") + "</sdtContent></sdt>":           "saisi",
		"<p><r><t>a\u00adb\nc</t></r></p>":                                                                    "ab c",
		"<tc>" + p("perdu") + "</tc>":                                                                         "perdu",
		"<p><pict><txbxContent>" + p("cadre") + "</txbxContent></pict><r><t>texte</t></r></p>":                "cadre\ntexte",
		strings.Repeat("<ins>", 20000) + p("profond") + strings.Repeat("</ins>", 20000):                       "profond",
	} {
		if text, err := read(t, wrap(body), 1<<22); err != nil || text != want {
			t.Errorf("%.60s gives %q, %v; want %q", body, text, err, want)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	body := strings.Repeat("<p><r><t>Attendu que la société Belombre a été condamnée à payer la somme</t></r></p>\n", 700)
	data := wrap(body)
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := read(b, data, 1<<22); err != nil {
			b.Fatal(err)
		}
	}
}
