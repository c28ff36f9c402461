package meant_test

import (
	"fmt"
	"log"

	"github.com/attendu/attendu/corpus/cite"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/meant"
)

// On 1 October 2016 the rule on torts went from article 1382 to article 1240 of the
// code civil. Three days later a court still means it by its old number.
func ExampleResolver_Resolve() {
	catalogue, err := law.Load()
	if err != nil {
		log.Fatal(err)
	}
	past, err := law.LoadSuccession()
	if err != nil {
		log.Fatal(err)
	}
	finder, err := cite.New(catalogue)
	if err != nil {
		log.Fatal(err)
	}
	resolver, err := meant.New(catalogue, past)
	if err != nil {
		log.Fatal(err)
	}

	text := fold.New("La faute de la société Kermeur, au sens de l'article 1382 du code civil, a causé un préjudice.")
	citations := finder.Find(text, cite.Context{Date: "2016-10-04"})
	resolver.Resolve(meant.Input{Text: text, Citations: citations, Date: "2016-10-04"})
	for _, c := range citations {
		fmt.Println(c.Key, "meant", c.Meant.Version, "today", c.Meant.Today)
	}
	// Output: code-civil/1382 meant before:2016-10-01 today code-civil/1240
}
