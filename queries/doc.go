// Package queries is attendu for programs: open a library, pour decisions in,
// and ask.
//
//	lib, err := queries.Create(ctx, "attendu.lib", queries.Options{})
//	sum, err := lib.Add(ctx, []string{"decisions/"}, queries.AddOptions{})
//	ans, err := lib.Search(ctx, queries.SearchRequest{Text: `motifs:"mot de passe" ET cite:(CPC 809)`})
//
// Requests and answers are structs whose JSON form is a contract: snake_case,
// stable, empty lists are []. Every error is an *Error with a code. A Library is
// safe for concurrent use; one process owns it at a time.
package queries
