package synth

import (
	"strconv"

	"github.com/attendu/attendu/corpus"
)

// legiArticle is an article of a code with its versions.
type legiArticle struct {
	legi     *Legi
	code     *legiCode
	place    int // in the code
	num      string
	life     legiLife
	versions int
}

// legiVersion is a version of an article as it is printed.
type legiVersion struct {
	code       *legiCode
	id, num    string
	state      string
	start, end day
	text       string
	titles     []legiTitle
	links      []legiLink
}

// legiTitle is a heading above an article.
type legiTitle struct{ id, name string }

// legiLink is a LIEN: to another article of the code, or to an act.
type legiLink struct {
	kind   string
	source bool // the sens: this article is the source of the link
	id     string
	num    string
	state  string   // of the other article
	act    *legiAct // nil for an article of the code
}

// moved reports whether the link tells of a rule that moved.
func (k legiLink) moved() bool {
	return k.kind == "CONCORDE" || k.kind == "CONCORDANCE" || k.kind == "TRANSFERT"
}

// legiAct is an act that changed an article.
type legiAct struct {
	id, nature, number, article string // id is "" when it is not known
	day                         day
}

func (x *legiVersion) key() corpus.Key { return x.code.key(x.num) }

// article writes the article at a place of a code.
func (l *Legi) article(c *legiCode, place int) *legiArticle {
	a := &legiArticle{legi: l, code: c, place: place}
	if i := place - len(c.renumbered); i >= 0 {
		a.num, a.life = c.number(i), l.life(c, i)
	} else {
		a.num, a.life = c.renumbered[place].num, c.renumbered[place].life(c.start)
	}
	a.versions = a.life.n
	return a
}

// idBase is where the identifiers begin: LEGI gives no such numbers yet.
const idBase = 90_000_000

func legiID(kind string, n int) string { return kind + digits(idBase+n, 12) }

// id is the identifier of a version of the article at a place of the code.
func (c *legiCode) id(place, version int) string {
	return legiID("LEGIARTI", (c.article0+place)*idStride+version)
}

// version writes a version.
func (a *legiArticle) version(v int) *legiVersion {
	x := &legiVersion{code: a.code, id: a.code.id(a.place, v), num: a.num,
		state: a.life.states[v], start: a.life.starts[v], end: a.life.ends[v]}
	if i := a.place - len(a.code.renumbered); i >= 0 {
		a.ordinary(x, i, v)
	} else {
		a.renumbered(x, a.code.renumbered[a.place].rules[v])
	}
	return x
}

// ordinary fills in text, titles and links of an ordinary article.
func (a *legiArticle) ordinary(x *legiVersion, i, v int) {
	c, l := a.code, a.legi
	x.titles = l.titles(c, i/perChapter)
	act := l.act(c, i, v, x.start)
	x.links = append(x.links, legiLink{kind: "MODIFIE", id: act.actArticle(), num: act.article, state: "V", act: act})
	if v == 0 {
		x.links[0].kind = "CREE"
	}
	x.text = l.text(c, i, v, func(n int) {
		x.links = append(x.links, legiLink{kind: "CITATION", source: true, id: c.id(len(c.renumbered)+n, 0), num: c.number(n), state: "V"})
	})
	if c.leaves(i) && v == a.life.n-1 {
		x.links = append(x.links, to(c.id(a.place+1, 0), c.number(i+1))...)
	}
	if c.arrives(i) && v == 0 {
		x.links = append(x.links, from(c.id(a.place-1, l.life(c, i-1).n-1), c.number(i-1))...)
	}
}

// renumbered fills in text, titles and links of a rule of the table.
func (a *legiArticle) renumbered(x *legiVersion, b borne) {
	c := a.code
	x.text = b.text
	x.titles = []legiTitle{{id: ruleSection(b.row), name: b.title}}
	x.links = []legiLink{{kind: "MODIFIE", num: b.act.article, state: "V", act: &b.act}}
	if b.as > 0 {
		old, v := c.rule(b.row, 0)
		x.links = append(x.links, from(c.id(old, v), b.from)...)
		return
	}
	for n, num := range b.to {
		at, v := c.rule(b.row, n+1)
		x.links = append(x.links, to(c.id(at, v), num)...)
	}
}

// to are the links of an article whose rule moved to another; the old article of
// LEGI has them in either form.
func to(id, num string) []legiLink {
	return []legiLink{{kind: "CONCORDE", source: true, id: id, num: num, state: "V"},
		{kind: "CONCORDANCE", id: id, num: num, state: "V"},
		{kind: "TRANSFERT", source: true, id: id, num: num, state: "V"}}
}

// from are the links of an article that took its rule over from another: those
// of the other, seen from this end.
func from(id, num string) []legiLink {
	links := to(id, num)
	for i := range links {
		links[i].source, links[i].state = !links[i].source, "T"
	}
	return links
}

// act is the invented act that made a version of an ordinary article; there is
// one act a day.
func (l *Legi) act(c *legiCode, i, v int, start day) *legiAct {
	r := l.stream(c, i, forAct+uint64(v)<<8)
	d := start - day(r.between(1, 90))
	of := newChance(l.opt.Seed, forAct, uint64(d+actDays))
	return &legiAct{id: legiID("JORFTEXT", int(d)+actDays), nature: pick(of, []string{"LOI", "ORDONNANCE", "DECRET"}), day: d,
		number: strconv.Itoa(d.time().Year()) + "-9" + digits(of.below(999), 3), article: strconv.Itoa(r.between(1, 80))}
}

// actDays makes the days of acts, from 1804 on, positive.
const actDays = 100_000

// actArticle is the identifier of an article of an act.
func (a *legiAct) actArticle() string {
	n, _ := strconv.Atoi(a.article) // of the table or of act: a number
	return legiID("LEGIARTI", maxLegiVersions*idStride+(int(a.day)+actDays)*100+n)
}
