package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

func (a *app) diffCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "diff BEFORE AFTER",
		Short: "Say which citations two libraries or snapshots have otherwise, and why",
		Long: `Compares two libraries or snapshots, of two days or of two versions of attendu, and names
each citation that was gained (+), lost (-) or says something else (~: another key,
version of the rule, number of today, or use), with the reason:

  decision_added      the decision was not held before
  decision_withdrawn  the decision is no longer held
  text_changed        its publisher gives another text
  source_changed      its publisher gives other metadata or zones
  law_changed         other texts of law are held, by which the rule meant is told
  rules_changed       attendu reads the same text otherwise

Both are read as streams; of a library that another process writes, as a running serve
does, its last checkpoint is. With --json each line is one citation, and the last one holds
the summary.`,
		Args: args(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, paths []string) error { return a.runDiff(c, paths[0], paths[1]) },
	}
	a.jsonFlag(c, "one JSON object a line: each change, and the summary")
	return c
}

func (a *app) runDiff(c *cobra.Command, before, after string) (err error) {
	cmp, err := queries.Compare(c.Context(), before, after, a.options())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, cmp.Close()) }()
	a.noticeCheckpoints(cmp, before, after)
	last := ""
	for x, err := range cmp.Changes(c.Context()) {
		if err != nil {
			return err
		}
		if a.json {
			if err := a.printLine(x); err != nil {
				return err
			}
			continue
		}
		if string(x.Node) != last {
			last = string(x.Node)
			a.printf("%s  %s\n", a.look.bold(string(x.Key)), x.Node)
		}
		a.printChange(x)
	}
	sum := cmp.Summary()
	if a.json {
		return a.printLine(struct {
			Summary queries.DiffSummary `json:"summary"`
		}{sum})
	}
	a.printf("decisions: %s before, %s after; added %d, withdrawn %d, with another text %d\n",
		thousands(int64(sum.DecisionsBefore)), thousands(int64(sum.DecisionsAfter)), sum.Added, sum.Withdrawn, sum.TextChanged)
	a.printf("citations: gained %d, lost %d, changed %d\n", sum.Gained, sum.Lost, sum.Changed)
	return nil
}

// noticeCheckpoints says which of the two is being written, and how old is what is read.
func (a *app) noticeCheckpoints(cmp *queries.Comparison, before, after string) {
	first, second := cmp.Checkpoints()
	if first != nil {
		fmt.Fprintln(a.err, checkpointNotice(before, first, time.Now()))
	}
	if second != nil {
		fmt.Fprintln(a.err, checkpointNotice(after, second, time.Now()))
	}
}

// printChange is one line on a citation: what became of it, its key, its words, why.
func (a *app) printChange(x *queries.CitationChange) {
	var sign, what, words string
	switch x.Change {
	case queries.Gained:
		sign, what, words = "+", citationState(x.Is), x.Is.Text
	case queries.Lost:
		sign, what, words = "-", citationState(x.Was), x.Was.Text
	default:
		sign, what, words = "~", citationState(x.Was)+" -> "+citationState(x.Is), x.Is.Text
	}
	a.printf("  %s %s  « %s »  %s\n", sign, what, oneLine(words), x.Because)
}

// citationState writes key, version and use of a citation.
func citationState(s *queries.CitationState) string {
	name := string(s.Key)
	if name == "" {
		name = "?"
	}
	if s.Version != "" && s.Version != "unchanged" {
		name += "@" + string(s.Version)
	}
	return name + " " + string(s.Use)
}
