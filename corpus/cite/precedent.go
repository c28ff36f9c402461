package cite

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/table"
)

// precedent is a decision that is cited by a name alone: a row of precedents.tsv.
type precedent struct {
	name, example, counter string
	court                  corpus.CourtKind
	date                   corpus.Date
	key                    corpus.Key // by its number, else by its day
}

// precedents are the decisions known by name.
type precedents struct {
	lex law.Lexicon
	all []precedent
}

// addPrecedent takes a row of precedents.tsv.
func (r *rules) addPrecedent(w table.Row) error {
	p := precedent{name: w.Get("name"), example: w.Get("example"), counter: w.Get("counter"), court: corpus.CourtKind(w.Get("court"))}
	var err error
	if p.date, err = corpus.ParseDate(w.Get("date")); err != nil {
		return err
	}
	number := w.Get("number")
	if number == "" {
		number = string(p.date)
	}
	if p.key = corpus.DecisionKey(corpus.Court{Kind: p.court}, number); p.key == "" {
		return fmt.Errorf("%s/%s is no key", p.court, number)
	}
	had, err := r.known.lex.Add(fold.New(p.name).Folded, len(r.known.all))
	if err == nil && had >= 0 {
		err = fmt.Errorf("%q comes twice", p.name)
	}
	r.known.all = append(r.known.all, p)
	return err
}

// precedentAt reads the name of a decision after its noun: "Perruche", "«
// Chronopost »", "dit Mercier". end is where the name and its marks end.
func (r *reader) precedentAt(i int) (p *precedent, end int, ok bool) {
	j := r.any(i, "\"")
	if e, ok := r.lit(j, "dit", "dite"); ok {
		j = r.any(e, "\"")
	}
	if !r.wordStart(j) || !r.upper(j) {
		return nil, i, false
	}
	v, e := r.f.rules.known.lex.Longest(r.s, j)
	if v < 0 {
		return nil, i, false
	}
	if k := r.blank(e); r.at(k) == '"' && strings.IndexByte(r.s[i:j], '"') >= 0 {
		e = k + 1
	}
	return &r.f.rules.known.all[v], e, true
}

// byName records a decision that is cited by its name alone, unless what follows
// cites it in full: "l'arrêt Perruche (Ass. plén., 17 novembre 2000)".
func (r *reader) byName(d decision, i, end int) int {
	j := r.any(end, "(,:")
	if n, _, ok := r.f.law.Match(r.s, j); ok && n.Court != "" && j > end+1 {
		return end
	}
	p := d.precedent
	if r.own(p.key) {
		return end
	}
	for k := end; k < len(r.s) && k-end < 90; k++ { // "c. France [GC], n° 3394/03"
		if c := r.s[k]; c == ';' || c == '(' || c == '\n' {
			break
		}
		if n := r.number(k); n > k && r.wordStart(k) {
			if dk, ok := r.docket(n, p.court, "", true); ok && corpus.DecisionKey(corpus.Court{Kind: p.court}, dk[0].id) == p.key {
				end = dk[0].end
			}
			break
		}
	}
	f := found{start: i, end: end, d: d}
	f.c = corpus.Citation{Key: p.key, Date: p.date, Rule: "decision-name", Confidence: 0.9}
	if day := corpus.DecisionKey(corpus.Court{Kind: p.court}, string(p.date)); day != "" && day != p.key {
		f.c.AlsoNamed = []corpus.Key{day}
	}
	r.out = append(r.out, f)
	return end
}
