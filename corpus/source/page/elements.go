package page

import (
	_ "embed"
	"fmt"
	"strings"

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

// table holds elements.tsv: the effects of elements, of roles and of containers.
type table struct{ element, role, container map[string]effect }

func parseTable(tsv string) (*table, error) {
	t := &table{element: map[string]effect{}, role: map[string]effect{}, container: map[string]effect{}}
	for i, line := range strings.Split(tsv, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) != 3 || !effects[effect(col[2])] {
			return nil, fmt.Errorf("page: elements.tsv:%d: want kind, name and a known effect", i+1)
		}
		into := map[string]map[string]effect{"element": t.element, "role": t.role, "container": t.container}[col[0]]
		if into == nil || into[col[1]] != "" {
			return nil, fmt.Errorf("page: elements.tsv:%d: %q is no kind, or %q stands twice", i+1, col[0], col[1])
		}
		into[col[1]] = effect(col[2])
	}
	return t, nil
}

// of is the effect of a node. The header of a page is dropped with its menus;
// that of an article introduces it, and stays.
func (t *table) of(n *html.Node) effect {
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
