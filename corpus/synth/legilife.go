package synth

import "slices"

// maxVersions is the most that an article has; another may be added by a
// change, and the identifiers leave room for it.
const (
	maxVersions = 6
	idStride    = 8
)

// legiLife is when the versions of an article begin and end.
type legiLife struct {
	n      int
	starts [maxVersions + 1]day
	ends   [maxVersions + 1]day
	states [maxVersions + 1]string
}

// stream is the stream of random numbers of an ordinary article.
func (l *Legi) stream(c *legiCode, i int, purpose uint64) *chance {
	return newChance(l.opt.Seed, purpose, uint64(c.index)<<32|uint64(i))
}

// versions is how many versions an ordinary article has when there is room.
func (l *Legi) versions(c *legiCode, i int) int {
	switch x := l.stream(c, i, forVersions).below(100); {
	case x < 30:
		return 1
	case x < 55:
		return 2
	case x < 73:
		return 3
	case x < 85:
		return 4
	case x < 94:
		return 5
	}
	return maxVersions
}

// Of forty ordinary articles the rule of one moves to the number behind it; at
// every other such number another rule takes its place.
const everyMove = 40

// leaves reports whether the rule of an ordinary article moves to the next.
func (c *legiCode) leaves(i int) bool { return i%everyMove == 20 && i+1 < c.ordinary }

// arrives reports whether an ordinary article begins with the rule of the one
// before it.
func (c *legiCode) arrives(i int) bool { return i > 0 && c.leaves(i-1) }

// life draws the days of an ordinary article.
func (l *Legi) life(c *legiCode, i int) legiLife {
	r := l.stream(c, i, forLife)
	life := legiLife{n: l.versions(c, i)}
	if i == c.ordinary-1 {
		life.n = c.lastVersions
	}
	high := min(c.end, newDay(2025, 12, 1))
	low := max(c.start, newDay(1804, 1, 1))
	switch {
	case c.arrives(i):
		before := l.life(c, i-1)
		low = before.ends[before.n-1]
	case r.percent(30):
		low += day(r.below(int(high-low) / 2))
	}
	until := high
	if c.leaves(i) {
		until -= (high - low) / 4
	}
	life.draw(r, low, until)
	life.finish(r, c, until, c.leaves(i))
	return life
}

// draw sets the first days of the versions: low, and others before high.
func (f *legiLife) draw(r *chance, low, high day) {
	from := max(low, min(newDay(1960, 1, 1), high-1000))
	days := f.starts[:f.n]
	for i := range days {
		days[i] = from + day(r.below(int(high-from)))
		if _, _, d := days[i].time().Date(); r.percent(40) {
			days[i] -= day(d - 1) // the first of a month
		}
	}
	days[0] = low
	slices.Sort(days[1:])
	for i := 1; i < f.n; i++ {
		days[i] = max(days[i], days[i-1]+1)
	}
	for i := f.n - 1; i > 0; i-- {
		days[i] = min(days[i], high-day(f.n-i))
	}
}

// finish sets the ends and the states.
func (f *legiLife) finish(r *chance, c *legiCode, until day, leaves bool) {
	for i := range f.n - 1 {
		f.ends[i], f.states[i] = f.starts[i+1], "MODIFIE"
	}
	last := f.n - 1
	free := max(1, int(until-f.starts[last]))
	switch end := f.starts[last] + 1 + day(r.below(free)); {
	case leaves:
		f.ends[last], f.states[last] = end, "TRANSFERE"
	case c.end != never:
		f.ends[last], f.states[last] = max(c.end, f.starts[last]+1), "ABROGE"
	case r.percent(15):
		f.ends[last], f.states[last] = end, "ABROGE"
	case r.percent(1) && last > 0:
		f.starts[last], f.ends[last-1] = newDay(2027, 1, 1), newDay(2027, 1, 1)
		f.ends[last], f.states[last], f.states[last-1] = never, "VIGUEUR_DIFF", "VIGUEUR"
	default:
		f.ends[last], f.states[last] = never, "VIGUEUR"
	}
}

// life of a renumbered article: the old rule from the first day of the code
// until it leaves, the new one from the day on which it comes.
func (a *renumbered) life(start day) legiLife {
	f := legiLife{n: len(a.rules)}
	for v, b := range a.rules {
		f.starts[v], f.ends[v], f.states[v] = start, b.day, "TRANSFERE"
		if b.as > 0 {
			f.starts[v], f.ends[v], f.states[v] = b.day, never, "VIGUEUR"
		}
	}
	return f
}
