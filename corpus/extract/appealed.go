package extract

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
)

// appealOf are the words by which the procedure is told, up to the court whose judgment the
// appeal is brought against: "a fait appel du jugement du tribunal …".
var appealOf = re2.MustCompile(`\b(?:fait|releve|interjete|forme)\s+appel\s+(?:du|d'un|de\s+l'|de\s+la|contre\s+l[ea]\s|a\s+l'encontre\s+d[ue]\s)\s*(?:jugement|ordonnance|decision)(?:\s+rendue?)?\s+(?:du|de\s+la|de\s+l'|par\s+l[ea]|par\s+l')\s*`)

// appealed is the mention of the judgment against which the appeal is brought, where the text
// speaks of several: the sentence that tells of the appeal names its court, and one judgment
// of that court, of one day, was told before it. It is nil where none or several fit.
func (e *Extractor) appealed(d *corpus.Decision, t *fold.Text) *corpus.Citation {
	for _, z := range d.Zones {
		if z.Zone != corpus.Expose {
			continue
		}
		from, to := t.Index(z.Start), t.Index(z.End)
		for _, m := range appealOf.FindAllStringIndex(t.Folded[from:to], 4) {
			at := from + m[1]
			of, ok := e.courts.Parse(t.Span(at, min(at+courtReach, to)).Of(t.Original))
			if !ok || of.Kind == corpus.CA || of.Place == "" {
				continue
			}
			if c := told(d, of, t.Start(at)); c != nil {
				return c
			}
		}
	}
	return nil
}

// courtReach is how many bytes the name of a court has at most.
const courtReach = 90

// told is the mention of the one judgment of a court that the text speaks of before a place.
func told(d *corpus.Decision, of corpus.Court, before int) (only *corpus.Citation) {
	for i := range d.Citations {
		c := &d.Citations[i]
		p, err := c.Key.Parts()
		if err != nil || c.Start >= before || c.Date == "" || c.Date > d.Date && d.Date != "" ||
			corpus.CourtKind(p.Head) != of.Kind || !strings.EqualFold(p.Place, corpus.Slug(of.Place)) {
			continue
		}
		if only != nil && only.Date != c.Date {
			return nil
		}
		if only == nil {
			only = c
		}
	}
	return only
}
