package eval

import (
	"math"
	"slices"
	"strings"
)

// Report is how well a system did. Rates are 0 to 1, rounded to four digits.
type Report struct {
	Decisions int `json:"decisions"` // whole decisions scored
	Forms     int `json:"forms"`     // short forms scored: those that are not doubtful as a whole
	Exact     int `json:"exact"`     // forms in which every reference was found, and nothing else
	// FalseAlarms counts the forms without a reference in which one was found.
	FalseAlarms int `json:"false_alarms"`
	// Texts counts the forms about which rule a number meant ("texts meant" in
	// Accuracy), ConfidentErrors those in which a wrong one was named.
	Texts           int `json:"texts"`
	ConfidentErrors int `json:"confident_errors"`
	// Scores are by kind: "citations", "citations: statute", "forms",
	// "forms: statute", "holdings", "parties (name)", "parties (name and side)".
	Scores []Score `json:"scores"`
	// Accuracy is of the fields of right citations ("zone", and "forms: sub" for
	// forms), and of court kind, date and numbers of the decisions.
	Accuracy []Accuracy `json:"accuracy"`
	// Groups count the exact forms of each group.
	Groups []GroupCount `json:"groups"`
	Faults []Fault      `json:"faults"`
	// Cases name each text and what its gold says, so that reports can be compared.
	Cases []Case `json:"cases"`
}

// Score is precision, recall and their harmonic mean, from the counts.
type Score struct {
	Kind   string  `json:"kind"`
	P      float64 `json:"p"`
	R      float64 `json:"r"`
	F1     float64 `json:"f1"`
	Right  int     `json:"right"`
	Extra  int     `json:"extra"`
	Missed int     `json:"missed"`
}

// Accuracy is how often a field is right where it is looked at.
type Accuracy struct {
	Field string  `json:"field"`
	Rate  float64 `json:"rate"`
	Right int     `json:"right"`
	Of    int     `json:"of"`
}

// GroupCount counts the forms of a group.
type GroupCount struct {
	Group Group `json:"group"`
	Exact int   `json:"exact"`
	Of    int   `json:"of"`
}

// Case is one text of the gold set, and a hash of its text and annotation.
type Case struct {
	Name string `json:"name"`
	Hash string `json:"hash"`
}

// Score finds a score by its kind; the zero Score when nothing of it was there.
func (r *Report) Score(kind string) Score {
	for _, s := range r.Scores {
		if s.Kind == kind {
			return s
		}
	}
	return Score{Kind: kind}
}

// Worst is the lower F1 of citations: that of whole decisions, or of forms; where
// there are only forms about which rule was meant it is the rate of right ones, and
// 0 when nothing was scored.
func (r *Report) Worst() float64 {
	switch {
	case r.Decisions == 0 && r.Forms == 0:
		for _, a := range r.Accuracy {
			if a.Field == textsMeant {
				return a.Rate
			}
		}
		return 0
	case r.Decisions == 0:
		return r.Score("forms").F1
	case r.Forms == 0:
		return r.Score("citations").F1
	}
	return min(r.Score("citations").F1, r.Score("forms").F1)
}

// tally adds up what becomes a report.
type tally struct {
	report   Report
	scores   map[string]*Score
	accuracy map[string]*Accuracy
	groups   map[Group]*GroupCount
}

func newTally() *tally {
	return &tally{scores: map[string]*Score{}, accuracy: map[string]*Accuracy{}, groups: map[Group]*GroupCount{}}
}

func (t *tally) score(kind string) *Score {
	s := t.scores[kind]
	if s == nil {
		s = &Score{Kind: kind}
		t.scores[kind] = s
	}
	return s
}

// field counts one look at a field, and notes the fault.
func (t *tally) field(name string, right bool, f Fault) {
	a := t.accuracy[name]
	if a == nil {
		a = &Accuracy{Field: name}
		t.accuracy[name] = a
	}
	a.Of++
	if right {
		a.Right++
		return
	}
	f.What, f.Fault = name, Wrong
	t.fault(f)
}

func (t *tally) fault(f Fault) { t.report.Faults = append(t.report.Faults, f) }

// done makes the report, in one order whatever the order of the counting.
func (t *tally) done() *Report {
	r := &t.report
	r.Scores, r.Accuracy, r.Groups = []Score{}, []Accuracy{}, []GroupCount{}
	for _, s := range t.scores {
		s.P, s.R = rate(s.Right, s.Right+s.Extra), rate(s.Right, s.Right+s.Missed)
		s.F1 = rate(2*s.Right, 2*s.Right+s.Extra+s.Missed)
		r.Scores = append(r.Scores, *s)
	}
	for _, a := range t.accuracy {
		a.Rate = rate(a.Right, a.Of)
		r.Accuracy = append(r.Accuracy, *a)
	}
	for _, g := range t.groups {
		r.Groups = append(r.Groups, *g)
	}
	slices.SortFunc(r.Scores, func(a, b Score) int { return strings.Compare(a.Kind, b.Kind) })
	slices.SortFunc(r.Accuracy, func(a, b Accuracy) int { return strings.Compare(a.Field, b.Field) })
	slices.SortFunc(r.Groups, func(a, b GroupCount) int { return a.Group.compare(b.Group) })
	slices.SortStableFunc(r.Faults, Fault.compare)
	if r.Faults == nil {
		r.Faults = []Fault{}
	}
	if r.Cases == nil {
		r.Cases = []Case{}
	}
	return r
}

// compare orders groups: numbers by value, then words.
func (g Group) compare(o Group) int {
	if numeral(string(g)) && numeral(string(o)) && len(g) != len(o) {
		return len(g) - len(o)
	}
	return strings.Compare(string(g), string(o))
}

func rate(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return math.Round(1e4*float64(n)/float64(of)) / 1e4
}
