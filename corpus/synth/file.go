package synth

// file is what all decisions of a case share.
type file struct {
	*head
	a, b      *person // who claims, and against whom
	sum       int     // claimed, in euros
	fact      day
	summons   day
	facts     []*template // in the order of time
	chef      *template
	pleas     map[string]*template // of an administrative case: demande, acte, taxe
	principes []*template
	// won says whether the claim succeeded before the court of first instance,
	// the court of appeal and the court of remand.
	won     [4]bool
	outcome outcome // of the pourvoi
}

// outcome of a pourvoi.
type outcome uint8

const (
	rejected outcome = iota
	quashed
	quashedInPart
	inadmissible
)

// file draws the file of a case.
func (g *Generator) file(h *head) *file {
	c := newChance(g.opt.Seed, forFile, uint64(h.number))
	f := &file{head: h}
	f.a = g.newPerson(c, h.subject.a)
	for f.b = g.newPerson(c, h.subject.b); f.b.name != "" && f.b.name == f.a.name || f.b.letter == f.a.letter; {
		f.b = g.newPerson(c, h.subject.b)
	}
	f.sum = c.between(8, 900) * pick(c, []int{50, 100, 200})
	f.summons = h.days[judgment] - day(c.between(200, 330))
	f.fact = f.summons - day(c.between(120, 1400))
	roles := h.subject.roles
	f.facts = roles["fait"]
	for _, t := range shuffled(c, roles["principe"]) {
		if g.tables.byKey[t.keys[0]].exists(h.days[judgment]) {
			f.principes = append(f.principes, t)
		}
	}
	if len(roles["chef"]) > 0 {
		f.chef = pick(c, roles["chef"])
	}
	if h.administrative() {
		f.plead(c)
	}
	f.won[judgment] = c.percent(60)
	f.won[appeal] = f.won[judgment] != c.percent(40)
	switch x := c.below(10); {
	case h.life == remanded && (x < 5 || h.administrative()):
		f.outcome = quashed
	case h.life == remanded:
		f.outcome = quashedInPart
	case x < 6:
		f.outcome = rejected
	case x < 8:
		f.outcome = quashed
	case x < 9:
		f.outcome = quashedInPart
	default:
		f.outcome = inadmissible
	}
	f.won[remand] = f.won[appeal] != c.percent(70)
	return f
}

// plead chooses what an administrative case is about, and names the préfet.
func (f *file) plead(c *chance) {
	f.pleas = map[string]*template{}
	for _, role := range []string{"demande", "acte", "taxe"} {
		if list := f.subject.roles[role]; len(list) > 0 {
			f.pleas[role] = pick(c, list)
		}
	}
	if f.b.kind == 'p' {
		f.b.name = f.prefet
	}
}

// shuffled is list in another order.
func shuffled(c *chance, list []*template) []*template {
	out := make([]*template, len(list))
	for i, t := range list {
		j := c.below(i + 1)
		out[i], out[j] = out[j], t
	}
	return out
}

// appellant is who complains of the decision before a stage, and the other one.
func (f *file) appellant(s stage) (r, other *person) {
	won := f.won[judgment]
	switch s {
	case ruling:
		won = f.won[appeal]
	case remand:
		if !f.administrative() { // where the first appeal is examined anew
			won = f.won[appeal] // who brought the pourvoi brings the case back
		}
	}
	if won {
		return f.b, f.a
	}
	return f.a, f.b
}
