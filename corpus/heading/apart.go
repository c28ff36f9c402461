package heading

import "strings"

// fewestApart is how many letters a line has at least for them to be taken as set apart.
const fewestApart = 6

// setApart reports whether the line at i prints its letters apart and its words further
// apart: "T R I B U N A L  D E  C O M M E R C E". Where the blanks between words are no
// wider than those within them, the words cannot be told and it is false.
func setApart(folded string, i, end int) bool {
	line := folded[i:end]
	if n := strings.IndexByte(line, '\n'); n >= 0 {
		line = line[:n]
	}
	line = strings.Trim(line, " ")
	if !strings.Contains(line, "  ") {
		return false
	}
	letters := 0
	for w := range strings.FieldsSeq(line) {
		if len(w) > 1 {
			return false
		}
		letters++
	}
	return letters >= fewestApart
}
