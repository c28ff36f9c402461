package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// conseil is an invented decision of the Conseil d'État that annuls the arrêt and the
// judgment, in the style of before 2019 or of now.
func conseil(asked string) string {
	return "CONSEIL D'ÉTAT\n\nN° 418768\n\n3ème chambre jugeant seule\n\nLecture du 9 septembre 2031\n\n" + asked +
		"\n\nVu les autres pièces du dossier ;\n\n1. Considérant que le moyen est fondé (CE, 6 juillet 2029, n° 409658) ;\n\nDÉCIDE :\n\n" +
		"Article 1er : L'arrêt n° 29NC04827 du 1er avril 2030 de la cour administrative d'appel de Nancy est annulé.\n\n" +
		"Article 2 : Le jugement n° 2801856 du 6 février 2029 du tribunal administratif de Besançon est annulé.\n"
}

// TestPublicReview wants the decision that is attacked, and no other, under review.
func TestPublicReview(t *testing.T) {
	x := extractor(t)
	const old = "Vu le pourvoi, enregistré le 21 mai 2030, présenté par la commune de Brézolles, qui demande au Conseil d'État :\n\n"
	for _, c := range []struct{ name, text, want string }{
		{"the demand names it", conseil(old + "1°) d'annuler l'arrêt n° 29NC04827 du 1er avril 2030 par lequel la cour administrative d'appel de Nancy a rejeté l'appel formé contre le jugement n° 2801856 du 6 février 2029 du tribunal administratif de Besançon ;"),
			"caa/29NC04827"},
		{"the procedure names it", conseil("Vu la procédure suivante :\n\nPar un jugement n° 2801856 du 6 février 2029, le tribunal administratif de Besançon a rejeté sa demande.\n\nPar un arrêt n° 29NC04827 du 1er avril 2030, la cour administrative d'appel de Nancy a rejeté l'appel formé contre ce jugement.\n\nPar un pourvoi, enregistré le 21 mai 2030, la commune de Brézolles demande au Conseil d'État d'annuler cet arrêt."),
			"caa/29NC04827"},
		{"two pourvois, two arrêts", conseil(old + "1°) d'annuler l'arrêt n° 29NC04827 du 1er avril 2030 de la cour administrative d'appel de Nancy ;\n\n2°) d'annuler l'arrêt n° 29NC04900 du 1er avril 2030 de la cour administrative d'appel de Nancy ;"),
			"caa/29NC04827 caa/29NC04900"},
		{"a judgment in last resort", conseil(old + "1°) d'annuler le jugement n° 2801856 du 6 février 2029 par lequel le tribunal administratif de Besançon a rejeté sa demande ;"),
			"ta/besancon/2801856"},
	} {
		d := x.Extract(&corpus.Document{Text: c.text})
		var got []string
		for _, m := range d.Citations {
			if m.UnderAppeal && !slices.Contains(got, string(m.Key)) {
				got = append(got, string(m.Key))
			}
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: under review %q, want %q", c.name, s, c.want)
		}
		if d.Contested == nil || !strings.HasPrefix(c.want, string(d.Contested.Keys()[0])) {
			t.Errorf("%s: contested %+v, want %s", c.name, d.Contested, c.want)
		}
	}
}
