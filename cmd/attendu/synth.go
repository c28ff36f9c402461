package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

func (a *app) synthCommand() *cobra.Command {
	var opt synth.Options
	c := &cobra.Command{
		Use:   "synth [FILE]",
		Short: "Write an archive of invented decisions, for trials and measurements",
		Long: `Writes invented decisions as the DILA delivers real ones: a .tar.gz of one XML document a
decision. Judgments, appeals and rulings of the Cour de cassation make up cases, and cite
each other and the provisions of their subject. The same options give the same bytes.
People, companies and facts are invented; nothing in them is legal advice.

FILE is - for standard output; without it the archive is named as the DILA would name it.
A file that is there is not overwritten.`,
		Example: `  attendu synth --decisions 20000 invented.tar.gz
  attendu index invented.tar.gz`,
		Args: args(cobra.MaximumNArgs(1)),
		RunE: func(_ *cobra.Command, files []string) error { return a.runSynth(opt, files) },
	}
	c.Flags().IntVar(&opt.Decisions, "decisions", 1000, "how many decisions")
	c.Flags().Uint64Var(&opt.Seed, "seed", 0, "another number gives another corpus of the same kind")
	return c
}

func (a *app) runSynth(opt synth.Options, files []string) error {
	if opt.Decisions == 0 { // which would be the default
		return usageError{errors.New("--decisions 0: want 1 to 99,999,999")}
	}
	g, err := synth.New(opt)
	if err != nil {
		return &queries.Error{Code: queries.Invalid, Message: err.Error(), Err: err}
	}
	name := g.ArchiveName()
	if len(files) > 0 {
		name = files[0]
	}
	if name == "-" {
		return g.WriteArchive(a.out)
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return &queries.Error{Code: queries.Conflict, Message: name + " is there already and is not overwritten", Err: err}
	}
	if err != nil {
		return &queries.Error{Code: queries.Invalid, Message: err.Error(), Err: err}
	}
	w := bufio.NewWriterSize(f, 1<<20)
	if err := errors.Join(g.WriteArchive(w), w.Flush(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	fmt.Fprintf(a.err, "%s: %s\n", name, plural(g.Len(), "decision", "decisions"))
	return nil
}
