package holding

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

// marked reads a text in which mentions stand in brackets by their key; "// " parts the
// reasons from the orders. A mention is a visa where "vu " stands in its sentence before
// it, in the dispositif too.
func marked(s string) Input {
	var in Input
	var text strings.Builder
	zone, begun := corpus.Dispositif, 0
	if strings.Contains(s, "// ") {
		zone = corpus.Motifs
	}
	end := func() {
		in.Zones = append(in.Zones, corpus.Zone{Zone: zone, Span: corpus.Span{Start: begun, End: text.Len()}})
		begun = text.Len()
	}
	for s != "" {
		i := strings.IndexAny(s, "[/")
		if i < 0 {
			i = len(s)
		}
		text.WriteString(s[:i])
		switch s = s[i:]; {
		case strings.HasPrefix(s, "// "):
			end()
			zone, s = corpus.Dispositif, s[3:]
		case strings.HasPrefix(s, "["):
			key, rest, _ := strings.Cut(s[1:], "]")
			said := strings.ToLower(text.String())
			c := corpus.Citation{Key: corpus.Key(key), Zone: zone, Speaker: corpus.Cour, Use: corpus.Applied}
			if strings.Contains(said[strings.LastIndexAny(said, ".;\n")+1:], "vu ") {
				c.Use = corpus.Visa
			}
			c.Start = text.Len()
			text.WriteString("article " + key[strings.Index(key, "/")+1:])
			c.End, s = text.Len(), rest
			in.Citations = append(in.Citations, c)
		case s != "":
			text.WriteString("/")
			s = s[1:]
		}
	}
	text.WriteString(" ;\n")
	end()
	in.Text, in.Parties = fold.New(text.String()), people
	return in
}

// TestHeads reads the examples and counter-examples of heads.tsv.
func TestHeads(t *testing.T) {
	f := load(t)
	each(t, "heads.tsv", func(r table.Row) error {
		return r.Check(func(example string) bool {
			in, provisions := marked(example), r.List("provisions")
			for _, h := range f.Find(in) {
				rests := slices.ContainsFunc(h.Bases, func(k corpus.Key) bool { return slices.Contains(provisions, string(k)) })
				switch {
				case r.Get("head") == effects:
					return h.Kind == corpus.Cassation && len(h.Bases) == 0
				case r.Get("head") == string(h.Kind):
					return rests && len(h.Bases) == 1
				}
			}
			return false
		})
	})
}

// TestRestsOn: the basis of a cassation is the visa; what an order only names is none, and
// each of two heads has its own.
func TestRestsOn(t *testing.T) {
	f := load(t)
	const quashed = ", l'arrêt rendu le 3 mai 2016, entre les parties, par la cour d'appel de Nancy"
	for _, c := range []struct{ text, want string }{
		{"Vu l'[code-civil/1240] ; // CASSE ET ANNULE, mais seulement en ce qu'il condamne la société Lorme au titre de l'[code-de-procedure-civile/700]" + quashed,
			"cassation-partielle code-civil/1240"},
		{"Vu les [code-civil/1240] et [code-civil/1241] ; Il résulte de l'[code-civil/9] ; // CASSE ET ANNULE, sauf en ce qu'il statue sur l'[code-du-travail/L2315-86]" + quashed + " ;\n\nEn application de l'[code-de-procedure-civile/700], rejette la demande de la société Lorme et la condamne à payer à M. Durieux la somme de 900 euros",
			"cassation-partielle code-civil/1240 code-civil/1241, frais-irrepetibles code-de-procedure-civile/700, frais-irrepetibles code-de-procedure-civile/700"},
		{"Infirme le jugement sauf en ce qu'il a mis une indemnité au titre de l'[code-de-procedure-civile/700] à la charge de la société Lorme",
			"infirmation-partielle"},
		{"Confirme le jugement en ce qu'il a fait application de l'[code-civil/1240]", "confirmation-partielle"},
		{"Condamne la société Lorme aux dépens d'appel et à payer à M. Durieux la somme de 900 euros au titre de l'[code-de-procedure-civile/700]",
			"depens, frais-irrepetibles code-de-procedure-civile/700"},
		{"Déboute M. Durieux de sa demande fondée sur l'[code-civil/1240] et condamne la société Lorme aux dépens", "deboute code-civil/1240, depens"},
		{"Annule la clause en application de l'[code-civil/1171]", "annulation code-civil/1171"},
		{"Confirme l'ordonnance [tj/nancy/2016-05-03]", "confirmation"},
	} {
		var got []string
		for _, h := range f.Find(marked(c.text)) {
			got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s", h.Kind, strings.Trim(fmt.Sprint(h.Bases), "[]"))))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}
