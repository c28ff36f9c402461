package holding

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// maxRunes is the length of a holding's text: the gold guidelines quote verb and
// object in at most 200 characters.
const maxRunes = 200

// Input is one text and what is already known of it.
type Input struct {
	Text      *fold.Text
	Zones     []corpus.Zone // ordered, contiguous, covering the text
	Court     corpus.Court
	Citations []corpus.Citation // ordered by start
	Parties   []corpus.Party
}

// Find gives the orders of the dispositif of the present decision, in order. A
// text without a dispositif has none.
func (f *Finder) Find(in Input) []corpus.Holding {
	var out []corpus.Holding
	r := reader{f: f, in: in, parties: f.mentions(in.Parties)}
	for i := 0; i < len(in.Zones); i++ {
		if in.Zones[i].Zone != corpus.Dispositif {
			continue
		}
		span := in.Zones[i].Span
		for i+1 < len(in.Zones) && in.Zones[i+1].Zone == corpus.Dispositif {
			i++
			span.End = in.Zones[i].End
		}
		for _, o := range f.orders(in.Text, in.Text.Index(span.Start), in.Text.Index(span.End)) {
			out = append(out, r.holdings(o)...)
		}
	}
	return out
}

// reader makes holdings of orders.
type reader struct {
	f       *Finder
	in      Input
	parties []mention
	// last are the parties that the orders so far named last, which a pronoun
	// stands for.
	last []int
	// costs are those whom the order right before lays costs on.
	costs []int
	// served are those for whom, or against whose claim, the last order was that
	// named any: "lui", "leur".
	served []int
	// several are the debtors of the last order that was laid on more than one: "les mêmes".
	several []int
	// before is the holding right before; nil at first.
	before *corpus.Holding
}

// holdings makes one holding of each part of an order.
func (r *reader) holdings(o order) []corpus.Holding {
	t := r.in.Text
	object := t.Folded[o.object:o.limit]
	lots := r.lots(o, object)
	var out []corpus.Holding
	var debtors []int
	for i, l := range lots {
		if debtors = l.debtors; i == 0 {
			debtors = r.debtors(o, object[:l.to])
		}
		out = append(out, r.ofLot(o, object, l, debtors, i == 0)...)
	}
	if len(lots) > 1 {
		alike(out)
	}
	if r.costs = nil; len(out) > 0 && out[len(out)-1].Kind == corpus.Depens {
		r.costs = debtors
	}
	if len(debtors) > 1 {
		r.several = debtors
	}
	if len(debtors) > 0 {
		r.last = debtors
	} else if found := r.f.namedIn(r.parties, object[:min(len(object), window)]); len(found) > 0 {
		r.last = found
	}
	return out
}

// ofLot makes one holding of each part of what an order lays on the same debtors; first
// says that it is the lot right behind the verb.
func (r *reader) ofLot(o order, object string, l lot, debtors []int, first bool) []corpus.Holding {
	t := r.in.Text
	own := o.limit // where the words of this court end
	if o.reported {
		own = o.to
	}
	var out []corpus.Holding
	for i, p := range r.f.parts(o, object[l.from:l.to]) {
		from, to := o.object+l.from+p.from, o.object+l.from+p.to
		if i == 0 && first {
			from = o.from
		}
		h := corpus.Holding{Span: r.span(from, r.spanEnd(o, from, to)), Kind: p.kind, Rule: p.rule, Confidence: p.confidence}
		if h.Len() == 0 {
			continue
		}
		if !o.first {
			h.Confidence *= 0.95
		}
		h.Text, h.Whole = h.Of(t.Original), r.trimmed(from, max(to, from))
		h.Bases = r.bases(o, p.kind, t.Span(from, max(to, from)))
		words := r.f.figures(t.Folded[max(from, o.object):max(from, o.object, min(to, own))])
		r.people(&h, o, words, debtors, i == 0 && first)
		if len(h.Beneficiaries) == 0 && !first && pays(p.kind) { // "… et la société Brume celle de 2 000 euros à M. Durieux"
			h.Beneficiaries = r.names(r.recipients(strings.ReplaceAll(words, "\n", " "), false))
		}
		if len(h.Beneficiaries) == 0 && len(out) > 0 && pays(p.kind) && p.kind != corpus.Depens && r.f.amount(words) > 0 {
			h.Beneficiaries = slices.Clone(out[len(out)-1].Beneficiaries) // "500 euros à M. Durieux et 100 euros au titre de …"
		}
		if pays(p.kind) {
			h.AmountCents = r.f.amount(r.f.laidSums(p.kind, words))
			if h.AmountCents == 0 && r.before != nil && r.f.say.thatSum.MatchString(words) {
				h.AmountCents = r.before.AmountCents
			}
			switch all, unclear := r.shares(words, len(debtors), h.Beneficiaries); {
			case len(all) > 0:
				r.divide(&h, all)
			case unclear: // the total is not for those who are known
				h.Beneficiaries = nil
			}
		}
		if !undoes(p.kind) {
			h.Penalty, h.Deadline = r.f.penalty(words), r.f.deadline(t, max(from, o.object), max(from, o.object, min(to, own)))
		}
		r.sameHead(&h, words)
		out = append(out, h)
		r.before = &h
	}
	return out
}

// spanEnd is where the text of a part ends: the items of a list are left to the
// whole order, but for those of a lower court, without which its extent says nothing.
func (r *reader) spanEnd(o order, from, to int) int {
	if o.reported || from >= o.to { // an item of another kind than those before it
		return to
	}
	if o.bare(r.in.Text.Folded) {
		return to
	}
	return min(to, max(o.to, from))
}

// pronoun reports whether an order opens with the pronoun of a party: "la
// condamne".
func pronoun(s string) bool {
	for _, p := range []string{"le ", "la ", "les ", "l'"} {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// pays reports whether an order of this kind may lay a sum on someone.
func pays(k corpus.HoldingKind) bool {
	switch k {
	case corpus.Condamnation, corpus.FraisIrrepetibles, corpus.Fixe, corpus.Ordonne, corpus.Depens:
		return true
	}
	return false
}

// undoes reports whether an order of this kind takes back what another decision ordered:
// an astreinte or a time to obey that its words name is not ordered any more.
func undoes(k corpus.HoldingKind) bool {
	switch k {
	case corpus.Cassation, corpus.CassationPartielle, corpus.Annulation, corpus.Infirmation, corpus.InfirmationPartielle:
		return true
	}
	return false
}

// refuses reports whether an order of this kind refuses what a party asks.
func refuses(k corpus.HoldingKind, words string) bool {
	switch k {
	case corpus.Deboute, corpus.Rejet, corpus.Irrecevabilite:
		return true
	case corpus.FraisIrrepetibles:
		return strings.Contains(words, "demande") || strings.Contains(words, "conclusions")
	}
	return false
}

// trimmed maps a folded range to the original, without blanks and stops at its
// end.
func (r *reader) trimmed(from, to int) corpus.Span {
	t := r.in.Text
	for to > from {
		s := t.Folded[from:to]
		if strings.HasSuffix(s, " et") || strings.HasSuffix(s, "\net") {
			to -= len(" et")
			continue
		}
		if strings.IndexByte(" \n,;:.", s[len(s)-1]) < 0 || strings.HasSuffix(s, "...") {
			break
		}
		to--
	}
	return t.Span(from, to)
}

// span is trimmed, at most maxRunes characters long; a longer one ends after a
// whole word.
func (r *reader) span(from, to int) corpus.Span {
	s := r.trimmed(from, to)
	text := s.Of(r.in.Text.Original)
	if utf8.RuneCountInString(text) <= maxRunes {
		return s
	}
	n := 0
	for i := range text {
		if n++; n > maxRunes {
			text = text[:i]
			break
		}
	}
	if i := strings.LastIndexAny(text, " \n"); i > 0 {
		text = strings.TrimRight(text[:i], " \n,;:")
	}
	s.End = s.Start + len(text)
	return s
}

// names gives the names of parties by their index.
func (r *reader) names(parties []int) []string {
	var out []string
	for _, i := range parties {
		out = append(out, r.parties[i].name)
	}
	return out
}
