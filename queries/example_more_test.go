package queries_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/attendu/attendu/queries"
)

// The rule that an article bore on a day, and where it is today.
func ExampleLibrary_Article_atADay() {
	lib := library()
	defer lib.Close()
	list, err := lib.Article(context.Background(), queries.ArticleRequest{Reference: "C. civ. 1382", At: "2016-09-30"})
	if err != nil {
		log.Fatal(err)
	}
	rule := list[0]
	fmt.Println(rule.Version, "-", rule.Subject)
	for _, text := range rule.Line { // its numbers
		fmt.Println(text.Title)
	}
	fmt.Println("cited by", rule.Total)
	// Output:
	// before:2016-10-01 - responsabilité du fait personnel pour faute
	// article 1382 du code civil
	// article 1240 du code civil
	// cited by 10
}

// One case from the first judge to the last, asked by any of its decisions.
func ExampleLibrary_Decision_history() {
	lib := library()
	defer lib.Close()
	d, err := lib.Decision(context.Background(), "18-29.417")
	if err != nil {
		log.Fatal(err)
	}
	for _, step := range d.History {
		fmt.Println(step.Usual, step.Reviews)
	}
	// Output:
	// TGI Rennes, 13 mars 2017, n° 15/93482 []
	// CA Rennes, 5 octobre 2018, n° 17/92716 [tgi/rennes/15-93482]
	// Cass. 1re civ., 13 novembre 2019, n° 18-29.417 [ca/rennes/17-92716]
	// CA Angers, 9 mars 2021, n° 20/90173 [tgi/rennes/15-93482]
}

// The whole result by year.
func ExampleLibrary_Search_facets() {
	lib := library()
	defer lib.Close()
	ans, err := lib.Search(context.Background(), queries.SearchRequest{
		Text: `"mot de passe"`, Facets: []string{"year"}, FacetLimit: 3})
	if err != nil {
		log.Fatal(err)
	}
	for _, facet := range ans.Facets {
		for _, v := range facet.Counts {
			fmt.Println(facet.Facet, v.Value, v.Count)
		}
	}
	// Output:
	// year 2015 1
	// year 2016 1
	// year 2018 1
}

// All pages of an answer; each begins where the one before ended.
func ExampleLibrary_Search_pages() {
	lib := library()
	defer lib.Close()
	req := queries.SearchRequest{Text: "préjudice", Limit: 5, Sort: "date"}
	for {
		ans, err := lib.Search(context.Background(), req)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(len(ans.Hits), "of", ans.Total)
		if req.After = ans.Next; ans.Next == "" {
			break
		}
	}
	// Output:
	// 5 of 9
	// 4 of 9
}

// A question of the graph that no other call answers.
func ExampleLibrary_Graph() {
	lib := library()
	defer lib.Close()
	ans, err := lib.Graph(context.Background(), queries.GraphRequest{Language: queries.Gizmo,
		Query: `g.V("<cass/18-29417>").Out("<attendu:names>").Out("<attendu:visa>").All()`})
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range ans.Results {
		fmt.Println(r.(map[string]any)["id"])
	}
	// Unordered output:
	// <code-civil/1240@from:2016-10-01>
	// <code-civil/1382@before:2016-10-01>
	// <code-de-procedure-civile/700>
	// <code-civil/1165@before:2016-10-01>
}

// A decision that must go, and stay away; then the library is verified.
func ExampleLibrary_Forget() {
	ctx := context.Background()
	lib := library()
	defer lib.Close()
	key, err := lib.Forget(ctx, "TGI Laval 4 octobre 2016")
	fmt.Println(key, err)
	_, err = lib.Decision(ctx, string(key))
	fmt.Println(queries.CodeOf(err))
	faults, err := lib.Check(ctx)
	fmt.Println(len(faults), "faults", err)
	// Output:
	// tgi/laval/2016-10-04 <nil>
	// not_found
	// 0 faults <nil>
}

// A library in memory, as tests of other programs want it.
func ExampleMemory() {
	lib, err := queries.Memory()
	if err != nil {
		log.Fatal(err)
	}
	defer lib.Close()
	sum, err := lib.Add(context.Background(), []string{"../corpus/examples"}, queries.AddOptions{})
	fmt.Println(sum.Added, err)
	// Output: 22 <nil>
}

// One process writes a library, and others read what it published last.
func ExampleOpen_readOnly() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "attendu")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	writer, err := queries.Create(ctx, filepath.Join(dir, "attendu.lib"), queries.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer writer.Close()
	if _, err := writer.Add(ctx, []string{"../corpus/examples"}, queries.AddOptions{}); err != nil {
		log.Fatal(err)
	}

	reader, err := queries.Open(ctx, filepath.Join(dir, "attendu.lib"), queries.Options{ReadOnly: true})
	if err != nil {
		log.Fatal(err)
	}
	defer reader.Close()
	fmt.Println("a checkpoint of", reader.Checkpoint().Decisions, "decisions")
	_, err = reader.Forget(ctx, "tgi/laval/2016-10-04")
	fmt.Println(queries.CodeOf(err))
	// Output:
	// a checkpoint of 22 decisions
	// read_only
}

// A library as one file, which anybody can verify and ask.
func ExampleLibrary_Snapshot() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "attendu")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	lib := library()
	defer lib.Close()
	file := filepath.Join(dir, "paper.attendu")
	packed, err := lib.Snapshot(ctx, file)
	if err != nil {
		log.Fatal(err)
	}
	verified, err := queries.VerifySnapshot(ctx, file)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(verified.Counts.Decisions, "decisions,", packed.ID == verified.ID)
	// Output: 22 decisions, true
}

// Every error has a code to branch on, and one line to show.
func ExampleCodeOf() {
	lib := library()
	defer lib.Close()
	_, err := lib.Search(context.Background(), queries.SearchRequest{Text: `motifs:"mot de passe`})
	fmt.Println(queries.CodeOf(err), "-", err)
	var e *queries.Error
	if errors.As(err, &e) {
		fmt.Println("column", e.Column, "-", e.Hint)
	}
	// Output:
	// invalid - in the query, character 8: this quotation mark has no other one; put a " at the end of the phrase, or take this one away
	// column 8 - put a " at the end of the phrase, or take this one away
}
