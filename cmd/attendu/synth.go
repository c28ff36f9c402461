package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

// synthOptions are the flags of synth.
type synthOptions struct {
	synth.Options
	legi  int // versions of articles; 0 asks for decisions
	delta synth.LegiDelta
}

func (a *app) synthCommand() *cobra.Command {
	var opt synthOptions
	c := &cobra.Command{
		Use:   "synth [FILE]",
		Short: "Write an archive of invented decisions or articles, for trials and measurements",
		Long: `Writes invented decisions as the DILA delivers real ones: a .tar.gz of one XML document a
decision. Judgments, appeals and rulings of the Cour de cassation or of the Conseil d'État make
up cases, and cite each other and the provisions of their subject. The same options give the
same bytes. People, companies and facts are invented; nothing in them is legal advice.

With --legi it writes articles as the DILA delivers LEGI: the real codes with invented texts,
1 to 6 versions an article, and rules that moved from one number to another. Some of these are
real, as that of article 1382 of the code civil to 1240 on 1 October 2016. With --delta DAY it
writes an increment upon that archive instead: articles amended on that day, and articles
taken away.

FILE is - for standard output; without it the archive is named as the DILA would name it.
A file that is there is not overwritten.`,
		Example: `  attendu synth --decisions 20000 invented.tar.gz
  attendu index invented.tar.gz
  attendu synth --legi 300000 articles.tar.gz
  attendu synth --legi 300000 --delta 2026-01-02`,
		Args: args(cobra.MaximumNArgs(1)),
	}
	f := c.Flags()
	f.IntVar(&opt.Decisions, "decisions", 1000, "how many decisions")
	f.Uint64Var(&opt.Seed, "seed", 0, "another number gives another corpus of the same kind")
	f.IntVar(&opt.legi, "legi", 0, "write so many versions of articles, and no decisions")
	f.StringVar((*string)(&opt.delta.Day), "delta", "", "with --legi: write the increment of this day")
	f.IntVar(&opt.delta.Amended, "amended", 100, "with --delta: how many articles have a new version")
	f.IntVar(&opt.delta.Suppressed, "suppressed", 10, "with --delta: how many articles are taken away")
	c.RunE = func(_ *cobra.Command, files []string) error {
		w, err := opt.writer(f.Changed)
		if err != nil {
			return err
		}
		return a.runSynth(w, files)
	}
	return c
}

// synthWriter is an archive to write.
type synthWriter struct {
	name  string // as the DILA would have it
	write func(io.Writer) (what string, err error)
}

// writer is the archive that the flags ask for; given tells which they are.
func (o *synthOptions) writer(given func(flag string) bool) (*synthWriter, error) {
	switch {
	case given("legi") && given("decisions"):
		return nil, usageError{errors.New("--legi and --decisions: want one of them")}
	case given("delta") && !given("legi"):
		return nil, usageError{errors.New("--delta needs --legi")}
	case (given("amended") || given("suppressed")) && !given("delta"):
		return nil, usageError{errors.New("--amended and --suppressed need --delta")}
	case given("legi"):
		return o.articles(given("delta"))
	case o.Decisions == 0: // which would be the default
		return nil, usageError{errors.New("--decisions 0: want 1 to 99,999,999")}
	}
	g, err := synth.New(o.Options)
	if err != nil {
		return nil, &queries.Error{Code: queries.Invalid, Message: err.Error(), Err: err}
	}
	return &synthWriter{g.ArchiveName(), func(w io.Writer) (string, error) {
		return plural(g.Len(), "decision", "decisions"), g.WriteArchive(w)
	}}, nil
}

// articles is an archive of articles, or an increment.
func (o *synthOptions) articles(delta bool) (*synthWriter, error) {
	if o.legi == 0 {
		return nil, usageError{errors.New("--legi 0: want 1 to 5,000,000")}
	}
	l, err := synth.NewLegi(synth.LegiOptions{Seed: o.Seed, Versions: o.legi})
	if err == nil && delta {
		err = o.delta.Validate()
	}
	if err != nil {
		return nil, &queries.Error{Code: queries.Invalid, Message: err.Error(), Err: err}
	}
	if !delta {
		return &synthWriter{l.ArchiveName(), func(w io.Writer) (string, error) {
			return plural(l.Len(), "version", "versions"), l.WriteArchive(w)
		}}, nil
	}
	return &synthWriter{o.delta.Name(), func(w io.Writer) (string, error) {
		c, err := l.WriteDelta(w, o.delta)
		if err != nil {
			return "", err
		}
		return fmt.Sprintf("%s, %d replaced, %d suppressed", plural(len(c.Added), "new version", "new versions"), len(c.Replaced), len(c.Removed)), nil
	}}, nil
}

func (a *app) runSynth(s *synthWriter, files []string) error {
	name := s.name
	if len(files) > 0 {
		name = files[0]
	}
	if name == "-" {
		_, err := s.write(a.out)
		return err
	}
	f, err := newFile(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	what, err := s.write(w)
	if err := errors.Join(err, w.Flush(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	fmt.Fprintf(a.err, "%s: %s\n", name, what)
	return nil
}
