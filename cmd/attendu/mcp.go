package main

import (
	"fmt"
	"io"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/mcp"
	"github.com/spf13/cobra"
)

func (a *app) mcpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "mcp",
		Short: "Give the library to an assistant (Model Context Protocol)",
		Long: `Serves one assistant on standard input and output by the Model Context Protocol, until it
ends. Six tools, which read and change nothing: search_decisions, get_decision, get_article
(also at a date), cited_by, case_history, verify_citation. Nothing is sent anywhere: what
leaves the machine is what the assistant sends on.

Beside a running serve it answers from that (which also serves assistants over HTTP, at /mcp);
beside another process that writes the library, from the last checkpoint.`,
		Annotations: map[string]string{readsInput: "yes"},
		Example: `  attendu mcp --library ~/decisions.lib

  in the settings of an assistant that speaks the protocol:
  {"mcpServers": {"attendu": {"command": "attendu", "args": ["mcp", "--library", "/home/me/decisions.lib"]}}}`,
		Args: args(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withLibrary(c.Context(), func(lib *queries.Library) error {
				err := mcp.New(lib, mcp.Options{Version: queries.Version()}).Run(c.Context(), io.NopCloser(a.in), eachMessage{a.out})
				switch {
				case c.Context().Err() != nil: // ended by a signal, as servers are
					return nil
				case err != nil:
					return fmt.Errorf("mcp: %w", err)
				}
				return nil
			})
		},
	}
}

// eachMessage writes every message at once. The process closes the stream, not the server.
type eachMessage struct{ io.Writer }

func (w eachMessage) Write(b []byte) (int, error) {
	n, err := w.Writer.Write(b)
	if f, ok := w.Writer.(interface{ Flush() error }); ok && err == nil {
		err = f.Flush()
	}
	return n, err
}

func (eachMessage) Close() error { return nil }
