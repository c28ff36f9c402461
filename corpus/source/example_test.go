package source_test

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus/source"
)

// Walk reads files, folders and the standard input, whatever their formats.
func ExampleWalk() {
	for rec := range source.Walk(context.Background(), []string{"../examples/cass-2022-page.json", "nulle-part.xml"}, source.Options{}) {
		if rec.Err != nil {
			fmt.Println(rec.Err)
			continue
		}
		fmt.Println(rec.Path, rec.Doc.Official.Keys()[0], rec.Doc.Official.Court.Chamber)
	}
	// Output:
	// ../examples/cass-2022-page.json#1 cass/21-29584 Deuxième chambre civile
	// ../examples/cass-2022-page.json#2 cass/20-29418 Chambre sociale
	// source: nulle-part.xml: no such file or directory
}

// A folder of a DILA archive holds sections beside articles of law: they are set
// aside, and the error says what they are.
func ExampleWalk_setAside() {
	section := `<SECTION_TA><ID>LEGISCTA000099000001</ID><TITRE_TA>Des puits</TITRE_TA></SECTION_TA>`
	for rec := range source.Walk(context.Background(), []string{"-"}, source.Options{Stdin: strings.NewReader(section)}) {
		if errors.Is(rec.Err, source.ErrNotDecision) {
			fmt.Println("set aside:", rec.Err)
		}
	}
	// Output:
	// set aside: source: <stdin>: not a decision: LEGI section LEGISCTA000099000001
}
