// Package queries is attendu for programs: open a library, pour decisions in,
// and ask.
//
//	lib, err := queries.Create(ctx, "attendu.lib", queries.Options{})
//	sum, err := lib.Add(ctx, []string{"decisions/"}, queries.AddOptions{})
//	ans, err := lib.Search(ctx, queries.SearchRequest{Text: `motifs:"mot de passe" ET cite:(CPC 809)`})
//
// Requests and answers are structs whose JSON form is a contract: snake_case,
// stable, empty lists are []. Every error is an *Error with a code, which CodeOf gives.
//
// A Library is safe for concurrent use. One process owns it at a time; others read,
// with Options.ReadOnly, what it published last (Checkpoint). Memory makes a library
// for tests, Snapshot packs one into a file that Open reads, and Compare tells two
// apart. docs/api.md says more; testdata/api.txt is the whole of the API.
//
// It refuses to rank or count by judge, to join natural persons across decisions, and to
// guess: what is not known is answered as not known.
package queries
