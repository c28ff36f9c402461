package synth

import (
	"fmt"
	"strconv"

	"github.com/attendu/attendu/corpus"
)

// Options are the choices of a generation. The zero value is usable.
type Options struct {
	// Seed makes another corpus of the same kind.
	Seed uint64
	// Decisions is how many there are; 0 is 1,000. The pourvois and the
	// recours have numbers of their own up to about four million decisions.
	Decisions int
	// From and To bound the days of the decisions; only whole years between
	// them are used. "" is 2002-01-01 and 2025-12-31. At least nine years are
	// needed, for the longest case lasts eight.
	From, To corpus.Date
	// Cases says how the cases live; the zero value is DefaultCases.
	Cases Cases
}

// Cases counts, for one row of cases, the lives that they have. A corpus is made
// of equal rows, each in another order.
type Cases struct {
	First     int // a judgment, and no appeal: one decision
	Appealed  int // judgment, appeal: two
	Reviewed  int // judgment, appeal, Cour de cassation: three
	Remanded  int // the same, and the court of remand: four
	Cassation int // only the ruling of the Cour de cassation is held; it names the others
	// Administrative are the cases of the administrative courts.
	Administrative AdministrativeCases
}

// AdministrativeCases counts the lives of cases before the administrative courts.
type AdministrativeCases struct {
	First    int // the judgment of a tribunal administratif, and no appeal
	Appealed int // and the ruling of the cour administrative d'appel
	Reviewed int // and the decision of the Conseil d'État
	Remanded int // and the ruling of the cour to which it sent the case back
	Conseil  int // only the decision of the Conseil d'État is held; it names the others
}

// DefaultCases is a row of 25 cases and 47 decisions: 18 and 33 of the judicial
// courts, 11 of these of the Cour de cassation, and 7 and 14 of the
// administrative courts, 4 of these of the Conseil d'État.
var DefaultCases = Cases{First: 4, Appealed: 3, Reviewed: 3, Remanded: 2, Cassation: 6,
	Administrative: AdministrativeCases{First: 1, Appealed: 2, Reviewed: 1, Remanded: 1, Conseil: 2}}

// OnlyCassation is a row in which every decision is one of the Cour de
// cassation, as in the datasets CASS and INCA.
var OnlyCassation = Cases{Cassation: 6}

// OnlyAdministrative is a row of the administrative courts alone, as in the
// dataset JADE.
var OnlyAdministrative = Cases{Administrative: DefaultCases.Administrative}

func (c Cases) all() [5]int {
	return [5]int{c.First, c.Appealed, c.Reviewed, c.Remanded, c.Cassation}
}

func (c AdministrativeCases) all() [5]int {
	return [5]int{c.First, c.Appealed, c.Reviewed, c.Remanded, c.Conseil}
}

// settle checks the options and fills in the defaults.
func (o Options) settle() (Options, error) {
	if o.Decisions == 0 {
		o.Decisions = 1000
	}
	if o.From == "" {
		o.From = "2002-01-01"
	}
	if o.To == "" {
		o.To = "2025-12-31"
	}
	if o.Cases == (Cases{}) {
		o.Cases = DefaultCases
	}
	if o.Decisions < 0 || o.Decisions > 99_999_999 {
		return o, fmt.Errorf("synth: %d decisions: want 1 to 99,999,999", o.Decisions)
	}
	lives, public := o.Cases.all(), o.Cases.Administrative.all()
	for _, n := range append(lives[:], public[:]...) {
		if n < 0 || n > 100 {
			return o, fmt.Errorf("synth: %d cases of one life in a row: want 0 to 100", n)
		}
	}
	for _, d := range []corpus.Date{o.From, o.To} {
		if _, err := corpus.ParseDate(string(d)); err != nil {
			return o, fmt.Errorf("synth: %w", err)
		}
	}
	if first, last := o.years(); last-first < 8 || first < 1972 || last > 2099 {
		return o, fmt.Errorf("synth: from %s to %s: want at least nine whole years between 1972 and 2099", o.From, o.To)
	}
	return o, nil
}

// years are the first and the last whole year between From and To.
func (o Options) years() (first, last int) {
	first, _ = strconv.Atoi(string(o.From[:4]))
	last, _ = strconv.Atoi(string(o.To[:4]))
	if o.From[4:] > "-01-01" {
		first++
	}
	if o.To[4:] < "-12-31" {
		last--
	}
	return first, last
}
