package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/attendu/attendu/queries"
)

// What Markdown (CommonMark) reads as markup: within a line, and at its start.
var (
	markup    = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "~", `\~`, "|", `\|`)
	lineStart = regexp.MustCompile(`(?m)^([ \t]*)(#|[-+=](?:[ \t\-+=]|$)|\d{1,9}[.)])`)
	indented  = regexp.MustCompile(`(?m)^[ \t]{4,}`)
)

// citedMarkdown writes a text in Markdown, in which it looks as it is: what would
// be markup is escaped, and lines end where they end.
func citedMarkdown(x *queries.CitedText) string {
	var b strings.Builder
	fresh := true // at the start of a line
	for _, p := range passages(x) {
		text := escapeMarkdown(p.text, fresh)
		if len(p.cites) > 0 { // a link may not hold an empty line
			text = escapeMarkdown(oneLine(p.text), fresh)
		}
		fresh = strings.HasSuffix(p.text, "\n")
		switch {
		case len(p.cites) == 0 || !p.resolved():
			b.WriteString(text)
		case p.link() == "":
			b.WriteString("**" + text + "**")
		default:
			fmt.Fprintf(&b, `[%s](<%s> "%s")`, text, p.link(), strings.ReplaceAll(escapeMarkdown(oneLine(p.about()), false), `"`, `\"`))
		}
	}
	return hardBreaks(b.String())
}

// hardBreaks makes each line end within a paragraph one that is kept.
func hardBreaks(s string) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	for i := range len(lines) - 1 {
		if strings.TrimSpace(lines[i]) != "" && strings.TrimSpace(lines[i+1]) != "" {
			lines[i] += `\`
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// escapeMarkdown escapes what would be markup. fresh says that the text begins a
// line; where it does not, its first line is no line start.
func escapeMarkdown(s string, fresh bool) string {
	first, rest := "", s
	if !fresh {
		i := strings.IndexByte(s, '\n') + 1
		if i == 0 {
			i = len(s)
		}
		first, rest = s[:i], s[i:]
	}
	rest = indented.ReplaceAllString(markup.Replace(rest), "   ")
	rest = lineStart.ReplaceAllStringFunc(rest, func(m string) string {
		body := strings.TrimLeft(m, " \t")
		blanks := m[:len(m)-len(body)]
		if body[0] >= '0' && body[0] <= '9' { // "1." is a list, "1\." is not
			return blanks + body[:len(body)-1] + `\` + body[len(body)-1:]
		}
		return blanks + `\` + body
	})
	return markup.Replace(first) + rest
}
