package party

import (
	"fmt"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// counselled prints parties with counsel and number.
func counselled(text string, all []corpus.Party) string {
	var out []string
	for _, p := range all {
		s := p.Name
		for _, c := range p.RepresentedBy {
			if clean(c.Of(text)) != c.Name {
				s += " <does not lie at its span>"
			}
			s += fmt.Sprintf(" + %s (%s)", c.Name, c.Bar)
		}
		if p.Siren != "" {
			s += " = " + p.Siren
			if digits := strings.NewReplacer(" ", "", ".", "").Replace(p.SirenAt.Of(text)); digits != p.Siren {
				s += " <does not lie at its span>"
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// TestCounsel reads who represents whom, at which bar, and under which number a
// company is registered; what may be another's is left out.
func TestCounsel(t *testing.T) {
	f := load(t)
	const head = "APPELANTE :\n\n"
	for _, c := range []struct {
		kind       corpus.CourtKind
		text, want string
	}{
		{corpus.CA, head + "S.A.R.L. Lorme, immatriculée au RCS de Nancy sous le n° 552 100 554, dont le siège est à Nancy\n\nreprésentée par Me Anne BRUNEL de la SELARL BRUNEL AVOCATS, avocat au barreau de NANCY, toque : 12, substitué par Me Aubry\n\nINTIMÉ :\n\nM. Paul Durieux\n\nAyant pour avocat plaidant : Maître Perrin, avocate inscrite au barreau d'Épinal\n\nCOMPOSITION DE LA COUR :\n\nMe Grall, avocat",
			"S.A.R.L. Lorme + Me Anne BRUNEL de la SELARL BRUNEL AVOCATS (NANCY) = 552100554; M. Paul Durieux + Maître Perrin (Épinal)"},
		{corpus.CA, head + "SAS Lorme, inscrite au RCS de Nancy sous le numéro 552 100 555\n\nINTIMÉ :\n\nSELARL Brume, ès qualités de liquidateur de la SAS Kerval, immatriculée au RCS de Nancy sous le numéro 552 100 554\n",
			"SAS Lorme; SELARL Brume"}, // a wrong key; another's number
		{corpus.CA, "APPELANTS :\n\nM. Paul Durieux\n\nMme Claire Durieux\n\ntous deux représentés par Me Brunel, avocat au barreau de Nancy\n\nINTIMÉS :\n\nM. Luc Masson\n\nMme Odile Perle\nreprésentée par Me Aubry, avocat au barreau de Toul\n",
			"M. Paul Durieux + Me Brunel (Nancy); Mme Claire Durieux + Me Brunel (Nancy); M. Luc Masson; Mme Odile Perle + Me Aubry (Toul)"},
		{corpus.CA, "INTIMÉS :\n\nM. Luc Masson\nDéfaillant\n\nS.A.S. Lorme, prise en la personne de ses représentants légaux\nReprésentée par Me Aubry\n\nMme Odile Perle\nNon comparante\n\nM. Paul Durieux\n\nMme Claire Durieux\n\ntous deux représentés par Me Brunel\n",
			"M. Luc Masson; S.A.S. Lorme + Me Aubry (); Mme Odile Perle; M. Paul Durieux + Me Brunel (); Mme Claire Durieux + Me Brunel ()"},
		{corpus.CA, head + "Le syndicat des copropriétaires de la résidence du Val, représenté par son syndic, le Cabinet Perrin, SAS\n\nreprésenté par Me Brunel\n",
			"syndicat des copropriétaires de la résidence du Val + Me Brunel ()"},
		{corpus.CA, "Dans l'affaire opposant :\n\nMonsieur Paul Durieux,\n\nMadame Claire Vautier épouse Durieux,\n\nSociété LORME HOLDING, représentée par son gérant,\n\nAyant pour avocat postulant : Me Luc PERRIN de la SELARL BRUNEL - AUBRY - PERRIN, avocat au barreau de LA ROCHELLE-ROCHEFORT, toque : C12\n\nà\n\nMonsieur Odilon Masson,\n\nAyant pour avocat plaidant : Me Anne GRALL de la SCP Grall, Roux et Morel, avocat au barreau de l'Essonne\n\nASSISTÉE de Mme Perle, greffière\n",
			"Monsieur Paul Durieux + Me Luc PERRIN de la SELARL BRUNEL - AUBRY - PERRIN (LA ROCHELLE-ROCHEFORT); Madame Claire Vautier épouse Durieux + Me Luc PERRIN de la SELARL BRUNEL - AUBRY - PERRIN (LA ROCHELLE-ROCHEFORT); Société LORME HOLDING + Me Luc PERRIN de la SELARL BRUNEL - AUBRY - PERRIN (LA ROCHELLE-ROCHEFORT); Monsieur Odilon Masson + Me Anne GRALL de la SCP Grall, Roux et Morel (Essonne)"},
		{corpus.CA, "APPELANTE :\n\nS.E.L.A.R.L. Brume ASSOCIES représentée par Maître Claire Brume, agissant ès qualités de liquidateur judiciaire de la SAS Lorme\n\nreprésentée par Me Anne GRALL, avocat au barreau de NANCY\n\nINTIMÉ :\n\nM. Paul Durieux,\n\nM. Luc Masson,\nreprésenté par Me Aubry\n",
			"S.E.L.A.R.L. Brume ASSOCIES + Me Anne GRALL (NANCY); M. Paul Durieux; M. Luc Masson + Me Aubry ()"},
		{corpus.CA, "ETRANGER :\n\nM. Paul Durieux\n\nné le 3 mai 1990 à Nancy\n\nVu la décision de M. LE PREFET DE LA MEUSE ;\n\nA l'audience publique de ce jour se sont présentés :\n\n- M. Paul Durieux, appelant, assisté de Me Anne GRALL, avocat de permanence commis d'office, présente lors du prononcé\n\n- M. LE PREFET DE LA MEUSE, intimé, représenté par Me Luc PERRIN, avocat au barreau de Nancy\n",
			"M. Paul Durieux + Me Anne GRALL (); PREFET DE LA MEUSE + Me Luc PERRIN (Nancy)"},
		{corpus.CA, head + "M. Paul Durieux\n\nINTIMÉ :\n\nM. Luc Masson\n\nCOMPOSITION DE LA COUR :\n\nCopie à Me Anne GRALL, avocat au barreau de Nancy, conseil de M. Paul Durieux, le 3 mai 2021\n",
			"M. Paul Durieux + Me Anne GRALL (Nancy); M. Luc Masson"},
		{corpus.TA, "Par une requête, enregistrée le 3 mai 2021, M. Paul Durieux, représenté par Me Brunel, demande au tribunal d'annuler la décision.\n\nPar un mémoire en défense, enregistré le 4 juin 2021, la commune de Brézolles, représentée par la SELARL Perrin, conclut au rejet.\n",
			"M. Paul Durieux + Me Brunel (); commune de Brézolles + SELARL Perrin ()"},
		{corpus.Cass, "ARRÊT DE LA COUR DE CASSATION, CHAMBRE SOCIALE, DU 3 MAI 2022\n\nLa société Lorme a formé le pourvoi n° D 21-10.001 contre l'arrêt rendu le 3 mai 2020 par la cour d'appel de Nancy, dans le litige l'opposant à M. Paul Durieux, défendeur à la cassation.\n\nSur le rapport de M. Roussel, conseiller, les observations écrites de la SCP Brunel, Aubry et de La Tour, avocat de la société Lorme, de Me Perrin, avocat de M. Durieux, et l'avis de Mme Grall, avocat général, la Cour a rendu le présent arrêt.\n",
			"société Lorme + SCP Brunel, Aubry et de La Tour (); M. Paul Durieux + Me Perrin ()"},
		{corpus.Cass, "ARRÊT DE LA COUR DE CASSATION, CHAMBRE SOCIALE, DU 3 MAI 2022\n\n1°/ M. [R] [W], domicilié à Nancy,\n\n2°/ Mme [B] [K], épouse [W], domiciliée à Nancy,\n\nont formé le pourvoi n° D 21-10.001 contre l'arrêt rendu le 3 mai 2020 par la cour d'appel de Nancy, dans le litige les opposant à MM. [L] et [P] [N], défendeurs à la cassation.\n\nSur le rapport de M. Roussel, conseiller, les observations écrites de la SCP Brunel, avocat de M. et Mme [W], de Me Perrin, avocat de MM. [L] et [P] [N], et l'avis de Mme Grall, avocat général, la Cour a rendu le présent arrêt.\n",
			"M. [R] [W] + SCP Brunel (); Mme [B] [K], épouse [W] + SCP Brunel (); [L] + Me Perrin (); [P] [N] + Me Perrin ()"},
		{corpus.Cass, "ARRÊT DE LA COUR DE CASSATION, CHAMBRE SOCIALE, DU 3 MAI 2022\n\n1°/ L'Association lorraine pour la gestion des foyers (ALGF), dont le siège est à Nancy,\n\n2°/ la société Kerval+Brume, dont le siège est à Nancy,\n\nont formé le pourvoi n° D 21-10.001 contre l'arrêt rendu le 3 mai 2020 par la cour d'appel de Nancy, dans le litige les opposant :\n\n1°/ au comité social et économique central de la société Kerval+Brume, dont le siège est à Nancy,\n\n2°/ à M. [X] [Y],\n\n3°/ à M. [Y] [G],\n\n4°/ à Mme [Z] [Y],\n\n5°/ au syndicat Lorme,\n\n6°/ à Habitat lorrain, dont le siège est à Nancy,\n\ndéfendeurs à la cassation.\n\nSur le rapport de M. Roussel, conseiller, les observations de la SCP Brunel et Aubry, avocat de l'ALGF, de la SAS Grall, avocat de la société Kerval+Brume, de la SARL Cabinet Perrin, avocat du comité social et économique central de la société Kerval+Brume, de MM. [Y] et [G], ès qualités, et de Mme [Y], de Me Masson, avocat d'Habitat lorrain, et l'avis de Mme Roux, avocat général.\n",
			"Association lorraine pour la gestion des foyers (ALGF) + SCP Brunel et Aubry (); société Kerval+Brume + SAS Grall (); comité social et économique central de la société Kerval+Brume + SARL Cabinet Perrin (); M. [X] [Y] + SARL Cabinet Perrin (); M. [Y] [G] + SARL Cabinet Perrin (); Mme [Z] [Y] + SARL Cabinet Perrin (); syndicat Lorme; Habitat lorrain + Me Masson ()"},
		{corpus.Cass, "ARRÊT DE LA COUR DE CASSATION, CHAMBRE SOCIALE, DU 3 MAI 2022\n\nLa société Lorme a formé le pourvoi n° D 21-10.001 contre l'arrêt rendu le 3 mai 2020 par la cour d'appel de Nancy, dans le litige l'opposant :\n\n1°/ au syndicat des taxis lorrains, dont le siège est à Nancy,\n\n2°/ à M. Paul Durieux,\n\n3°/ à Mme Odile Perle,\n\n4°/ à la société Brume,\n\ndéfendeurs à la cassation.\n\nSur le rapport de M. Roussel, conseiller, les observations de la SCP Brunel, avocat de la société Lorme, de la SCP Aubry, avocat du syndicat des taxis lorrains et des deux autres défendeurs, de Me Grall, avocat de la société Brume, après débats.\n",
			"société Lorme + SCP Brunel (); syndicat des taxis lorrains + SCP Aubry (); M. Paul Durieux + SCP Aubry (); Mme Odile Perle + SCP Aubry (); société Brume + Me Grall ()"},
		{corpus.Cass, "LA COUR DE CASSATION, PREMIÈRE CHAMBRE CIVILE, a rendu l'arrêt suivant :\n\nAttendu, selon l'arrêt attaqué, que Mme X... et la société Lorme ont assigné M. Y... ; que M. Y... fait grief à l'arrêt de le condamner ;\n\nPAR CES MOTIFS :\n\nREJETTE le pourvoi ;\n\nCondamne M. Y... aux dépens ;\n\nMOYEN ANNEXE au présent arrêt\n\nMoyen produit au pourvoi principal par la SCP Brunel et Perrin, avocat aux Conseils, pour M. Y...\n\nMoyen produit au pourvoi incident par Me Aubry, avocat aux Conseils, pour Mme X..., et la société Brume, anciennement dénommée Lorme.\n\nIl est fait grief\n",
			"Mme X... + Me Aubry (); société Lorme + Me Aubry (); M. Y... + SCP Brunel et Perrin ()"},
		{corpus.Cass, "ARRÊT DE LA COUR DE CASSATION, CHAMBRE SOCIALE, DU 3 MAI 2022\n\n1°/ La société Lorme, dont le siège est à Nancy,\n\n2°/ la société Brume et fils, dont le siège est à Nancy,\n\nont formé le pourvoi n° D 21-10.001 contre l'arrêt rendu le 3 mai 2020 par la cour d'appel de Nancy, dans le litige les opposant à la CGT Lorme, défenderesse à la cassation.\n\nSur le rapport de M. Roussel, conseiller, les observations écrites de la SCP Brunel, avocat des sociétés Lorme et Brume et fils, et l'avis de Mme Grall, avocat général, la Cour a rendu le présent arrêt.\n",
			"société Lorme + SCP Brunel (); société Brume et fils + SCP Brunel (); CGT Lorme"},
		{corpus.TCom, "DEMANDEUR\n\nSA LORME\n12 rue Haute 92000 NANTERRE\ncomparant par SCP BRUNEL 24 rue de la Paix 75002 PARIS et par Me AUBRY Claire 10 avenue Foch 92200 NEUILLY\n\nDEFENDEURS\n\nLa Compagnie BRUME, S.A. dont le siège est à PARIS,\nreprésentée par Me PERRIN, Plaidant, avocat au barreau de PARIS, vestiaire : 12 et Me MASSON, avocat au barreau de LYON\n",
			"SA LORME + SCP BRUNEL () + Me AUBRY Claire (); Compagnie BRUME + Me PERRIN (PARIS) + Me MASSON (LYON)"},
		{corpus.TCom, "ENTRE :\nSAS LORME, dont le siège social est à Paris\nPartie demanderesse : assistée de Me Claire BRUNEL Avocat (D12) et comparant par la SELARL MASSON Avocats (P4)\nET :\nSA BRUME, dont le siège social est à Rungis\nPartie défenderesse, intervenante volontaire : comparant par Me Anne DELMAS Avocat (C1)\n\nAPRES EN AVOIR DELIBERE\n",
			"SAS LORME + Me Claire BRUNEL () + SELARL MASSON Avocats (); SA BRUME + Me Anne DELMAS ()"},
		{corpus.CPH, "Monsieur Théo LANGLOIS\nAssisté de Monsieur Gilles NORMAND (Défenseur syndical ouvrier)\n\nDEMANDEUR\n\nSAS LORME\nReprésentée par Mme Nadia VIALLE, munie d'un pouvoir\n\nDÉFENDEUR\n",
			"Monsieur Théo LANGLOIS + Monsieur Gilles NORMAND (); SAS LORME"},
	} {
		got := f.Find(Input{Text: fold.New(c.text), Court: corpus.Court{Kind: c.kind},
			Zones: []corpus.Zone{{Zone: corpus.Entete, Span: corpus.Span{End: len(c.text)}}}})
		if s := counselled(c.text, got); s != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// TestLuhn: nine digits with the right key, and nothing else.
func TestLuhn(t *testing.T) {
	for digits, want := range map[string]bool{"552100554": true, "732829320": true, "552100555": false, "000000000": false, "5521005": false} {
		if luhn([]byte(digits)) != want {
			t.Errorf("luhn(%s) is not %v", digits, want)
		}
	}
}
