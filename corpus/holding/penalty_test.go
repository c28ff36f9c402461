package holding

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/google/go-cmp/cmp"
)

func TestPenalty(t *testing.T) {
	f := load(t)
	for text, want := range map[string]*corpus.Penalty{
		"sous astreinte de 100 euros par jour de retard":                         {AmountCents: 10_000, Per: "jour"},
		"sous astreinte provisoire de 1 500,50 € par infraction constatée":       {AmountCents: 150_050, Per: "infraction"},
		"et ce sous une astreinte définitive de 200 (deux cents) euros par mois": {AmountCents: 20_000, Per: "mois"},
		"sous astreinte":                                nil,
		"la somme de 100 euros par jour":                nil,
		"LIQUIDE l'astreinte à la somme de 2 000 euros": nil,
	} {
		if diff := cmp.Diff(want, f.penalty(fold.New(text).Folded)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func deadlineOf(f *Finder, text string) *corpus.Deadline {
	t := fold.New(text)
	return f.deadline(t, 0, len(t.Folded))
}

func TestDeadline(t *testing.T) {
	f := load(t)
	for text, want := range map[string]*corpus.Deadline{
		"sous astreinte de 50 euros par jour de retard passé le délai de deux mois":                           {Number: 2, Unit: "mois"},
		"condamne M. Durieux à payer cette somme dans le mois de la signification du présent jugement":        {Number: 1, Unit: "mois", From: "de la signification du présent jugement"},
		"dans le délai de quinze jours à compter de la signification de la présente décision, sous astreinte": {Number: 15, Unit: "jour", From: "à compter de la signification de la présente décision"},
		"dans un délai maximum d'un mois suivant la notification":                                             {Number: 1, Unit: "mois", From: "suivant la notification"},
		"sous 8 jours":                        {Number: 8, Unit: "jour"},
		"dans les 48 heures":                  nil,
		"dans les deux mois":                  {Number: 2, Unit: "mois"},
		"sous le délai de deux (2) semaines":  nil,
		"dans le délai de deux (2) semaines":  {Number: 2, Unit: "semaine"},
		"hors délai de trois jours":           nil,
		"dans le délai prévu par le jugement": nil,
	} {
		if diff := cmp.Diff(want, deadlineOf(f, text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

// TestReported wants neither an astreinte nor a sum from the items that only repeat
// what the lower court ordered, and these items in the text of the order.
func TestReported(t *testing.T) {
	got := orders(load(t), `Infirme le jugement, sauf en ce qu'il :\n- interdit le passage sous astreinte de 500 euros par infraction,\n- alloue 300 euros ;\n\nRejette le surplus`)
	if len(got) != 2 {
		t.Fatalf("%d orders, want 2: %+v", len(got), got)
	}
	if h := got[0]; h.Penalty != nil || h.AmountCents != 0 || !strings.Contains(h.Text, "alloue 300 euros") {
		t.Errorf("got %+v", h)
	}
}

// TestUndone wants no astreinte and no time to obey of an order that takes back what
// another decision ordered, and that of the order behind it.
func TestUndone(t *testing.T) {
	got := orders(load(t), `CASSE ET ANNULE, mais seulement en ce qu'il ordonne à la société Lorme de remettre les plans à M. Durieux, dans le délai de huit jours à compter de sa signification, sous astreinte de 100 euros par jour de retard, l'arrêt rendu le 3 mai 2017 ;\n\nOrdonne à la société Lorme de remettre les plans dans le délai d'un mois sous astreinte de 50 euros par jour`)
	if len(got) != 2 {
		t.Fatalf("%d orders, want 2: %+v", len(got), got)
	}
	if h := got[0]; h.Penalty != nil || h.Deadline != nil || h.AmountCents != 0 {
		t.Errorf("got %+v %+v", h.Penalty, h.Deadline)
	}
	if h := got[1]; h.Penalty == nil || h.Penalty.AmountCents != 5000 || h.Deadline == nil {
		t.Errorf("got %+v", h)
	}
}
