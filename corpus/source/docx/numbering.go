package docx

import (
	"regexp"
	"strconv"
	"strings"
)

// numbering writes the numbers that Word counts itself (17.9).
type numbering struct {
	defs   definitions
	num    map[string]*num
	lists  map[string]*abstract
	counts map[string]*[levels]int // by numbering: lists with one definition go on counting
	begun  map[string]bool         // numberings whose own starts have been set
}

// levels is how deep lists go.
const levels = 9

type definitions struct {
	Lists []abstract `xml:"abstractNum"`
	Nums  []num      `xml:"num"`
}

type abstract struct {
	ID     string  `xml:"abstractNumId,attr"`
	Levels []level `xml:"lvl"`
}

type num struct {
	ID        string     `xml:"numId,attr"`
	List      value      `xml:"abstractNumId"`
	Overrides []override `xml:"lvlOverride"`
}

type override struct {
	At    string `xml:"ilvl,attr"`
	Start *value `xml:"startOverride"`
	Level *level `xml:"lvl"`
}

// level is how one level counts and writes: "%1.%2" holds the numbers of levels.
type level struct {
	At     string `xml:"ilvl,attr"`
	Start  value  `xml:"start"`
	Format value  `xml:"numFmt"`
	Text   value  `xml:"lvlText"`
	Suffix value  `xml:"suff"`
	Style  value  `xml:"pStyle"`
	Legal  *value `xml:"isLgl"`
}

func (n *numbering) index() {
	n.num, n.lists = map[string]*num{}, map[string]*abstract{}
	n.counts, n.begun = map[string]*[levels]int{}, map[string]bool{}
	for i := range n.defs.Nums {
		n.num[n.defs.Nums[i].ID] = &n.defs.Nums[i]
	}
	for i := range n.defs.Lists {
		n.lists[n.defs.Lists[i].ID] = &n.defs.Lists[i]
	}
}

// level finds how a level of a numbering is written; nil when it is not defined.
func (n *numbering) level(of *num, at int) *level {
	for i := range of.Overrides {
		if o := &of.Overrides[i]; o.Level != nil && number(o.At, -1) == at {
			return o.Level
		}
	}
	list := n.lists[of.List.Val]
	if list == nil {
		return nil
	}
	for i := range list.Levels {
		if number(list.Levels[i].At, -1) == at {
			return &list.Levels[i]
		}
	}
	return nil
}

// levelOf finds the level of a numbering that is bound to a style.
func (n *numbering) levelOf(id, style string) *value {
	if of := n.num[id]; of != nil && n.lists[of.List.Val] != nil {
		for _, l := range n.lists[of.List.Val].Levels {
			if l.Style.Val == style {
				return &value{l.At}
			}
		}
	}
	return nil
}

func number(s string, otherwise int) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return otherwise
	}
	return n
}

// label counts a paragraph and gives what Word writes before it, with what
// parts it from the text.
func (n *numbering) label(p *numPr) string {
	if p == nil || p.ID == nil {
		return ""
	}
	of := n.num[p.ID.Val]
	if of == nil {
		return ""
	}
	at := 0
	if p.Level != nil {
		at = number(p.Level.Val, 0)
	}
	l := n.level(of, at)
	if l == nil || at < 0 || at >= levels {
		return ""
	}
	text := n.write(of, l, n.count(of, at))
	if text == "" || l.Suffix.Val == "nothing" {
		return text
	}
	return text + " "
}

// count advances a level and sets those below it back.
func (n *numbering) count(of *num, at int) *[levels]int {
	c := n.counts[of.List.Val]
	if c == nil {
		c = &[levels]int{}
		for i := range c {
			c[i] = n.before(of, i)
		}
		n.counts[of.List.Val] = c
	}
	if !n.begun[of.ID] {
		n.begun[of.ID] = true
		for _, o := range of.Overrides {
			if i := number(o.At, -1); o.Start != nil && i >= 0 && i < levels {
				c[i] = number(o.Start.Val, 1) - 1
			}
		}
	}
	for i := range at { // a level that was passed over counts as begun
		if c[i] < n.before(of, i)+1 {
			c[i] = n.before(of, i) + 1
		}
	}
	c[at]++
	for i := at + 1; i < levels; i++ {
		c[i] = n.before(of, i)
	}
	return c
}

// before is the number before the first of a level.
func (n *numbering) before(of *num, at int) int {
	if l := n.level(of, at); l != nil {
		return number(l.Start.Val, 0) - 1
	}
	return 0
}

var places = regexp.MustCompile(`%[1-9]`)

func (n *numbering) write(of *num, l *level, c *[levels]int) string {
	switch l.Format.Val {
	case "none":
		return ""
	case "bullet":
		return "-"
	}
	return strings.TrimSpace(places.ReplaceAllStringFunc(l.Text.Val, func(place string) string {
		at := int(place[1] - '1')
		format := "decimal"
		if lv := n.level(of, at); lv != nil && l.Legal == nil {
			format = lv.Format.Val
		}
		return figure(format, c[at])
	}))
}
