package cite

import "github.com/attendu/attendu/corpus"

// ruling is the node of what a mention names. The chambers of the Cour de cassation rule on
// the same days: of a ruling that is given by its day alone, the node is the number that
// the same text prints for that day, else the day with the chamber that the mention prints.
func (r *reader) ruling(f *found) corpus.Key {
	if f.d.court.Kind != corpus.Cass || f.d.date == "" || len(f.d.dockets) > 0 || f.d.ecli != "" || f.c.Rule == "decision-name" {
		return r.node(f.c.Key)
	}
	if k := r.numberOfDay(f); k != "" {
		return k
	}
	return f.c.Key.OfChamber(f.c.Chamber)
}

// numberOfDay is the number that the text prints for the ruling of a day, of which a mention
// may have printed the chamber; "" where it prints none, or several.
func (r *reader) numberOfDay(f *found) (key corpus.Key) {
	l, ok := r.days[f.d.date]
	if !ok || l.count >= maxSameDay {
		return ""
	}
	for i := l.first; i >= 0; i = r.out[i].nextOfDay {
		g := &r.out[i]
		other := g.c.Chamber != "" && f.c.Chamber != "" && g.c.Chamber != f.c.Chamber
		if g.dropped || g.d.court.Kind != corpus.Cass || len(g.d.dockets) == 0 || other {
			continue
		}
		if key != "" && key != g.c.Key {
			return ""
		}
		key = g.c.Key
	}
	return key
}
