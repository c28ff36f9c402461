package synth

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

// addFurther reads a row of the long tail: provisions of which a text cites one
// now and then. What provisions.tsv has already is passed over.
func (t *tables) addFurther(r table.Row) error {
	name := r.Get("instrument")
	model := provision{in: t.instruments[name], actKey: corpus.Key(r.Get("actkey"))}
	if model.in == nil {
		return fmt.Errorf("%s is not in instruments.tsv", name)
	}
	if err := model.dated(r.Get("since"), r.Get("act")); err != nil {
		return err
	}
	var list []*provision
	for _, item := range r.List("articles") {
		err := eachArticle(item, func(was, number string) error {
			p := model
			p.key, p.article = corpus.Key(name+"/"+number), printed(number)
			if was != "" {
				p.wasKey, p.was = corpus.Key(name+"/"+was), printed(was)
			}
			if k, err := corpus.ParseKey(string(p.key)); err != nil || k != p.key || was != "" && p.act == "" {
				return fmt.Errorf("%s: is no key, or the act that moved it is missing: %v", p.key, err)
			}
			if t.byKey[string(p.key)] == nil {
				t.byKey[string(p.key)] = &p
				list = append(list, &p)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return t.shareFurther(list, r.List("subjects"))
}

// shareFurther gives the provisions of the long tail to their subjects.
func (t *tables) shareFurther(list []*provision, subjects []string) error {
	for _, name := range subjects {
		switch s := t.subject(name); {
		case name == "*":
			t.civil.further = append(t.civil.further, list...)
		case name == "administratif":
			t.public.further = append(t.public.further, list...)
		case s == nil:
			return fmt.Errorf("unknown subject %q", name)
		default:
			s.further = append(s.further, list...)
		}
	}
	return nil
}

// eachArticle takes "L121-1", the range "L121-1..L121-7" and the move
// "L120-2>L1121-1" apart.
func eachArticle(item string, give func(was, number string) error) error {
	if was, number, moved := strings.Cut(item, ">"); moved {
		return give(was, number)
	}
	low, high, isRange := strings.Cut(item, "..")
	if !isRange {
		return give("", item)
	}
	stem, from := lastNumber(low)
	same, to := lastNumber(high)
	if stem != same || from >= to || from < 0 {
		return fmt.Errorf("%s is no range", item)
	}
	for n := from; n <= to; n++ {
		if err := give("", stem+strconv.Itoa(n)); err != nil {
			return err
		}
	}
	return nil
}

// lastNumber cuts "L121-7" into "L121-" and 7; without a number it is -1.
func lastNumber(s string) (stem string, n int) {
	stem = strings.TrimRight(s, "0123456789")
	n, err := strconv.Atoi(s[len(stem):])
	if err != nil {
		return s, -1
	}
	return stem, n
}

// printed is how a text prints the number of a key: "L. 121-7", "53 A", "1er".
func printed(number string) string {
	if number == "1" {
		return "1er"
	}
	if letter := strings.TrimLeft(number, "LRD"); len(letter) < len(number) {
		return number[:len(number)-len(letter)] + ". " + spaced(letter)
	}
	return spaced(number)
}

// spaced puts a space where the key of "57 A" or "257 bis" has a hyphen before
// letters.
func spaced(number string) string {
	out := []byte(number)
	for i := range len(out) - 1 {
		if c := out[i+1]; out[i] == '-' && (c < '0' || c > '9') {
			out[i] = ' '
		}
	}
	return string(out)
}
