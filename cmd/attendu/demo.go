package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/attendu/attendu/corpus/examples"
	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

// tour is what demo shows: a sentence for the reader and the command that
// answers. EXAMPLES stands for the folder of the examples.
var tour = []struct {
	say  string
	args []string
}{
	{"Read decisions of every kind: DILA and court XML, Judilibre JSON, web pages, PDF, Word, plain text.",
		[]string{"index", "EXAMPLES"}},
	{"Who fought about a password, citing article 809 of the code de procédure civile?",
		[]string{"search", "mot de passe", "--cites", "CPC 809", "--limit", "3"}},
	{"One order of 4 October 2016, known from a news page: who, on what, and what was ordered.",
		[]string{"show", "tgi/laval/2016-10-04"}},
	{"Which decisions cite article 323-2 of the code pénal, and does the court or a party speak?",
		[]string{"article", "C. pén. 323-2", "--limit", "2"}},
	{"Two articles at once.",
		[]string{"article", "CPC 808/809", "--limit", "1"}},
	{"One case from first instance to cassation and back: ask for any of its decisions.",
		[]string{"show", "18-29.417"}},
	{"Who cites the Laval order?",
		[]string{"cited-by", "tgi/laval/2016-10-04"}},
	{"What is in the library?",
		[]string{"stats"}},
}

func (a *app) demoCommand() *cobra.Command {
	var keep string
	c := &cobra.Command{
		Use:   "demo",
		Short: "Build a small library from examples and ask it questions",
		Long: `Writes the examples that attendu carries into a folder, builds a library from them
and asks it the questions of the README, showing each command. The people in the
examples are invented. Without --keep the folder is a temporary one, which stays.`,
		Args: args(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			if c.Flags().Changed("library") {
				return usageError{errors.New("demo builds a library of its own, in the folder of --keep: it takes no --library")}
			}
			return a.runDemo(c, keep)
		},
	}
	c.Flags().StringVar(&keep, "keep", "", "folder to build in, made when it is missing; else empty, or of an earlier demo")
	return c
}

func (a *app) runDemo(c *cobra.Command, dir string) (err error) {
	if dir == "" {
		if dir, err = os.MkdirTemp("", "attendu-demo-"); err != nil {
			return err
		}
	}
	if err := ofDemo(dir); err != nil {
		return err
	}
	folder := filepath.Join(dir, examplesFolder)
	if err := writeExamples(folder); err != nil {
		return &queries.Error{Code: queries.Invalid, Message: "demo: " + err.Error(), Err: err}
	}
	library := filepath.Join(dir, libraryFolder)
	a.printf("The examples and the library are in %s.\nTo repeat a command, first: export ATTENDU_LIBRARY=%s\n", dir, library)
	for _, stop := range tour {
		args := make([]string, len(stop.args))
		for i, arg := range stop.args {
			args[i] = strings.ReplaceAll(arg, "EXAMPLES", folder)
		}
		a.printf("\n%s\n%s\n\n", a.look.dim("# "+stop.say), a.look.bold("$ attendu "+shellWords(args)))
		step := &app{std: a.std, look: a.look}
		root := step.root()
		root.SetArgs(append(args, "--library", library))
		if err := root.ExecuteContext(c.Context()); err != nil {
			return err
		}
	}
	return nil
}

// What a demo makes in its folder.
const examplesFolder, libraryFolder = "examples", "attendu.lib"

// ofDemo refuses a folder in which something stands that no demo made.
func ofDemo(dir string) error {
	list, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return &queries.Error{Code: queries.Invalid, Message: "demo: " + err.Error(), Err: err}
	}
	for _, e := range list {
		if name := e.Name(); name != examplesFolder && name != libraryFolder {
			return &queries.Error{Code: queries.Conflict, Message: fmt.Sprintf("%s holds other things (%s); name an empty folder, or one that is not there", dir, name)}
		}
	}
	return nil
}

// writeExamples copies the embedded decisions into a folder.
func writeExamples(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return fs.WalkDir(examples.FS, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := examples.FS.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(folder, filepath.Base(name)), b, 0o644)
	})
}

// shellWords writes arguments as one types them into a shell.
func shellWords(args []string) string {
	out := make([]string, len(args))
	for i, arg := range args {
		if strings.ContainsAny(arg, ` "'$*?;&|<>()`) {
			arg = fmt.Sprintf("%q", arg)
		}
		out[i] = arg
	}
	return strings.Join(out, " ")
}
