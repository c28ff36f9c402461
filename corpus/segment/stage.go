package segment

import (
	"maps"
	"slices"

	"github.com/attendu/attendu/corpus"
)

// stage is a state of the cutter that is finer than a part of the decision: what
// may follow differs, the part is the same.
type stage struct {
	zone corpus.ZoneKind
	as   []string // the rules from these parts hold in it too; nil: none
}

// The states that rules name beside the parts of a decision.
const (
	annexed  = "moyens-annexes" // after "MOYENS ANNEXES au présent arrêt": no formula inside it opens another part
	visa     = "visa"           // provisions are named, nothing is reasoned yet: the facts may still follow
	recital  = "recit"          // facts told as a series of "Vu"
	deciding = "decision"       // after the heading "Décision": what follows tells whether it is the ruling
	signed   = "signe"          // after the signatures: what is printed below is no order
)

var stages = map[string]stage{
	annexed:  {corpus.Moyens, nil},
	visa:     {corpus.Motifs, []string{string(corpus.Entete), string(corpus.Motifs)}},
	recital:  {corpus.Expose, []string{string(corpus.Expose)}},
	deciding: {corpus.Motifs, []string{string(corpus.Motifs)}},
	signed:   {corpus.Dispositif, []string{string(corpus.Dispositif)}},
}

// zoneOf is the part that a state belongs to.
func zoneOf(state string) corpus.ZoneKind {
	if s, ok := stages[state]; ok {
		return s.zone
	}
	return corpus.ZoneKind(state)
}

// states are all states of the cutter.
func states() []string {
	var out []string
	for _, zone := range corpus.ZoneKinds() {
		out = append(out, string(zone))
	}
	return append(out, slices.Sorted(maps.Keys(stages))...)
}

// knownState says whether rules may name a state.
func knownState(state string) bool {
	_, ok := stages[state]
	return ok || slices.Contains(corpus.ZoneKinds(), corpus.ZoneKind(state))
}

// holdsIn says whether a rule from the given states holds in one; nil is all
// but the moyens annexed.
func holdsIn(from map[string]bool, state string) bool {
	if from == nil {
		return state != annexed
	}
	return from[state] || slices.ContainsFunc(stages[state].as, func(part string) bool { return from[part] })
}
