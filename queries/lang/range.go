package lang

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// bounds takes a range apart: 1..2, ..2, 1.., >=1, >1, <=2, <2. open says of each bound
// that it is not included.
func bounds(text string) (from, to string, openFrom, openTo bool) {
	text = strings.TrimSpace(text)
	if a, b, ok := strings.Cut(text, ".."); ok {
		return strings.TrimSpace(a), strings.TrimSpace(b), false, false
	}
	rest := strings.TrimSpace(strings.TrimLeft(text, "<>="))
	switch op := strings.TrimSpace(strings.TrimSuffix(text, rest)); op {
	case ">", ">=":
		return rest, "", op == ">", false
	case "<", "<=":
		return "", rest, false, op == "<"
	case "", "=":
		return rest, rest, false, false
	}
	return text, text, false, false
}

// dates reads a day, month or year, or a range of them.
func (p *parser) dates(text string, at Span, kind Kind) (Node, error) {
	from, to, openFrom, openTo := bounds(text)
	if kind != Date && (from != to || strings.ContainsAny(text, "<>=")) {
		return nil, p.errorf(at, "for a range write date:2015..2017", "avant: and après: take one day, month or year")
	}
	switch kind {
	case Before:
		from, openTo = "", true
	case After:
		to, openFrom = "", true
	}
	n := Dates{Span: at}
	for _, b := range []struct {
		text        string
		open, first bool
		day         *corpus.Date
	}{{from, openFrom, true, &n.From}, {to, openTo, false, &n.To}} {
		if b.text == "" {
			continue
		}
		first, last, ok := period(b.text)
		switch {
		case !ok:
			return nil, p.errorf(at, "write 2016, 2016-10, 2016-10-04, 04/10/2016 or a range: 2015..2017", "%q is no day, month or year", b.text)
		case b.first && b.open:
			*b.day = shift(last, 1)
		case b.first:
			*b.day = first
		case b.open:
			*b.day = shift(first, -1)
		default:
			*b.day = last
		}
	}
	switch {
	case n.From == "" && n.To == "":
		return nil, p.errorf(at, "write 2015..2017", "%q has no day, month or year", text)
	case n.From != "" && n.To != "" && n.From > n.To:
		return nil, p.errorf(at, "", "the first day, %s, is after the last, %s", n.From, n.To)
	}
	return n, nil
}

// amounts reads a sum in euros, or a range.
func (p *parser) amounts(text string, at Span) (Node, error) {
	from, to, openFrom, openTo := bounds(text)
	n := Amounts{Span: at, To: NoLimit}
	for _, b := range []struct {
		text  string
		shift int64
		cents *int64
	}{{from, plus(openFrom, 1), &n.From}, {to, plus(openTo, -1), &n.To}} {
		if b.text == "" {
			continue
		}
		cents, ok := parseEuros(b.text)
		if !ok {
			return nil, p.errorf(at, "write montant:>10000, montant:5000..20000 or montant:\"10 000 €\"", "%q is no amount in euros", b.text)
		}
		*b.cents = cents + b.shift
	}
	if from == "" && to == "" || n.To < n.From {
		return nil, p.errorf(at, "write montant:5000..20000", "%q holds no amount", text)
	}
	return n, nil
}

func plus(open bool, n int64) int64 {
	if open {
		return n
	}
	return 0
}
