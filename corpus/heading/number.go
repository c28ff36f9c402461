package heading

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus/re2"
)

// caseNumber is one number of a decision as printed: of the Conseil constitutionnel
// or the CNIL, of a pourvoi, of a docket (RG, rôle), or of an administrative court.
var caseNumber = re2.MustCompile(`\d{2,4}-\d{1,5}(?:/\d{1,5})*[ -](?:qpc|dc|an|sen|pdr|lp|lom|fnr|orga|rip|ref|elec|l|d|i)\b|[a-z]{2,5}-\d{4}-\d{2,4}\b|` +
	`\d{2}-\d{2}\.?\d{3}\b|\d{2}/\d{2}/\d{3,6}\b|\d{2}/\d{3,6}\b|\d{2}-\d{2}-\d{3,6}\b|` +
	`\d{4}[a-z]\d{3,6}\b|\d{2}[a-z]{2}\d{5}\b|\d{4}/\d{4,6}\b|\d{2}-\d{4,6}\b|\d{6,10}\b`)

// numberReach is how far the list of the numbers of a decision goes, in bytes.
const numberReach = 600

// readNumbers reads the numbers of the decision in its heading; by the formulas of a
// higher rank only where those of a lower one find none.
func (w *reading) readNumbers() {
	for _, rank := range []int{1, 2} {
		if len(w.out.Numbers) == 0 {
			w.readNumbersBy(w.those("number", func(f *formula) bool { return f.rank == rank }))
		}
	}
}

// readNumbersBy reads the numbers that formulas find.
func (w *reading) readNumbersBy(formulas []*formula) {
	if len(formulas) == 0 {
		return
	}
	v := w.head
	for i := range v.s {
		if !wordStart(v.s, i) || w.contested.Contains(i) {
			continue
		}
		first := i == 0 || v.s[i-1] == '\n'
		if !first && strings.IndexByte("anp", v.s[i]) < 0 {
			continue
		}
		for _, f := range formulas {
			if f.region == "line" && !first {
				continue
			}
			if m := f.re.FindStringSubmatchIndex(v.s[i:min(len(v.s), i+numberReach)]); m != nil && !w.contested.Contains(i+m[2]) {
				w.addNumbers(i+m[2], i+m[3])
				break
			}
		}
	}
}

// addNumbers notes every number printed in a range of the heading.
func (w *reading) addNumbers(start, end int) {
	for _, m := range caseNumber.FindAllStringIndex(w.head.s[start:end], -1) {
		n := w.head.Printed(start+m[0], start+m[1])
		if slices.Contains(w.out.Numbers, n) {
			continue
		}
		w.out.Numbers = append(w.out.Numbers, n)
		w.out.Spans.Numbers = append(w.out.Spans.Numbers, w.head.span(start+m[0], start+m[1]))
	}
}

// ecli is the form of an ECLI (Council conclusions 2011/C 127/01).
var ecli = re2.MustCompile(`\becli:[a-z]{2}:[a-z0-9]{1,7}:[0-9]{4}:[a-z0-9.]{1,25}\b`)

// readECLI reads the ECLI printed in the heading, outside the decision under
// review.
func (w *reading) readECLI() {
	for _, m := range ecli.FindAllStringIndex(w.head.s, 4) {
		if w.contested.Contains(m[0]) {
			continue
		}
		end := m[0] + len(strings.TrimRight(w.head.s[m[0]:m[1]], "."))
		w.out.ECLI, w.out.Spans.ECLI = w.head.Printed(m[0], end), w.head.span(m[0], end)
		return
	}
}
