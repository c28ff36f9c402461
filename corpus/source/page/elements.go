package page

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus/table"
	"golang.org/x/net/html"
)

//go:embed elements.tsv
var elementsTSV string

// effect is what an element does to the text.
type effect string

const (
	none   effect = ""
	drop   effect = "drop"
	inLine effect = "line"
	block  effect = "block"
	lineBr effect = "break"
	cell   effect = "cell"
	keep   effect = "keep"
	enter  effect = "enter"
)

var effects = map[effect]bool{drop: true, inLine: true, block: true, lineBr: true, cell: true, keep: true, enter: true}

// effectTable holds elements.tsv: the effects of elements, of roles and of
// containers.
type effectTable struct{ element, role, container map[string]effect }

func parseEffects(tsv string) (*effectTable, error) {
	t := &effectTable{element: map[string]effect{}, role: map[string]effect{}, container: map[string]effect{}}
	rows, err := table.Read("elements.tsv", tsv, "kind", "name", "effect")
	if err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	for _, r := range rows {
		what, name, to := r.Get("kind"), r.Get("name"), effect(r.Get("effect"))
		into := map[string]map[string]effect{"element": t.element, "role": t.role, "container": t.container}[what]
		if into == nil || into[name] != "" || !effects[to] {
			return nil, fmt.Errorf("page: %w", r.Errorf("%q is no kind, %q no effect, or %q stands twice", what, to, name))
		}
		into[name] = to
	}
	return t, nil
}

// of is the effect of a node. The header of a page is dropped with its menus;
// that of an article introduces it, and stays.
func (t *effectTable) of(n *html.Node) effect {
	if n.Type != html.ElementNode {
		return none
	}
	if attr(n, "hidden") != nil || value(n, "aria-hidden") == "true" || t.role[value(n, "role")] == drop {
		return drop
	}
	if n.Data == "header" && !within(n, "article", "main") {
		return drop
	}
	return t.element[n.Data]
}

// within reports whether n stands in one of the named elements.
func within(n *html.Node, names ...string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		for _, name := range names {
			if p.Type == html.ElementNode && p.Data == name {
				return true
			}
		}
	}
	return false
}

func attr(n *html.Node, name string) *html.Attribute {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			return &n.Attr[i]
		}
	}
	return nil
}

func value(n *html.Node, name string) string {
	if a := attr(n, name); a != nil {
		return strings.TrimSpace(a.Val)
	}
	return ""
}
