package cite

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/examples"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/source"
)

// page is an invented page of reasons, with the density of citations of a real
// one.
const page = `Vu les articles 1103 et 1231-1 du code civil, ensemble l'article 6, § 1, de la Convention de sauvegarde des droits de l'homme et des libertés fondamentales ;

Attendu, selon l'arrêt attaqué (Rennes, 12 mars 2015), que la société Kerval a confié à la société Merlin, par contrat du 3 mai 2009, la maintenance de ses machines ; qu'un différend étant né sur la qualité des prestations, la première a assigné la seconde devant le tribunal de commerce de Lorient en paiement de dommages-intérêts ; que la société Merlin a soulevé la prescription et demandé reconventionnellement le paiement de trois factures ;

Attendu que, pour rejeter cette demande, l'arrêt retient que le courrier du 4 juin 2010 ne valait pas mise en demeure et que les parties étaient convenues d'un délai de trois mois ; qu'en se déterminant ainsi, sans rechercher, comme elle y était invitée, si le débiteur n'avait pas reconnu sa dette, la cour d'appel n'a pas donné de base légale à sa décision au regard de l'article 2240 du code civil, dans sa rédaction issue de la loi n° 2008-561 du 17 juin 2008 (Com., 9 juillet 2013, pourvoi n° 12-34.567) ;

Et attendu que la clause prévue à l'article 5 du contrat ne s'appliquait qu'aux retards de livraison ; que la demande d'indemnité fondée sur l'article 700 du même code sera rejetée ;

`

// BenchmarkCite folds and reads real decisions, one after the other, as extract
// does; without ../shared/corpus our own examples. BenchmarkRegexp reads the same.
func BenchmarkCite(b *testing.B) {
	f := newFinder(b)
	texts, size := decisions(b)
	found := 0
	measure(b, size, func() int {
		found = 0
		for _, s := range texts {
			found += len(f.Find(fold.New(s), Context{}))
		}
		return found
	})
}

// plain is the least that a script would look for: articles of codes, statutes by
// number, pourvois. It knows no list, no abbreviation and no second mention.
var plain = regexp.MustCompile(`(?i)\barticles?\s+(?:[LRDA]\.?\s?)?\d+(?:-\d+)*(?:\s+du\s+code\s+(?:civil|pénal|du travail|de commerce|de procédure (?:civile|pénale)))?` +
	`|\b(?:loi|ordonnance|décret)\s+n°\s?\d{2,4}-\d+|\bn°\s?(?:[A-Z]\s)?\d\d-\d\d\.\d{3}\b`)

// BenchmarkRegexp is what one plain pattern costs on the texts of BenchmarkCite.
func BenchmarkRegexp(b *testing.B) {
	texts, size := decisions(b)
	measure(b, size, func() (found int) {
		for _, s := range texts {
			found += len(plain.FindAllStringIndex(s, -1))
		}
		return found
	})
}

// measure runs read, which returns how many citations it found, and reports the
// speed, and what a citation costs in allocations.
func measure(b *testing.B, size int, read func() int) {
	b.SetBytes(int64(size))
	found := 0
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for b.Loop() {
		found += read()
	}
	runtime.ReadMemStats(&after)
	if found == 0 {
		b.Fatal("nothing found")
	}
	b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(found), "allocs/citation")
	b.ReportMetric(float64(found)/float64(b.N), "citations/op")
}

// decisions are the texts of the real decisions beside the repository, or else of
// our examples, and their size in bytes.
func decisions(b *testing.B) (texts []string, size int) {
	b.Helper()
	const real = "../../../shared/corpus"
	dir := real
	if _, err := os.Stat(real); err != nil {
		b.Logf("no real decisions: our examples are read")
		dir = b.TempDir()
		if err := os.CopyFS(dir, examples.FS); err != nil {
			b.Fatal(err)
		}
	}
	for rec := range source.Walk(context.Background(), []string{filepath.Clean(dir)}, source.Options{}) {
		if rec.Doc != nil {
			texts, size = append(texts, rec.Doc.Text), size+len(rec.Doc.Text)
		}
	}
	if size == 0 {
		b.Fatal("no text")
	}
	return texts, size
}

// hostile are texts made of one unit that ask much of the reader. TestLinear counts
// the work on each of them.
var hostile = []struct{ name, unit string }{
	{"article", "article "}, {"articles", "articles 1, 2, "}, {"digits", "1"}, {"stems", "L. 1-1-1-1-"}, {"brackets", "("},
	{"attendu", "Attendu "}, {"du-code", "du code "}, {"ranges", "articles 1 à 300 du code civil "}, {"day", "arrêt du 3 mai 2012 "},
	{"broken", "l-\n"}, {"accents", "é"}, {"blanks", "l" + strings.Repeat(" ", 30)}, {"ordinals", "premier et "}, {"i", "i"},
}

var megabytes = flag.Int("megabytes", 1, "size of each text of BenchmarkHostile, in MB")

// BenchmarkHostile wants a speed that does not fall with -megabytes 100.
func BenchmarkHostile(b *testing.B) {
	f := newFinder(b)
	for _, h := range hostile {
		b.Run(h.name, func(b *testing.B) {
			s := strings.Repeat(h.unit, *megabytes*1_000_000/len(h.unit))
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				f.Find(fold.New(s), Context{})
			}
		})
	}
}

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
