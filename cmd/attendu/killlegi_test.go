package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/source/archive/archivetest"
	"github.com/attendu/attendu/queries"
	"github.com/google/go-cmp/cmp"
)

// TestKillLaw kills attendu while it takes in an archive of LEGI, each time at another
// moment: after each kill store and graph agree, and the command, run again, goes on
// to what one undisturbed run makes.
func TestKillLaw(t *testing.T) {
	kills, versions := 6, 4000
	if testing.Short() {
		kills, versions = 2, 1000
	}
	archive := filepath.Join(t.TempDir(), "LEGI_20250714-210000.tar.gz")
	if err := os.WriteFile(archive, []byte(lawArchive(versions)), 0o644); err != nil {
		t.Fatal(err)
	}
	undisturbed := filepath.Join(t.TempDir(), "attendu.lib")
	began := time.Now()
	if out, err := attendu("--library", undisturbed, "index", archive).CombinedOutput(); err != nil {
		t.Fatalf("an undisturbed run: %v\n%s", err, out)
	}
	whole, want := time.Since(began), articlesIn(t, undisturbed)
	if len(want) != versions {
		t.Fatalf("%d versions, want %d", len(want), versions)
	}
	random := rand.New(rand.NewPCG(3, 4))
	dir := filepath.Join(t.TempDir(), "attendu.lib")
	killed, partly := 0, 0
	for killed < kills {
		_, done := killAfter(t, time.Duration(random.Int64N(int64(whole))), "--library", dir, "index", archive)
		if sound(t, dir, nil); !done {
			killed++
			if _, err := os.Stat(dir); err == nil {
				if n := len(articlesIn(t, dir)); n > 0 && n < len(want) {
					partly++
				}
			}
			continue
		}
		if diff := cmp.Diff(want, articlesIn(t, dir)); diff != "" {
			t.Fatalf("a library that was killed differs from one that was not:\n%s", diff)
		}
		dir = filepath.Join(t.TempDir(), "attendu.lib")
	}
	t.Logf("%d kills, %d of them in the middle", killed, partly)
	if out, err := attendu("--library", dir, "index", archive).CombinedOutput(); err != nil {
		t.Fatalf("the last run: %v\n%s", err, out)
	}
	if diff := cmp.Diff(want, articlesIn(t, dir)); diff != "" {
		t.Errorf("a library that was killed differs from one that was not:\n%s", diff)
	}
}

// lawArchive is an archive of n articles of the code civil, each with a concordance.
func lawArchive(n int) string {
	var files []archivetest.File
	for i := range n {
		files = append(files, archivetest.File{Name: fmt.Sprintf("legi/LEGIARTI%012d.xml", i), Data: fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?>
<ARTICLE><META><META_COMMUN><ID>LEGIARTI%012d</ID></META_COMMUN><META_SPEC><META_ARTICLE><NUM>%d</NUM><ETAT>VIGUEUR</ETAT><DATE_DEBUT>2016-10-01</DATE_DEBUT><DATE_FIN>2999-01-01</DATE_FIN></META_ARTICLE></META_SPEC></META>
<CONTEXTE><TEXTE cid="LEGITEXT000006070721" nature="CODE"><TITRE_TXT id_txt="LEGITEXT000006070721">Code civil</TITRE_TXT></TEXTE></CONTEXTE>
<BLOC_TEXTUEL><CONTENU><p>Le puits n° %d est profond.</p></CONTENU></BLOC_TEXTUEL>
<LIENS><LIEN cidtexte="LEGITEXT000006070721" id="LEGIARTI%012d" naturetexte="CODE" num="%d" sens="source" typelien="CONCORDANCE">Code civil</LIEN></LIENS></ARTICLE>`,
			i, i+1, i+1, max(0, i-1), max(1, i))})
	}
	return archivetest.Gzip(archivetest.Tar(files...))
}

// articlesIn is all that a library holds of LEGI, by identifier.
func articlesIn(t *testing.T, dir string) map[string]law.ArticleVersion {
	t.Helper()
	lib, err := queries.Open(context.Background(), dir, queries.Options{})
	if queries.CodeOf(err) == queries.NotFound {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	all := map[string]law.ArticleVersion{}
	for a, err := range lib.Store().AllArticles(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		all[a.ID] = a
	}
	return all
}
