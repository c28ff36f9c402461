package queries

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// moves remembers the concordances of the versions that an Add took in, for only at
// its end it can be told which of them lead nowhere or in a circle.
type moves struct {
	list []moved
	byID map[string]int
}

// moved is a version with the renumberings that it states.
type moved struct {
	path  string
	id    string
	key   corpus.Key
	links []law.ArticleLink
}

func (m *moves) take(r *result) {
	var links []law.ArticleLink
	for _, l := range r.Article.Moves {
		if l.Renumbers() {
			links = append(links, l)
		}
	}
	if len(links) == 0 {
		return
	}
	if m.byID == nil {
		m.byID = map[string]int{}
	}
	m.byID[r.Article.ID] = len(m.list)
	m.list = append(m.list, moved{r.Path, r.Article.ID, r.Article.Key, links})
}

// checkMoves reports the concordances that lead to a version that is missing from a
// text that is held, and those that lead in a circle.
func (a *adder) checkMoves(ctx context.Context) error {
	if a.opt.DryRun {
		return nil
	}
	for i := range a.moves.list {
		m := &a.moves.list[i]
		for _, l := range m.links {
			missing, err := a.missing(ctx, l)
			if err != nil {
				return err
			}
			if missing {
				a.doubt(m.path, m.key, m.id, fmt.Sprintf("its %s names %s (%s), which is not there", l.Type, l.ID, l.Key))
			}
		}
	}
	c := circles{a: a, ctx: ctx, state: map[string]int{}}
	for i := range a.moves.list {
		if err := c.from(a.moves.list[i].id); err != nil {
			return err
		}
	}
	return nil
}

// missing reports whether a link names a version that is not held although its text
// is. A text that is not held at all has not been loaded, which is no fault.
func (a *adder) missing(ctx context.Context, l law.ArticleLink) (bool, error) {
	held, err := a.l.store.HasArticleID(ctx, l.ID)
	if err != nil || held {
		return false, err
	}
	return a.l.store.HasCode(ctx, string(l.Key.Instrument()))
}

// doubt tells what is wrong with a version that was taken in.
func (a *adder) doubt(path string, key corpus.Key, id, why string) {
	a.sum.Articles.count(doubtful, 1)
	if a.opt.Each != nil {
		a.opt.Each(Added{Path: path, Key: key, Article: id, Outcome: doubtful, Reason: why, Files: a.files.files})
	}
}

// circles looks for concordances by which a version would be its own successor.
type circles struct {
	a     *adder
	ctx   context.Context
	state map[string]int // 1: on the trail, 2: done
	trail []string
}

// from follows the successors of a version, depth first. The trail is as long as a
// chain of renumberings, which in LEGI is a handful; a hostile one ends at maxTrail.
func (c *circles) from(id string) error {
	if c.state[id] != 0 || len(c.trail) >= maxTrail {
		return nil
	}
	c.state[id] = 1
	c.trail = append(c.trail, id)
	next, err := c.successors(id)
	for i := 0; err == nil && i < len(next); i++ {
		if c.state[next[i]] == 1 {
			c.report(next[i])
			continue
		}
		err = c.from(next[i])
	}
	c.trail = c.trail[:len(c.trail)-1]
	c.state[id] = 2
	return err
}

const maxTrail = 10_000

// successors are the versions to which a version's own links lead.
func (c *circles) successors(id string) (out []string, err error) {
	var links []law.ArticleLink
	if i, ok := c.a.moves.byID[id]; ok {
		links = c.a.moves.list[i].links
	} else {
		v, err := c.a.l.store.ArticleVersion(c.ctx, id)
		if isNotFound(err) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		links = v.Moves
	}
	for _, l := range links {
		if l.Renumbers() && !l.From {
			out = append(out, l.ID)
		}
	}
	return out, nil
}

// report tells of the circle that closes at id, once, at a version of this Add.
func (c *circles) report(id string) {
	ring := c.trail[slices.Index(c.trail, id):]
	for _, of := range ring {
		if i, ok := c.a.moves.byID[of]; ok {
			m := &c.a.moves.list[i]
			c.a.doubt(m.path, m.key, m.id, "its concordances lead in a circle: "+strings.Join(append(slices.Clone(ring), id), " → "))
			return
		}
	}
}
