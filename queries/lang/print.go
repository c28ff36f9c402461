package lang

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// String is "".
func (All) String() string { return "" }

// String joins with ET; a Not is joined with SAUF.
func (n And) String() string {
	var b strings.Builder
	for i, x := range n.Nodes {
		if _, not := x.(Not); i > 0 && not {
			b.WriteByte(' ')
		} else if i > 0 {
			b.WriteString(" ET ")
		}
		b.WriteString(inside(x, false))
	}
	return b.String()
}

// String joins with OU.
func (n Or) String() string {
	parts := make([]string, len(n.Nodes))
	for i, x := range n.Nodes {
		parts[i] = inside(x, true)
	}
	return strings.Join(parts, " OU ")
}

// String begins with SAUF.
func (n Not) String() string { return "SAUF " + inside(n.Node, true) }

// inside writes a node as part of another, in brackets when it has parts itself.
func inside(n Node, notToo bool) string {
	switch n.(type) {
	case And, Or:
		return "(" + n.String() + ")"
	case Not:
		if notToo {
			return "(" + n.String() + ")"
		}
	}
	return n.String()
}

// String is "a PROCHE/10 b".
func (n Near) String() string {
	return fmt.Sprintf("%s PROCHE/%d %s", inside(n.Left, true), n.Within, inside(n.Right, true))
}

// String is the word.
func (n Word) String() string { return n.Text }

// String is the phrase in quotation marks.
func (n Phrase) String() string { return `"` + n.Text + `"` }

// String is the pattern.
func (n Wildcard) String() string { return n.Pattern }

// String is "word~1".
func (n Fuzzy) String() string { return fmt.Sprintf("%s~%d", n.Text, n.Edits) }

// String is the reference as typed, with single blanks.
func (n Ref) String() string { return n.Text }

// String is "name:…".
func (n Field) String() string {
	switch n.Node.(type) {
	case And, Or, Not, Near:
		return n.Name + ":(" + n.Node.String() + ")"
	}
	return n.Name + ":" + n.Node.String()
}

// String is the value, in quotation marks unless it is one plain word.
func (n Value) String() string {
	if plain(n.Text) && !strings.ContainsAny(n.Text, " *?~<>=") {
		return n.Text
	}
	return `"` + n.Text + `"`
}

// String is the shortest range: 2015..2017, 2016-10, >=2016-10-04.
func (n Dates) String() string {
	year := func(d corpus.Date, end string) string { return strings.TrimSuffix(string(d), end) }
	from, to := year(n.From, "-01-01"), year(n.To, "-12-31")
	switch {
	case n.To == "":
		return ">=" + from
	case n.From == "":
		return "<=" + to
	case n.From == n.To:
		return string(n.To)
	case len(from) == 4 && from == to:
		return to
	case wholeMonth(n):
		return string(n.From[:7])
	case len(from) == 4 && len(to) == 4:
		return from + ".." + to
	}
	return string(n.From) + ".." + string(n.To)
}

func wholeMonth(n Dates) bool {
	return n.From[8:] == "01" && n.From[:7] == n.To[:7] && n.To.Time().AddDate(0, 0, 1).Day() == 1
}

// String is a range of euros: 10000..20000, >=10000,01.
func (n Amounts) String() string {
	switch {
	case n.To == NoLimit:
		return ">=" + euros(n.From)
	case n.From == n.To:
		return euros(n.From)
	case n.From == 0:
		return "<=" + euros(n.To)
	}
	return euros(n.From) + ".." + euros(n.To)
}

func euros(cents int64) string {
	if cents%100 == 0 {
		return fmt.Sprint(cents / 100)
	}
	return fmt.Sprintf("%d,%02d", cents/100, cents%100)
}
