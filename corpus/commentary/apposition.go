package commentary

import "strings"

// appositions binds roles to the names beside them: "son prestataire, la société
// Orme", "Mme Sorbier, salariée de la société Orme".
func (a *analysis) appositions() {
	s := a.flat
	for i := 0; i+1 < len(a.mentions); i++ {
		m, next := &a.mentions[i], &a.mentions[i+1]
		if next.start < m.end || next.start-m.end > 40 {
			continue
		}
		gap := s[m.end:next.start]
		switch {
		case m.kind == ofRole && next.kind == ofEntity && !next.governed() && (gap == " " || beside(gap)):
			m.who, m.close = next.who, next.end
			if !m.other {
				a.hold(m.role, next.who)
			}
		case m.kind == ofEntity && next.kind == ofRole && !next.governed() && gap == ", ":
			next.who, m.close = m.who, next.end
			if !next.other {
				a.hold(next.role, m.who)
			}
		}
		if m.kind == ofRole && next.kind == ofEntity && next.prep == "de" && gap == " " {
			if o := a.r.roleByID[m.role.opposite]; o != nil && !m.other {
				a.hold(o, next.who)
			}
		}
	}
}

// beside reports whether what stands between a role and a name is at most two
// words and a comma: "son prestataire informatique, la société Orme".
func beside(gap string) bool {
	words, ok := strings.CutSuffix(gap, ", ")
	return ok && strings.Count(words, " ") <= 2 && !strings.ContainsAny(words, ".;:\"")
}

// hold gives a role to an entity, unless it has a holder.
func (a *analysis) hold(x *role, who int) {
	if x.kind != "" || x.side != "" {
		return
	}
	if _, ok := a.holders[x.id]; !ok {
		a.holders[x.id] = who
	}
}
