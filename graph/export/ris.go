package export

import (
	"fmt"
	"strings"
)

// ris is a record of the type CASE. The tags are those by which Zotero and EndNote know
// the court (PB), the number (CN) and the day (DA) of a case.
func ris(c Cited) string {
	var b strings.Builder
	b.WriteString("TY  - CASE\r\n")
	year, day := "", ""
	if c.Date != "" {
		year, day = string(c.Date[:4]), strings.ReplaceAll(string(c.Date), "-", "/")
	}
	for _, f := range [][2]string{{"ID", c.ID}, {"TI", c.title()}, {"ST", c.short()}, {"PB", c.Court}, {"CN", c.number()}, {"PY", year}, {"DA", day},
		{"M3", c.Nature}, {"N1", c.Formation}, {"N1", c.ECLI}, {"UR", c.URL}, {"LA", "fr"}} {
		if f[1] != "" {
			fmt.Fprintf(&b, "%s  - %s\r\n", f[0], oneLine(f[1]))
		}
	}
	b.WriteString("ER  - \r\n\r\n")
	return b.String()
}
