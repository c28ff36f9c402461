package queries_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/attendu/attendu/queries"
)

// apiPage is docs/api.md.
func apiPage(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// TestProgramOfTheDocs compiles and runs the program of docs/api.md, which prints what
// the page says. UPDATE=1 rewrites that.
func TestProgramOfTheDocs(t *testing.T) {
	page := apiPage(t)
	parts := regexp.MustCompile("(?s)```go\n(// Ask.*?)\n```.*?```\n(.*?)\n```").FindStringSubmatchIndex(page)
	if parts == nil {
		t.Fatal("the page has no program with an answer")
	}
	program, want := page[parts[2]:parts[3]], page[parts[4]:parts[5]]
	if n := strings.Count(program[strings.Index(program, "package main"):], "\n") + 1; n > 44 {
		t.Errorf("the program has %d lines; the page promises a short one", n)
	}
	file := filepath.Join(t.TempDir(), "ask.go")
	if err := os.WriteFile(file, []byte(program), 0o600); err != nil {
		t.Fatal(err)
	}
	run := exec.Command("go", "run", file, examplesDir, `applique:"CPC 809" dispositif:"mot de passe"`)
	var errs strings.Builder
	run.Stderr = &errs
	out, err := run.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, &errs)
	}
	got := strings.TrimSuffix(string(out), "\n")
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile("../docs/api.md", []byte(page[:parts[4]]+got+page[parts[5]:]), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != want {
		t.Errorf("the program prints\n%s\nand the page says\n%s", got, want)
	}
}

// TestCodesOfTheDocs: the page names every code, and no other.
func TestCodesOfTheDocs(t *testing.T) {
	_, table, _ := strings.Cut(apiPage(t), "\n## Errors\n")
	table, _, _ = strings.Cut(table, "\n## ")
	told := map[queries.Code]bool{}
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-z_]+)`").FindAllStringSubmatch(table, -1) {
		told[queries.Code(row[1])] = true
	}
	all := []queries.Code{queries.NotFound, queries.Invalid, queries.NotYet, queries.Conflict, queries.Unavailable,
		queries.ReadOnly, queries.Closed, queries.Canceled, queries.Internal}
	for _, code := range all {
		if !told[code] {
			t.Errorf("docs/api.md does not tell of the code %s", code)
		}
		delete(told, code)
	}
	api, err := os.ReadFile("testdata/api.txt")
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(api), " Code = "); n != len(all) {
		t.Errorf("the API has %d codes, this test knows %d", n, len(all))
	}
	for code := range told {
		t.Errorf("docs/api.md tells of a code %s that there is not", code)
	}
}
