package main

import (
	"cmp"
	"fmt"
	"html"
	"os"
	"strings"

	"github.com/attendu/attendu/queries"
)

// passage is a piece of a text: one or several citations that share words, or
// what stands between.
type passage struct {
	text  string
	cites []queries.CitedMention // none between the citations
}

// passages takes a text apart. The citations are in the order of their places;
// those that overlap are one passage.
func passages(x *queries.CitedText) (list []passage) {
	at := 0
	for i := 0; i < len(x.Citations); {
		first := x.Citations[i]
		end, j := first.End, i+1
		for j < len(x.Citations) && x.Citations[j].Start < end {
			end = max(end, x.Citations[j].End)
			j++
		}
		if first.Start > at {
			list = append(list, passage{text: x.Text[at:first.Start]})
		}
		list = append(list, passage{text: x.Text[first.Start:end], cites: x.Citations[i:j]})
		at, i = end, j
	}
	if at < len(x.Text) {
		list = append(list, passage{text: x.Text[at:]})
	}
	return list
}

// link is the first address among the citations, "" when there is none.
func (p passage) link() string {
	for _, c := range p.cites {
		if c.Link != "" {
			return c.Link
		}
	}
	return ""
}

// about says what the citations name and which rule they meant, or why they are not
// resolved.
func (p passage) about() string {
	var list []string
	for _, c := range p.cites {
		s := c.Title
		if c.Key == "" {
			s = "not resolved: " + c.Unresolved
		}
		for _, more := range []string{c.Sub, string(c.Qualifier)} {
			if more != "" {
				s += ", " + more
			}
		}
		s += meantNote(c.Key, c.Meant)
		if c.NoSuchArticle {
			s += "; " + neverThere
		}
		list = append(list, s)
	}
	return strings.Join(list, "; ")
}

// keys are the keys of the citations, ? where there is none.
func (p passage) keys() string {
	var list []string
	for _, c := range p.cites {
		k := string(c.Key)
		if k == "" {
			k = "?"
		}
		list = append(list, k)
	}
	return strings.Join(list, " ")
}

// meanings are the keys, with the number of today behind one that meant a rule which
// had another then: "code-civil/1382 → code-civil/1240".
func (p passage) meanings() string {
	var list []string
	for _, c := range p.cites {
		k := string(cmp.Or(c.Key, "?"))
		if m := c.Meant; m != nil && m.Version.Old() && m.Today != "" && m.Today != c.Key {
			k += " → " + string(m.Today)
		}
		list = append(list, k)
	}
	return strings.Join(list, " ")
}

// resolved reports whether a citation has a key.
func (p passage) resolved() bool {
	for _, c := range p.cites {
		if c.Key != "" {
			return true
		}
	}
	return false
}

const pageHead = `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>%s</title>
<style>
body { max-width: 46em; margin: 2em auto; padding: 0 1em; font-family: serif; line-height: 1.5 }
.text { white-space: pre-wrap; overflow-wrap: break-word }
.cite { background: #fff3c4; color: inherit }
.unresolved { border-bottom: 1px dashed #b00 }
</style>
</head>
<body>
<div class="text">`

// citedHTML writes a text as a page that needs nothing else.
func citedHTML(x *queries.CitedText) string {
	var b strings.Builder
	fmt.Fprintf(&b, pageHead, html.EscapeString(x.Path))
	for _, p := range passages(x) {
		text := html.EscapeString(p.text)
		switch {
		case len(p.cites) == 0:
			b.WriteString(text)
		case !p.resolved():
			fmt.Fprintf(&b, `<span class="unresolved" title="%s">%s</span>`, html.EscapeString(p.about()), text)
		case p.link() == "":
			fmt.Fprintf(&b, `<span class="cite" data-keys="%s" title="%s">%s</span>`, html.EscapeString(p.keys()), html.EscapeString(p.about()), text)
		default:
			fmt.Fprintf(&b, `<a class="cite" data-keys="%s" title="%s" href="%s">%s</a>`,
				html.EscapeString(p.keys()), html.EscapeString(p.about()), html.EscapeString(p.link()), text)
		}
	}
	b.WriteString("</div>\n</body>\n</html>\n")
	return b.String()
}

// citedANSI writes a text for a terminal: the words in colour, the keys behind
// them. With NO_COLOR there are only the keys.
func citedANSI(x *queries.CitedText) string {
	color := look{color: os.Getenv("NO_COLOR") == ""}
	var b strings.Builder
	for _, p := range passages(x) {
		text := harmless(p.text)
		switch {
		case len(p.cites) == 0:
			b.WriteString(text)
		case color.color:
			b.WriteString(color.hit(text) + color.dim(" ["+p.meanings()+"]"))
		default:
			b.WriteString(text + " [" + p.meanings() + "]")
		}
	}
	if !strings.HasSuffix(x.Text, "\n") {
		b.WriteByte('\n')
	}
	return b.String()
}

// harmless keeps a text from moving the cursor or colouring the terminal: control
// characters other than line end and tab become U+FFFD.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 {
			return '\ufffd'
		}
		return r
	}, s)
}
