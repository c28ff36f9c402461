package party

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// clients is who the counsel of a ruling of the Cour de cassation may plead for: the
// parties found so far, and how a list of clients may write each.
type clients struct {
	f      *Finder
	t      *fold.Text
	all    []found
	labels [][]string // of each party; nil for persons
	others []others
}

// others is counsel for all of a side who have none named: "et des deux autres défendeurs".
type others struct {
	side string // the first letters of it
	of   corpus.Counsel
}

// clientsOf readies the parties for the lists of clients.
func (f *Finder) clientsOf(t *fold.Text, all []found) *clients {
	c := &clients{f: f, t: t, all: all, labels: make([][]string, len(all))}
	for i := range all {
		if all[i].kind != corpus.Physique {
			c.labels[i] = f.labels(t, all[i].name)
		}
	}
	return c
}

// give gives counsel to the parties of the list of clients in [i,to), and gives those of
// the list who are none of them.
func (c *clients) give(i, to int, of corpus.Counsel) (rest []found) {
	if m := c.f.say.opinion.FindStringIndex(c.t.Folded[i:to]); m != nil {
		to = i + m[0]
	}
	for n := 0; i < to && n < maxTold; n++ {
		if m := c.f.say.otherSide.FindStringSubmatchIndex(c.t.Folded[i:to]); m != nil {
			c.others = append(c.others, others{c.t.Folded[i+m[2] : i+m[3]], of})
		}
		who, strangers, next := c.at(i, to)
		for _, k := range who {
			c.all[k].counsel = append(c.all[k].counsel, of)
		}
		for _, x := range strangers {
			rest = append(rest, found{name: x, side: corpus.Defendeur, rule: "observations", confidence: 0.6, counsel: []corpus.Counsel{of}})
		}
		m := c.f.say.andBy.FindStringIndex(c.t.Folded[next:to])
		if m == nil {
			break
		}
		i = next + m[1]
	}
	return rest
}

// at gives the parties that the item of a list at i names, those whom it names and who
// are none, and where the item ends.
func (c *clients) at(i, to int) (who []int, strangers []name, next int) {
	s := c.t.Folded
	if m := c.f.say.pluralBodies.FindStringIndex(s[i:to]); m != nil {
		return c.f.bodiesIn(c.t, s[i+m[1]:to], c.all), nil, i + m[1]
	}
	if k, end := c.labelled(i, to); k >= 0 {
		return []int{k}, nil, end
	}
	x, ok := c.f.told(c.t, i, to)
	if !ok {
		who, next = c.extent(i, to)
		return who, nil, next
	}
	next = x.next
	title := ""
	switch o, _ := c.f.openerAt(c.t, x.from, x.to); o.words {
	case "mm", "messieurs":
		title = "m"
	case "mmes", "mesdames", "mlles":
		title = "mme"
	}
	for _, x := range c.f.together(c.t, x, to) {
		if k := c.f.named(c.t, c.all, x, title); k >= 0 && c.f.nothingMore(c.t, x, c.all[k].name) {
			who = append(who, k)
		} else if x.as == "" && c.f.listed(c.t, c.all, x) < 0 && !c.f.openerOnly(c.t, x) {
			strangers = append(strangers, x)
		}
		next = max(next, x.next)
	}
	if len(who) == 0 && x.kind != corpus.Physique {
		if who, end := c.extent(i, to); len(who) > 0 {
			return who, nil, end
		}
	}
	return who, strangers, next
}

// nothingMore reports whether the name of a body has no words that the name of a party
// lacks: "le comité d'entreprise Lorme" is not the société Lorme.
func (f *Finder) nothingMore(t *fold.Text, n, party name) bool {
	if n.kind == corpus.Physique {
		return true
	}
	words := strings.Fields(f.identified(t, party))
	if o, k := f.openerAt(t, n.from, n.to); o.words == "syndicat" {
		if _, further := f.openerAt(t, skipBlank(t.Folded, n.from+k, n.to), n.to); further > 0 { // "le syndicat Union locale Lorme"
			n.from += k
		}
	}
	return !slices.ContainsFunc(strings.Fields(f.identified(t, n)), func(w string) bool { return !slices.Contains(words, w) })
}

// labelled gives the party with the longest label that stands at i as a whole item, and
// where it ends; -1 when there is none.
func (c *clients) labelled(i, to int) (party, end int) {
	s := c.t.Folded
	start := i + articleAt(s[i:to])
	party, end = -1, start
	for k, labels := range c.labels {
		for _, l := range labels {
			if start+len(l) > end && l != "" && strings.HasPrefix(s[start:to], l) && c.f.say.itemEnd.MatchString(s[start+len(l):to]) {
				party, end = k, start+len(l)
			}
		}
	}
	return party, end
}

// extent gives the only body whose name begins with the words of the item at i, which
// reaches to one of the next marks, the farthest first, and where the item ends.
func (c *clients) extent(i, to int) ([]int, int) {
	s := c.t.Folded
	var ends []int
	for _, m := range c.f.say.itemMark.FindAllStringIndex(s[i:to], maxMarks) {
		ends = append(ends, i+m[0])
	}
	if len(ends) < maxMarks {
		ends = append(ends, to)
	}
	for _, e := range slices.Backward(ends) {
		id := c.f.identity(shortForm.ReplaceAllString(s[i:e], ""), corpus.Morale)
		if strings.Count(id, " ") == 0 {
			continue
		}
		var who []int
		for k := range c.all {
			if x := c.f.identified(c.t, c.all[k].name); c.all[k].kind != corpus.Physique && strings.HasPrefix(x+" ", id+" ") {
				who = append(who, k)
			}
		}
		if len(who) == 1 {
			return who, e
		}
	}
	return nil, i
}

// maxMarks is how many commas or "et" the name of one client may hold.
const maxMarks = 5

// giveOthers gives the counsel of "les autres défendeurs" to those of the side who have
// none; all counsel who are named for someone must be given before.
func (c *clients) giveOthers() {
	for _, o := range c.others {
		for k := range c.all {
			if x := &c.all[k]; len(x.counsel) == 0 && strings.HasPrefix(string(x.side), o.side) {
				x.counsel = append(x.counsel, o.of)
			}
		}
	}
}
