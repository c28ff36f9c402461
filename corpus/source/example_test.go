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

// A folder of a DILA archive may hold texts of law beside decisions: they are
// set aside, and the error says what they are.
func ExampleWalk_setAside() {
	article := `<ARTICLE><META><META_COMMUN><ID>LEGIARTI000099000001</ID></META_COMMUN></META></ARTICLE>`
	for rec := range source.Walk(context.Background(), []string{"-"}, source.Options{Stdin: strings.NewReader(article)}) {
		if errors.Is(rec.Err, source.ErrNotDecision) {
			fmt.Println("set aside:", rec.Err)
		}
	}
	// Output:
	// set aside: source: <stdin>: not a decision: LEGI article LEGIARTI000099000001
}
