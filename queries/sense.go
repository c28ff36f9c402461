package queries

import (
	"context"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// sense is one way to take a reference to a provision: a rule under all its
// numbers, or a number whatever it meant.
type sense struct {
	key   corpus.Key
	rule  law.Rule // of a number that has borne several; else zero
	rules []law.Rule
	names []corpus.Key // under which the graph has it
	open  []corpus.Key // under which it is cited without showing which rule is meant
}

// following says how references to numbers of articles are taken.
type following struct {
	exact bool
	at    corpus.Date
}

// senses are the ways to take a key. A number that has borne several rules has
// one for each, that of today first; with a day the one of that day, and with
// exact the number alone.
func (l *Library) senses(ctx context.Context, key corpus.Key, f following) ([]sense, error) {
	base, err := l.names(ctx, key)
	if err != nil {
		return nil, err
	}
	rules := l.extract.Succession().Rules(key)
	if len(rules) == 1 {
		s := sense{key: key, names: base}
		if line := l.extract.Succession().Line(rules[0].Text); len(line) > 1 { // from a code that its own replaced
			s.rule = rules[0]
			names, _ := l.textNames(rules[0].Text, nil)
			s.names = append(s.names, names...)
		}
		return []sense{s}, nil
	}
	if f.exact {
		s := sense{key: key, rules: rules, names: base}
		for _, r := range rules {
			s.names = append(s.names, corpus.Key(r.String()))
		}
		return []sense{s}, nil
	}
	var list []sense
	for _, r := range slices.Backward(rules) {
		if f.at != "" && !r.Holds(f.at) {
			continue
		}
		s := sense{key: key, rule: r, rules: rules, open: base}
		s.names, s.open = l.textNames(r.Text, slices.Clone(base))
		list = append(list, s)
	}
	slices.SortStableFunc(list, func(a, b sense) int { // a rule that is not proved comes last
		switch {
		case a.rule.Doubt == b.rule.Doubt:
			return 0
		case b.rule.Doubt:
			return -1
		}
		return 1
	})
	return list, nil
}

// textNames lists under which names the graph has the line of a text, and adds to
// open those that leave open whether it is meant. Of a rule that was split on its way
// to this text only the parts count that came here.
func (l *Library) textNames(of corpus.Text, open []corpus.Key) (names, more []corpus.Key) {
	past := l.extract.Succession()
	here := past.Ends(of)
	for _, t := range past.Line(of) {
		if len(past.Next(t)) < 2 || !slices.Contains(law.Reach(t, past.Next), of) {
			names = append(names, corpus.Key(t.String()))
			continue
		}
		for _, k := range here {
			names = append(names, corpus.Key(t.Part(k)))
		}
		open = append(open, corpus.Key(t.Part("")))
	}
	return names, open
}

// target is what the citations of a sense point at.
func (s sense) target() target { return target{node: corpus.Node(s.key), names: s.names} }
