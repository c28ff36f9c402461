package export

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestPage wants docs/export.md to describe every column as columns.tsv does. UPDATE=1
// writes that part of the page.
func TestPage(t *testing.T) {
	const path = "../../docs/export.md"
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const mark = "-run Page -->\n"
	head, got, ok := strings.Cut(string(page), mark)
	if !ok {
		t.Fatal("docs/export.md has no place for the columns")
	}
	meanings, err := loadDictionary()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, table := range Tables() {
		fmt.Fprintf(&b, "\n### %s\n\n%s\n\n| column | type | |\n|---|---|---|\n", table.Name, table.Description)
		for _, c := range table.Columns {
			meaning, err := meanings.of(table, c.Name)
			if err != nil {
				t.Fatal(err)
			}
			kind := string(c.Type)
			if c.Type == List {
				kind = "list of strings"
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", c.Name, kind, strings.ReplaceAll(meaning, "|", `\|`))
		}
	}
	if got == b.String() {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Fatal("docs/export.md describes other columns; UPDATE=1 writes them anew")
	}
	if err := os.WriteFile(path, []byte(head+mark+b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
