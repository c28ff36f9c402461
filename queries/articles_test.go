package queries_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/attendu/attendu/corpus/extract"
	"github.com/attendu/attendu/corpus/source/archive/archivetest"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/queries"
)

// article is a record of LEGI.
func article(n int, num, start, end, text string) string {
	return fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?>
<ARTICLE><META><META_COMMUN><ID>LEGIARTI%012d</ID></META_COMMUN><META_SPEC><META_ARTICLE><NUM>%s</NUM><ETAT>VIGUEUR</ETAT><DATE_DEBUT>%s</DATE_DEBUT><DATE_FIN>%s</DATE_FIN></META_ARTICLE></META_SPEC></META>
<CONTEXTE><TEXTE cid="LEGITEXT000006070721" nature="CODE"><TITRE_TXT id_txt="LEGITEXT000006070721">Code civil</TITRE_TXT></TEXTE></CONTEXTE>
<BLOC_TEXTUEL><CONTENU><p>%s</p></CONTENU></BLOC_TEXTUEL></ARTICLE>`, n, num, start, end, text)
}

// lawFile writes a tar.gz of records, and a list of suppressions behind them.
func lawFile(t *testing.T, name, list string, records ...string) string {
	t.Helper()
	var files []archivetest.File
	for i, r := range records {
		files = append(files, archivetest.File{Name: fmt.Sprintf("legi/%d.xml", i), Data: r})
	}
	if list != "" {
		files = append(files, archivetest.File{Name: "liste_suppression_legi.dat", Data: list})
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(archivetest.Gzip(archivetest.Tar(files...))), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestArticles(t *testing.T) {
	ctx, lib := context.Background(), memory(t)
	full := lawFile(t, "Freemium_legi_global_20250713-140000.tar.gz", "",
		article(1, "1382", "1804-03-21", "2016-10-01", "Le puits."), article(2, "1382", "2016-10-01", "2999-01-01", "La corde."),
		`<SECTION_TA><ID>LEGISCTA000099000001</ID></SECTION_TA>`)
	// An increment adds what its own list removes: the list comes first, wherever it stands.
	delta := lawFile(t, "LEGI_20250714-210000.tar.gz", "legi/x/LEGIARTI000000000002\nlegi/x/LEGIARTI000000000001\n",
		article(2, "1382", "2016-10-01", "2999-01-01", "La corde neuve."))
	add := func(paths ...string) queries.Summary {
		sum, err := lib.Add(ctx, paths, queries.AddOptions{})
		if err != nil {
			t.Fatal(err)
		}
		return sum
	}
	wantSummary(t, "full", add(full), queries.Summary{Files: 1, SetAside: 1, Articles: queries.ArticleSummary{Added: 2}})
	wantSummary(t, "known", add(full), queries.Summary{Files: 1, SetAside: 1, Articles: queries.ArticleSummary{Unchanged: 2}})
	wantSummary(t, "delta", add(delta), queries.Summary{Files: 1, Articles: queries.ArticleSummary{Replaced: 1, Withdrawn: 1}})
	all, err := lib.ArticleVersions(ctx, "code-civil/1382")
	if err != nil || len(all) != 1 || all[0].Start != "2016-10-01" || all[0].Text != "" {
		t.Fatalf("%+v, %v", all, err)
	}
	if text, err := lib.ArticleText(ctx, all[0].ID); err != nil || text != "La corde neuve." {
		t.Errorf("%q, %v", text, err)
	}
	if _, err := lib.ArticleText(ctx, "LEGIARTI000000000001"); queries.CodeOf(err) != queries.NotFound {
		t.Errorf("a text that was removed: %v", err)
	}
	if _, err := lib.ArticleVersions(ctx, "code-civil/1240"); queries.CodeOf(err) != queries.NotFound {
		t.Errorf("an article that is not held: %v", err)
	}
	titles := map[string]bool{}
	for n, err := range lib.Neighbours(ctx, "code-civil/1382") {
		if err != nil {
			t.Fatal(err)
		}
		titles[n.From.Title] = true
	}
	if !titles["article 1382 du code civil, version du 1er octobre 2016"] {
		t.Errorf("neighbours: %v", titles)
	}
}

// TestArticlesOfAnOlderLibrary wants an archive of LEGI that an older attendu set aside
// to be read again, and an interrupted one to be gone on with.
func TestArticlesOfAnOlderLibrary(t *testing.T) {
	ctx := context.Background()
	full := lawFile(t, "Freemium_legi_global_20250713-140000.tar.gz", "", article(1, "7", "1804-03-21", "2999-01-01", "Le puits."),
		article(2, "8", "1804-03-21", "2999-01-01", "La corde."))
	for name, c := range map[string]struct {
		note graph.Intake
		want queries.ArticleSummary
	}{
		"set aside":   {graph.Intake{Records: 2, Ended: true, Outcomes: map[string]int{"set_aside": 2}}, queries.ArticleSummary{Added: 2}},
		"interrupted": {graph.Intake{Law: 1, Records: 1, Outcomes: map[string]int{"article_added": 1}}, queries.ArticleSummary{Added: 1, Unchanged: 1}},
	} {
		lib := memory(t)
		c.note.Path, c.note.Absolute, c.note.Version, c.note.Open = full, full, extract.Version, []int{}
		info, err := os.Stat(full)
		if err != nil {
			t.Fatal(err)
		}
		c.note.Size, c.note.ModTime = info.Size(), info.ModTime().Round(time.Nanosecond)
		if err := lib.Store().Note(ctx, []graph.Intake{c.note}); err != nil {
			t.Fatal(err)
		}
		sum, err := lib.Add(ctx, []string{full}, queries.AddOptions{})
		if err != nil || sum.Articles != c.want {
			t.Errorf("%s: %+v, %v; want %+v", name, sum, err, c.want)
		}
	}
}
