package holding

import (
	"fmt"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

// bases lists the provisions on which a part of an order rests, in the original text
// between own.Start and own.End, each once. A cassation rests on the visas of the
// reasons (code de procédure civile, art. 1020). What a ruling on another decision names
// in its order is the object of what is quashed, reversed or confirmed, and no basis.
// Any other order rests on what it names itself, and on what its sentence names before
// its first order: "Vu l'article 700 …, rejette … et condamne …".
func (r *reader) bases(o order, kind corpus.HoldingKind, own corpus.Span) []corpus.Key {
	switch kind {
	case corpus.Cassation, corpus.CassationPartielle:
		return r.visas()
	case corpus.Infirmation, corpus.InfirmationPartielle, corpus.Confirmation, corpus.ConfirmationPartielle:
		return nil
	}
	t := r.in.Text
	preface := corpus.Span{}
	if own.Start-t.Start(o.sentence.from) < longSentence {
		preface = t.Span(o.sentence.from, o.opened)
	}
	var out []corpus.Key
	for _, s := range []corpus.Span{preface, own} {
		first, _ := slices.BinarySearchFunc(r.in.Citations, s.Start, func(c corpus.Citation, at int) int { return c.Start - at })
		for _, c := range r.in.Citations[first:] {
			if c.Start >= s.End {
				break
			}
			if c.Key.IsProvision() && c.Use != corpus.Reported && s.Covers(c.Span) && !slices.Contains(out, c.Key) && r.f.heads.carries(kind, c.Key) {
				out = append(out, c.Key)
			}
		}
	}
	return out
}

// longSentence is how many bytes before an order the first words of its sentence are
// read for its basis.
const longSentence = 6000

// visas lists the provisions of the visas in the reasons, each once; those under which a
// court of cassation says what follows from its ruling are none.
func (r *reader) visas() (out []corpus.Key) {
	for i := range r.in.Citations {
		c := &r.in.Citations[i]
		if c.Zone == corpus.Motifs && c.Speaker == corpus.Cour && c.Use == corpus.Visa && c.Key.IsProvision() &&
			r.f.heads[c.Key] != effects && !slices.Contains(out, c.Key) {
			out = append(out, c.Key)
		}
	}
	return out
}

// effects is the head of the provisions under which a court says what follows from its
// ruling, or rules on the recourse itself; the other heads are kinds of orders.
const effects = "effets"

// heads says of which head a provision is, when it carries orders of that head alone.
type heads map[corpus.Key]string

// carries reports whether a provision can be the basis of an order of a kind: what
// governs dépens alone does not carry frais irrépétibles, nor the other way round.
func (h heads) carries(kind corpus.HoldingKind, key corpus.Key) bool {
	head := corpus.HoldingKind(h[key])
	switch kind {
	case corpus.Depens:
		return head != corpus.FraisIrrepetibles
	case corpus.FraisIrrepetibles:
		return head != corpus.Depens
	}
	return true
}

// addHead takes a row of heads.tsv.
func (f *Finder) addHead(r table.Row, _ *[]string) error {
	head := r.Get("head")
	if k := corpus.HoldingKind(head); head != effects && k != corpus.Depens && k != corpus.FraisIrrepetibles {
		return fmt.Errorf("unknown head %q", head)
	}
	for _, p := range r.List("provisions") {
		key, err := corpus.ParseKey(p)
		if err != nil {
			return err
		}
		f.heads[key] = head
	}
	return nil
}
