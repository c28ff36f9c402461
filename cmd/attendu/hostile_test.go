package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/attendu/attendu/corpus/source/archive/archivetest"
	"github.com/rogpeppe/go-internal/testscript"
)

// order is a decision that is in good order.
const order = "TRIBUNAL DE GRANDE INSTANCE DE BREST\n\nJUGEMENT DU 5 MARS 2015\n\nN° RG 14/90007\n\nPAR CES MOTIFS\n\n" +
	"DÉBOUTE Madame Anne Le Goff de ses demandes sur le fondement de l'article 1382 du code civil.\n"

// hostile are files that break, or are meant to, by name. They cannot be written
// into a script as text.
func hostile() map[string]string {
	blanks := make([]archivetest.File, 20)
	for i := range blanks {
		blanks[i] = archivetest.File{Name: fmt.Sprintf("blank%d.txt", i), Data: strings.Repeat(" ", 8<<20)}
	}
	xml := func(declared, id, text string) string {
		return `<?xml version="1.0"?><!DOCTYPE x [` + declared + `]><TEXTE_JURI_JUDI><META><META_COMMUN><ID>` + id +
			`</ID></META_COMMUN></META><TEXTE><BLOC_TEXTUEL><CONTENU>` + text + `</CONTENU></BLOC_TEXTUEL></TEXTE></TEXTE_JURI_JUDI>`
	}
	good := archivetest.Gzip(archivetest.Tar(archivetest.File{Name: "good.txt", Data: order}))
	return map[string]string{
		"binary.bin":       "\x7fELF\x02\x01\x01" + string(make([]byte, 64)),
		"bomb.zip":         archivetest.Zip(blanks...),
		"bomb.tar.gz":      archivetest.Gzip(archivetest.Tar(blanks...)),
		"climb.tar":        archivetest.Tar(archivetest.File{Name: "../../climb.txt", Data: order}),
		"cut.tar.gz":       good[:len(good)/2],
		"good.tar.gz":      good,
		"entity.xml":       xml(`<!ENTITY secret SYSTEM "SECRET">`, "JURITEXT999900000078", "&secret;"),
		"laughs.xml":       xml(`<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">`, "JURITEXT999900000079", "&b;&b;&b;"),
		"name\xff\xe9.txt": order,
		"\x1b[31mred.txt":  order,
		"name.tar":         archivetest.Tar(archivetest.File{Name: "arr\xeat.txt", Data: order}),
		"1252.txt":         strings.NewReplacer("É", "\xc9", "°", "\xb0").Replace(order),
	}
}

// writeHostile writes the hostile files into a folder: hostile DIR.
func writeHostile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: hostile DIR")
	}
	dir := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(dir, 0o755))
	for name, data := range hostile() {
		b := bytes.ReplaceAll([]byte(data), []byte("SECRET"), []byte("file://"+filepath.Join(dir, "1252.txt")))
		ts.Check(os.WriteFile(filepath.Join(dir, name), b, 0o644))
	}
}
