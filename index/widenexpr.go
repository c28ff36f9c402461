package index

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/index/frlegal"
	"github.com/attendu/attendu/index/synonym"
)

// widener reads the words of a condition that were typed by themselves (Words.Name): it
// joins what a blank parts ("1 500"), leaves out function words, and adds synonyms.
type widener struct {
	question      // synonyms and cut alone
	off      bool // no synonyms
	grammar  bool // function words are kept
	room     int  // words that may be added
}

// widenWhere reads a condition; see widener. nil stays nil.
func widenWhere(e Expr, noSynonyms bool) (Expr, question) {
	w := widener{off: noSynonyms, room: maxTerms}
	if e != nil {
		e = w.expr(e)
	}
	return e, w.question
}

// widenShown is widenWhere for what is shown of a decision: the function words between
// others are.
func widenShown(e Expr, noSynonyms bool) Expr {
	if e == nil {
		return nil
	}
	w := widener{off: noSynonyms, grammar: true, room: maxTerms}
	return w.expr(e)
}

func (w *widener) expr(e Expr) Expr {
	switch e := e.(type) {
	case All:
		return w.all(e)
	case Any:
		out := make(Any, 0, len(e))
		for _, x := range e {
			out = append(out, w.expr(x))
		}
		return out
	case Not:
		return Not{w.expr(e.Expr)}
	case Words:
		if e.Name {
			return w.all(All{e})
		}
	}
	return e
}

// all reads conditions that must all hold. Those of function words alone never hold.
func (w *widener) all(list All) Expr {
	out, grammar := All{}, false
	for i := 0; i < len(list); {
		run, in := typed(list[i:])
		if len(run) == 0 {
			out = append(out, w.expr(list[i]))
			i++
			continue
		}
		i += len(run)
		kept := w.run(joined(run), in)
		grammar = grammar || len(kept) == 0
		out = append(out, kept...)
	}
	switch {
	case len(out) == 0 && grammar:
		return Any{}
	case len(out) == 1:
		return out[0]
	}
	return out
}

// typed gives the words typed by themselves, for one place, with which a list begins.
func typed(list All) (words []string, in Where) {
	for _, e := range list {
		x, ok := e.(Words)
		if !ok || !x.Name || len(words) > 0 && (x.In.Field != in.Field || !slices.Equal(x.In.Zones, in.Zones)) {
			break
		}
		words, in = append(words, x.Text), x.In
	}
	return words, in
}

// joined joins the words that are one number: "1", "500".
func joined(words []string) []string {
	if len(words) < 2 {
		return words
	}
	var out []string
	for _, t := range tokens(strings.Join(words, " ")) {
		if t.quoted || t.minus {
			return words
		}
		out = append(out, t.text)
	}
	return out
}

// run gives the conditions of words typed one after another.
func (w *widener) run(words []string, in Where) (out []Expr) {
	also := make([]Any, len(words))
	if !w.off {
		for _, f := range synonym.Find(words) {
			for _, it := range w.also(f, &w.room) {
				for k := f.From; k < f.To; k++ {
					also[k] = append(also[k], Words{Text: it.typed, In: in})
				}
			}
		}
	}
	for k, text := range words {
		one := Words{Text: text, In: in, Name: true}
		switch t := terms(cut(text)); {
		case !w.grammar && len(t) == 1 && !frlegal.Asked(t[0]) && !strings.Contains(text, "."):
		case len(also[k]) > 0:
			out = append(out, append(Any{one}, also[k]...))
		default:
			out = append(out, one)
		}
	}
	return out
}

// Words are the words of a request and of its condition, whether typed by themselves or
// in quotation marks: what Suggest reads.
func (r Request) Words() string {
	var b strings.Builder
	b.WriteString(r.Text)
	wordsOf(r.Where, &b)
	return b.String()
}

func wordsOf(e Expr, b *strings.Builder) {
	switch e := e.(type) {
	case All:
		for _, x := range e {
			wordsOf(x, b)
		}
	case Any:
		for _, x := range e {
			wordsOf(x, b)
		}
	case Near:
		for _, x := range e.Parts {
			wordsOf(x, b)
		}
	case Words:
		b.WriteString(" " + e.Text)
	}
}
