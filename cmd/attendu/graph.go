package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

// graphQuery are the flags that say what graph asks.
type graphQuery struct {
	gizmo, graphql, file, language string
}

// maxQueryFile is how much of a file with a query is read; a query may be shorter still.
const maxQueryFile = 1 << 20

func (a *app) graphCommand() *cobra.Command {
	var req queries.GraphRequest
	var q graphQuery
	c := &cobra.Command{
		Use:   "graph {--gizmo QUERY | --graphql QUERY | -f FILE}",
		Short: "Ask the graph in Gizmo or GraphQL",
		Long: `Runs a query over the graph of the library, in one of the languages of Cayley, and
prints what it finds. docs/graph.md lists the predicates, with an example of each.

--gizmo is JavaScript (ES5: variables, functions, loops) with paths that begin at g.V().
A predicate is written "<attendu:cites>", a node "<code-civil/1240>". --graphql is one
object per field. -f reads the query from a file, or with - from standard input: .graphql
and .gql files are GraphQL, others Gizmo unless --language says so.

The query sees one state of the graph and cannot change it. It ends at --limit results
or after --timeout; what it had found is printed then, standard error says so, and with
--json the answer says "complete": false. The exit code is 8 when the time was over. In
GraphQL each object counts as a result, at every level.`,
		Example: `  attendu graph --gizmo 'g.V("<code-civil/1240>").In("<attendu:cites>").All()'
  attendu graph --graphql '{ nodes(<attendu:court>: <court/cass>) { id <attendu:date> } }'
  attendu graph -f query.js --json --limit 10000 --timeout 1m`,
		Args: args(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) (err error) {
			if err := positive(c, req); err != nil {
				return err
			}
			q.file = a.path(q.file)
			if req.Language, req.Query, err = q.read(c, a.in); err != nil {
				return err
			}
			req.Limit = atMost(req.Limit)
			return a.withLibrary(c.Context(), func(lib *queries.Library) error {
				ans, err := lib.Graph(c.Context(), req)
				if err != nil {
					return err
				}
				return a.printGraph(ans)
			})
		},
	}
	f := c.Flags()
	f.StringVar(&q.gizmo, "gizmo", "", "a query in Gizmo")
	f.StringVar(&q.graphql, "graphql", "", "a query in GraphQL")
	f.StringVarP(&q.file, "file", "f", "", "file with the query; - is standard input")
	f.StringVar(&q.language, "language", "", "language of the file: gizmo or graphql")
	limitFlag(c, &req.Limit, queries.GraphLimit, "results at most")
	f.DurationVar(&req.Timeout, "timeout", queries.GraphTimeout, "time at most: 500ms, 10s, 2m")
	a.jsonFlag(c, "the answer as one JSON object")
	return c
}

// positive refuses limits that leave nothing.
func positive(c *cobra.Command, req queries.GraphRequest) error {
	switch {
	case req.Limit < 0:
		return usageError{fmt.Errorf("--limit %d: it is 0 (all) or more", req.Limit)}
	case req.Timeout <= 0:
		return usageError{fmt.Errorf("--timeout %v: it is more than 0", req.Timeout)}
	}
	return nil
}

// read gives the query and its language.
func (q graphQuery) read(c *cobra.Command, stdin io.Reader) (language, text string, err error) {
	given := 0
	for _, name := range []string{"gizmo", "graphql", "file"} {
		if c.Flags().Changed(name) {
			given++
		}
	}
	switch {
	case given != 1:
		return "", "", usageError{errors.New("one query is wanted: --gizmo, --graphql or -f; see attendu help graph")}
	case q.language != "" && q.file == "":
		return "", "", usageError{errors.New("--language is that of the file of -f")}
	case c.Flags().Changed("gizmo"):
		return queries.Gizmo, q.gizmo, nil
	case c.Flags().Changed("graphql"):
		return queries.GraphQL, q.graphql, nil
	}
	language = q.language
	if language == "" {
		language = queries.Gizmo
		if name := strings.ToLower(q.file); strings.HasSuffix(name, ".graphql") || strings.HasSuffix(name, ".gql") {
			language = queries.GraphQL
		}
	}
	text, err = readQuery(q.file, stdin)
	return language, text, err
}

func readQuery(path string, stdin io.Reader) (string, error) {
	in := stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return "", usageError{fmt.Errorf("the query cannot be read: %w", err)}
		}
		defer f.Close()
		in = f
	}
	b, err := io.ReadAll(io.LimitReader(in, maxQueryFile))
	if err != nil {
		return "", usageError{fmt.Errorf("the query cannot be read: %w", err)}
	}
	return strings.TrimPrefix(string(b), "\uFEFF"), nil
}

// printGraph prints an answer, and on standard error that there is more.
func (a *app) printGraph(ans *queries.GraphAnswer) error {
	if a.json {
		return errors.Join(a.printJSON(ans), stopped(ans))
	}
	for _, r := range ans.Results {
		if ans.Language == queries.GraphQL {
			if err := a.printJSON(r); err != nil {
				return err
			}
			continue
		}
		line, err := graphLine(r)
		if err != nil {
			return err
		}
		a.printf("%s\n", harmless(line))
	}
	switch ans.Stopped {
	case "limit":
		fmt.Fprintf(a.err, "stopped after %s; --limit gives more\n", plural(ans.Limit, "result", "results"))
	case "timeout":
		fmt.Fprintf(a.err, "stopped after %gs, there may be more; --timeout gives more time\n", ans.TimeoutSeconds)
	case "memory":
		fmt.Fprintln(a.err, "stopped: the query makes too many values; what it had found is above")
	}
	return stopped(ans)
}

// stopped is the error of a query that did not come to its end by itself. That there
// are more results than wanted is none.
func stopped(ans *queries.GraphAnswer) error {
	if ans.Complete || ans.Stopped == "limit" {
		return nil
	}
	return errStopped
}

// graphLine writes a result of Gizmo in one line: the node, then the tags by their
// names; another value as JSON.
func graphLine(r any) (string, error) {
	object, ok := r.(map[string]any)
	if s, isText := r.(string); isText {
		return oneLine(s), nil
	}
	if _, isNode := object["id"]; !ok || !isNode {
		return jsonLine(r)
	}
	parts := []string{}
	for _, tag := range slices.Sorted(maps.Keys(object)) {
		v, isText := object[tag].(string)
		if !isText {
			var err error
			if v, err = jsonLine(object[tag]); err != nil {
				return "", err
			}
		}
		if v = oneLine(v); tag == "id" {
			parts = append([]string{v}, parts...)
		} else {
			parts = append(parts, tag+"="+v)
		}
	}
	return strings.Join(parts, "  "), nil
}

// jsonLine writes a value as JSON in one line, with < and > as they are.
func jsonLine(v any) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}
