package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

// errBelow ends an evaluation that is worse than it may be.
var errBelow = errors.New("below --min")

type evalOptions struct {
	misses        bool
	save, against string
	min           float64
}

func (a *app) evalCommand() *cobra.Command {
	var o evalOptions
	c := &cobra.Command{
		Use:   "eval [GOLD]",
		Short: "Measure the extraction against a gold set",
		Long: `Runs the extraction on annotated texts and prints precision, recall and F1 by kind of
citation, for parties and orders, and how often zone, speaker, qualifier, subdivision,
court, date and numbers are right. No library is needed.

GOLD is a folder of NAME.gold.json beside NAME.txt, or a file of short forms, or of short
texts about which rule the number of an article meant, one JSON object a line. Without
it, the set that is built in is used.

--save keeps the result; --against compares with one that was kept, and prints which
single citations were gained and lost. Texts whose annotation has changed since are
named and not compared. With --min 0.95 the exit code is 7 when the F1 of citations is
lower, in whole decisions or in short forms.`,
		Example: `  attendu eval
  attendu eval gold/ --misses
  attendu eval --save before.json      # then change a rule, and:
  attendu eval --against before.json`,
		Args: args(cobra.MaximumNArgs(1)),
		RunE: func(c *cobra.Command, gold []string) error {
			if o.min < 0 || o.min > 1 {
				return usageError{fmt.Errorf("--min %v: it is a rate, 0 to 1", o.min)}
			}
			return a.runEval(c, append(gold, "")[0], o)
		},
	}
	c.Flags().BoolVar(&o.misses, "misses", false, "list every fault: what was missed, found too much, or read wrongly")
	c.Flags().StringVar(&o.save, "save", "", "write the result to this file, which must not be there yet")
	c.Flags().StringVar(&o.against, "against", "", "compare with the result in this file")
	c.Flags().Float64Var(&o.min, "min", 0, "lowest F1 of citations, 0 to 1; exit code 7 below it")
	a.jsonFlag(c, "the whole result as one JSON object")
	return c
}

func (a *app) runEval(c *cobra.Command, gold string, o evalOptions) error {
	e, err := a.evaluate(c, gold, o.against)
	if err != nil {
		return err
	}
	if o.save != "" {
		if err := saveEvaluation(e, o.save); err != nil {
			return err
		}
	}
	if a.json {
		err = a.printJSON(e)
	} else {
		a.printEval(e, o.misses)
	}
	if err == nil && e.Worst() < o.min {
		return fmt.Errorf("%w: the F1 of citations is %.4f, and %.4f is wanted", errBelow, e.Worst(), o.min)
	}
	return err
}

func (a *app) evaluate(c *cobra.Command, gold, against string) (*queries.Evaluation, error) {
	r, err := queries.NewReader()
	if err != nil {
		return nil, err
	}
	if against == "" {
		return r.Evaluate(c.Context(), gold, nil)
	}
	f, err := os.Open(against)
	if err != nil {
		return nil, &queries.Error{Code: queries.NotFound, Message: err.Error(), Err: err}
	}
	defer f.Close()
	e, err := r.Evaluate(c.Context(), gold, f)
	if queries.CodeOf(err) == queries.Invalid {
		err = fmt.Errorf("--against %s, gold set %q: %w", against, gold, err)
	}
	return e, err
}

func saveEvaluation(e *queries.Evaluation, name string) error {
	f, err := newFile(name)
	if err != nil {
		return err
	}
	if err := errors.Join(e.Save(f), f.Close()); err != nil {
		return &queries.Error{Code: queries.Internal, Message: err.Error(), Err: err}
	}
	return nil
}

func (a *app) printEval(e *queries.Evaluation, misses bool) {
	a.printf("%s, %s, %s\n\n%s", plural(e.Decisions, "decision", "decisions"), plural(e.Forms, "short form", "short forms"),
		plural(e.Texts, "text about which rule was meant", "texts about which rule was meant"), e.Table())
	if misses {
		a.printf("\n%s", queries.Listing(e.Faults))
	}
	if e.Change == nil {
		return
	}
	a.printf("\n%s, %s\n", plural(len(e.Change.Gains), "gain", "gains"), plural(len(e.Change.Losses), "loss", "losses"))
	for _, part := range []struct {
		name   string
		faults []queries.Fault
	}{{"Gained: no longer", e.Change.Gains}, {"Lost: now", e.Change.Losses}} {
		if len(part.faults) > 0 {
			a.printf("\n%s\n%s", a.look.bold(part.name), queries.Listing(part.faults))
		}
	}
	if n := len(e.Change.Apart); n > 0 {
		a.printf("\nNot compared, for they are in one of the two only or were annotated anew: %s, first %s\n", plural(n, "text", "texts"), e.Change.Apart[0])
	}
}
