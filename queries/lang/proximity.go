package lang

// operand reads what an operator joins, with all that PROCHE joins to it.
func (p *parser) operand(x *part, in scope) (err error) {
	if x.node, err = p.primary(x, in); err != nil {
		return err
	}
	for p.tok.sort == near {
		op := p.tok
		if p.nears++; p.nears > MaxNears {
			return p.errorf(op.Span, "put the words that stand together into a phrase", "the query has more than %d PROCHE", MaxNears)
		}
		if in.values() {
			return p.errorf(op.Span, "write it with words alone, or in a zone: motifs:(a PROCHE/5 b)", "PROCHE joins words, and these are values of %s", in.field.Name)
		}
		if x.node == nil {
			x.node, err = p.term(token{sort: word, Span: x.last, text: x.text})
		}
		if err == nil {
			err = p.nearable(x.node, x.node.At())
		}
		if err == nil {
			err = p.advance()
		}
		if err != nil {
			return err
		}
		if s := p.tok.sort; s != word && s != phrase && s != open {
			return p.errorf(op.Span, "write mot PROCHE/5 passe, and in a field motifs:(mot PROCHE/5 passe)",
				"%s has no word or phrase after it", p.query[op.Start:op.End])
		}
		right := part{}
		if right.node, err = p.primary(&right, scope{}); err != nil {
			return err
		}
		if right.node == nil {
			if right.node, err = p.term(token{sort: word, Span: right.last, text: right.text}); err != nil {
				return err
			}
		}
		if _, chain := right.node.(Near); chain {
			return p.errorf(right.last, "write a PROCHE/3 b PROCHE/5 c", "a PROCHE in brackets cannot follow another")
		}
		if err := p.nearable(right.node, right.last); err != nil {
			return err
		}
		x.node = Near{Span{x.last.Start, right.last.End}, x.node, op.within, right.node}
		x.last.End = right.last.End
	}
	return nil
}

// nearable refuses what PROCHE cannot join.
func (p *parser) nearable(n Node, at Span) error {
	switch n := n.(type) {
	case Word, Phrase, Wildcard, Fuzzy, Near:
		return nil
	case Or:
		for _, x := range n.Nodes {
			switch x.(type) {
			case Word, Phrase, Wildcard, Fuzzy:
				continue
			}
			return p.errorf(x.At(), "write (a OU b) PROCHE/5 c", "PROCHE joins words and phrases, or a choice of them")
		}
		return nil
	}
	return p.errorf(at, "write (a OU b) PROCHE/5 c", "PROCHE joins words and phrases, or a choice of them")
}
