package httpapi

import (
	"context"
	"net/http"
	"slices"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/kept"
	"github.com/danielgtaylor/huma/v2"
)

type verifyInput struct {
	Text   string   `query:"text" required:"true" minLength:"1" maxLength:"4096" doc:"One citation, or a passage with several; POST takes longer ones." example:"Cass. com., 14 mars 2018, n° 17-21.434"`
	Quotes []string `query:"quote,explode" maxItems:"20" doc:"Words that are said to stand in what is cited."`
	Date   string   `query:"date" doc:"Day of the text that cites, YYYY-MM-DD."`
}

type verifyTextInput struct {
	Body VerifyText
}

// VerifyText is a text whose citations are to be verified.
type VerifyText struct {
	// Text is a text that cites.
	Text string `json:"text" minLength:"1" maxLength:"1048576"`
	// Quotes are words that are said to stand in what it cites.
	Quotes []string `json:"quotes,omitempty" maxItems:"20"`
	// Quote is quotes, by the name that it has in an address.
	Quote []string `json:"quote,omitempty" maxItems:"20"`
	// Date is the day of the text; "" is not known.
	Date string `json:"date,omitempty"`
	// Limit is how many citations are looked at; 0 means 100.
	Limit int `json:"limit,omitempty" minimum:"0" maximum:"5000"`
}

// VerifyBody says of each citation and quotation what the library knows.
type VerifyBody struct {
	queries.VerifyAnswer
	LeftOut Coverage `json:"left_out"`
}

type verifyOutput struct{ Body VerifyBody }

// verification registers what is asked of citations that somebody else made.
func (a *api) verification(x huma.API) {
	const summary, description = "Verify citations", "Says whether what a text cites is held, of that day, court and number, whether it still stands as far as the library knows, and whether quotations are verbatim."
	get(a, x, "verify", "/verify", summary, description, a.doVerify)
	huma.Register(x, huma.Operation{OperationID: "verify_text", Method: http.MethodPost, Path: Prefix + "/verify", Summary: summary + " of a long text",
		Description: description, MaxBodyBytes: kept.MaxPosted, BodyReadTimeout: -time.Second}, // it is read already
		func(ctx context.Context, in *verifyTextInput) (*verifyOutput, error) {
			out, err := a.verify(ctx, queries.VerifyRequest{Text: in.Body.Text, Quotes: slices.Concat(in.Body.Quotes, in.Body.Quote), Date: corpus.Date(in.Body.Date), Limit: in.Body.Limit})
			if err != nil {
				return nil, a.problem(ctx, err)
			}
			return out, nil
		})
}

func (a *api) doVerify(ctx context.Context, in *verifyInput) (*verifyOutput, error) {
	return a.verify(ctx, queries.VerifyRequest{Text: in.Text, Quotes: in.Quotes, Date: corpus.Date(in.Date)})
}

func (a *api) verify(ctx context.Context, req queries.VerifyRequest) (*verifyOutput, error) {
	ans, err := a.lib.Verify(ctx, req)
	if err != nil {
		return nil, err
	}
	out := &verifyOutput{Body: VerifyBody{VerifyAnswer: *ans}}
	if out.Body.LeftOut, err = a.covers(ctx, ans.LeftOut.Later); err != nil {
		return nil, err
	}
	out.Body.LeftOut.Complete, out.Body.LeftOut.Notes = ans.LeftOut.Complete, ans.LeftOut.Notes
	return out, nil
}
