package source_test

import (
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/examples"
	"github.com/attendu/attendu/corpus/source/archive/archivetest"
	"github.com/attendu/attendu/corpus/source/pdf/pdftest"
)

// TestMade makes the examples that are no text out of what is typed in
// testdata/typed, and wants those that are held: run with -update after a change.
func TestMade(t *testing.T) {
	for name, make := range map[string]func(text string) []byte{
		"tcom-vannes-2020-2019J90058.pdf": printed,
		"cph-quimper-2020-20-90037.docx":  written,
	} {
		typed, err := os.ReadFile("testdata/typed/" + strings.TrimSuffix(name, filepath.Ext(name)) + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		made := make(string(typed))
		if flag.Lookup("update").Value.String() == "true" { // of package sourcetest
			if err := os.WriteFile("../examples/"+name, made, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		held, err := examples.FS.ReadFile(name)
		if err != nil || !bytes.Equal(held, made) {
			t.Errorf("%s is not what testdata/typed makes (%v): run with -update", name, err)
		}
	}
}

// printed sets a text as a registry prints it: lines broken at the margin, a
// running head from the second page on, the number at the foot of each page.
func printed(text string) []byte {
	const perPage = 44
	var lines []string
	for line := range strings.Lines(text) {
		lines = append(lines, broken(strings.TrimSuffix(line, "\n"))...)
	}
	var pages []string
	for n := 1; len(lines) > 0; n++ {
		page := lines[:min(perPage, len(lines))]
		lines = lines[len(page):]
		head := fmt.Sprintf("@280,40 - %d -\n", n)
		if n > 1 {
			head += "@72,800 Tribunal de commerce de Vannes - RG 2019J90058\n"
		}
		pages = append(pages, head+strings.Join(page, "\n"))
	}
	return pdftest.Write(pages...)
}

// broken breaks a line between words where it is full.
func broken(line string) (all []string) {
	for {
		runes := []rune(line)
		if len(runes) <= pdftest.Columns {
			return append(all, line)
		}
		at := pdftest.Columns
		for runes[at] != ' ' {
			at--
		}
		all = append(all, string(runes[:at]))
		line = string(runes[at+1:])
	}
}

// written makes a Word document: a paragraph for each line, numbered by Word
// where the text has "#".
func written(text string) []byte {
	const w = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	const package2006 = "http://schemas.openxmlformats.org/package/2006/"
	const main = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	var body strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		item, numbered := strings.CutPrefix(line, "# ")
		body.WriteString("<w:p>")
		if numbered {
			body.WriteString(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`)
		}
		for i, part := range strings.Split(item, "\t") {
			if i > 0 {
				body.WriteString("<w:r><w:tab/></w:r>")
			}
			if part != "" {
				body.WriteString(`<w:r><w:t xml:space="preserve">`)
				xml.EscapeText(&body, []byte(part))
				body.WriteString("</w:t></w:r>")
			}
		}
		body.WriteString("</w:p>\n")
	}
	part := func(name, data string) archivetest.File {
		return archivetest.File{Name: name, Data: xml.Header + data}
	}
	return []byte(archivetest.Zip(
		part("[Content_Types].xml", `<Types xmlns="`+package2006+`content-types">`+
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
			`<Override PartName="/word/document.xml" ContentType="`+main+`document.main+xml"/>`+
			`<Override PartName="/word/numbering.xml" ContentType="`+main+`numbering+xml"/></Types>`),
		part("_rels/.rels", `<Relationships xmlns="`+package2006+`relationships">`+
			`<Relationship Id="r1" Type="`+rel+`officeDocument" Target="word/document.xml"/></Relationships>`),
		part("word/_rels/document.xml.rels", `<Relationships xmlns="`+package2006+`relationships">`+
			`<Relationship Id="r1" Type="`+rel+`numbering" Target="numbering.xml"/></Relationships>`),
		part("word/numbering.xml", `<w:numbering `+w+`><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>`+
			`<w:numFmt w:val="decimal"/><w:lvlText w:val="%1°)"/></w:lvl></w:abstractNum>`+
			`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`),
		part("word/document.xml", `<w:document `+w+"><w:body>\n"+body.String()+"</w:body></w:document>"),
	))
}
