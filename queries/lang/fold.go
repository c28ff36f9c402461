package lang

import "strings"

// fold makes one node of the parts of a group.
func (p *parser) fold(parts []part, in scope) (Node, error) {
	parts, err := p.runs(parts, in)
	if err != nil || len(parts) == 0 {
		return nil, err
	}
	if err := p.mixed(parts); err != nil {
		return nil, err
	}
	var all, either []Node
	flush := func() {
		if len(either) > 0 {
			all = append(all, anyOf(either))
		}
		either = nil
	}
	for _, x := range parts {
		n := x.node
		if x.not {
			n = Not{Span{x.notAt.Start, x.last.End}, n}
		}
		if x.op != or {
			flush()
		}
		either = append(either, n)
	}
	flush()
	return allOf(all), nil
}

// mixed refuses ET and OU side by side, and OU before or after SAUF.
func (p *parser) mixed(parts []part) error {
	var ands, ors Span
	for i, x := range parts {
		if x.op == or && (x.not || parts[i-1].not) {
			return p.errorf(x.opAt, "write a OU (SAUF b), or (a OU b) SAUF c", "it is not clear what OU and SAUF mean side by side")
		}
		switch {
		case x.op == and && !x.not:
			ands = x.opAt
		case x.op == or:
			ors = x.opAt
		}
		if ands != (Span{}) && ors != (Span{}) {
			return p.errorf(x.opAt, "write (a ET b) OU c, or a ET (b OU c)", "ET and OU stand side by side, and this can be read in two ways")
		}
	}
	return nil
}

// runs makes nodes of bare words. Those that stand side by side are one value in a
// field of values, and elsewhere one reference if they are one.
func (p *parser) runs(parts []part, in scope) ([]part, error) {
	var out []part
	for i := 0; i < len(parts); {
		x := parts[i]
		i++
		if x.node != nil {
			out = append(out, x)
			continue
		}
		run := []part{x}
		for ; i < len(parts) && parts[i].node == nil && parts[i].op == eof && !parts[i].not; i++ {
			run = append(run, parts[i])
		}
		whole := Span{x.last.Start, run[len(run)-1].last.End}
		text := p.words(whole)
		switch {
		case in.values():
			n, err := p.value(text, whole, in)
			if err != nil {
				return nil, err
			}
			x.node, x.last = n, whole
			out = append(out, x)
		case in.top && len(run) > 1 && p.isReference(text):
			x.node, x.last = Ref{whole, text}, whole
			out = append(out, x)
		default:
			for _, w := range run {
				var err error
				if w.node, err = p.single(w, in); err != nil {
					return nil, err
				}
				out = append(out, w)
			}
		}
	}
	return out, nil
}

// words is a piece of the query with single blanks.
func (p *parser) words(at Span) string {
	return strings.Join(strings.Fields(p.query[at.Start:at.End]), " ")
}

// single is the node of one bare word.
func (p *parser) single(w part, in scope) (Node, error) {
	if in.top && p.isReference(w.text) {
		return Ref{w.last, w.text}, nil
	}
	return p.term(token{sort: word, Span: w.last, text: w.text})
}

// allOf joins nodes by ET, those of an inner ET among them.
func allOf(nodes []Node) Node {
	if len(nodes) == 1 {
		return nodes[0]
	}
	n := And{Span: Span{nodes[0].At().Start, nodes[len(nodes)-1].At().End}}
	for _, x := range nodes {
		if inner, ok := x.(And); ok {
			n.Nodes = append(n.Nodes, inner.Nodes...)
		} else {
			n.Nodes = append(n.Nodes, x)
		}
	}
	return n
}

// anyOf joins nodes by OU, those of an inner OU among them.
func anyOf(nodes []Node) Node {
	if len(nodes) == 1 {
		return nodes[0]
	}
	n := Or{Span: Span{nodes[0].At().Start, nodes[len(nodes)-1].At().End}}
	for _, x := range nodes {
		if inner, ok := x.(Or); ok {
			n.Nodes = append(n.Nodes, inner.Nodes...)
		} else {
			n.Nodes = append(n.Nodes, x)
		}
	}
	return n
}
