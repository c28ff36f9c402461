package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// famousReach is how far around a famous article its words are looked for, in bytes.
const famousReach = 120

// famous is the code of an article of costs and fees that everybody cites by its number
// alone, "condamne … au titre de l'article 700": of which code the text speaks else does
// not count. "" when the number is none, or no word around speaks of costs.
func (r *reader) famous(f *found) corpus.Key {
	num := strings.ToLower(f.num)
	code, e, ok := r.f.rules.by[famousWord].at(num, 0)
	if !ok || e != len(num) {
		return ""
	}
	around := r.s[max(0, f.start-famousReach):min(len(r.s), f.end+famousReach)]
	if containsAny(around, "frais", "depens", "indemnit", "irrepetible", "euros", "distraction", "lieu a ", "equite") {
		return corpus.Key(code)
	}
	return ""
}
