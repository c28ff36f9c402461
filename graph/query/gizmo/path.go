package gizmo

import (
	"fmt"

	"github.com/attendu/attendu/graph/query/script"
	"github.com/cayleygraph/cayley/graph/path"
)

// How large a path may grow: each step counts, those of the paths that it holds too,
// and so do nodes by the valuesPerStep. Cayley plans a path in one go that nothing
// interrupts.
const (
	maxSteps      = 256
	valuesPerStep = 64
)

// pathObject is a path in a script. It never changes: each method makes a new one.
type pathObject struct {
	*run
	path     *path.Path
	steps    int
	morphism bool
}

// path makes a path of so many steps.
func (r *run) path(c *script.Call, p *path.Path, steps int, morphism bool) (any, error) {
	if steps > maxSteps {
		return nil, fmt.Errorf("the path has more than %d steps", maxSteps)
	}
	return &pathObject{r, p, steps, morphism}, c.Alloc(256 + 64*steps)
}

// step makes the path that one more step, of a given size, leads to. It works on a
// copy: some of Cayley's steps change what they are given.
func (p *pathObject) step(c *script.Call, size int, f func(*path.Path) *path.Path) (any, error) {
	return p.run.path(c, f(p.path.Clone()), p.steps+size, p.morphism)
}

// Member gives a method of a path.
func (p *pathObject) Member(name string) any {
	name = small(name)
	if f, ok := steps[name]; ok {
		return script.Native(func(c *script.Call) (any, error) { return f(p, c) })
	}
	if f, ok := finals[name]; ok {
		return script.Native(func(c *script.Call) (any, error) {
			if p.morphism {
				return nil, fmt.Errorf("a morphism has no results; a path begins with g.V()")
			}
			v, err := f(p, c)
			return v, halt(c, err)
		})
	}
	return nil
}

// Text names the object.
func (p *pathObject) Text() string { return "[path]" }
