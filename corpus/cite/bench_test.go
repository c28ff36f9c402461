package cite

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/fold"
)

// page is an invented page of reasons, with the density of citations of a real
// one.
const page = `Vu les articles 1103 et 1231-1 du code civil, ensemble l'article 6, § 1, de la Convention de sauvegarde des droits de l'homme et des libertés fondamentales ;

Attendu, selon l'arrêt attaqué (Rennes, 12 mars 2015), que la société Kerval a confié à la société Merlin, par contrat du 3 mai 2009, la maintenance de ses machines ; qu'un différend étant né sur la qualité des prestations, la première a assigné la seconde devant le tribunal de commerce de Lorient en paiement de dommages-intérêts ; que la société Merlin a soulevé la prescription et demandé reconventionnellement le paiement de trois factures ;

Attendu que, pour rejeter cette demande, l'arrêt retient que le courrier du 4 juin 2010 ne valait pas mise en demeure et que les parties étaient convenues d'un délai de trois mois ; qu'en se déterminant ainsi, sans rechercher, comme elle y était invitée, si le débiteur n'avait pas reconnu sa dette, la cour d'appel n'a pas donné de base légale à sa décision au regard de l'article 2240 du code civil, dans sa rédaction issue de la loi n° 2008-561 du 17 juin 2008 (Com., 9 juillet 2013, pourvoi n° 12-34.567) ;

Et attendu que la clause prévue à l'article 5 du contrat ne s'appliquait qu'aux retards de livraison ; que la demande d'indemnité fondée sur l'article 700 du même code sera rejetée ;

`

func BenchmarkFind(b *testing.B) {
	f := newFinder(b)
	t := fold.New(strings.Repeat(page, 500))
	b.SetBytes(int64(len(t.Original)))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(t, Context{})
	}
}

// BenchmarkFoldFind adds the folding that every text needs once.
func BenchmarkFoldFind(b *testing.B) {
	f := newFinder(b)
	s := strings.Repeat(page, 500)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(fold.New(s), Context{})
	}
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		newFinder(b)
	}
}
