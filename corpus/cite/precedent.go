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
	key, end := r.printedNumber(p, end)
	if r.own(key) {
		return end
	}
	sub, end := r.pinpoint(end)
	f := found{start: i, end: end, d: d}
	f.c = corpus.Citation{Key: key, Sub: sub, Date: p.date, Rule: "decision-name", Confidence: 0.9}
	if day := corpus.DecisionKey(corpus.Court{Kind: p.court}, string(p.date)); day != "" && day != key {
		f.c.AlsoNamed = []corpus.Key{day}
	}
	r.out = append(r.out, f)
	return end
}

// printedNumber reads on from the name of a decision over the other party, the day
// and the number, "c. France [GC] du 29 mars 2010 (requête n° 3394/03)". A number
// that is printed wins over the one that the name is known by.
func (r *reader) printedNumber(p *precedent, end int) (corpus.Key, int) {
	for k := end; k < len(r.s) && k-end < 90; k++ {
		r.steps++
		switch c := r.s[k]; {
		case c == ';' || c == '\n' && r.at(k+1) == '\n' || c == '.' && isBlank(r.at(k+1)) && k-r.wordBefore(k) > 2:
			return p.key, end
		case !r.wordStart(k):
			continue
		}
		if day, e, ok := r.date(k); ok {
			if day != p.date {
				return p.key, end
			}
			end, k = e, e
			continue
		}
		j, _, marked := r.docketWords(k)
		if !marked {
			continue
		}
		dk, ok := r.docket(nil, j, p.court, "", true)
		if !ok {
			return p.key, end
		}
		end = dk[0].end
		if r.at(end) == ')' && r.at(r.back(k)-1) == '(' {
			end++
		}
		return corpus.DecisionKey(corpus.Court{Kind: p.court}, dk[0].id), end
	}
	return p.key, end
}
