package script

import (
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
)

func (p *parser) statement() ast.Statement {
	p.deeper()
	defer p.shallower()
	at := p.tok.at
	if p.tok.kind == sign {
		switch p.tok.text {
		case ";":
			p.advance()
			return &ast.EmptyStatement{Semicolon: at}
		case "{":
			return p.block()
		}
	}
	if p.tok.kind == keyword {
		if f, ok := statements[p.tok.text]; ok {
			p.advance()
			return f(p, at)
		}
		if refusedWords[p.tok.text] {
			p.fail(at, "%s is not known here", p.tok.text)
		}
	}
	e := p.expression(true)
	if id, ok := e.(*ast.Identifier); ok && p.is(":") {
		p.fail(id.Idx, "a label is not known here")
	}
	p.semicolon()
	return &ast.ExpressionStatement{Expression: e}
}

// refusedWords are the words that ES5 and later have and scripts here have not.
var refusedWords = set("try throw switch with debugger class const import export case default catch finally new this delete super enum")

// statements are those that begin with a word.
var statements map[string]func(*parser, file.Idx) ast.Statement

func init() { // they lead back to statement
	statements = map[string]func(*parser, file.Idx) ast.Statement{
		"var": func(p *parser, at file.Idx) ast.Statement {
			list := p.variables(at, true)
			p.semicolon()
			return &ast.VariableStatement{Var: at, List: list}
		},
		"function": func(p *parser, at file.Idx) ast.Statement {
			f := p.function(at)
			if f.Name == nil {
				p.fail(at, "a function that stands alone needs a name")
			}
			*p.decls = append(*p.decls, &ast.FunctionDeclaration{Function: f})
			return &ast.EmptyStatement{Semicolon: at}
		},
		"if": func(p *parser, at file.Idx) ast.Statement {
			s := &ast.IfStatement{If: at, Test: p.condition(), Consequent: p.statement()}
			if p.accept("else") {
				s.Alternate = p.statement()
			}
			return s
		},
		"while": func(p *parser, at file.Idx) ast.Statement {
			return &ast.WhileStatement{While: at, Test: p.condition(), Body: p.statement()}
		},
		"do": func(p *parser, at file.Idx) ast.Statement {
			s := &ast.DoWhileStatement{Do: at, Body: p.statement()}
			p.expect("while")
			s.Test = p.condition()
			p.accept(";")
			return s
		},
		"for":      (*parser).forStatement,
		"break":    func(p *parser, at file.Idx) ast.Statement { return p.branch(at, token.BREAK) },
		"continue": func(p *parser, at file.Idx) ast.Statement { return p.branch(at, token.CONTINUE) },
		"return": func(p *parser, at file.Idx) ast.Statement {
			s := &ast.ReturnStatement{Return: at}
			if !p.is(";") && !p.is("}") && p.tok.kind != end && !p.tok.fresh {
				s.Argument = p.expression(true)
			}
			p.semicolon()
			return s
		},
	}
}

func (p *parser) branch(at file.Idx, t token.Token) ast.Statement {
	if p.tok.kind == word && !p.tok.fresh {
		p.fail(p.tok.at, "a label is not known here")
	}
	p.semicolon()
	return &ast.BranchStatement{Idx: at, Token: t}
}

func (p *parser) block() *ast.BlockStatement {
	b := &ast.BlockStatement{LeftBrace: p.expect("{")}
	for !p.is("}") && p.tok.kind != end {
		b.List = append(b.List, p.statement())
	}
	b.RightBrace = p.expect("}")
	return b
}

// condition is what stands in brackets after if and while.
func (p *parser) condition() ast.Expression {
	p.expect("(")
	e := p.expression(true)
	p.expect(")")
	return e
}

// variables reads what follows var.
func (p *parser) variables(at file.Idx, in bool) (list []ast.Expression) {
	d := &ast.VariableDeclaration{Var: at}
	for {
		id := p.name()
		v := &ast.VariableExpression{Name: id.Name, Idx: id.Idx}
		if p.accept("=") {
			v.Initializer = p.assignment(in)
		}
		d.List = append(d.List, v)
		list = append(list, v)
		if !p.accept(",") {
			break
		}
	}
	*p.decls = append(*p.decls, d)
	return list
}

func (p *parser) forStatement(at file.Idx) ast.Statement {
	p.expect("(")
	var first ast.Expression
	switch {
	case p.is(";"):
	case p.is("var"):
		list := p.variables(p.advance().at, false)
		if len(list) == 1 {
			first = list[0]
		} else {
			first = &ast.SequenceExpression{Sequence: list}
		}
	default:
		first = p.expression(false)
	}
	if first != nil && p.accept("in") {
		s := &ast.ForInStatement{For: at, Into: first, Source: p.expression(true)}
		p.expect(")")
		s.Body = p.statement()
		return s
	}
	s := &ast.ForStatement{For: at, Initializer: first}
	p.expect(";")
	if !p.is(";") {
		s.Test = p.expression(true)
	}
	p.expect(";")
	if !p.is(")") {
		s.Update = p.expression(true)
	}
	p.expect(")")
	s.Body = p.statement()
	return s
}

// function reads what follows the word.
func (p *parser) function(at file.Idx) *ast.FunctionLiteral {
	f := &ast.FunctionLiteral{Function: at, ParameterList: &ast.ParameterList{}}
	if p.tok.kind == word {
		f.Name = p.name()
	}
	p.expect("(")
	for !p.is(")") {
		f.ParameterList.List = append(f.ParameterList.List, p.name())
		if !p.accept(",") {
			break
		}
	}
	p.expect(")")
	outer := p.decls
	p.decls = &f.DeclarationList
	f.Body = p.block()
	p.decls = outer
	return f
}
