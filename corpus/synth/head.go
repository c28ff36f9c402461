package synth

import (
	"strconv"

	"github.com/attendu/attendu/corpus"
)

// head is what other decisions may name of a case: its courts, days and numbers.
type head struct {
	number  int // of the case
	life    life
	subject *subject
	seat    seat // of first instance
	renvoi  seat // of the court of remand; only its appeal counts
	days    [4]day
	court   [4]corpus.Court
	dockets [4]string // the number of each decision, as printed; "" when it has none
	arret   int       // number of the ruling among those of its year
	panel   int       // of the court of appeal
	prefet  string    // of the département, in an administrative case
}

// chamber is how the Cour de cassation and others write one of its chambers.
type chamber struct {
	name    string // in the title of the DILA
	section string // before it: "civile" or "criminelle"
	code    string // in FORMATION
	ecli    string
	short   string // in a citation
	lower   string // in a citation by a lower court
	ordinal string // in a sentence
	mark    string // at the head of the ruling
	book    string // of the Bulletin
}

// chambers are the six chambers by their key in Judilibre.
var chambers = map[string]chamber{
	"civ1": {"Chambre civile 1", "civile", "CHAMBRE_CIVILE_1", "C1", "1re Civ.", "Cass. 1re civ.", "première chambre civile", "CIV. 1", "I"},
	"civ2": {"Chambre civile 2", "civile", "CHAMBRE_CIVILE_2", "C2", "2e Civ.", "Cass. 2e civ.", "deuxième chambre civile", "CIV. 2", "II"},
	"civ3": {"Chambre civile 3", "civile", "CHAMBRE_CIVILE_3", "C3", "3e Civ.", "Cass. 3e civ.", "troisième chambre civile", "CIV. 3", "III"},
	"comm": {"Chambre commerciale", "civile", "CHAMBRE_COMMERCIALE", "CO", "Com.", "Cass. com.", "chambre commerciale, financière et économique", "COMM.", "IV"},
	"soc":  {"Chambre sociale", "civile", "CHAMBRE_SOCIALE", "SO", "Soc.", "Cass. soc.", "chambre sociale", "SOC.", "V"},
	"cr":   {"Chambre criminelle", "criminelle", "CHAMBRE_CRIMINELLE", "CR", "Crim.", "Cass. crim.", "chambre criminelle", "CRIM.", ""},
}

// head draws the head of a case. The windows of the days are such that every
// stage is registered in a year that follows from the first, which keeps the
// numbers apart: judgment in year 1, appeal registered in year 1 and decided in
// year 3, pourvoi of year 3 decided by October of year 5, remand registered in
// year 5.
func (g *Generator) head(number int) *head {
	c := newChance(g.opt.Seed, forHead, uint64(number))
	year, n, p := g.docket.year(number)
	h := &head{number: number, life: p.life, subject: g.subjectOf(c, p.series)}
	draw := func(from, to day) day { return day(c.between(int(from), int(to))).open() }
	h.days[judgment] = draw(newDay(year+1, 1, 8), newDay(year+1, 11, 10))
	h.days[appeal] = draw(newDay(year+3, 1, 8), newDay(year+3, 10, 10))
	h.days[ruling] = draw(newDay(year+4, 11, 3), newDay(year+5, 10, 20))
	h.days[remand] = draw(newDay(year+6, 3, 1), newDay(year+7, 12, 18))
	h.panel = c.between(1, 6)
	if h.administrative() {
		g.publicHead(c, h, year, n, p)
		return h
	}
	h.seat = pick(c, g.tables.seats)
	for h.renvoi = pick(c, g.tables.seats); h.renvoi.appeal == h.seat.appeal; {
		h.renvoi = pick(c, g.tables.seats)
	}

	h.court[judgment] = corpus.Court{Kind: firstInstance(h.subject.first, h.days[judgment]), Place: h.seat.place}
	h.court[appeal] = corpus.Court{Kind: corpus.CA, Place: h.seat.appeal}
	h.court[ruling] = corpus.Court{Kind: corpus.Cass}
	h.court[remand] = corpus.Court{Kind: corpus.CA, Place: h.renvoi.appeal}

	twice := n * 2
	if p.series == below {
		twice++
	}
	rg := digits((90000+twice)%100000, 5)
	h.dockets[judgment] = yy(year) + "/" + rg
	switch h.court[judgment].Kind {
	case corpus.TCom:
		h.dockets[judgment] = strconv.Itoa(year) + "J" + rg
	case corpus.TCorr:
		h.dockets[judgment] = ""
	}
	h.dockets[appeal] = yy(year+1) + "/" + rg
	h.dockets[ruling] = yy(year+3) + "-" + dotted(pourvoi(n, p.series))
	h.dockets[remand] = yy(year+5) + "/" + digits((40000+twice)%100000, 5)
	h.arret = 20000 + (n*2+int(h.days[ruling].time().Year()-year-4))%80000
	return h
}

// subjectOf draws a subject by its weight.
func (g *Generator) subjectOf(c *chance, s series) *subject {
	list := g.tables.civil
	switch s {
	case criminal:
		return g.tables.penal
	case publicBelow, publicAbove:
		list = g.tables.public
	}
	x, i := c.below(list.weight), 0
	for x -= list.subjects[i].weight; x >= 0; x -= list.subjects[i].weight {
		i++
	}
	return list.subjects[i]
}

// The days on which courts of first instance were merged (loi n° 2016-1547 of 18
// November 2016, loi n° 2019-222 of 23 March 2019).
var (
	endOfTASS = newDay(2019, 1, 1)
	endOfTGI  = newDay(2020, 1, 1)
)

// firstInstance is the kind of court that bears a kind of cases on a day.
func firstInstance(kind string, d day) corpus.CourtKind {
	k := corpus.CourtKind(kind)
	switch {
	case (k == corpus.TJ || k == corpus.TI || k == corpus.TASS) && d >= endOfTGI:
		return corpus.TJ
	case k == corpus.TJ, k == corpus.TASS && d >= endOfTASS:
		return corpus.TGI
	}
	return k
}

// pourvoi is the n-th number of a year, in ranges that the Cour de cassation
// leaves free as long as there are any: 28,000 to 79,999 in civil and 88,000 to
// 99,999 in criminal matters.
func pourvoi(n int, s series) int {
	if s == criminal {
		if n %= 20000; n < 12000 {
			return 88000 + n*5003%12000
		}
		return 80000 + n - 12000
	}
	switch n %= 80000; {
	case n < 52000:
		return 28000 + n*7919%52000
	case n < 70000:
		return 10000 + n - 52000
	}
	return n - 70000
}

func dotted(n int) string { return digits(n/1000, 2) + "." + digits(n%1000, 3) }

// letter is the letter of control before the number of a pourvoi: the number
// with its year, modulo 23, in an alphabet without I, L and O. It was read off
// published rulings.
func letter(docket string) string {
	n, _ := strconv.Atoi(docket[:2] + docket[3:5] + docket[6:])
	return "ABCDEFGHJKMNPQRSTUVWXYZ"[n%23:][:1]
}

// ecli of the ruling of the Cour de cassation.
func (h *head) ecli() string {
	return "ECLI:FR:CCASS:" + strconv.Itoa(h.days[ruling].time().Year()) + ":" + chambers[h.subject.chamber].ecli + digits(h.arret, 5)
}
