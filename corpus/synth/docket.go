package synth

// life is how far a case goes.
type life uint8

// The lives, in the order of Cases.
const (
	first life = iota
	appealed
	reviewed
	remanded
	cassation
)

// stage is a decision in the life of a case.
type stage uint8

const (
	judgment stage = iota // first instance
	appeal
	ruling // of the Cour de cassation or the Conseil d'État
	remand
)

// held are the stages that a corpus holds of each life.
var held = [...][]stage{first: {judgment}, appealed: {judgment, appeal}, reviewed: {judgment, appeal, ruling},
	remanded: {judgment, appeal, ruling, remand}, cassation: {ruling}}

// series are the cases that are numbered together.
type series uint8

const (
	below       series = iota // cases that end before the Cour de cassation
	above                     // civil cases that reach it
	criminal                  // criminal cases that reach it
	publicBelow               // administrative cases that end before the Conseil d'État
	publicAbove               // those that reach it
)

// place says what a case is within its row.
type place struct {
	life   life
	series series
	rank   int // within its series
}

// entry is a decision of a row.
type entry struct {
	slot  int // the case, as an index of docket.cases
	stage stage
}

// docket is the plan of a corpus: equal rows of cases. It is what makes decision
// i reachable without the ones before it.
type docket struct {
	seed      uint64
	cases     []place
	entries   []entry
	count     [5]int // cases of each series in a row
	firstYear int    // of the earliest decision
	lastYear  int
	rows      int
}

func newDocket(o Options) *docket {
	d := &docket{seed: o.Seed}
	d.firstYear, d.lastYear = o.years()
	for l, n := range o.Cases.all() {
		for i := range n {
			switch {
			case life(l) <= appealed:
				d.add(life(l), below)
			case life(l) == cassation && i > 0 && i == n-1:
				d.add(life(l), criminal)
			default:
				d.add(life(l), above)
			}
		}
	}
	for l, n := range o.Cases.Administrative.all() {
		for range n {
			if life(l) <= appealed {
				d.add(life(l), publicBelow)
			} else {
				d.add(life(l), publicAbove)
			}
		}
	}
	d.rows = (o.Decisions + len(d.entries) - 1) / len(d.entries)
	return d
}

// add adds a case to the row.
func (d *docket) add(l life, s series) {
	for _, st := range held[l] {
		d.entries = append(d.entries, entry{len(d.cases), st})
	}
	d.cases = append(d.cases, place{l, s, d.count[s]})
	d.count[s]++
}

// find is the case and the stage of decision i. The decisions of a row come in
// an order of its own, so that a ruling may come before what it reviews.
func (d *docket) find(i int) (number int, s stage) {
	row := i / len(d.entries)
	c := newChance(d.seed, forRow, uint64(row))
	order := make([]entry, len(d.entries))
	copy(order, d.entries)
	for j := len(order) - 1; j > 0; j-- {
		k := c.below(j + 1)
		order[j], order[k] = order[k], order[j]
	}
	e := order[i%len(order)]
	return row*len(d.cases) + e.slot, e.stage
}

// year gives a case the year in which it begins, and a number that no other case
// of its series and year has: the cases of a series are dealt out, one to each
// year, round after round, each round from another year on.
func (d *docket) year(number int) (year, n int, p place) {
	p = d.cases[number%len(d.cases)]
	index := number/len(d.cases)*d.count[p.series] + p.rank
	span := d.lastYear - d.firstYear - 1 // a judgment comes a year later, an appeal three
	if p.series != below && p.series != publicBelow {
		span = d.lastYear - d.firstYear - 5 // a remand comes seven years later
	}
	n = index / span
	shift := int(mix(d.seed^forYear<<56^uint64(n)<<3^uint64(p.series)) >> 40)
	return d.firstYear - 1 + (index+shift)%span, n, p
}

// atLaw is the number of the k-th case of a series; there are rows × count of
// them.
func (d *docket) atLaw(s series, k int) int {
	want := k % d.count[s]
	for slot, p := range d.cases {
		if p.series == s && p.rank == want {
			return k/d.count[s]*len(d.cases) + slot
		}
	}
	return 0
}
