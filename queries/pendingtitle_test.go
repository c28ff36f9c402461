package queries_test

import (
	"testing"

	"github.com/attendu/attendu/corpus"
)

// TestTitleOfDecision: a decision of which only the key is known is written as its court
// writes its numbers.
func TestTitleOfDecision(t *testing.T) {
	lib := memory(t)
	for key, want := range map[corpus.Key]string{
		"ca/rennes/17-92716":            "CA Rennes, n° 17/92716",
		"cass/17-21434":                 "Cass., n° 17-21.434",
		"cc/2018-761-dc":                "Cons. const., n° 2018-761 DC",
		"cjue/c-131-12":                 "CJUE, n° C-131/12",
		"cedh/33071-96":                 "CEDH, n° 33071/96",
		"ta/lyon/1701234":               "TA Lyon, n° 1701234",
		"tgi/laval/2016-10-04":          "TGI Laval, 4 octobre 2016",
		"ecli/FR:CCASS:2019:C109143":    "ECLI:FR:CCASS:2019:C109143",
		"ca/rennes/17-92716@2018-10-05": "CA Rennes, 5 octobre 2018, n° 17/92716",
	} {
		if got := lib.Title(key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}
