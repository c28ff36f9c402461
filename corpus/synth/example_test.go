package synth_test

import (
	"bytes"
	"context"
	"fmt"
	"log"

	"github.com/attendu/attendu/corpus/source"
	"github.com/attendu/attendu/corpus/synth"
)

// Any decision can be written by itself, and knows what it says.
func ExampleGenerator() {
	g, err := synth.New(synth.Options{Decisions: 100})
	if err != nil {
		log.Fatal(err)
	}
	d := g.Decision(5)
	fmt.Println(d.Title)
	for _, m := range d.Truth.Citations {
		if m.UnderAppeal {
			fmt.Println("reviews", m.Key)
			break
		}
	}
	for _, o := range d.Truth.Orders {
		fmt.Println("orders", o.Kind)
	}
	// Output:
	// CAA de MARSEILLE, 1ère chambre, 01/09/2016, 14MA06514
	// reviews ta/nice/1303543
	// orders rejet
	// orders frais-irrepetibles
}

// An archive is read as one of the DILA.
func ExampleWriteArchive() {
	var archive bytes.Buffer
	if err := synth.WriteArchive(&archive, synth.Options{Decisions: 40}); err != nil {
		log.Fatal(err)
	}
	n := 0
	for r := range source.Read(context.Background(), "cass.tar.gz", &archive, source.Options{}) {
		if r.Err != nil {
			log.Fatal(r.Err)
		}
		n++
	}
	fmt.Println(n, "decisions")
	// Output: 40 decisions
}
