package cite

import (
	"github.com/attendu/attendu/corpus"
)

// maxInsertion bounds the words between the day of a ruling and the court that gave it, in
// bytes.
const maxInsertion = 130

// rulerAhead finds the court behind the words that part it from its ruling: "Par jugement
// du 3 juillet 2020, sur saisine des époux Roux, le tribunal administratif de Lyon a
// relevé". i is where the mention begins, which ends with its day.
func (r *reader) rulerAhead(d *decision, i int) {
	b := r.back(i)
	switch w := r.s[r.wordBefore(b):b]; w {
	case "par":
	case "un", "une":
		b = r.back(r.wordBefore(b))
		if r.s[r.wordBefore(b):b] != "par" {
			return
		}
	default:
		return
	}
	if r.at(d.dateEnd) != ',' {
		return
	}
	for j := d.dateEnd + 1; j < len(r.s) && j-d.dateEnd < maxInsertion; j++ {
		r.steps++
		switch c := r.s[j]; {
		case c == ';' || c == ':' || c == '.' && isBlank(r.at(j+1)) || c == '\n' && r.at(j+1) == '\n':
			return
		case c != ',':
			continue
		}
		k, ok := r.lit(r.blank(j+1), "le", "la")
		if !ok {
			continue
		}
		var x decision
		e, ok := r.court(&x, r.blank(k))
		if !ok || !fits(d.noun, x.court.Kind) || x.court.Kind.HasPlace() && x.court.Place == "" {
			continue
		}
		if _, ok = r.lit(r.blank(e), "a", "avait", "s", "n", "ayant"); ok {
			d.court, d.named = x.court, true
		}
		return
	}
}

// sameAppeal is the court of appeal of "un arrêt du 3 mai 2019 de la même cour d'appel": the
// one that was named last before it.
func (r *reader) sameAppeal(f *found) (corpus.Court, bool) {
	after := r.s[f.end:min(len(r.s), f.end+len(" de la meme cour d'appel"))]
	if f.d.noun != "arret" || f.d.court.Kind != "" && f.d.court.Kind != corpus.CA || after != " de la meme cour d'appel" {
		return corpus.Court{}, false
	}
	for n := len(r.appeals) - 1; n >= 0; n-- {
		if r.appeals[n].at < f.start {
			return r.appeals[n].court, true
		}
	}
	return corpus.Court{}, false
}

// judges are the judges of first instance of whom an order may name the title alone.
var judges = [...]string{"juge de la mise en etat", "juge de l'execution", "juge aux affaires familiales", "juge des libertes et de la detention",
	"juge de l'expropriation", "juge d'instruction", "juge des contentieux de la protection"}

// judgeAhead is the tribunal of the judge who gave an order, "par ordonnance du 27 mai 2021,
// le juge de la mise en état a", when the text names one tribunal judiciaire (before 2020
// tribunal de grande instance).
func (r *reader) judgeAhead(f *found) (corpus.Court, bool) {
	if f.d.noun != "ordonnance" || f.d.date == "" {
		return corpus.Court{}, false
	}
	j := r.any(f.end, ",")
	e, ok := r.lit(j, "le")
	if !ok {
		return corpus.Court{}, false
	}
	j = r.blank(e)
	for _, judge := range judges {
		if len(r.s)-j < len(judge) || r.s[j:j+len(judge)] != judge {
			continue
		}
		kind := corpus.TJ
		if f.d.date < "2020-01-01" {
			kind = corpus.TGI
		}
		c := r.seats[kind]
		return c, c.Place != "" && c.Place != "?"
	}
	return corpus.Court{}, false
}

// counsellor is the court of appeal of the conseiller de la mise en état who gave an order,
// when the text names one court of appeal only.
func (r *reader) counsellor(f *found) (corpus.Court, bool) {
	if f.d.noun != "ordonnance" || r.ctx.Court.Kind != corpus.Cass || len(r.appeals) == 0 {
		return corpus.Court{}, false
	}
	words := r.s[f.start:min(f.end+45, len(r.s))]
	if !containsAny(words, "conseiller de la mise en etat", "magistrat de la mise en etat") {
		return corpus.Court{}, false
	}
	for _, s := range r.appeals {
		if s.slug != r.appeals[0].slug {
			return corpus.Court{}, false
		}
	}
	return r.appeals[0].court, true
}
