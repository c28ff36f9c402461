package corpus

import (
	"slices"
	"strings"
)

// UsesOf are what a citation of the decision does, the strongest first: its use, and
// Rejected beside it where Refuses says so. It is what the graph, the search and the
// answers count; a row of an export has the use and, apart, whether it refuses.
func (d *Decision) UsesOf(c *Citation) []Use {
	use := c.Does()
	if !d.Refuses(c) {
		return []Use{use}
	}
	return []Use{use, Rejected} // a visa or applied: see Refuses
}

// basisReach is how many bytes before an order the provision stands that it rests on.
const basisReach = 300

// Refuses reports whether an order that refuses a claim rests on a mention that is itself
// a visa or applied: "Vu l'article 700, rejette la demande de Mme Vial et la condamne à
// payer 500 euros" has one mention, which does both. It is false where the use is Rejected
// already.
func (d *Decision) Refuses(c *Citation) bool {
	if use := c.Does(); c.Zone != Dispositif || c.Speaker != Cour || use != Visa && use != Applied {
		return false
	}
	return slices.ContainsFunc(d.Holdings, func(h Holding) bool {
		near := h.Whole.Covers(c.Span) || c.End <= h.Start && h.Start-c.End < basisReach
		return near && h.refuses() && slices.Contains(h.Bases, c.Key)
	})
}

// refuses reports whether an order refuses what was claimed.
func (h *Holding) refuses() bool {
	switch h.Kind {
	case Deboute, Rejet:
		return true
	}
	text := strings.ToLower(h.Text)
	return h.AmountCents == 0 && (strings.HasPrefix(text, "rejet") || strings.HasPrefix(text, "débout") || strings.HasPrefix(text, "dit n'y avoir lieu"))
}
