package queries_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/attendu/attendu/queries"
	"github.com/google/go-cmp/cmp"
)

// TestReviewedOnce: a judgment that the appeal names by its number in the head and by its day
// in the text is one row of the history, though another judgment is of that day, too.
func TestReviewedOnce(t *testing.T) {
	judgment := func(number string) string {
		return "TRIBUNAL JUDICIAIRE DE NIORT\n\nJUGEMENT DU 12 MARS 2021\n\nN° RG " + number + "\n\nDEMANDERESSE :\n\nMadame Odile Perle\n\n" +
			"DÉFENDERESSE :\n\nSARL Kerval\n\nMOTIFS\n\nL'article 1240 du code civil est applicable (" + number + ").\n\nPAR CES MOTIFS\n\nRejette la demande.\n"
	}
	lib := ofTexts(t, map[string]string{"a.txt": judgment("19/01234"), "b.txt": judgment("19/05678"),
		"ca.txt": "COUR D'APPEL DE BORDEAUX\n\nARRÊT DU 5 MAI 2023\n\nN° RG 21/02345\n\n" +
			"Décision déférée à la Cour : Jugement du 12 mars 2021 - Tribunal judiciaire de Niort - RG n° 19/01234\n\nAPPELANTE :\n\nMadame Odile Perle\n\n" +
			"INTIMÉE :\n\nSARL Kerval\n\nEXPOSÉ DU LITIGE\n\nPar jugement du 12 mars 2021, le tribunal judiciaire de Niort a rejeté sa demande.\n\n" +
			"PAR CES MOTIFS\n\nConfirme le jugement rendu le 12 mars 2021 par le tribunal judiciaire de Niort.\n"})
	out := filepath.Join(t.TempDir(), "x")
	exported(t, lib, out, queries.ExportRequest{Formats: []string{"csv"}, Tables: []string{"history"}})
	var got []string
	for _, r := range csvRows(t, filepath.Join(out, "history.csv")) {
		got = append(got, r["reviewed"])
	}
	if want := []string{"tj/niort/19-01234"}; !slices.Equal(got, want) {
		t.Errorf("reviewed: %v, want %v", got, want)
	}
}

// TestExportEnding: the history tells of a cassation without remand that nobody rules anew,
// and what the Cour itself does to the judgment below; of one with remand it tells neither.
func TestExportEnding(t *testing.T) {
	cassation := func(number, orders string) string {
		return "COUR DE CASSATION, CHAMBRE SOCIALE, 16 mars 2022\n\nPourvoi n° " + number + "\n\nMme Odile Perle, domiciliée à Niort, a formé le pourvoi n° " + number +
			" contre l'arrêt rendu le 5 mai 2021 par la cour d'appel de Bordeaux, dans le litige l'opposant à la société Kerval, défenderesse à la cassation.\n\n" +
			"Vu l'article 1240 du code civil :\n\nLa cour d'appel a violé le texte susvisé.\n\nPAR CES MOTIFS, la Cour :\n\n" + orders
	}
	lib := ofTexts(t, map[string]string{
		"without.txt": cassation("20-11.111", "CASSE ET ANNULE, en toutes ses dispositions, l'arrêt rendu le 5 mai 2021, entre les parties, par la cour d'appel de Bordeaux ;\n\n"+
			"DIT n'y avoir lieu à renvoi ;\n\nCONFIRME le jugement rendu le 12 mars 2019 par le conseil de prud'hommes de Niort ;\n"),
		"with.txt": cassation("20-22.222", "CASSE ET ANNULE, en toutes ses dispositions, l'arrêt rendu le 5 mai 2021, entre les parties, par la cour d'appel de Bordeaux ;\n\n"+
			"Remet l'affaire et les parties dans l'état où elles se trouvaient avant cet arrêt et les renvoie devant la cour d'appel de Poitiers ;\n"),
	})
	out := filepath.Join(t.TempDir(), "x")
	exported(t, lib, out, queries.ExportRequest{Formats: []string{"csv"}, Tables: []string{"history"}})
	got := map[string][]string{}
	for _, r := range csvRows(t, filepath.Join(out, "history.csv")) {
		got[r["decision"]] = []string{r["outcome"], r["ending"], r["ending_text"], r["below_outcome"], r["below_in_part"], r["below_text"]}
	}
	want := map[string][]string{
		"cass/20-11111": {"quashed", "true", "DIT n'y avoir lieu à renvoi", "confirmed", "false",
			"CONFIRME le jugement rendu le 12 mars 2019 par le conseil de prud'hommes de Niort"},
		"cass/20-22222": {"quashed", "false", "", "", "false", ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// ofTexts makes a library of files, by their names.
func ofTexts(t *testing.T, files map[string]string) *queries.Library {
	t.Helper()
	dir, lib := t.TempDir(), memory(t)
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	adding(t, lib, queries.AddOptions{}, dir)
	return lib
}
