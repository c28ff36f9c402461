package holding

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// share is a sum and the parties, by index, for whom it is ordered.
type share struct {
	who   []int
	cents int64
}

// sum is a sum named in words: where it stands, in bytes.
type sum struct {
	from, to int
	cents    int64
}

// maxSums is how many sums of one order are read.
const maxSums = 32

// sums lists the sums that words lay on a debtor; those that only explain another
// are left out. "La même somme" is the one before it once more.
func (f *Finder) sums(words string) []sum {
	var out []sum
	for _, m := range euros.FindAllStringSubmatchIndex(words, maxSums) {
		cents, ok := centsOf(words, m)
		if !ok || m[0] > 0 && fold.Digit(words[m[0]-1]) || f.say.reckoned.MatchString(words[max(0, m[0]-60):m[0]]) {
			continue
		}
		out = append(out, sum{m[0], m[1], cents})
	}
	for _, m := range f.say.same.FindAllStringIndex(words, maxSums) {
		i := slices.IndexFunc(out, func(s sum) bool { return s.from >= m[0] })
		if i < 0 {
			i = len(out)
		}
		if i > 0 {
			out = slices.Insert(out, i, sum{m[0], m[1], out[i-1].cents})
		}
	}
	return out
}

// shares tells apart the sums that an order lays for different beneficiaries: "à
// payer à M. A la somme de …, à Mme B la somme de …", or "… euros à M. A, … euros à
// Mme B". nil when it does not give at least two parties or groups their own; unclear
// when, of several sums, some are for parties that are known and some are not. A sum for
// each of those who are named together, or are known to be the beneficiaries, gives as many
// shares, when one debtor at most is named.
func (r *reader) shares(words string, debtors int, known []string) (out []share, unclear bool) {
	words = strings.ReplaceAll(words, "\n", " ")
	if m := r.f.say.paying.FindStringIndex(words); m != nil {
		words = words[m[1]:]
	}
	all := r.f.sums(words)
	if len(all) == 1 && debtors <= 1 {
		return r.forEach(words, all[0], known), false
	}
	if len(all) < 2 {
		return nil, false
	}
	before := len(r.recipients(words[:all[0].from], true)) > 0
	for i, s := range all {
		from, to := s.to, len(words)
		if i+1 < len(all) {
			to = all[i+1].from
		}
		if before {
			from, to = 0, s.from
			if i > 0 {
				from = all[i-1].to
			}
		}
		who := r.recipients(words[from:to], before)
		switch {
		case len(who) == 0 && before && i > 0:
			who = out[len(out)-1].who // a further sum for the same
		case len(who) == 0:
			return nil, len(r.recipients(words[all[0].to:], false)) > 0
		}
		out = grant(out, who, s.cents)
	}
	if len(out) < 2 {
		return nil, false
	}
	return out, false
}

// forEach gives a sum to each of several who are named together, before it or behind it.
func (r *reader) forEach(words string, s sum, known []string) []share {
	each, given := r.f.say.each.FindStringIndex(words), r.f.say.given.FindStringIndex(words)
	if each == nil || given == nil || each[0] < given[0] { // "verseront chacune à M. Durieux"
		return nil
	}
	who := r.everyone(words[:s.from])
	if len(who) == 0 {
		who = r.everyone(words[s.to:])
	}
	for i := range r.parties {
		if len(known) > 1 && len(who) < len(known) && slices.Contains(known, r.parties[i].name) && !slices.Contains(who, i) {
			who = append(who, i) // "à chacun des appelants"
		}
	}
	if len(who) < 2 {
		return nil
	}
	var out []share
	for _, p := range who {
		out = append(out, share{[]int{p}, s.cents})
	}
	return out
}

// grant adds a sum to the share of those for whom it is, which becomes the last.
func grant(out []share, who []int, cents int64) []share {
	if i := slices.IndexFunc(out, func(s share) bool { return slices.Equal(s.who, who) }); i >= 0 {
		cents += out[i].cents
		out = slices.Delete(out, i, i+1)
	}
	return append(out, share{who, cents})
}

// divide writes the shares of an order: its beneficiaries are theirs, its sum is
// their total.
func (r *reader) divide(h *corpus.Holding, all []share) {
	h.AmountCents, h.Beneficiaries = 0, nil
	for _, s := range all {
		names := r.names(s.who)
		h.Shares = append(h.Shares, corpus.Share{Beneficiaries: names, AmountCents: s.cents})
		h.AmountCents += s.cents
		for _, name := range names {
			if !slices.Contains(h.Beneficiaries, name) {
				h.Beneficiaries = append(h.Beneficiaries, name)
			}
		}
	}
}
