package holding

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/re2"
	"github.com/attendu/attendu/corpus/table"
)

// noun is a row of nouns.tsv: a common noun by which orders call a party.
type noun struct {
	words  map[string]bool
	kind   corpus.PartyKind // of the party; "" for any
	of     *re2.Regexp      // its folded name; nil for any
	others *re2.Regexp      // the names of all other parties of the kind; nil for any
}

// addNoun takes a row of nouns.tsv.
func (f *Finder) addNoun(r table.Row, _ *[]string) error {
	x := noun{words: r.Set("words"), kind: corpus.PartyKind(r.Get("kind"))}
	for name, to := range map[string]**re2.Regexp{"of": &x.of, "others": &x.others} {
		if r.Get(name) == "" {
			continue
		}
		var err error
		if *to, err = table.Pattern(r.Get(name)); err != nil {
			return err
		}
	}
	f.nouns = append(f.nouns, x)
	return nil
}

// byNoun gives the party that words call by a common noun, "la banque", when no other
// party may be called so.
func (f *Finder) byNoun(parties []mention, words string) []int {
	words = strings.Trim(words, " ,:")
	if m := f.say.nounEnd.FindStringIndex(words); m != nil {
		words = words[:m[0]]
	}
	for _, article := range []string{"la ", "le ", "l'"} {
		words = strings.TrimPrefix(words, article)
	}
	for _, x := range f.nouns {
		if x.words[words] {
			return x.only(parties)
		}
	}
	return nil
}

// only is the one party that a noun fits; nil when none or several do, or when another
// may be meant.
func (x *noun) only(parties []mention) []int {
	var out []int
	for i, p := range parties {
		switch {
		case x.kind != "" && p.kind != x.kind:
		case x.of == nil || x.of.MatchString(p.full):
			out = append(out, i)
		case x.others != nil && !x.others.MatchString(p.full):
			return nil
		}
	}
	if len(out) != 1 {
		return nil
	}
	return out
}
