package queries

import (
	"context"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// place names a node.
func (l *Library) place(ctx context.Context, node corpus.Node) (Place, error) {
	d, err := l.store.Heading(ctx, node)
	if err == nil {
		ref, err := l.ref(ctx, d)
		return Place{Node: node, Key: ref.Key, Title: ref.Usual}, err
	}
	if !isNotFound(err) {
		return Place{}, err
	}
	if key, err := corpus.ParseKey(string(node)); err == nil {
		return Place{Node: node, Key: key, Title: l.Title(key)}, nil
	}
	return l.part(ctx, node)
}

// itself is the place of what a node names: a decision that is cited by another of its
// names is itself. A name that fits several stays a name.
func (l *Library) itself(ctx context.Context, node corpus.Node) (Place, error) {
	if corpus.Key(node).IsDecision() {
		nodes, err := l.store.Resolve(ctx, corpus.Key(node))
		if err != nil {
			return Place{}, err
		}
		if len(nodes) == 1 {
			node = nodes[0]
		}
	}
	return l.place(ctx, node)
}

// courtNode is the beginning of the node of a court.
const courtNode = "court/"

// rule names one rule under one number: "article 1382 du code civil, avant le 1er octobre
// 2016".
func (l *Library) rule(p Place, t corpus.Text) Place {
	when := ", depuis le "
	if t.Version.Old() {
		when = ", avant le "
	}
	p.Title = l.Title(t.Key) + when + t.Version.Day().Long()
	return p
}

// split names a part of a rule that was split, by where the part stands today: "article 1134
// du code civil, avant le 1er octobre 2016, aujourd'hui article 1104 du code civil".
func (l *Library) split(p Place) (Place, bool) {
	rule, today, ok := strings.Cut(string(p.Node), ">")
	if !ok {
		return p, false
	}
	t, ok := corpus.ParseText(rule)
	if !ok || t.Version == corpus.Unchanged {
		return p, false
	}
	p = l.rule(p, t)
	if key := corpus.Key(today); key.IsProvision() {
		p.Title += ", aujourd'hui " + l.Title(key)
	} else {
		p.Title += ", partie non déterminée"
	}
	return p, true
}

// part names a party, an order, a version of an article, a court or an organisation.
func (l *Library) part(ctx context.Context, node corpus.Node) (Place, error) {
	p := Place{Node: node, Title: string(node)}
	if id, ok := strings.CutPrefix(string(node), string(graph.ArticleNode(""))); ok {
		return l.version(ctx, p, id)
	}
	if t, ok := corpus.ParseText(string(node)); ok {
		return l.rule(p, t), nil
	}
	if p, ok := l.split(p); ok {
		return p, nil
	}
	if name, ok := strings.CutPrefix(string(node), courtNode); ok {
		p.Title = l.courtName(name)
		return p, nil
	}
	of, local, ok := strings.Cut(string(node), "#")
	if !ok {
		return p, nil
	}
	d, err := l.store.Get(ctx, corpus.Node(of))
	if err != nil {
		if isNotFound(err) {
			err = nil
		}
		return p, err
	}
	var n int
	if _, err := fmt.Sscanf(local, "party%d", &n); err == nil && n >= 1 && n <= len(d.Parties) {
		p.Title = d.Parties[n-1].Name
	} else if _, err := fmt.Sscanf(local, "principle%d", &n); err == nil && n >= 1 && n <= len(d.Principles) {
		p.Title = strings.Join(strings.Fields(d.Principles[n-1].Text), " ")
	} else if _, err := fmt.Sscanf(local, "order%d", &n); err == nil && n >= 1 && n <= len(d.Holdings) {
		p.Title = strings.Join(strings.Fields(d.Holdings[n-1].Text), " ")
	}
	return p, nil
}

// version names a version of an article: "article 1382 du code civil, version du 21
// mars 1804".
func (l *Library) version(ctx context.Context, p Place, id string) (Place, error) {
	a, err := l.store.ArticleVersion(ctx, id)
	switch {
	case isNotFound(err):
		return p, nil
	case err != nil:
		return p, err
	}
	p.Title = l.Title(a.Key)
	if a.Start != "" {
		p.Title += ", version du " + a.Start.Long()
	}
	return p, nil
}
