package lang

import (
	"fmt"
	"strings"
)

// Explain tells how a query was understood: an outline of one line for each part,
// which ends with a line feed, the parts of a part under it.
func (l *Language) Explain(n Node) string {
	e := &outline{l: l}
	e.node(n, 0, "")
	return e.String()
}

// outline writes lines.
type outline struct {
	strings.Builder
	l *Language
}

// line writes one line at a depth, after what stands before it.
func (e *outline) line(depth int, before, format string, args ...any) {
	e.WriteString(strings.Repeat("  ", depth) + before + fmt.Sprintf(format, args...) + "\n")
}

// node outlines a node; before opens its first line: "not ".
func (e *outline) node(n Node, depth int, before string) {
	switch n := n.(type) {
	case All:
		e.line(depth, before, "every decision")
	case And:
		e.list(n.Nodes, depth, before+"all of these (ET):")
	case Or:
		e.list(n.Nodes, depth, before+"any of these (OU):")
	case Not:
		e.node(n.Node, depth, before+"not (SAUF) ")
	case Near:
		e.line(depth, before, "at most %s apart (PROCHE/%d):", count(n.Within, "word"), n.Within)
		e.node(n.Left, depth+1, "")
		e.node(n.Right, depth+1, "")
	case Word:
		e.line(depth, before, "the word %s", n.Text)
	case Phrase:
		e.line(depth, before, "the phrase %q", n.Text)
	case Wildcard:
		e.line(depth, before, "a word like %s", n.Pattern)
	case Fuzzy:
		e.line(depth, before, "the word %s, with at most %s wrong", n.Text, count(n.Edits, "letter"))
	case Ref:
		e.line(depth, before, "the reference %s", n.Text)
	case Field:
		e.field(n, depth, before)
	case Value:
		e.line(depth, before, "%s", n.Text)
	case Dates, Amounts:
		e.line(depth, before, "%s", rangeWords(n))
	}
}

func (e *outline) list(nodes []Node, depth int, head string) {
	e.line(depth, head, "")
	for _, x := range nodes {
		e.node(x, depth+1, "")
	}
}

// field outlines a field: on one line when its node is simple.
func (e *outline) field(n Field, depth int, before string) {
	means := n.Name
	if f := e.l.field(n.Name); f != nil {
		means = f.Means
	}
	sep := " "
	if f := e.l.field(n.Name); f == nil || f.Kind == Text || f.Kind == Name {
		sep = ": "
	}
	e.node(n.Node, depth, before+means+sep)
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// rangeWords tells a range in words.
func rangeWords(n Node) string {
	switch n := n.(type) {
	case Dates:
		return between(string(n.From), string(n.To), "or later")
	case Amounts:
		from, to := euros(n.From)+" €", euros(n.To)+" €"
		if n.From == 0 {
			from = ""
		}
		if n.To == NoLimit {
			to = ""
		}
		return between(from, to, "or more")
	}
	return ""
}

func between(from, to, beyond string) string {
	switch {
	case from == "":
		return "up to " + to
	case to == "":
		return from + " " + beyond
	case from == to:
		return from
	}
	return from + " to " + to
}
