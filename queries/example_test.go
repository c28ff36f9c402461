package queries_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// library builds a small library in memory from the decisions in
// corpus/examples, for the examples below.
func library() *queries.Library {
	lib, err := queries.Memory()
	if err != nil {
		log.Fatal(err)
	}
	if _, err := lib.Add(context.Background(), []string{"../corpus/examples"}, queries.AddOptions{}); err != nil {
		log.Fatal(err)
	}
	return lib
}

func ExampleCreate() {
	dir, err := os.MkdirTemp("", "attendu")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)

	lib, err := queries.Create(context.Background(), filepath.Join(dir, "attendu.lib"), queries.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer lib.Close()
	sum, err := lib.Add(context.Background(), []string{"../corpus/examples"}, queries.AddOptions{})
	fmt.Println(sum.Added, "decisions,", sum.Skipped, "skipped,", err)
	// Output: 22 decisions, 0 skipped, <nil>
}

func ExampleOpen() {
	_, err := queries.Open(context.Background(), "nothing-here", queries.Options{})
	fmt.Println(queries.CodeOf(err), "-", err)
	// Output: not_found - nothing-here is no attendu library; index something into it first
}

func ExampleLibrary_Add() {
	lib, err := queries.Memory()
	if err != nil {
		log.Fatal(err)
	}
	defer lib.Close()
	sum, err := lib.Add(context.Background(), []string{"../corpus/examples/laval-ordonnance.html", "missing.xml"},
		queries.AddOptions{Each: func(x queries.Added) { fmt.Printf("%s %s\n", filepath.Base(x.Path), x.Outcome) }})
	fmt.Println(sum.Added, sum.Skipped, err)
	// Output:
	// laval-ordonnance.html added
	// missing.xml skipped
	// 1 1 <nil>
}

func ExampleLibrary_Search() {
	lib := library()
	defer lib.Close()
	ans, err := lib.Search(context.Background(), queries.SearchRequest{
		Text: "mot de passe", Cites: []string{"CPC 809"}, To: "2016-12-31"})
	if err != nil {
		log.Fatal(err)
	}
	for _, hit := range ans.Hits {
		fmt.Println(hit.Usual, "-", hit.Key)
	}
	// Output: TGI Laval, ord. réf., 4 octobre 2016 - tgi/laval/2016-10-04
}

func ExampleLibrary_Decision() {
	lib := library()
	defer lib.Close()
	d, err := lib.Decision(context.Background(), "TGI Laval 4 octobre 2016")
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range d.Parties {
		fmt.Println(p.Side, p.Kind)
	}
	for _, c := range d.Provisions {
		fmt.Println(c.Uses, c.Title)
	}
	for _, h := range d.Holdings {
		fmt.Println(h.Kind)
	}
	// Output:
	// demandeur morale
	// defendeur morale
	// [invoked] article 808 du code de procédure civile
	// [invoked] article 809 du code de procédure civile
	// [invoked] article 1382 du code civil
	// [invoked] article 323-1 du code pénal
	// [invoked] article 323-2 du code pénal
	// ordonne
	// condamnation
	// non-lieu-a-refere
}

func ExampleLibrary_Article() {
	lib := library()
	defer lib.Close()
	list, err := lib.Article(context.Background(), queries.ArticleRequest{Reference: "CPC 834/835"})
	if err != nil {
		log.Fatal(err)
	}
	for _, a := range list { // decisions of before 2020 cite these rules as 808 and 809
		fmt.Println(a.Title)
		for _, c := range a.Citing {
			fmt.Printf("  %s: %s\n", c.Usual, c.Mentions[0].Text)
		}
	}
	// Output:
	// article 834 du code de procédure civile
	//   Cass. 2e civ., 12 mai 2022, n° 21-29.584: articles 808
	//   TJ Lorient, ord. réf., 16 septembre 2021, n° 21/90247: articles 834
	//   TGI Nantes, ord. réf., 21 mars 2019, n° 19/90118: articles 808
	//   TGI Laval, ord. réf., 4 octobre 2016: articles 808
	// article 835 du code de procédure civile
	//   Cass. 2e civ., 12 mai 2022, n° 21-29.584: 809
	//   TJ Lorient, ord. réf., 16 septembre 2021, n° 21/90247: 835
	//   TGI Nantes, ord. réf., 21 mars 2019, n° 19/90118: 809
	//   TGI Laval, ord. réf., 4 octobre 2016: 809
}

func ExampleLibrary_CitedBy() {
	lib := library()
	defer lib.Close()
	citing := map[corpus.Key]string{}
	for c, err := range lib.CitedBy(context.Background(), "18-29.417") {
		if err != nil {
			log.Fatal(err)
		}
		citing[c.Key] = c.Mentions[0].Text
	}
	fmt.Println(len(citing), "decisions, among them", citing["ca/angers/20-90173"] != "")
	// Output: 3 decisions, among them true
}

func ExampleLibrary_Stats() {
	lib := library()
	defer lib.Close()
	st, err := lib.Stats(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(st.Decisions, "decisions,", st.SecondaryDecisions, "known from a commentary only")
	// Output: 22 decisions, 1 known from a commentary only
}

func ExampleReader_Cite() {
	r, err := queries.NewReader()
	if err != nil {
		log.Fatal(err)
	}
	text := "V. l'ancien article 1382 du code civil et Cass. com., 3 mai 2012, n° 11-14.959."
	texts, err := r.Cite(context.Background(), []string{"-"}, strings.NewReader(text), "")
	if err != nil {
		log.Fatal(err)
	}
	for x := range texts {
		for _, m := range x.Citations {
			fmt.Println(m.Start, m.Key, m.Qualifier)
		}
	}
	// Output:
	// 12 code-civil/1382 ancien
	// 42 cass/11-14959
}

func ExampleReader_Evaluate() {
	r, err := queries.NewReader()
	if err != nil {
		log.Fatal(err)
	}
	_, err = r.Evaluate(context.Background(), "no-such-folder", nil)
	fmt.Println(queries.CodeOf(err))
	e, err := r.Evaluate(context.Background(), "", nil) // the gold set that is built in
	fmt.Println(e.Decisions, "decisions", err)
	// Output:
	// not_found
	// 8 decisions <nil>
}
