package holding

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

const (
	// window is how many bytes after the verb the formulas see.
	window = 600
	// personsWindow is how many bytes after the verb are searched for parties: a list of
	// companies is long.
	personsWindow = 1200
	// bodyLimit bounds the items that follow a colon, in bytes.
	bodyLimit = 4000
	// plain is the confidence of an order that no formula knows.
	plain = 0.85
)

// verdict is what the tables say of an order.
type verdict struct {
	kind       corpus.HoldingKind
	rule       string
	confidence float64
}

// judge gives the kind of an order from its verb, the words after the verb and
// the words before the first order of the sentence.
func (f *Finder) judge(v *verb, object, before string) verdict {
	if len(object) > window {
		object = object[:window]
	}
	out := verdict{kind: v.kind, rule: "verb:" + v.name, confidence: plain}
	rules := f.verbs[v.name]
	for _, x := range rules.formulas {
		if !x.object.MatchString(object) || x.unless != nil && x.unless.MatchString(object) {
			continue
		}
		out = verdict{kind: x.kind, rule: x.rule, confidence: x.confidence}
		break
	}
	if out.kind == corpus.Depens {
		return out
	}
	before = before[max(0, len(before)-window):]
	for _, p := range rules.prefaces {
		if p.pattern.MatchString(before) {
			return verdict{kind: p.kind, rule: p.rule, confidence: 0.95}
		}
	}
	return out
}

// part is a piece of an order that lays several things on the same debtor, in
// offsets of the words after the verb.
type part struct {
	from, to int
	verdict
}

// leadsTo reports whether the first words of an object lay nothing by themselves:
// "la société Lorme," or "à payer à M. Durieux," before "la somme de …".
func (f *Finder) leadsTo(first, rest string) bool {
	if !f.say.laid.MatchString(first) {
		return true
	}
	rest = strings.TrimLeft(rest, " \n,")
	return f.amount(first) == 0 && (strings.HasPrefix(rest, "la somme") || strings.HasPrefix(rest, "une somme") ||
		strings.HasPrefix(rest, "une indemnite") || rest != "" && fold.Digit(rest[0]))
}

// parts splits the words after the verb of an order that may carry several
// objects, and gives one part for each run of objects of one kind.
func (f *Finder) parts(o order, object string) []part {
	if o.article != nil {
		return []part{{0, len(object), *o.article}}
	}
	v := o.verb
	cuts := []int{0}
	if v.name == "condamne" {
		for _, m := range f.say.joint.FindAllStringSubmatchIndex(object, -1) {
			cuts = append(cuts, m[2])
		}
	}
	if refusals := f.refusals(o, object); len(refusals) > 0 {
		return refusals
	}
	cuts = append(cuts, len(object))
	var out []part
	titled := false // the first words tell of what kind all is: "à payer, au titre de l'article 700, 900 euros"
	for i := 0; i+1 < len(cuts); i++ {
		p := part{cuts[i], cuts[i+1], f.judge(v, object[cuts[i]:cuts[i+1]], o.preface)}
		if leads := i == 1 && f.leadsTo(object[:p.from], object[p.from:]); leads && out[0].kind == corpus.FraisIrrepetibles {
			titled = f.say.laid.MatchString(object[:p.from])
		} else if leads && out[0].kind == v.kind {
			out[0].kind = p.kind
		}
		if titled && p.kind == v.kind {
			p.verdict = out[0].verdict
		}
		if n := len(out); n > 0 && out[n-1].kind == p.kind {
			out[n-1].to, out[n-1].verdict = p.to, p.verdict
			continue
		}
		out = append(out, p)
	}
	return out
}

// refusals gives one part for each item of "Déboute :" over a list: each party that it
// names loses its own demand.
func (f *Finder) refusals(o order, object string) (out []part) {
	if o.verb.name != "deboute" || !strings.HasPrefix(strings.TrimLeft(object, " "), ":") {
		return nil
	}
	marks := f.say.point.FindAllStringIndex(object, maxSums)
	for i, m := range marks {
		p := part{from: m[1], to: len(object)}
		if i+1 < len(marks) {
			p.to = marks[i+1][0]
		}
		p.verdict = f.judge(o.verb, object[p.from:p.to], o.preface)
		out = append(out, p)
	}
	return out
}
