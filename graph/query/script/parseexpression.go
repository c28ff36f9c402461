package script

import (
	"strconv"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/token"
)

// levels are the operators between two operands, and how strongly they bind.
var levels = map[string]int{"||": 1, "&&": 2, "|": 3, "^": 4, "&": 5, "==": 6, "!=": 6, "===": 6, "!==": 6,
	"<": 7, ">": 7, "<=": 7, ">=": 7, "<<": 8, ">>": 8, ">>>": 8, "+": 9, "-": 9, "*": 10, "/": 10, "%": 10}

var operators = map[string]token.Token{"||": token.LOGICAL_OR, "&&": token.LOGICAL_AND, "|": token.OR, "^": token.EXCLUSIVE_OR,
	"&": token.AND, "==": token.EQUAL, "!=": token.NOT_EQUAL, "===": token.STRICT_EQUAL, "!==": token.STRICT_NOT_EQUAL,
	"<": token.LESS, ">": token.GREATER, "<=": token.LESS_OR_EQUAL, ">=": token.GREATER_OR_EQUAL, "<<": token.SHIFT_LEFT,
	">>": token.SHIFT_RIGHT, ">>>": token.UNSIGNED_SHIFT_RIGHT, "+": token.PLUS, "-": token.MINUS, "*": token.MULTIPLY,
	"/": token.SLASH, "%": token.REMAINDER}

var prefixes = map[string]token.Token{"!": token.NOT, "-": token.MINUS, "+": token.PLUS, "~": token.BITWISE_NOT,
	"typeof": token.TYPEOF, "void": token.VOID, "++": token.INCREMENT, "--": token.DECREMENT}

// expression reads one, with commas; in says that the word in would be an operator,
// which is not known.
func (p *parser) expression(in bool) ast.Expression {
	e := p.assignment(in)
	if !p.is(",") {
		return e
	}
	list := []ast.Expression{e}
	for p.accept(",") {
		list = append(list, p.assignment(in))
	}
	return &ast.SequenceExpression{Sequence: list}
}

// assignment reads an expression without commas.
func (p *parser) assignment(in bool) ast.Expression {
	p.deeper()
	defer p.shallower()
	left := p.operation(1)
	if in && p.is("in") || p.is("instanceof") {
		p.fail(p.tok.at, "%s is not known here", p.tok.text)
	}
	if p.accept("?") {
		yes := p.assignment(true)
		p.expect(":")
		return &ast.ConditionalExpression{Test: left, Consequent: yes, Alternate: p.assignment(in)}
	}
	op := p.tok.text
	if p.tok.kind != sign || len(op) == 0 || op[len(op)-1] != '=' || levels[op] > 0 {
		return left
	}
	switch left.(type) {
	case *ast.Identifier, *ast.DotExpression, *ast.BracketExpression:
	default:
		p.fail(p.tok.at, "nothing can be assigned to what is left of %s", op)
	}
	p.advance()
	t := token.ASSIGN
	if op != "=" {
		t = operators[op[:len(op)-1]]
	}
	return &ast.AssignExpression{Operator: t, Left: left, Right: p.assignment(in)}
}

// operation reads operands and the operators between them that bind at a level or more.
func (p *parser) operation(level int) ast.Expression {
	left := p.unaryExpression()
	for n := 0; p.tok.kind == sign && levels[p.tok.text] >= level; n++ {
		if n > maxDepth/2 { // the tree leans to the left: it is as deep as it is long
			p.fail(p.tok.at, "nested more than %d deep", maxDepth/2)
		}
		op := p.advance().text
		right := p.operation(levels[op] + 1)
		left = &ast.BinaryExpression{Operator: operators[op], Left: left, Right: right}
	}
	return left
}

func (p *parser) unaryExpression() ast.Expression {
	p.deeper()
	defer p.shallower()
	if t, ok := prefixes[p.tok.text]; ok && (p.tok.kind == sign || p.tok.kind == keyword) {
		at := p.advance().at
		return &ast.UnaryExpression{Operator: t, Idx: at, Operand: p.unaryExpression()}
	}
	e := p.chain(p.primary())
	if (p.is("++") || p.is("--")) && !p.tok.fresh {
		t := prefixes[p.tok.text]
		return &ast.UnaryExpression{Operator: t, Idx: p.advance().at, Operand: e, Postfix: true}
	}
	return e
}

// chain reads the members and calls that follow an operand.
func (p *parser) chain(e ast.Expression) ast.Expression {
	for n := 0; ; n++ {
		if n > maxDepth/2 {
			p.fail(p.tok.at, "nested more than %d deep", maxDepth/2)
		}
		switch {
		case p.accept("."):
			if p.tok.kind != word && p.tok.kind != keyword {
				p.fail(p.tok.at, "unexpected %v, a name is wanted", p.tok)
			}
			l := p.advance()
			e = &ast.DotExpression{Left: e, Identifier: ast.Identifier{Name: l.text, Idx: l.at}}
		case p.is("["):
			at := p.advance().at
			member := p.expression(true)
			e = &ast.BracketExpression{Left: e, Member: member, LeftBracket: at, RightBracket: p.expect("]")}
		case p.is("("):
			at := p.advance().at
			args := p.list(")")
			e = &ast.CallExpression{Callee: e, LeftParenthesis: at, ArgumentList: args, RightParenthesis: p.expect(")")}
		default:
			return e
		}
	}
}

// list reads expressions between commas, up to a closing bracket.
func (p *parser) list(closing string) (list []ast.Expression) {
	for !p.is(closing) {
		list = append(list, p.assignment(true))
		if !p.accept(",") {
			break
		}
	}
	return list
}

func (p *parser) primary() ast.Expression {
	l := p.tok
	switch l.kind {
	case word:
		return p.name()
	case numeral:
		p.advance()
		return &ast.NumberLiteral{Idx: l.at, Literal: l.text, Value: l.value}
	case literal:
		p.advance()
		return &ast.StringLiteral{Idx: l.at, Value: l.value.(string)}
	}
	switch {
	case p.accept("("):
		e := p.expression(true)
		p.expect(")")
		return e
	case p.accept("["):
		list := p.list("]")
		return &ast.ArrayLiteral{LeftBracket: l.at, Value: list, RightBracket: p.expect("]")}
	case p.is("{"):
		return p.objectLiteral()
	case p.accept("function"):
		return p.function(l.at)
	case p.accept("true"), p.accept("false"):
		return &ast.BooleanLiteral{Idx: l.at, Literal: l.text, Value: l.text == "true"}
	case p.accept("null"):
		return &ast.NullLiteral{Idx: l.at}
	case p.is("/"), p.is("/="):
		p.fail(l.at, `/…/ is not known here; write regex("…")`)
	case l.kind == keyword && refusedWords[l.text]:
		p.fail(l.at, "%s is not known here", l.text)
	}
	p.unexpected()
	return nil
}

func (p *parser) objectLiteral() ast.Expression {
	o := &ast.ObjectLiteral{LeftBrace: p.expect("{")}
	for !p.is("}") {
		l := p.tok
		key := l.text
		switch l.kind {
		case word, keyword:
		case literal:
			key = l.value.(string)
		case numeral:
			key = strconv.FormatFloat(l.value.(float64), 'g', -1, 64)
		default:
			p.unexpected()
		}
		p.advance()
		if (key == "get" || key == "set") && !p.is(":") {
			p.fail(l.at, "%sters are not known here", key)
		}
		p.expect(":")
		o.Value = append(o.Value, ast.Property{Key: key, Kind: "value", Value: p.assignment(true)})
		if !p.accept(",") {
			break
		}
	}
	o.RightBrace = p.expect("}")
	return o
}
