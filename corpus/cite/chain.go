package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// decision is what the mention of a court decision prints.
type decision struct {
	noun     string // arret, jugement, ordonnance, decision; "" in citation style
	court    corpus.Court
	named    bool // the court is named, perhaps without its place
	date     corpus.Date
	courtEnd int // where the court and its place end
	dateEnd  int
	dockets  []docket
	sub      string // a place in it, printed before its day
	ecli     string
	attacked bool
	// precedent is the decision that a name alone means.
	precedent *precedent
	judge     bool // the court is that of a judge who was named
	le        bool // the day follows "le", as the day of any event does
	placeless bool // of a court of appeal whose place the citation leaves out
	ruling    bool // "statuant" stands before the day: it is that of the ruling
}

// maxLinks bounds the words of one mention of a decision.
const maxLinks = 40

// chain reads the mention of a decision that begins at i: its noun, court, day
// and numbers in any order, with the words that may stand between them. end is
// i when there is nothing.
func (r *reader) chain(i int) (decision, int) { return r.chainOn(decision{}, i) }

// chainOn is chain behind what is known of the decision.
func (r *reader) chainOn(d decision, i int) (decision, int) {
	end := i
	j := i
	for range maxLinks {
		r.steps++
		if e, ok := r.part(&d, j); ok {
			end, j = e, e
		} else if e, ok := r.filler(&d, j); ok {
			j = e
		} else {
			break
		}
		k := r.gap(j)
		if k < 0 {
			break
		}
		j = k
	}
	if d.judge && d.date != "" && d.date < "2020-01-01" {
		d.court.Kind = corpus.TGI
	}
	return d, end
}

// gap skips the marks between two parts of a mention; -1 at the end of a
// sentence.
func (r *reader) gap(i int) int {
	j := i
	for n := 0; n < maxBlank && j < len(r.s); n++ {
		switch c := r.s[j]; {
		case isBlank(c) || c == ',' || c == '(' || c == ')' || c == ':' || c == '-' || c == '\'':
		case c == '.' && j == i && r.at(j+1) == ',':
		case c == '.' && i-r.wordBefore(i) <= 4 && j == i && !isDigit(r.at(i-1)):
			if k := r.blank(j + 1); k > j+1 && r.upper(k) && !r.capsBefore(j) && r.is(noPlaceWord, k) {
				return -1 // "Dax. La décision"
			}
		case c == '.' && isDigit(r.at(j+1)):
			return -1
		default:
			return j
		}
		j++
	}
	return j
}

// part reads one part that carries meaning: noun, day, number or court.
func (r *reader) part(d *decision, j int) (int, bool) {
	if d.date == "" {
		if day, e, ok := r.date(j); ok {
			d.date, d.dateEnd = day, e
			return e, true
		}
	} else if day, e, ok := r.date(j); ok {
		return e, day == d.date && d.named && len(d.dockets) == 0 && d.dateEnd < d.courtEnd // "arrêt du 3 mai 2012 (Soc., 3 mai 2012, n° …)"
	}
	if e, ok := r.dockets(d, j); ok {
		return e, true
	}
	if !d.named {
		if e, ok := r.court(d, j); ok {
			d.courtEnd = e
			return e, true
		}
	}
	if d.noun == "" {
		if v, e, ok := r.f.rules.by[nounWord].at(r.s, j); ok && r.wordStart(j) {
			d.noun, d.le = v, false
			if p, x, ok := r.precedentAt(e); ok && d.precedent == nil {
				d.precedent, e = p, x
			}
			return e, true
		}
	}
	return j, false
}

// filler skips words that may stand inside the mention: links, officers,
// formations, ordinals, and short numbers and letters of chambers.
func (r *reader) filler(d *decision, j int) (int, bool) {
	if !r.wordStart(j) {
		return j, false
	}
	if k := r.digits(j); k > j && k-j <= 2 && r.at(k) == '/' { // "1/6 SSR"
		if m := r.digits(k + 1); m > k+1 && m-k <= 3 && isLetter(r.at(r.blank(m))) {
			return m, true
		}
	}
	if e := r.hour(j); e > j && d.date != "" {
		return e, true
	}
	if k := r.number(j); k > j && d.court.Kind.HasPlace() && len(d.dockets) == 0 { // "n° 456/2018, RG 17/01111"
		if e := r.minute(k); e > k {
			return e, true
		}
	}
	best := j
	if v, e, ok := r.f.rules.by[linkWord].at(r.s, j); ok {
		best = e
		d.attacked = d.attacked || v == "attacked"
		d.ruling = d.ruling || d.date == "" && r.word(j) == "statuant"
		if d.date == "" && r.s[j:e] == "le" {
			d.le = !d.ruling
		}
	}
	if v, e, ok := r.f.rules.by[officerWord].at(r.s, j); ok && e > best {
		best = e
		if v == "tj" && !d.named {
			best = r.judgeSeat(d, e)
		}
	}
	if _, e, ok := r.phrase(formationWord, j); ok && e > best {
		best = e
	}
	if _, e, ok := r.phrase(ordinalWord, j); ok && e > best {
		best = e
	}
	if best > j {
		if r.at(best) == '#' { // "1° ch."
			best++
		}
		return r.nextOrdinal(best), true
	}
	e := r.wordEnd(j)
	w := r.s[j:e]
	if k := r.digits(j); k > j && k-j <= 2 && e-k > 0 && e-k <= 3 { // "12e ch."
		switch r.s[k:e] {
		case "e", "eme", "er", "re", "ere":
			return r.nextOrdinal(e), true
		}
	}
	if len(w) <= 2 && (isDigit(w[0]) || romanValue(w) > 0 || len(w) == 1 && r.upper(j)) && r.at(e) != '\'' && r.at(e) != '/' && w != "m" {
		return e, true
	}
	return j, false
}

// hour skips the hour of a ruling, "à 11h00", "à 10 heures 47", "à 11:30"; i when none
// stands there.
func (r *reader) hour(i int) int {
	e, ok := r.lit(i, "a")
	if !ok {
		return i
	}
	j := r.blank(e)
	k := r.digits(j)
	if k == j || k-j > 2 {
		return i
	}
	end := k
	switch w := r.word(k); {
	case r.at(k) == ':':
		end = k + 1
	case strings.HasPrefix(w, "h") && (len(w) == 1 || isDigit(w[1])):
		if end = k + 1; len(w) > 1 {
			return k + len(w)
		}
	default:
		if end, ok = r.lit(r.blank(k), "heures", "heure", "h"); !ok {
			return i
		}
	}
	if m := r.blank(end); r.digits(m)-m == 2 {
		return r.digits(m)
	}
	return end
}

// nextOrdinal skips the stroke between the ordinals of chambers that sat together,
// "10e/9e SSR".
func (r *reader) nextOrdinal(i int) int {
	if k := r.digits(i + 1); r.at(i) == '/' && k > i+1 && isLetter(r.at(k)) {
		return i + 1
	}
	return i
}

// minute skips the number that a court gives its rulings, "456/2018", "123", when
// the number of the case follows; i when it does not.
func (r *reader) minute(i int) int {
	e := r.digits(i)
	if e == i || e-i > 4 {
		return i
	}
	if k := r.digits(e + 1); r.at(e) == '/' && k-e-1 == 4 {
		e = k
	}
	if isWord(r.at(e)) {
		return i
	}
	if _, rg, _ := r.docketWords(r.any(e, ",(")); rg == "rg" {
		return e
	}
	return i
}

// judgeSeat reads the place of a judge's court, "juge des libertés et de la
// détention de Niort", into d. Which court it was follows from the day.
func (r *reader) judgeSeat(d *decision, i int) int {
	j := r.blank(i)
	if e, ok := r.lit(j, "pres"); ok {
		j = r.blank(e)
	}
	k, ok := r.of(j)
	if !ok || !r.upper(k) {
		return i
	}
	place, e, ok := r.f.law.Place(r.s, k)
	if !ok {
		return i
	}
	d.court, d.named, d.judge = corpus.Court{Kind: corpus.TJ, Place: place}, true, true
	return e
}

// cut reads the mention again and stops before the court: the court is the
// subject of the sentence and not the one that gave this decision.
func (r *reader) cut(i int) (decision, int) {
	var d decision
	j, end := i, i
	d.named = true // no court wanted
	for range maxLinks {
		if _, _, ok := r.f.law.Match(r.s, j); ok && end > i {
			break
		}
		if e, ok := r.part(&d, j); ok {
			end, j = e, e
		} else if e, ok := r.filler(&d, j); ok {
			j = e
		} else {
			break
		}
		if j = r.gap(j); j < 0 {
			break
		}
	}
	d.named = false
	return d, end
}

// fits reports whether courts of the kind give decisions called so.
func fits(noun string, kind corpus.CourtKind) bool {
	switch noun {
	case "avis":
		return kind == corpus.Cass || kind == corpus.CE
	case "arret":
		switch kind {
		case corpus.Cass, corpus.CA, corpus.CAA, corpus.CJUE, corpus.CEDH, corpus.CE, corpus.Assises, corpus.CNITAAT, corpus.TSup, corpus.TC:
			return true
		}
		return false
	case "jugement":
		switch kind {
		case corpus.Cass, corpus.CA, corpus.CAA, corpus.CJUE, corpus.CEDH, corpus.CE, corpus.CC, corpus.CNITAAT:
			return false
		}
	}
	return true
}
