package commentary

import (
	"sort"
	"strings"

	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

// rule is a line of sides.tsv, relations.tsv, speech.tsv or orders.tsv.
type rule struct {
	id      string
	tag     string // the level, the speaker or the kind
	flags   map[string]bool
	literal string // folded words without which the pattern cannot match
	frame   *pattern
	row     table.Row
}

// match is a frame found in a sentence, in bytes of the folded text.
type match struct {
	rule       *rule
	sent       int
	start, end int // the words, from the verb to the last slot
	subject    int // mention, -1 when none is named
	fills      []fill
}

// fill is a slot and the mentions that stand in it.
type fill struct {
	label    string
	mentions []int
}

// loadRules reads a file of frames: id, tag, flags, literal, pattern, examples,
// counter-examples.
func loadRules(file string, m words) ([]*rule, error) {
	all, err := rows(file)
	if err != nil {
		return nil, err
	}
	var out []*rule
	seen := map[string]bool{}
	for _, w := range all {
		x := &rule{id: w.Get("id"), tag: w.Get("tag"), flags: w.Set("flags"), literal: fold.New(w.Get("literal")).Folded, row: w}
		if x.frame, err = m.compile(w.Get("pattern")); err != nil {
			return nil, w.Errorf("%w", err)
		}
		if seen[x.id] || x.id == "" || w.Get("examples") == "" {
			return nil, w.Errorf("a rule has an id of its own and an example")
		}
		seen[x.id] = true
		out = append(out, x)
	}
	return out, nil
}

// frames finds the rules of a file in a sentence. Of two that overlap, the one
// that starts first wins, then the one that stands first in the file.
func (a *analysis) frames(rules []*rule, n int) []match {
	s := a.sents[n]
	text := a.flat[s.start:s.end]
	var found []match
	for _, x := range rules {
		if !strings.Contains(text, x.literal) {
			continue
		}
		for _, loc := range x.frame.steps[0].words.FindAllStringIndex(text, -1) {
			found = append(found, match{rule: x, sent: n, start: s.start + loc[0], end: s.start + loc[1], subject: -1})
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].start < found[j].start })
	a.lastSubject = -1
	clear(a.objects)
	out := found[:0]
	for _, f := range found {
		if len(out) > 0 && f.start < out[len(out)-1].end || quoted(a.quotes, f.start) || a.denied(f.rule, f.start) {
			continue
		}
		if a.fill(&f, s) {
			out = append(out, f)
		}
	}
	return out
}

// may reports whether a text holds the words without which the rule finds
// nothing.
func (x *rule) may(s string) bool {
	return strings.Contains(s, x.literal) && x.frame.steps[0].words.May(s)
}

// impersonal reports whether "il" or "elle" may stand for the court although what
// it stands for is not clear: before a verb that only courts use, whose slot is
// therefore optional.
func (a *analysis) impersonal(sl slot, i int) bool {
	m := &a.mentions[i]
	return sl.label == "cour" && sl.optional && m.kind == ofPronoun && !m.last && m.word != "qui"
}

// denied reports whether the verb at a folded offset comes after "ne", or after
// "pas" in a past tense; or, of what a party says, is a noun ("ses demandes").
func (a *analysis) denied(x *rule, at int) bool {
	if k := a.tokenAt(at) - 1; k >= 0 && x.frame.subject.label == "partie" && a.r.articles[a.word(k)] {
		return true
	}
	for _, no := range []string{" ne ", "n'", " pas ", " jamais ", " point "} {
		if strings.HasSuffix(a.flat[:at], no) {
			return true
		}
	}
	return false
}

// fill puts mentions into the slots of a match, and reports whether those that
// must be filled are.
func (a *analysis) fill(f *match, s sentence) bool {
	p := f.rule.frame
	if p.subject.label != "" {
		i := a.subject(s, f.start)
		if i < 0 || !a.fits(p.subject.label, i) && !a.impersonal(p.subject, i) {
			if p.subject.label == "cour" && (i >= 0 || !a.r.auxiliary.MatchString(a.flat[f.start:f.end])) || !p.subject.optional {
				return false
			}
			i = -1
		}
		f.subject = i
		if i >= 0 {
			f.fills = append(f.fills, fill{p.subject.label, []int{i}})
		}
	}
	for n, st := range p.steps {
		if n > 0 {
			loc := st.words.FindStringIndex(a.flat[f.end:s.end])
			if loc == nil {
				return false
			}
			f.end += loc[1]
		}
		if st.after.label == "" {
			continue
		}
		who, end := a.slotAt(st.after, f.end, s.end)
		if len(who) == 0 && !st.after.optional {
			return false
		}
		if len(who) > 0 {
			f.fills = append(f.fills, fill{st.after.label, who})
			f.end = end
		}
	}
	if f.subject >= 0 {
		a.lastSubject = f.subject
	}
	for _, x := range f.fills {
		for _, i := range x.mentions {
			if i != f.subject {
				a.objects[i] = true
			}
		}
	}
	return true
}

// in gives the mentions of a slot.
func (f *match) in(label string) []int {
	for _, x := range f.fills {
		if x.label == label {
			return x.mentions
		}
	}
	return nil
}
