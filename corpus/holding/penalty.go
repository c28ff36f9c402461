package holding

import (
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
)

// astreinte finds a period penalty in folded text: "sous astreinte provisoire de 100
// euros par jour de retard", "une astreinte de 50 ~ par infraction". The groups are
// those of euros, and what it is for.
var astreinte = re2.MustCompile(`\bastreintes? (?:[a-z]+ ){0,3}?(?:de |d'un montant de |fixee a )(\d{1,3}(?:[ .']\d{3})+|\d{1,12})(?:,(\d{1,2}))? ?(?:\([a-z -]{3,60}\) ?)?(?:euros?\b|eur\b|~)(?: ?(\d{2})\b)? par (jour|semaine|mois|infraction|document|manquement|acte)`)

// penalty gives the astreinte of an order; nil when it has none.
func (f *Finder) penalty(words string) *corpus.Penalty {
	if !strings.Contains(words, "astreinte") {
		return nil
	}
	m := astreinte.FindStringSubmatchIndex(words)
	if m == nil {
		return nil
	}
	cents, ok := centsOf(words, m)
	if !ok {
		return nil
	}
	return &corpus.Penalty{AmountCents: cents, Per: words[m[8]:m[9]]}
}

// delay finds a time to obey in folded text: "dans le delai de quinze jours a compter de
// la signification", "sous huitaine" is none. The groups are the number, the unit and
// from when it runs.
var delay = re2.MustCompile(`\b(?:(?:dans|passe) (?:le|un) delai (?:maximum |maximal |imperatif )?d(?:e |')|dans les |sous (?:un delai d(?:e |'))?)([a-z]{2,12}|\d{1,3})(?: \([a-z0-9 ]{1,20}\))? (jours?|semaines?|mois|ans?)\b(?: (?:francs?|ouvres|ouvrables|calendaires))?(?:,? ((?:a compter|suivant|apres|a partir) [^,;.\n]{2,80}))?`)

// month finds the time of one month that needs no number: "dans le mois de la
// notification". The group is from when it runs.
var month = re2.MustCompile(`\bdans le mois ((?:de (?:la|l'|sa|son)|du|suivant|qui suit|a compter)\b[^,;.\n]{2,80})`)

// deadline gives the time in which the order between two bytes of the folded text is to
// be obeyed; nil when it says none.
func (f *Finder) deadline(t *fold.Text, from, to int) *corpus.Deadline {
	words := t.Folded[from:to]
	if !strings.Contains(words, "delai") && !strings.Contains(words, "sous ") && !strings.Contains(words, "dans le") {
		return nil
	}
	m := delay.FindStringSubmatchIndex(words)
	if m == nil {
		if m = month.FindStringSubmatchIndex(words); m != nil {
			return &corpus.Deadline{Number: 1, Unit: "mois", From: t.Span(from+m[2], from+m[3]).Of(t.Original)}
		}
		return nil
	}
	number, unit := words[m[2]:m[3]], words[m[4]:m[5]]
	n, ok := numberWords[number]
	if !ok {
		var err error
		if n, err = strconv.Atoi(number); err != nil || n == 0 {
			return nil
		}
	}
	d := &corpus.Deadline{Number: n, Unit: unit}
	if unit != "mois" {
		d.Unit = strings.TrimSuffix(unit, "s")
	}
	if m[6] >= 0 {
		d.From = t.Span(from+m[6], from+m[7]).Of(t.Original)
	}
	return d
}

// numberWords are the numbers that orders write in words.
var numberWords = map[string]int{"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
	"neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20,
	"trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
