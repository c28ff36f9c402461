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

// library opens a small library of the decisions in corpus/examples, for the
// examples below.
func library() *queries.Library {
	_, lib, err := copied()
	if err != nil {
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

func ExampleLibrary_Export() {
	dir, err := os.MkdirTemp("", "attendu")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)

	lib := library()
	defer lib.Close()
	ans, err := lib.Export(context.Background(), filepath.Join(dir, "out"), queries.ExportRequest{
		Formats: []string{"parquet"}, Tables: []string{"decisions", "citations"}, Query: `cite:"CPC 835"`})
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range ans.Files {
		fmt.Println(f.Path, f.Rows)
	}
	// Output:
	// decisions.parquet 4
	// citations.parquet 82
}

func ExampleLibrary_ExportTo() {
	lib := library()
	defer lib.Close()
	err := lib.ExportTo(context.Background(), os.Stdout, queries.ExportRequest{
		Formats: []string{"reflex"}, Decisions: []string{"18-29.417"}})
	if err != nil {
		log.Fatal(err)
	}
	// Output: Cass. 1re civ., 13 novembre 2019, n° 18-29.417, publié au bulletin, association Estran Grand Large c/ société Karvennec Systèmes, ECLI:FR:CCASS:2019:C109142
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

func ExampleLibrary_Similar() {
	lib := library()
	defer lib.Close()
	ans, err := lib.Similar(context.Background(), queries.SimilarRequest{Reference: "tgi/laval/2016-10-04", Limit: 1})
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range ans.Similar {
		fmt.Printf("%s (%.2f)\n", s.Usual, s.Score)
		for _, r := range s.Shared {
			fmt.Println("  both cite", r.Title)
		}
		fmt.Println("  cited together by", s.Together, "decisions")
	}
	// Output:
	// Cass. crim., 20 mars 2018, n° 17-89.633 (0.84)
	//   both cite article 323-1 du code pénal
	//   both cite article 323-2 du code pénal
	//   both cite article 1240 du code civil (here as 1382)
	//   cited together by 2 decisions
}

func ExampleLibrary_Rank() {
	lib := library()
	defer lib.Close()
	ans, err := lib.Rank(context.Background(), queries.RankRequest{Provision: "C. civ. 1240", By: "decayed", Limit: 2})
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range ans.Decisions {
		fmt.Printf("%d. %s: cited by %d, weighed %.2f on %s\n", d.Rank, d.Usual, d.CitedBy, d.Decayed, ans.At)
	}
	// Output:
	// 1. Cass. 1re civ., 13 novembre 2019, n° 18-29.417: cited by 3, weighed 2.41 on 2024-03-14
	// 2. Cass. crim., 20 mars 2018, n° 17-89.633: cited by 3, weighed 2.36 on 2024-03-14
}

func ExampleLibrary_Timeline() {
	lib := library()
	defer lib.Close()
	list, err := lib.Timeline(context.Background(), queries.TimelineRequest{Reference: "C. civ. 1240", By: "number"})
	if err != nil {
		log.Fatal(err)
	}
	t := list[0]
	for _, g := range t.Groups {
		fmt.Println(g.Label, g.Total)
	}
	for _, m := range t.Marks {
		fmt.Println(m.Date, m.Label(), "by", m.ActTitle)
	}
	fmt.Println(strings.Count(string(t.SVG()), "<rect") > len(t.Years))
	// Output:
	// under 1382 3
	// under both 6
	// under 1240 1
	// 2016-10-01 1382 → 1240 by ordonnance n° 2016-131
	// true
}

func ExampleLibrary_Lineage() {
	lib := library()
	defer lib.Close()
	ans, err := lib.Lineage(context.Background(), queries.LineageRequest{Reference: "18-29.417"})
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range ans.Line {
		fmt.Println(s.Usual)
	}
	fmt.Println("candidates for reversals:", len(ans.Reversals))
	// Output:
	// TGI Rennes, 5 novembre 2015
	// TGI Rennes, 13 mars 2017, n° 15/93482
	// Cass. 1re civ., 13 novembre 2019, n° 18-29.417
	// Cass. com., 5 février 2020, n° 18-29.456, 18-29.531
	// CA Angers, 9 mars 2021, n° 20/90173
	// candidates for reversals: 0
}

func ExampleLibrary_Communities() {
	lib := library()
	defer lib.Close()
	ans, err := lib.Communities(context.Background(), queries.CommunitiesRequest{Least: 6})
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range ans.Communities {
		fmt.Println(c.Size, "decisions, most of all on", c.Provisions[0].Title)
	}
	// Output:
	// 9 decisions, most of all on article L. 442-6 du code de commerce
	// 7 decisions, most of all on article 809 du code de procédure civile
	// 6 decisions, most of all on article 1147 du code civil
}
