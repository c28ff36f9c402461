package party

import (
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
)

// headLimit is how far into a decision the pourvoi is looked for, in bytes. Some
// have hundreds of parties.
const headLimit = 120_000

// mark opens an item of a list of parties: "1°/", "II - 2°)", a dash.
var mark = re2.MustCompile(`(?:^|[\n :,;-])(?:[ivx]+ ?[-/.] ?)?\d{1,3} ?(?:#/?|\)|/) ?(?:/ ?)?|\n *-+ ?`)

// pourvoi reads the parties to a pourvoi from the head of a decision of the Cour
// de cassation that ends at to.
func (f *Finder) pourvoi(t *fold.Text, to int) []found {
	to = min(to, headLimit)
	s := t.Folded
	var out []found
	floor := 0
	if m := f.say.title.FindAllStringIndex(s[:min(to, 4000)], -1); m != nil {
		floor = m[len(m)-1][1]
	}
	for n := 0; n < maxPourvois && floor < to; n++ {
		from, end, next := f.lodgers(t, floor, to)
		if next < 0 {
			break
		}
		if f.say.cross.MatchString(s[next:to]) {
			out = append(out, f.crossing(t, out, from, end)...)
		} else {
			out = append(out, f.items(t, from, end, corpus.Demandeur, "pourvoi:demandeur")...)
		}
		rest := to
		if m := f.firstLodged(t, next, to); m > 0 {
			rest = m
		}
		out = append(out, f.opponents(t, next, rest)...)
		out = append(out, f.accused(t, next, min(rest, next+accusedReach))...)
		floor = next
	}
	return out
}

// crossing reads those who lodge a cross-appeal, in [from,to), and were not named before:
// they answer the principal one. "Mme [X] a formé un pourvoi incident" is the Mme [M] [X]
// of the list above.
func (f *Finder) crossing(t *fold.Text, named []found, from, to int) []found {
	var out []found
	for _, x := range f.items(t, from, to, corpus.Defendeur, "pourvoi:incident") {
		if f.listed(t, named, x.name) < 0 {
			x.confidence = 0.7
			out = append(out, x)
		}
	}
	return out
}

// maxPourvois is how many pourvois one decision is read for.
const maxPourvois = 40

// lodgers finds the next list of those who lodge a pourvoi: its range and where
// reading goes on; next < 0 when there is none.
func (f *Finder) lodgers(t *fold.Text, floor, to int) (from, end, next int) {
	s := t.Folded
	a := f.say.lodged.FindStringIndex(s[floor:to])
	b := f.say.ruling.FindStringIndex(s[floor:to])
	switch {
	case b != nil && (a == nil || b[0] < a[0]):
		from = floor + b[1]
		end = to
		if m := f.say.against.FindStringIndex(s[from:to]); m != nil {
			end = from + m[0]
		}
		return from, end, end
	case a != nil:
		end = floor + a[0]
		from = f.listStart(t, floor, end)
		from += len(f.say.filing.FindString(s[from:end]))
		return from, end, floor + a[1]
	}
	return 0, 0, -1
}

// firstLodged gives the start of the next list of lodgers after from, or 0.
func (f *Finder) firstLodged(t *fold.Text, from, to int) int {
	start, _, next := f.lodgers(t, from, to)
	if next < 0 {
		return 0
	}
	return start
}

// opponents reads those whom a pourvoi is lodged against and those in whose
// presence it is heard, in [from,to).
func (f *Finder) opponents(t *fold.Text, from, to int) []found {
	s := t.Folded
	m := f.say.opposing.FindStringIndex(s[from:to])
	if m == nil {
		return nil
	}
	from += m[1]
	end := to
	if m := f.say.closing.FindStringIndex(s[from:to]); m != nil {
		end = from + m[0]
	}
	split := end
	if m := f.say.presence.FindStringIndex(s[from:end]); m != nil {
		split = from + m[0]
	}
	out := f.items(t, from, split, corpus.Defendeur, "pourvoi:defendeur")
	if split < end {
		return append(out, f.items(t, split, end, corpus.Intervenant, "pourvoi:presence")...)
	}
	if m := f.say.presence.FindStringIndex(s[end:min(to, end+400)]); m != nil {
		from = end + m[1]
		end = to
		if m := f.say.closing.FindStringIndex(s[from:to]); m != nil {
			end = from + m[0]
		}
		out = append(out, f.items(t, from, end, corpus.Intervenant, "pourvoi:presence")...)
	}
	return out
}
