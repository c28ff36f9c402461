package index_test

import (
	"context"
	"fmt"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/index"
)

func ExampleIndex_Search() {
	ctx := context.Background()
	x, err := index.Open("", index.Options{}) // "" is in memory; give a folder to keep it
	if err != nil {
		fmt.Println(err)
		return
	}
	defer x.Close()

	d := &corpus.Decision{Node: "juri:JURITEXT000000000001",
		Text: "Attendu que l’employeur doit remettre les mots de passe ; que le référé est ouvert."}
	d.Court = corpus.Court{Kind: corpus.CA, Place: "Rennes"}
	d.Date = "2018-03-14"
	if err := x.Apply(ctx, 1, []*corpus.Decision{d}, nil); err != nil {
		fmt.Println(err)
		return
	}

	req := index.Request{Text: `"MOT DE PASSE" referes`, Courts: []string{"ca/rennes"}}
	res, err := x.Search(ctx, req)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, hit := range res.Hits {
		fmt.Println(hit.Node, hit.Date.Long())
		for _, s := range x.Snippets(req, d.Text, 1, 55) {
			fmt.Println(s.Span.Of(d.Text))
			for _, h := range s.Hits {
				fmt.Println("-", h.Of(d.Text))
			}
		}
	}
	// Output:
	// juri:JURITEXT000000000001 14 mars 2018
	// remettre les mots de passe ; que le référé est ouvert.
	// - mots de passe
	// - référé
}

func ExampleArticles_Search() {
	ctx := context.Background()
	x, err := index.OpenArticles("", index.Options{}) // "" is in memory; give a folder of its own to keep it
	if err != nil {
		fmt.Println(err)
		return
	}
	defer x.Close()

	versions := []law.ArticleVersion{
		{ID: "LEGIARTI000090000000", Key: "code-civil/1382", Start: "1804-03-21", End: "2016-10-01", Text: "Qui cause un dommage par sa faute le répare."},
		{ID: "LEGIARTI000090000009", Key: "code-civil/1240", Start: "2016-10-01", Text: "Qui cause un dommage par sa faute le répare."},
	}
	batch, err := index.NewArticleBatch(ctx, versions, nil)
	if err == nil {
		err = x.Apply(ctx, 1, batch)
	}
	if err != nil {
		fmt.Println(err)
		return
	}

	req := index.ArticleRequest{Text: `fautes "CAUSE UN DOMMAGE"`, Codes: []string{"code-civil"}, Day: "2020-01-01"}
	res, err := x.Search(ctx, req)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, h := range res.Hits {
		s := x.Snippets(req, versions[1].Text, 1, 30)
		fmt.Println(h.ID, versions[1].Text[s[0].Span.Start:s[0].Span.End])
	}
	// Output: LEGIARTI000090000009 cause un dommage par sa faute
}
