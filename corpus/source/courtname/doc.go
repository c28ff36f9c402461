// Package courtname reads the name of a court as official metadata write it.
//
//	"Cour d'appel d'Aix-en-Provence"             ──▶  ca, Aix-en-Provence
//	"TRIBUNAL DE GRANDE INSTANCE DU MANS"        ──▶  tgi, Le Mans
//	"Chambre de l'instruction de la cour d'appel de Douai"  ──▶  ca, Douai
//
// Which words name which kind of court is data: forms.tsv. It reads labels, not
// running text; a name that it does not know has no kind and no place.
package courtname
