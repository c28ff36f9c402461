package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// seat notes where the text, at i, places a court of a kind; two places of one kind
// make "?".
func (r *reader) seat(c corpus.Court, i int) {
	if c.Place == "" {
		return
	}
	if c.Kind == corpus.CA {
		r.appeals = append(r.appeals, seated{corpus.Slug(c.Place), i, c})
	}
	old, ok := r.seats[c.Kind]
	if ok && old.Place != c.Place && corpus.Slug(old.Place) != corpus.Slug(c.Place) {
		c.Place = "?"
	}
	r.seats[c.Kind] = c
}

// heard is a court that was named with a noun and no day.
type heard struct {
	noun  string
	court corpus.Court
	end   int
}

// chamberNamed reports whether the words name a chamber that, in a ruling of the
// Cour de cassation and without a court, is one of its own.
func chamberNamed(words string) bool {
	for _, c := range []string{"chambre sociale", "chambre commerciale", "chambre criminelle", "chambre civile", "chambre mixte"} {
		if strings.Contains(words, c) {
			return true
		}
	}
	return false
}

// chamber is the chamber of the Cour de cassation that the words from i to end
// name, "" when they name none.
func (r *reader) chamber(i, end int) string {
	for ; i < end; i++ {
		if r.wordStart(i) {
			if c, ok := r.f.law.Chamber(r.s, i); ok {
				return c
			}
		}
	}
	return ""
}

// settleDecision finds the court of a decision that names none: that of the
// decision of the same day, or of the same number, elsewhere in the text.
func (r *reader) settleDecision(f *found) {
	f.dropped = true
	if court, ok := r.courtOf(f); ok {
		f.d.court = court
		f.d.named = true
		g := *f
		g.dropped = false
		g.c.Rule += "-anaphora"
		r.resolved(g)
		return
	}
	if f.d.noun == "jugement" && f.d.court.Kind == "" && r.administrativeCase() && tribunalNumber(f.d.dockets) { // "le tribunal, dans son jugement n° 2104567"
		f.d.court.Kind = corpus.TA
	}
	if f.d.court.Kind == corpus.TA && len(f.d.dockets) > 0 { // the number says much, though not of which tribunal
		g := *f
		g.dropped, g.c.Confidence = false, 0.95
		r.resolved(g)
		return
	}
	if r.ctx.Date != "" && f.d.date == r.ctx.Date || f.d.noun == "decision" && f.d.court.Kind == "" {
		return // the present decision, or that of a body that is no court
	}
	f.dropped = false
	f.c.Unresolved = "no court: of which court?"
}

// administrativeCase reports whether the text is of the administrative courts.
func (r *reader) administrativeCase() bool {
	switch r.ctx.Court.Kind {
	case corpus.CE, corpus.CAA, corpus.TA:
		return true
	}
	return strings.Contains(r.s, "cour administrative d'appel") || strings.Contains(r.s, "tribunal administratif")
}

// tribunalNumber reports whether the only number is one that administrative tribunals give:
// two digits for the year, five for the case.
func tribunalNumber(list []docket) bool {
	return len(list) == 1 && list[0].kind == "" && len(list[0].id) == 7 && strings.IndexByte(list[0].id, '-') < 0
}

// courtOf looks for the court of a mention without one.
func (r *reader) courtOf(f *found) (corpus.Court, bool) {
	for _, dk := range f.d.dockets {
		if i, ok := r.numbers[dk.id]; ok && r.out[i].d.court.Kind != "" {
			return r.out[i].d.court, true
		}
	}
	if f.d.date != "" {
		i := -1
		if l, ok := r.days[f.d.date]; ok {
			i = l.first
		}
		for ; i >= 0; i = r.out[i].nextOfDay {
			g := &r.out[i]
			if c := g.d.court; c.Kind.HasPlace() && c.Place == "" || !fits(f.d.noun, g.d.court.Kind) || f.d.court.Kind != "" && f.d.court.Kind != g.d.court.Kind {
				continue
			}
			return g.d.court, true
		}
		for _, k := range r.ctx.Own {
			if p, err := k.Parts(); err == nil && p.ID == string(f.d.date) && fits(f.d.noun, corpus.CourtKind(p.Head)) {
				return r.ctx.Court, true
			}
		}
	}
	if f.d.placeless {
		return r.appealBefore(f.start)
	}
	if c, ok := r.sameAppeal(f); ok {
		return c, true
	}
	if f.d.court.Kind != "" {
		c := r.seats[f.d.court.Kind]
		return c, c.Place != "" && c.Place != "?"
	}
	for _, of := range [...]func(*reader, *found) (corpus.Court, bool){(*reader).present, (*reader).judgeAhead, (*reader).counsellor} {
		if court, ok := of(r, f); ok {
			return court, true
		}
	}
	if f.d.noun == "ordonnance" || f.d.noun == "jugement" {
		if c, ok := r.ruler(f); ok {
			return c, true
		}
		if h := f.heard; h.noun == f.d.noun && f.start-h.end < 400 && f.start >= h.end && f.d.court.Kind == "" {
			return h.court, true
		}
		if c := r.onlyFirstInstance(); f.d.noun == "jugement" && (f.d.attacked || r.theTribunal(f.end)) && c.Place != "" {
			return c, true
		}
	}
	return corpus.Court{}, false
}

// rulerReach is how far behind its court "par jugement" stands at most, in bytes.
const rulerReach = 250

// ruler is the court of first instance that the same sentence names before "par jugement
// du …", as the one that ruled: "le tribunal judiciaire de Nantes a transmis, par jugement
// du …".
func (r *reader) ruler(f *found) (corpus.Court, bool) {
	h := f.subject
	if h.end == 0 || f.start < h.end || f.start-h.end > rulerReach || !fits(f.d.noun, h.court.Kind) || r.sentenceEnds(h.end, f.start) {
		return corpus.Court{}, false
	}
	switch b := r.back(f.start); r.s[r.wordBefore(b):b] {
	case "par":
		return h.court, true
	case "un", "une", "son":
		b = r.back(r.wordBefore(b))
		return h.court, r.s[r.wordBefore(b):b] == "par"
	}
	return corpus.Court{}, false
}

// theTribunal reports whether the subject behind the day at i is the court that was
// named before: "par jugement du …, le tribunal a débouté".
func (r *reader) theTribunal(i int) bool {
	e, ok := r.lit(r.any(i, ","), "le", "ce")
	if !ok {
		return false
	}
	e, ok = r.lit(r.blank(e), "tribunal")
	if !ok {
		return false
	}
	_, ok = r.lit(r.blank(e), "a", "avait", "s", "dit", "rejette", "deboute", "condamne")
	return ok
}

// present reports whether a mention without a court means the court that is
// deciding: its own interlocutory orders, and "par arrêt du …, la cour".
func (r *reader) present(f *found) (corpus.Court, bool) {
	c := r.ctx.Court
	if c.Place == "" || f.d.date == r.ctx.Date || f.d.court.Kind != "" {
		return c, false
	}
	words := r.s[f.start:min(f.end+50, len(r.s))]
	switch {
	case f.d.noun != "" && fits(f.d.noun, c.Kind) && (ownWords(r.s[f.start:f.end]) || r.at(f.end) == ',' && strings.HasPrefix(r.s[r.blank(f.end+1):], "la chambre ") && ownWords(words)): // "par arrêt du …, la chambre correctionnelle de cette cour", "l'arrêt de cette cour du 6 mai 2014"
		return c, true
	case f.d.noun == "ordonnance" && fits("jugement", c.Kind):
		return c, true
	case f.d.noun == "jugement" && fits("jugement", c.Kind) && strings.Contains(words, "avant dire droit"):
		return c, true
	case f.d.noun == "jugement" && c.Kind == corpus.TA && len(f.d.dockets) > 0:
		return c, true
	case c.Kind != corpus.CA:
		return c, false
	case containsAny(words, "conseiller de la mise en etat", "magistrat de la mise en etat", "president de la chambre"):
		return c, true
	}
	j := r.any(f.end, ",")
	if e, ok := r.lit(j, "la"); ok && f.d.noun == "arret" {
		if e, ok := r.lit(r.blank(e), "cour"); ok {
			return c, r.at(r.blank(e)) != 'd' // not "la cour d'appel de …", "la cour de cassation"
		}
	}
	return c, false
}

// ownWords reports whether a mention names the court that is deciding by pointing at it.
func ownWords(words string) bool {
	return containsAny(words, " cette cour", " presente cour", " notre cour", " cour de ceans", " cette chambre", " ce siege", " ce tribunal", " present tribunal", " tribunal de ceans")
}

// containsAny reports whether a text has one of the words.
func containsAny(text string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// onlyFirstInstance is the one court of first instance that the text names, if
// it names one only.
func (r *reader) onlyFirstInstance() corpus.Court {
	var only corpus.Court
	for kind, c := range r.seats {
		if !fits("jugement", kind) {
			continue
		}
		if only.Kind != "" || c.Place == "?" {
			return corpus.Court{}
		}
		only = c
	}
	return only
}
