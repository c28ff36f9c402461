package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/graph"
)

// asking gives the decisions of a timeline that cite some keys, by some uses.
type asking func(keys []corpus.Key, uses ...corpus.Use) (graph.NodeSet, error)

// divide names the groups of a timeline, and gives the group of each decision.
func (l *Library) divide(ctx context.Context, v graph.Moment, s sense, t *Timeline, all graph.NodeSet, ask asking) ([]int, error) {
	switch t.By {
	case "number":
		return l.byNumber(s, t, all, ask)
	case "court":
		return l.byKind(ctx, v, t, all)
	}
	return byStrongest(s, t, all, ask)
}

// byStrongest divides by the strongest thing that a decision does with the rule.
func byStrongest(s sense, t *Timeline, all graph.NodeSet, ask asking) ([]int, error) {
	t.Groups = []TimelineGroup{
		{Name: "applied", Label: "applied by the court"},
		{Name: "rejected", Label: "found inapplicable, or refused"},
		{Name: "invoked", Label: "only invoked by a party"},
		{Name: "other", Label: "reported, quoted or recited"},
	}
	uses := [][]corpus.Use{{corpus.Visa, corpus.Applied}, {corpus.Rejected}, {corpus.Invoked}}
	part := make([]int, all.Len())
	for i := range part {
		part[i] = len(uses)
	}
	for g, u := range slices.Backward(uses) { // the stronger last
		set, err := ask(s.names, u...)
		if err != nil {
			return nil, err
		}
		all.Meet(set, func(i, _ int) { part[i] = g })
	}
	return part, nil
}

// byNumber divides by the numbers under which a decision cites the rule.
func (l *Library) byNumber(s sense, t *Timeline, all graph.NodeSet, ask asking) ([]int, error) {
	keys, names := l.numberNames(s)
	part := make([]int, all.Len())
	for i := range part {
		part[i] = -1
	}
	several := max(1, len(keys)-1) // before the youngest, so that bars show the one go over into the other
	for g, k := range keys {
		if g == several {
			g++
			t.Groups = append(t.Groups, severalNumbers(len(keys)))
		}
		t.Groups = append(t.Groups, TimelineGroup{Name: string(k), Label: "under " + l.shortTitle(k, keys)})
		set, err := ask(names[k])
		if err != nil {
			return nil, err
		}
		all.Meet(set, func(i, _ int) {
			if part[i] >= 0 {
				part[i] = several
			} else {
				part[i] = g
			}
		})
	}
	if len(keys) == 1 {
		t.Groups = append(t.Groups, severalNumbers(1))
	}
	for i := range part {
		if part[i] < 0 { // under a name that no number of the line has
			part[i] = several
		}
	}
	return part, nil
}

// severalNumbers are the decisions that cite a rule under more than one of n numbers.
func severalNumbers(n int) TimelineGroup {
	if n == 2 {
		return TimelineGroup{Name: "several", Label: "under both"}
	}
	return TimelineGroup{Name: "several", Label: "under several numbers"}
}

// numberNames are the numbers of a sense, the oldest first, each with the names under
// which the graph has the rule at that number.
func (l *Library) numberNames(s sense) (keys []corpus.Key, names map[corpus.Key][]corpus.Key) {
	names = map[corpus.Key][]corpus.Key{}
	if s.rule.Version == "" {
		return []corpus.Key{s.key}, map[corpus.Key][]corpus.Key{s.key: s.names}
	}
	past := l.extract.Succession()
	here := past.Ends(s.rule.Text)
	for _, t := range past.Line(s.rule.Text) {
		list := []corpus.Key{corpus.Key(t.String())}
		if len(past.Next(t)) >= 2 && slices.Contains(law.Reach(t, past.Next), s.rule.Text) {
			list = nil
			for _, k := range here {
				list = append(list, corpus.Key(t.Part(k)))
			}
		}
		if names[t.Key] == nil {
			keys = append(keys, t.Key)
		}
		names[t.Key] = append(names[t.Key], list...)
	}
	return keys, names
}

// shortTitle is the number of an article alone where all are of one code.
func (l *Library) shortTitle(key corpus.Key, all []corpus.Key) string {
	for _, k := range all {
		if k.Instrument() != key.Instrument() {
			return l.Title(key)
		}
	}
	if p, err := key.Parts(); err == nil && p.Article != "" {
		return p.Article
	}
	return l.Title(key)
}

// maxKinds is how many kinds of court a timeline tells apart; the rest are one.
const maxKinds = 5

// byKind divides by kind of court, those of most decisions first.
func (l *Library) byKind(ctx context.Context, v graph.Moment, t *Timeline, all graph.NodeSet) ([]int, error) {
	courts, err := v.Courts(ctx, all)
	if err != nil {
		return nil, err
	}
	count := map[string]int{}
	kind := make([]string, len(courts))
	for i, c := range courts {
		kind[i], _, _ = strings.Cut(c, "/")
		count[kind[i]]++
	}
	var kinds []string
	for k := range count {
		if k != "" {
			kinds = append(kinds, k)
		}
	}
	slices.SortFunc(kinds, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	kinds = kinds[:min(len(kinds), maxKinds)]
	for _, k := range kinds {
		t.Groups = append(t.Groups, TimelineGroup{Name: k, Label: l.courtName(k)})
	}
	t.Groups = append(t.Groups, TimelineGroup{Name: "other", Label: "other courts"})
	part := make([]int, len(kind))
	for i, k := range kind {
		if part[i] = slices.Index(kinds, k); part[i] < 0 {
			part[i] = len(kinds)
		}
	}
	return part, nil
}
