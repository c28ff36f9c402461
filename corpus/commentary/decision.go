package commentary

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// candidate is a decision that the text names.
type candidate struct {
	corpus.Metadata
	sent  int // where it is first named; -1 in the title
	at    int // folded offset there
	score int
	loose []string // numbers, while the court is not known
}

// sighting is what one sentence says of decisions, in order.
type sighting struct {
	courts  []seenCourt
	dates   []seen
	numbers []seen
	natures []seen
}

type seen struct {
	start, end int
	value      string
}

type seenCourt struct {
	start, end int
	court      corpus.Court
}

// maxApart is the number of bytes within which a date and a court are read as
// those of one decision.
const maxApart = 250

// titleLines is the number of lines before the first prose that are its title.
const titleLines = 3

// choose finds the decision that the text is about: named in the title or at the
// start, in the most detail, most often. It is false when no decision is named
// with its court and a date or a number.
func (a *analysis) choose(title string) bool {
	var all []candidate
	if title != "" {
		all = a.r.inTitle(title)
	}
	first := len(a.blocks)
	for i, b := range a.blocks {
		if b.kind == prose {
			first = i
			break
		}
	}
	for i, b := range a.blocks {
		if b.kind != headline {
			continue
		}
		weight := 1 // a menu, or a reference below the text
		if i < first && i >= first-titleLines {
			weight = 4
		}
		all = append(all, a.candidates(b.start, b.end, -1, weight)...)
	}
	for n, s := range a.sents {
		weight := max(0, 3-(s.block-first))
		all = append(all, a.candidates(s.start, s.end, n, weight)...)
	}
	best := merge(all)
	if best == nil {
		return false
	}
	for _, n := range best.loose {
		if corpus.DecisionKey(best.Court, n) != "" {
			best.number(n)
		}
	}
	a.decision = best.Metadata
	a.level = levelOf(best.Court.Kind)
	a.setInterim(best.sent)
	return true
}

// setInterim notes whether the decision was given en référé. A court of first
// instance gives it by ordonnance (code de procédure civile, art. 484).
func (a *analysis) setInterim(sent int) {
	d := &a.decision
	if d.Nature == "" && a.level == '1' && sent >= 0 {
		if s := a.sents[sent]; strings.Contains(a.flat[s.start:s.end], "refere") {
			d.Nature = "ORDONNANCE"
		}
	}
	if a.interim = d.Nature == "ORDONNANCE" && strings.Contains(a.flat, "refere"); a.interim {
		d.Nature = "ORDONNANCE DE RÉFÉRÉ"
	}
}

// inTitle reads the decisions of a title that is not part of the text.
func (r *Reader) inTitle(title string) []candidate {
	t := fold.New(title)
	b := &analysis{r: r, text: t, flat: t.Folded}
	b.toks = tokens(t.Folded)
	b.starts, b.names, b.heads = map[int]nameAt{}, map[string]int{}, map[string][]string{}
	b.scanMentions()
	return b.candidates(0, len(b.flat), -1, 4)
}

// candidates reads the decisions named in a range of the folded text.
func (a *analysis) candidates(start, end, sent, weight int) []candidate {
	see := a.sight(start, end)
	var out []candidate
	for _, d := range see.dates {
		if len(out) == maxName {
			break
		}
		c := candidate{sent: sent, at: d.start, score: weight}
		c.Date = corpus.Date(d.value)
		if k := nearestCourt(see.courts, d); k >= 0 {
			c.Court = see.courts[k].court
		}
		c.Nature = nearestNature(see.natures, d, c.Court.Kind)
		if c.Court.Kind == "" && c.Nature == "" && len(see.numbers) == 0 {
			continue
		}
		if len(out) == 0 {
			c.score++
		}
		c.detail(see.numbers)
		out = append(out, c)
	}
	if len(out) == 0 && len(see.courts) > 0 {
		c := candidate{sent: sent, at: see.courts[0].start, score: weight}
		c.Court = see.courts[0].court
		if c.detail(see.numbers); len(c.Numbers) > 0 {
			c.Nature = nearestNature(see.natures, seen{see.courts[0].start, see.courts[0].end, ""}, c.Court.Kind)
			out = append(out, c)
		}
	}
	if a.r.earlier.MatchString(a.flat[start:end]) {
		for i := range out {
			out[i].score -= 3
		}
	}
	return out
}

// detail adds the numbers that can be those of the court, and counts what is
// known.
func (c *candidate) detail(numbers []seen) {
	for _, n := range numbers {
		if max(n.start-c.at, c.at-n.end) >= maxApart {
			continue
		}
		if c.Court.Kind == "" {
			c.loose = append(c.loose, n.value)
		} else if corpus.DecisionKey(c.Court, n.value) != "" {
			c.number(n.value)
		}
	}
	if len(c.Keys()) > 0 {
		c.score += 2
	}
	if c.Nature != "" {
		c.score++
	}
}

// nearestCourt gives the court closest to a date, the one after it when two are
// as close; -1 when none is near.
func nearestCourt(courts []seenCourt, d seen) int {
	best, apart := -1, maxApart
	for i, c := range courts {
		gap := c.start - d.end
		if gap < 0 {
			gap = d.start - c.end
		}
		if gap <= apart && gap >= 0 {
			best, apart = i, gap
		}
	}
	return best
}

// nearestNature gives the kind of ruling named closest before a date, else the
// closest after it, among those that the court gives: a court of appeal gives no
// jugement, a court of first instance no arrêt.
func nearestNature(natures []seen, d seen, court corpus.CourtKind) string {
	gives := func(nature string) bool {
		switch {
		case court == "":
			return true
		case nature == "ARRET":
			return levelOf(court) > '1' || court == corpus.Assises
		case nature == "JUGEMENT":
			return levelOf(court) == '1'
		}
		return true
	}
	for i := len(natures) - 1; i >= 0; i-- {
		if n := natures[i]; n.end <= d.start && d.start-n.end < maxApart && gives(n.value) {
			return n.value
		}
	}
	for _, n := range natures {
		if n.start >= d.end && n.start-d.end < maxApart/2 && gives(n.value) {
			return n.value
		}
	}
	return ""
}

// others notes, in each sentence, from where it tells of another decision than
// the one chosen: from its date on, when ours is not named before it or beside it.
func (a *analysis) others() {
	for n, s := range a.sents {
		see := a.sight(s.start, s.end)
		ours, other := -1, -1
		for _, d := range see.dates {
			k := nearestCourt(see.courts, d)
			if k < 0 && nearestNature(see.natures, d, "") == "" {
				continue
			}
			if d.value == string(a.decision.Date) {
				ours = d.start
			} else if other < 0 {
				other = d.start
			}
		}
		if other >= 0 && (ours < 0 || other < ours && !strings.Contains(a.flat[other:ours], ",")) {
			a.foreign[n] = other
		}
	}
}
