package sourcetest

import (
	"path"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/source/archive/archivetest"
	"github.com/attendu/attendu/corpus/source/pdf/pdftest"
	"golang.org/x/tools/txtar"
)

// Stream makes the stream of a case of its first files, and counts these: the one
// file in.*, or, for a binary format, the parts of it, in.docx/word/document.xml
// or in.pdf/1, which are zipped, or set as pages.
func Stream(t testing.TB, ar *txtar.Archive) (name string, data []byte, files int) {
	t.Helper()
	if len(ar.Files) == 0 || !strings.HasPrefix(ar.Files[0].Name, "in") {
		t.Fatalf("a case wants a file in.* first")
	}
	first := ar.Files[0]
	name, _, parted := strings.Cut(first.Name, "/")
	if !parted {
		return name, first.Data, 1
	}
	var members []archivetest.File
	var pages []string
	for _, f := range ar.Files {
		if member, ok := strings.CutPrefix(f.Name, name+"/"); ok {
			members = append(members, archivetest.File{Name: member, Data: string(f.Data)})
			pages = append(pages, string(f.Data))
		}
	}
	switch path.Ext(name) {
	case ".docx":
		return name, []byte(archivetest.Zip(members...)), len(members)
	case ".pdf":
		return name, pdftest.Write(pages...), len(pages)
	}
	t.Fatalf("%s has parts and is of no format that is made of parts", name)
	return "", nil, 0
}
