package export

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// bibtex is an entry of the type jurisdiction of biblatex.
func bibtex(c Cited) string {
	var b strings.Builder
	fmt.Fprintf(&b, "@jurisdiction{%s", bibtexKey(c.ID))
	for _, f := range [][2]string{{"title", tex(c.title())}, {"shorttitle", tex(c.short())}, {"institution", tex(c.Court)}, {"type", tex(c.Nature)},
		{"titleaddon", tex(c.Formation)}, {"number", tex(c.number())}, {"date", string(c.Date)}, {"note", tex(c.ECLI)}, {"url", bare(c.URL)}, {"langid", "french"}} {
		if f[1] != "" {
			fmt.Fprintf(&b, ",\n  %s = {%s}", f[0], f[1])
		}
	}
	b.WriteString("\n}\n\n")
	return b.String()
}

// bibtexKey is a key without the signs that BibTeX parts entries by: cass/17-21434 is
// cass-17-21434.
func bibtexKey(id string) string { return corpus.Slug(id) }

// texSigns are the signs that TeX takes for commands.
var texSigns = strings.NewReplacer(`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `&`, `\&`, `%`, `\%`, `$`, `\$`, `#`, `\#`,
	`_`, `\_`, `~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`)

func tex(s string) string { return texSigns.Replace(oneLine(s)) }

// bare is an address as the command url of TeX takes it.
func bare(url string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", "\\", "%5C", " ", "%20").Replace(url)
}
