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
	d := g.Decision(3)
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
	// Cour d'appel de Paris, 12 septembre 2016, 14/90000
	// reviews tgi/melun/2014-03-25
	// orders confirmation
	// orders frais-irrepetibles
	// orders depens
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
