package fate

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// remandReach is how many bytes before a ruling the words stand that say that the case came
// back by it.
const remandReach = 45

// RemandedBy are the rulings of the Cour de cassation by which the case of a decision came
// back to the court below, as its text tells: "statuant sur renvoi après cassation (Soc.,
// 19 janvier 2032, n° 30-95.541)". They are of the same case, though no decision that it
// names reviews them.
func (r *Reader) RemandedBy(d *corpus.Decision) (keys []corpus.Key) {
	for i := range d.Citations {
		c := &d.Citations[i]
		p, err := c.Key.Parts()
		if err != nil || corpus.CourtKind(p.Head) != corpus.Cass || c.UnderAppeal || c.Zone == corpus.Moyens {
			continue
		}
		before := strings.TrimRight(strings.ToValidUTF8(d.Text[max(0, c.Start-remandReach):c.Start], ""), " (,")
		if end := strings.LastIndexAny(before, ".;()"); r.remanded.fit(before[end+1:]) {
			keys = append(keys, c.Node)
		}
	}
	return keys
}
