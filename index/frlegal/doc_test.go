package frlegal_test

import (
	"fmt"

	"github.com/attendu/attendu/index/frlegal"
)

func ExampleTerms() {
	for term := range frlegal.Terms("« L’Employeur a violé l'art. L. 1235-3 (pourvoi n° 17-21.434) »") {
		fmt.Print(term, " ")
	}
	// Output: employeu a viol art l 1235-3 pourvoi 17-21434
}
