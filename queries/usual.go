package queries

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// shortCourts are the courts as lawyers cite them.
var shortCourts = map[corpus.CourtKind]string{
	corpus.Cass: "Cass.", corpus.CE: "CE", corpus.CC: "Cons. const.", corpus.TC: "T. confl.",
	corpus.CAA: "CAA", corpus.TA: "TA", corpus.CA: "CA", corpus.TJ: "TJ", corpus.TGI: "TGI",
	corpus.TI: "TI", corpus.TCom: "T. com.", corpus.TAE: "TAE", corpus.CPH: "Cons. prud'h.",
	corpus.TASS: "TASS", corpus.TCorr: "T. corr.", corpus.TPol: "T. pol.",
	corpus.Assises: "C. assises", corpus.CJUE: "CJUE", corpus.CEDH: "CEDH",
	corpus.CNITAAT: "CNITAAT", corpus.TCI: "TCI", corpus.TPBR: "TPBR", corpus.TPE: "T. enf.",
	corpus.TProx: "T. prox.", corpus.TSup: "T. sup. app.", corpus.CNDA: "CNDA",
}

// chambers are the chambers of the Cour de cassation: a word of the printed
// name or of the official code, and the usual abbreviation. Order counts.
var chambers = []struct{ mark, short string }{
	{"assemblee-pleniere", "ass. plén."}, {"pl", "ass. plén."},
	{"mixte", "ch. mixte"}, {"mi", "ch. mixte"},
	{"reunies", "ch. réun."}, {"reun", "ch. réun."},
	{"premiere", "1re civ."}, {"civile-1", "1re civ."}, {"civ1", "1re civ."},
	{"deuxieme", "2e civ."}, {"civile-2", "2e civ."}, {"civ2", "2e civ."},
	{"troisieme", "3e civ."}, {"civile-3", "3e civ."}, {"civ3", "3e civ."},
	{"commerciale", "com."}, {"comm", "com."}, {"com", "com."},
	{"sociale", "soc."}, {"soc", "soc."},
	{"criminelle", "crim."}, {"cr", "crim."},
}

// chamber abbreviates a chamber of the Cour de cassation; "" when it is not
// known.
func chamber(m *corpus.Metadata) string {
	for _, printed := range []string{m.Court.Chamber, m.Formation} {
		slug := "-" + corpus.Slug(printed) + "-"
		for _, c := range chambers {
			if strings.Contains(slug, "-"+c.mark+"-") {
				return c.short
			}
		}
	}
	return ""
}

// Usual writes a decision as French lawyers cite it: "Cass. com., 7 mars 2018,
// n° 16-24.657", "TGI Laval, ord. réf., 4 octobre 2016".
func Usual(m *corpus.Metadata) string {
	court := shortCourts[m.Court.Kind]
	if court == "" {
		court = "Juridiction inconnue"
	}
	if m.Court.Place != "" {
		court += " " + m.Court.Place
	}
	parts := []string{court}
	if m.Court.Kind == corpus.Cass {
		if c := chamber(m); c != "" {
			parts[0] += " " + c
		}
	}
	if strings.HasPrefix(corpus.Slug(m.Nature), "ordonnance") {
		nature := "ord."
		if slug := corpus.Slug(m.Nature + " " + m.Court.Chamber + " " + m.Formation); strings.Contains(slug, "refere") {
			nature = "ord. réf."
		}
		parts = append(parts, nature)
	}
	if m.Date != "" {
		parts = append(parts, m.Date.Long())
	}
	if len(m.Numbers) > 0 {
		parts = append(parts, "n° "+strings.Join(m.Numbers, ", "))
	}
	return strings.Join(parts, ", ")
}
