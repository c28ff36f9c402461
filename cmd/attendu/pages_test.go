package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// commands are the commands of a block of a page, each with the lines behind it.
func commands(block string) (list []sample) {
	for part := range strings.SplitSeq("\n"+block, "\n$ attendu ") {
		lines := strings.Split(part, "\n")
		if lines[0] != "" {
			list = append(list, sample{lines[0], lines[1:]})
		}
	}
	return list
}

// words are the arguments of a command as a page writes it.
func (s sample) words() (args []string) {
	for _, w := range sampleWord.FindAllString(s.command, -1) {
		args = append(args, strings.Trim(w, `"`))
	}
	return args
}

// checkPage runs the commands of a page, in its order, and wants each block to be what
// they print; UPDATE=1 writes that into the page. It returns how many it ran.
func checkPage(t *testing.T, path string, run func(args ...string) string) (n int) {
	t.Helper()
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	fresh := string(page)
	for _, block := range sampleBlocks(fresh) {
		var got strings.Builder
		for _, s := range commands(block) {
			n++
			out := strings.Trim(run(s.words()...), "\n")
			if got.WriteString("$ attendu " + s.command + "\n"); out != "" {
				got.WriteString(out + "\n")
			}
		}
		want := strings.TrimSuffix(got.String(), "\n")
		if want == "" || want == block {
			continue
		}
		if os.Getenv("UPDATE") == "" {
			t.Errorf("%s has\n%s\nand the program prints\n%s", path, block, want)
		}
		fresh = strings.Replace(fresh, "\n"+block+"\n", "\n"+want+"\n", 1)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

// TestMeasuresPage wants docs/measures.md to show what the program prints.
func TestMeasuresPage(t *testing.T) {
	if n := checkPage(t, "../../docs/measures.md", demoLibrary(t)); n < 5 {
		t.Errorf("%d samples only", n)
	}
}

// figure is what the last command of docs/notebook.md draws.
const figure = "../../docs/figures/migration.svg"

// TestNotebook runs docs/notebook.md from its first command to the figure.
func TestNotebook(t *testing.T) {
	if testing.Short() {
		t.Skip("it indexes 2,000 decisions")
	}
	dir := t.TempDir()
	n := checkPage(t, "../../docs/notebook.md", func(args ...string) string {
		for i, a := range args { // files are written where the reader stands
			if strings.HasSuffix(a, ".gz") || strings.HasSuffix(a, ".svg") {
				args[i] = filepath.Join(dir, a)
			}
		}
		var out, errs bytes.Buffer
		if code := run(context.Background(), append(args, "--library", filepath.Join(dir, defaultLibrary)), std{in: strings.NewReader(""), out: &out, err: &errs}); code != 0 {
			t.Fatalf("%v: exit code %d, %s", args, code, &errs)
		}
		return out.String()
	})
	if n < 9 {
		t.Errorf("%d commands only", n)
	}
	drawn, err := os.ReadFile(filepath.Join(dir, "migration.svg"))
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.MkdirAll(filepath.Dir(figure), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(figure, drawn, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(figure)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(drawn, kept) {
		t.Errorf("%s is not what the notebook draws; UPDATE=1 writes it", figure)
	}
}

// TestVerifyPage: docs/verify.md explains every verdict.
func TestVerifyPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/verify.md")
	if err != nil {
		t.Fatal(err)
	}
	for v := range verdictNames {
		if !bytes.Contains(page, []byte("`"+string(v)+"`")) {
			t.Errorf("docs/verify.md does not explain %s", v)
		}
	}
	for v := range quoteNames {
		if !bytes.Contains(page, []byte("`"+string(v)+"`")) {
			t.Errorf("docs/verify.md does not explain %s", v)
		}
	}
}
