package synth

import (
	"strings"
	"testing"
)

func TestEachArticle(t *testing.T) {
	for item, want := range map[string]string{
		"1240..1243":       "1240 1241 1242 1243",
		"L121-8..L121-11":  "L121-8 L121-9 L121-10 L121-11",
		"150-VA":           "150-VA",
		"L120-2>L1121-1":   "L120-2>L1121-1",
		"R421-1..R422-5":   "error",
		"L121-7..L121-7":   "error",
		"53-A..53-C":       "error",
		"L1111-1..L1111-x": "error",
	} {
		var got []string
		err := eachArticle(item, func(was, number string) error {
			if was != "" {
				number = was + ">" + number
			}
			got = append(got, number)
			return nil
		})
		if err != nil {
			got = []string{"error"}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s gives %s, want %s", item, s, want)
		}
	}
}

func TestPrinted(t *testing.T) {
	for number, want := range map[string]string{"L121-7": "L. 121-7", "R4127-32": "R. 4127-32", "1": "1er", "53-A": "53 A",
		"L80-CA": "L. 80 CA", "257-bis": "257 bis", "1231-6": "1231-6"} {
		if got := printed(number); got != want {
			t.Errorf("%s is printed %s, want %s", number, got, want)
		}
	}
}
