package use

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

func load(t testing.TB) *Finder {
	t.Helper()
	f, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// marked reads a text in which mentions stand in brackets; a mark before the closing
// bracket names another speaker: [article 3|partie].
func marked(s string, zone corpus.ZoneKind) (*fold.Text, []corpus.Citation) {
	var text strings.Builder
	var list []corpus.Citation
	for s != "" {
		head, rest, found := strings.Cut(s, "[")
		text.WriteString(head)
		if s = rest; !found {
			break
		}
		mention, rest, _ := strings.Cut(rest, "]")
		mention, speaker, said := strings.Cut(mention, "|")
		c := corpus.Citation{Text: mention, Zone: zone, Speaker: corpus.Cour}
		if said {
			c.Speaker = corpus.Speaker(speaker)
		}
		if strings.HasPrefix(mention, "ordonnance") {
			c.Key = "ordonnance/2016-131"
		}
		c.Start = text.Len()
		text.WriteString(mention)
		c.End = text.Len()
		list, s = append(list, c), rest
	}
	return fold.New(text.String()), list
}

// TestRules reads each example and counter-example of the table.
func TestRules(t *testing.T) {
	f := load(t)
	rows, err := table.ReadFile(files, "uses.tsv", "use", "zone", "place", "words", "unless", "examples", "counters")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		zone := corpus.ZoneKind(r.Get("zone"))
		if zone == "" {
			zone = corpus.Motifs
		}
		if err := r.Check(func(example string) bool {
			text, list := marked(example, zone)
			f.Find(text, list)
			return len(list) == 1 && string(list[0].Use) == r.Get("use")
		}); err != nil {
			t.Error(err)
		}
		if r.Get("counters") == "" {
			t.Error(r.Errorf("no counter-example"))
		}
	}
}

func TestFind(t *testing.T) {
	f := load(t)
	for _, c := range []struct {
		zone corpus.ZoneKind
		text string
		want string // the uses, in order
	}{
		{corpus.Motifs, "Vu les [articles 808] et [809 du code de procédure civile], l'[article 1240 du code civil] ;\n\nAttendu que l'[article 1240 du code civil] oblige à réparer ;", "visa visa visa applied"},
		{corpus.Motifs, "Vu l'[article 1147 du code civil], dans sa rédaction antérieure à celle issue de l'[ordonnance n° 2016-131 du 10 février 2016], et l'[article 9 du même code] :\n\n5. L'[article 1147] suppose une faute.", "visa applied visa applied"},
		{corpus.Motifs, "Réponse de la Cour\nVu l'[article 455 du code de procédure civile] :\nSelon l'[article 455 du code de procédure civile]", "visa applied"},
		{corpus.Motifs, "Vu l'[article 455 du code de procédure civile] ; Attendu que l'[article 4 du même code] est méconnu", "visa applied"},
		{corpus.Motifs, "L'[article L. 1235-3|partie] n'est pas applicable selon elle.", "invoked"},
		{corpus.Motifs, "L'arrêt retient que l'[article 1240|juge-attaque] n'est pas applicable.", "reported"},
		{corpus.Motifs, "« Vu l'[article 1240|citation] »", "quoted"},
		{corpus.Motifs, "Les [articles 1240] et [1241 du code civil] ne sont pas applicables.", "rejected rejected"},
		{corpus.Motifs, "La demande n'est pas applicable. L'[article 1240 du code civil] prévoit la réparation.", "applied"},
		{corpus.Motifs, "Il n'y a pas lieu à renvoi. L'[article 1240 du code civil] prévoit la réparation.", "applied"},
		{corpus.Motifs, "Il n'y a pas lieu à application de l'[art. 700 du C.P.C.]", "rejected"},
		{corpus.Dispositif, "Déboute M. Darc de ses demandes ;\nCondamne M. Darc à payer 800 euros en application de l'[article 700 du code de procédure civile] ;", "visa"},
		{corpus.Dispositif, "Déboute M. Darc de ses demandes,\nDit n'y avoir lieu à application de l'[article 700 du code de procédure civile],\nRappelle que l'[article 514 du même code] rend la décision exécutoire.", "rejected applied"},
		{corpus.Dispositif, "Vu l'[article 700 du code de procédure civile], rejette la demande de Mme Vial et la condamne à payer 500 euros ;", "visa"},
		{corpus.Dispositif, "CASSE ET ANNULE, mais seulement en ce qu'il condamne la société Vial au titre de l'[article 700 du code de procédure civile], l'arrêt rendu le 3 mai 2012 ;\n\nVu l'[article 700 du code de procédure civile], condamne Mme Darc à payer 500 euros ;", "reported visa"},
		{corpus.Dispositif, "Confirme le jugement en ce qu'il a condamné Mme Darc, y ajoutant, condamne Mme Darc à payer 500 euros sur le fondement de l'[article 700 du code de procédure civile] ;", "visa"},
		{corpus.Entete, "Vu :\n- le [code de justice administrative] ;", "recited"},
		{corpus.Expose, "Par acte du 3 mai 2012, fondé sur l'[article 145 du code de procédure civile]", "recited"},
		{corpus.Expose, "Par arrêt du 3 mai 2012, la Cour de cassation a cassé cet arrêt, au visa de l'[article 1382], devenu [1240 du code civil], mais seulement en ce qu'il rejette les demandes de Mme Vial.", "reported reported"},
		{corpus.Expose, "La Cour de cassation a cassé l'arrêt. Mme Vial agit sur le fondement de l'[article 1240 du code civil]", "recited"},
		{corpus.Expose, "La Cour de cassation a cassé l'arrêt rendu par le [tribunal judiciaire de Laval, le jugement du 6 juillet 2021] ;", "recited"},
		{corpus.Motifs, "L'arrêt ayant été cassé, il est statué au visa de l'[article 1240 du code civil].", "visa"},
		{corpus.Motifs, "La Cour de cassation a cassé le [tribunal d'instance de Laval, jugement du 6 juillet 2012].", "reported"},
		{corpus.Motifs, "Vu l'[article R. 1452-6 du code du travail], dans sa rédaction antérieure au [ordonnance n° 2016-131 du 10 février 2016], et l'[article 9 du code civil] :", "visa applied visa"},
		{corpus.Motifs, "[article 9]", "applied"},
		{corpus.Dispositif, "Dit n'y avoir lieu à renvoi devant le [tribunal judiciaire de Laval, le jugement du 6 juillet 2021] ;", "applied"},
	} {
		text, list := marked(c.text, c.zone)
		if strings.HasPrefix(list[0].Text, "tribunal") {
			list[0].Key = "tj/laval/2021-07-06"
		}
		f.Find(text, list)
		var got []string
		for _, x := range list {
			got = append(got, string(x.Use))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, strings.Join(got, " "), c.want)
		}
	}
}

// FuzzFind: every citation gets a use, whatever the text; what is not the court's is
// told by who speaks alone.
func FuzzFind(f *testing.F) {
	finder := load(f)
	f.Add("Vu l'[article 3] ; rejette [12|partie]\n\n. [x", true)
	f.Add("\xff[\xffé]\u00ad[œ]", false)
	f.Fuzz(func(t *testing.T, s string, dispositif bool) {
		zone := corpus.Motifs
		if dispositif {
			zone = corpus.Dispositif
		}
		text, list := marked(s, zone)
		finder.Find(text, list)
		for _, c := range list {
			if base := corpus.UseOf(c.Zone, c.Speaker); c.Use == "" || c.Speaker != corpus.Cour && c.Use != base {
				t.Fatalf("%q: the use of %q is %q", s, c.Text, c.Use)
			}
		}
	})
}
