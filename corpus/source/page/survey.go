package page

import (
	"net/url"
	"strings"
	"unicode"

	"github.com/attendu/attendu/corpus/source/prose"
	"golang.org/x/net/html"
)

// survey is what one walk over a page finds.
type survey struct {
	effects  *effectTable
	words    map[*html.Node]int // letters and digits outside links and h1, of what is kept
	order    []*html.Node       // elements that are kept, in document order
	heads    []*html.Node       // h1 elements that are kept
	titleTag string             // <title>
	ogTitle  string             // <meta property="og:title">
	address  string             // <link rel="canonical">, else og:url
}

// survey walks a page once. The parser bounds the depth of a page (512 open
// elements), and so the depth of the walk.
func (r *Reader) survey(root *html.Node) *survey {
	p := &survey{effects: r.effects, words: map[*html.Node]int{}}
	p.head(root)
	p.count(root, false)
	return p
}

// count adds up the words under n, and notes the elements on the way.
func (p *survey) count(n *html.Node, link bool) int {
	if n.Type == html.TextNode {
		if link {
			return 0
		}
		return letters(n.Data)
	}
	if p.effects.of(n) == drop {
		return 0
	}
	if n.Type == html.ElementNode {
		p.order = append(p.order, n)
		link = link || n.Data == "a" || n.Data == "h1" // the heading is kept wherever it stands
		if n.Data == "h1" {
			p.heads = append(p.heads, n)
		}
	}
	sum := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += p.count(c, link)
	}
	p.words[n] = sum
	return sum
}

func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// head reads what the page says of itself.
func (p *survey) head(root *html.Node) {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch {
		case n.Data == "title" && p.titleTag == "" && !within(n, "svg"):
			p.titleTag = plainText(n)
		case n.Data == "link" && strings.EqualFold(value(n, "rel"), "canonical"):
			p.address = webAddress(value(n, "href"))
		case n.Data == "meta" && value(n, "property") == "og:title":
			p.ogTitle = prose.Line(value(n, "content"))
		case n.Data == "meta" && value(n, "property") == "og:url" && p.address == "":
			p.address = webAddress(value(n, "content"))
		}
	}
}

// webAddress keeps an absolute address of the web.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}
