package web

import (
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// badge is a use of what a decision cites, and the key of the words that say so.
type badge struct {
	Use   corpus.Use
	Words string
}

// badges are the uses of a provision, or of a decision, by one that cites it. What is
// reported says of whom: the court below, or the ruling that quashed its decision.
func badges(c queries.Citing, decision bool) (out []badge) {
	for _, u := range inOrder(c.Uses) {
		words := "use.short." + string(u)
		if u != corpus.Reported {
			out = append(out, badge{u, words})
			continue
		}
		var of []string
		for i := range c.Mentions {
			if m := &c.Mentions[i]; m.Use == u && !slices.Contains(of, reportedOf(m, decision)) {
				of = append(of, reportedOf(m, decision))
			}
		}
		if len(of) == 0 {
			of = []string{""}
		}
		for _, w := range of {
			out = append(out, badge{u, words + w})
		}
	}
	return out
}

// reportedOf is the end of the key of the words for what is reported. The heads that a
// ruling names in its dispositif are those of the court below; what the court itself
// reports elsewhere was ruled by the one that quashed.
func reportedOf(m *queries.Mention, decision bool) string {
	switch {
	case m.Speaker != corpus.Cour:
		return ""
	case decision:
		return ".reviewed"
	case m.Zone == corpus.Dispositif:
		return ""
	}
	return ".quashing"
}
