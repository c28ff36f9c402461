package lang

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/google/go-cmp/cmp"
)

// maker makes trees as Parse makes them.
type maker struct{ *rand.Rand }

func (m maker) pick(list ...string) string { return list[m.IntN(len(list))] }

// word makes a part of the text.
func (m maker) term() Node {
	switch m.IntN(5) {
	case 0:
		return Phrase{Text: m.pick("mot de passe", "OU", "(a) : b", "L. 1235-3", "et - ou ?")}
	case 1:
		return Wildcard{Pattern: m.pick("rétent*", "r?tention", "aa*b?", "mots?")}
	case 2:
		return Fuzzy{Text: m.pick("rétention", "bail1"), Edits: 1 + m.IntN(2)}
	}
	return Word{Text: m.pick("mot", "L. 1235-3", "l'employeur", "or", "sous-traitance", "10:30", "né.", "1°/", "N/A")}
}

func (m maker) choice() Node {
	if m.IntN(3) > 0 {
		return m.term()
	}
	return Or{Nodes: []Node{m.term(), m.term()}}
}

// text makes a condition on the text.
func (m maker) text(depth int) Node {
	if m.IntN(4) == 0 {
		n := Near{Left: m.choice(), Within: 1 + m.IntN(maxWithin), Right: m.choice()}
		if m.IntN(3) == 0 {
			n = Near{Left: n, Within: 2, Right: m.choice()}
		}
		return n
	}
	return m.group(depth, m.term, m.text)
}

// group makes a condition of several, of leaf or deeper.
func (m maker) group(depth int, leaf func() Node, deeper func(int) Node) Node {
	if depth == 0 {
		return leaf()
	}
	list := func() (out []Node) {
		for range 2 + m.IntN(3) {
			out = append(out, deeper(depth-1))
		}
		return out
	}
	switch m.IntN(5) {
	case 0:
		return allOf(list())
	case 1:
		return anyOf(list())
	case 2:
		return Not{Node: deeper(depth - 1)}
	}
	return leaf()
}

// field makes a condition on a field.
func (m maker) field() Node {
	day := func() corpus.Date { return corpus.Date(m.pick("2016-10-04", "2016-01-01", "2016-02-29", "2015-12-31")) }
	var value func() Node
	name := ""
	switch m.IntN(4) {
	case 0:
		return Field{Name: m.pick("motifs", "en-tête", "matière"), Node: m.text(2)}
	case 1:
		name, value = "date", func() Node {
			switch a, b := day(), day(); {
			case m.IntN(4) == 0:
				return Dates{From: a}
			case m.IntN(4) == 0:
				return Dates{To: a}
			default:
				return Dates{From: min(a, b), To: max(a, b)}
			}
		}
	case 2:
		name, value = "montant", func() Node {
			a, b := m.Int64N(1e12), m.Int64N(1e12)
			if m.IntN(3) == 0 {
				return Amounts{From: a, To: NoLimit}
			}
			return Amounts{From: min(a, b), To: max(a, b)}
		}
	default:
		name = m.pick("juridiction", "cite", "partie", "ordre")
		value = func() Node {
			return Value{Text: m.pick("tgi", "CPC 809", "SAUF", "ca/paris", "(x)", "a:b", "cour d'appel de Paris", ">=1", "qui ?")}
		}
	}
	var deeper func(int) Node
	deeper = func(d int) Node { return m.group(d, value, deeper) }
	return Field{Name: name, Node: deeper(2)}
}

// query makes a whole query.
func (m maker) query(depth int) Node {
	switch m.IntN(8) {
	case 0, 1:
		return m.field()
	case 2:
		return Ref{Text: m.pick("C. civ. 1382", "17-21.434", "CA Paris 18/04366", "ECLI:FR:CCASS:2018:CO00182", "bobigny tj 9 juillet 2023")}
	}
	return m.group(depth, func() Node { return m.text(0) }, m.query)
}

// TestRoundTrip writes trees and reads them back.
func TestRoundTrip(t *testing.T) {
	l := load(t)
	m := maker{rand.New(rand.NewPCG(1, 2))}
	for i := range 10_000 {
		want := m.query(i % 5)
		if written := want.String(); len(written) > MaxBytes || strings.Count(written, "*")+strings.Count(written, "~")+strings.Count(written, "?") > MaxPatterns ||
			strings.Count(written, "PROCHE") > MaxNears {
			continue
		}
		got, err := l.Parse(want.String(), references.MatchString)
		if err != nil {
			t.Fatalf("%s: %v", want, err)
		}
		if diff := cmp.Diff(want, got, noSpans); diff != "" {
			t.Fatalf("%s (-written +read):\n%s", want, diff)
		}
	}
}

// FuzzParse wants, of any bytes, a tree whose writing gives the same tree, or an error
// with a place.
func FuzzParse(f *testing.F) {
	l := load(f)
	for _, q := range l.Fields() {
		for _, e := range q.Examples {
			f.Add(e)
		}
	}
	for _, q := range []string{`"mot de passe" PROCHE/10 rétention ET cite:(CPC 809 OU CPC 835) SAUF solution:rejet`,
		`-a -"b c" (d OU e*) ~ * ? "`, "17-21.434 C. civ. 1382", "« a » : b", "montant:> 10 000 € x", "date : 2015 .. 2016", "A PROCHE B PROCHE/2 (c OU d~2)",
		"http://x.y/z ECLI:FR:X foo:bar", "L. 1235-3 al. 2", "cite:CPC 809 faute"} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, query string) {
		n, err := l.Parse(query, references.MatchString)
		if err != nil {
			if e := err.(*Error); e.Pos < 0 || e.Pos > len(query) || e.Msg == "" || e.Pointer(query) == "" {
				t.Fatalf("%q: %#v", query, e)
			}
			return
		}
		if at := n.At(); at.Start < 0 || at.End > len(query) || at.Start > at.End {
			t.Fatalf("%q: %v", query, at)
		}
		l.Explain(n)
		written := n.String()
		again, err := l.Parse(written, references.MatchString)
		if err != nil {
			if len(written) > MaxBytes {
				return
			}
			t.Fatalf("%q is written %q: %v", query, written, err)
		}
		if diff := cmp.Diff(n, again, noSpans); diff != "" {
			t.Fatalf("%q is written %q (-written +read):\n%s", query, written, diff)
		}
	})
}
