package page

import (
	"strings"

	"github.com/attendu/attendu/corpus/source/prose"
	"golang.org/x/net/html"
)

// main chooses the element that holds the main text, nil when there are no
// words at all. The rules, in their order:
//
//  1. <main> or role="main", the one with most words; else <body>;
//  2. within it the <article> with most words, when it holds at least half of
//     them: comments and lists of other articles stand beside it;
//  3. without <main> and <article>, from <body> down as long as one container
//     (elements.tsv) holds nine tenths of the words: to keep a notice too many
//     costs less than to lose the end of a decision.
func (p *survey) main() *html.Node {
	body := p.largest(nil, func(n *html.Node) bool { return n.Data == "body" })
	if body == nil || p.words[body] == 0 {
		return p.linksOnly(body)
	}
	top := p.largest(body, func(n *html.Node) bool { return n.Data == "main" || value(n, "role") == "main" })
	at := top
	if at == nil || p.words[at] == 0 {
		at = body
	}
	article := p.largest(at, func(n *html.Node) bool { return n.Data == "article" || value(n, "role") == "article" })
	if article != nil && 2*p.words[article] >= p.words[at] {
		return article
	}
	if at != body {
		return at
	}
	return p.densest(body)
}

// largest is the element within root that wanted accepts and that has most
// words; the first of equals.
func (p *survey) largest(root *html.Node, wanted func(*html.Node) bool) (best *html.Node) {
	for _, n := range p.order {
		if wanted(n) && (best == nil || p.words[n] > p.words[best]) && (root == nil || inside(n, root)) {
			best = n
		}
	}
	return best
}

func inside(n, root *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p == root {
			return true
		}
	}
	return false
}

// densest goes down from n as main says.
func (p *survey) densest(n *html.Node) *html.Node {
	for {
		var next *html.Node
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && 10*p.words[c] >= 9*p.words[n] && p.effects.container[c.Data] == enter {
				next = c
			}
		}
		if next == nil {
			return n
		}
		n = next
	}
}

// linksOnly gives a page whose words are all in links as a whole.
func (p *survey) linksOnly(body *html.Node) *html.Node {
	if body == nil || p.text(body) == "" {
		return nil
	}
	return body
}

// title is the heading of the main text, else the only heading of the page,
// else what the page calls itself.
func (p *survey) title(main *html.Node) string {
	for _, h := range p.heads {
		if h == main || inside(h, main) {
			if s := plainText(h); s != "" {
				return s
			}
		}
	}
	if len(p.heads) == 1 {
		if s := plainText(p.heads[0]); s != "" {
			return s
		}
	}
	if p.ogTitle != "" {
		return p.ogTitle
	}
	return p.titleTag
}

// text writes the main text. The heading of the page comes first when it stands
// outside, for it often names court, date and number.
func (p *survey) text(main *html.Node) string {
	b := &prose.Builder{Flow: true}
	if len(p.heads) == 1 && p.heads[0] != main && !inside(p.heads[0], main) {
		p.write(b, p.heads[0])
		b.Apart(2)
	}
	p.write(b, main)
	return b.String()
}

// write adds what is under n.
func (p *survey) write(b *prose.Builder, n *html.Node) {
	if n.Type == html.TextNode {
		b.Text(n.Data)
		return
	}
	e := p.effects.of(n)
	switch e {
	case drop:
		return
	case lineBr:
		b.Break()
		return
	case keep:
		b.Flow = false
		defer func() { b.Flow = true }()
	}
	apart(b, e)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.write(b, c)
	}
	apart(b, e)
}

func apart(b *prose.Builder, e effect) {
	switch e {
	case block, keep:
		b.Apart(2)
	case inLine:
		b.Apart(1)
	case cell:
		b.Text(" ")
	}
}

// plainText is all the text under n on one line.
func plainText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return prose.Line(b.String())
}
