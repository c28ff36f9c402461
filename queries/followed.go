package queries

import (
	"context"

	"github.com/attendu/attendu/corpus"
)

// FollowedRule is one rule that the number of a reference has borne, and whether a
// search follows it.
type FollowedRule struct {
	Key     corpus.Key     `json:"key"`
	Title   string         `json:"title"`
	Version corpus.Version `json:"version"`
	Subject string         `json:"subject"` // what the rule is about; "" when not described
	// Followed says that the decisions which mean it are searched.
	Followed bool `json:"followed"`
	// Citing counts the decisions of the library that mean it, under any of its
	// numbers.
	Citing int `json:"citing"`
	// Open counts the decisions that cite the number without showing which of its
	// rules they mean: they are searched too, except with a day.
	Open int `json:"open"`
}

// followed tells how a search takes a key whose number has borne several rules;
// empty for any other. A rule of which it is not proved that the number bore it is
// told where decisions mean it.
func (l *Library) followed(ctx context.Context, key corpus.Key, f following) ([]FollowedRule, error) {
	if !key.IsProvision() || f.exact {
		return nil, nil
	}
	senses, err := l.senses(ctx, key, following{})
	if err != nil || len(senses) < 2 {
		return nil, err
	}
	var list []FollowedRule
	for _, s := range senses {
		r := FollowedRule{Key: key, Title: l.Title(key), Version: s.rule.Version,
			Subject: l.lineText(s.rule.Text).Subject, Followed: f.at == "" || s.rule.Holds(f.at)}
		if r.Citing, err = l.count(ctx, s.target()); err != nil {
			return nil, err
		}
		if r.Open, err = l.count(ctx, target{node: corpus.Node(key), names: s.open}); err != nil {
			return nil, err
		}
		if !s.rule.Doubt || r.Citing > 0 {
			list = append(list, r)
		}
	}
	return list, nil
}

// count counts the decisions that cite a thing.
func (l *Library) count(ctx context.Context, t target) (int, error) {
	return l.store.CountCiters(ctx, t.citers())
}
