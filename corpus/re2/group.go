package re2

import (
	"regexp/syntax"
	"slices"
)

// groups gives the places of the groups of a match that is known to start at from
// and end at end; nil when there is none. It tries the ways through the program in
// the order in which package regexp prefers them, each place of each one once.
func (p *program) groups(s string, from, end, n int) []int {
	g, _ := p.rooms.Get().(*grouping)
	if g == nil {
		g = new(grouping)
	}
	defer p.rooms.Put(g)
	g.program, g.s, g.from, g.end, g.todo = p, s, from, end, g.todo[:0]
	words := (len(p.inst)*(end-from+1) + 63) / 64
	g.tried = slices.Grow(g.tried[:0], words)[:words]
	clear(g.tried)
	g.at = make([]int, 2*(n+1))
	for i := range g.at {
		g.at[i] = -1
	}
	if !g.run() {
		return nil
	}
	g.at[0], g.at[1] = from, end
	return g.at
}

// grouping is one match whose groups are looked for.
type grouping struct {
	*program
	s         string
	from, end int
	at        []int    // the places of the groups
	tried     []uint64 // a bit for each instruction at each place
	todo      []job
}

// job is a way to try, or, when back is set, the place of a group to take back.
type job struct {
	pc   uint32
	back bool
	i    int
}

func (g *grouping) run() bool {
	g.todo = append(g.todo, job{pc: uint32(g.start), i: g.from})
	for n := len(g.todo); n > 0; n = len(g.todo) {
		j := g.todo[n-1]
		g.todo = g.todo[:n-1]
		if j.back {
			g.at[j.pc] = j.i
			continue
		}
		if g.way(j.pc, j.i) {
			return true
		}
	}
	return false
}

// way follows one way from an instruction at a place and leaves the others to do.
func (g *grouping) way(pc uint32, i int) bool {
	for {
		bit := int(pc)*(g.end-g.from+1) + i - g.from
		if g.tried[bit>>6]&(1<<(bit&63)) != 0 {
			return false
		}
		g.tried[bit>>6] |= 1 << (bit & 63)
		in := &g.inst[pc]
		switch in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			g.todo = append(g.todo, job{pc: in.Arg, i: i})
		case syntax.InstNop:
		case syntax.InstCapture:
			if int(in.Arg) < len(g.at) {
				g.todo = append(g.todo, job{pc: in.Arg, back: true, i: g.at[in.Arg]})
				g.at[in.Arg] = i
			}
		case syntax.InstEmptyWidth:
			class := g.program.end()
			if i < len(g.s) {
				class = int(g.class[g.s[i]])
			}
			if syntax.EmptyOp(in.Arg)&^g.between(g.before(g.s, i), class) != 0 {
				return false
			}
		case syntax.InstMatch:
			return i == g.end
		case syntax.InstFail:
			return false
		default:
			if i == g.end || !reads(in, g.s[i]) {
				return false
			}
			i++
		}
		pc = in.Out
	}
}
