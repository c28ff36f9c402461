package httpapi

import (
	"context"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/danielgtaylor/huma/v2"
)

type articleInput struct {
	Page
	Reference string   `path:"reference" maxLength:"512" doc:"One or several provisions in any usual writing, or a key." example:"code-civil/1240"`
	At        string   `query:"at" doc:"The rule that the number bore, and its text, on this day."`
	Uses      []string `query:"use,explode" maxItems:"12" doc:"Keep the decisions that do this with it: visa, applied, rejected, invoked …"`
	Exact     bool     `query:"exact" doc:"Count the number as printed, whatever rule was meant."`
	ByCourt   bool     `query:"by_court" doc:"Count by court, too."`
}

// ArticlesBody is what the library knows of each rule of a reference.
type ArticlesBody struct {
	Articles []queries.ArticleAnswer `json:"articles"`
	Next     string                  `json:"next"` // the next page of the decisions that cite
	LeftOut  Coverage                `json:"left_out"`
}

type articlesOutput struct{ Body ArticlesBody }

type citedByInput struct {
	Ref
	Page
	Uses []string `query:"use,explode" maxItems:"12" doc:"Keep those that do this with it: visa, applied, rejected, invoked …"`
}

// CitedByBody is one page of those who cite a thing.
type CitedByBody struct {
	queries.CitedByAnswer
	LeftOut Coverage `json:"left_out"`
}

type citedByOutput struct{ Body CitedByBody }

// articles registers what is asked of a provision.
func (a *api) articles(x huma.API) {
	get(a, x, "get_article", "/articles/{reference}", "Get an article",
		"Gives each rule that a number bears or bore, its text at a date, its life across renumberings, and who applies or invokes it.", a.doArticle)
}

// citedBy registers the list of those who cite.
func (a *api) citedBy(x huma.API) {
	get(a, x, "cited_by", "/cited-by", "List who cites", "Gives the decisions that cite a provision or a decision, each with the words that prove it.", a.doCitedBy)
}

func usesOf(names []string) (list []corpus.Use) {
	for _, n := range names {
		list = append(list, corpus.Use(n))
	}
	return list
}

func (a *api) doArticle(ctx context.Context, in *articleInput) (*articlesOutput, error) {
	from, err := in.offset()
	if err != nil {
		return nil, err
	}
	list, err := a.lib.Article(ctx, queries.ArticleRequest{Reference: in.Reference, Uses: usesOf(in.Uses), Limit: in.size(), Offset: from,
		ByCourt: in.ByCourt, Exact: in.Exact, At: corpus.Date(in.At)})
	if err != nil {
		return nil, err
	}
	out := &articlesOutput{Body: ArticlesBody{Articles: list}}
	later, open := 0, 0
	for _, x := range list {
		later += max(x.Total-from-len(x.Citing), 0)
		open = max(open, x.Open)
	}
	out.Body.Next = next(from+in.size(), later)
	if out.Body.LeftOut, err = a.covers(ctx, later); err != nil {
		return nil, err
	}
	if open > 0 {
		out.Body.LeftOut.count(open, "%d decision cites the number without showing which of its rules it means", "%d decisions cite the number without showing which of its rules they mean")
	}
	if out.Body.LeftOut.Articles == 0 {
		out.Body.LeftOut.note("the library holds no texts of law")
	}
	return out, nil
}

func (a *api) doCitedBy(ctx context.Context, in *citedByInput) (*citedByOutput, error) {
	ans, err := a.lib.CitedByPage(ctx, queries.CitedByRequest{Reference: in.Reference, Uses: usesOf(in.Uses), Limit: in.size(), After: in.After})
	if err != nil {
		return nil, err
	}
	out := &citedByOutput{Body: CitedByBody{CitedByAnswer: *ans}}
	later := 0
	if ans.Next != "" {
		later = -1
		if in.After == "" {
			later = ans.Total - len(ans.Citing) - ans.Homonyms
		}
	}
	if out.Body.LeftOut, err = a.covers(ctx, later); err != nil {
		return nil, err
	}
	if ans.Homonyms > 0 {
		out.Body.LeftOut.count(ans.Homonyms, "%d decision was left out that means another decision of the same name", "%d decisions were left out that mean another decision of the same name")
	}
	return out, nil
}
