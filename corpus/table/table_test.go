package table

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

const roles = "# Roles.\r\n\nrole\twords\texamples\tcounters\n" +
	"appelant\tappelant | appelante\tL'appelante soutient\tL'appel est tardif | Il appelle\r\n" +
	"# later\n" +
	"autre\t-\t-\t-\n" +
	"blancs\t d'\tx | y\t-"

func read(t testing.TB) []Row {
	t.Helper()
	rows, err := Read("roles.tsv", roles, "role", "words", "examples", "counters")
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestRead(t *testing.T) {
	rows := read(t)
	if len(rows) != 3 {
		t.Fatalf("%d rows, want 3", len(rows))
	}
	if diff := cmp.Diff([]string{"appelant", "appelante"}, rows[0].List("words")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]bool{"appelant": true, "appelante": true}, rows[0].Set("words")); diff != "" {
		t.Error(diff)
	}
	if r := rows[1]; r.Get("role") != "autre" || r.Get("words") != "" || r.List("words") != nil || r.Set("words") != nil {
		t.Errorf("a row without values is read as %+v", r)
	}
	if got := rows[2].Get("words"); got != " d'" {
		t.Errorf("the blank before %q is lost", got)
	}
	if got := rows[0].Get("side"); got != "" {
		t.Errorf("a column that is not there has the value %q", got)
	}
}

func TestReadFile(t *testing.T) {
	files := fstest.MapFS{"rules/a.tsv": {Data: []byte("a\nx\n")}}
	if rows, err := ReadFile(files, "rules/a.tsv", "a"); err != nil || len(rows) != 1 || rows[0].Get("a") != "x" {
		t.Errorf("%v, %v", rows, err)
	}
	if _, err := ReadFile(files, "b.tsv", "a"); err == nil {
		t.Error("a file that is not there is read")
	}
}

func TestBadTables(t *testing.T) {
	for data, want := range map[string]string{
		"a\tb\n1\n":           "x.tsv:2: 1 cells, want 2",
		"# c\na\tc\n1\t2\n":   "x.tsv:2: the columns are",
		"a\tb\n1\t\n":         "x.tsv:2: nothing in column b",
		"# only a comment\n":  "x.tsv: no rows",
		"a\tb\n# no rows\n\n": "x.tsv: no rows",
	} {
		if _, err := Read("x.tsv", data, "a", "b"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Read(%q): %v, want %q", data, err, want)
		}
	}
}

func TestCheck(t *testing.T) {
	rows := read(t)
	has := func(part string) func(string) bool {
		return func(s string) bool { return strings.Contains(strings.ToLower(s), part) }
	}
	if err := rows[0].Check(has("appelant")); err != nil {
		t.Error(err)
	}
	if err := rows[0].Check(has("appel")); err == nil || strings.Count(err.Error(), "roles.tsv:4: the counter-example") != 2 {
		t.Errorf("two counter-examples match, and the error is %v", err)
	}
	if err := rows[0].Check(has("intim")); err == nil || !strings.Contains(err.Error(), "the example \"L'appelante") {
		t.Errorf("an example does not match, and the error is %v", err)
	}
	if err := rows[1].Check(has("")); err == nil || !strings.Contains(err.Error(), "roles.tsv:6: no example") {
		t.Errorf("a row without an example: %v", err)
	}
}

// FuzzRead: whatever the text, every row has all its columns, and no value is
// "-" or holds a tab.
func FuzzRead(f *testing.F) {
	f.Add(roles)
	f.Add("role\twords\texamples\tcounters\n\t\t\t\n")
	f.Add("role\twords\texamples\tcounters\n-\t-\t | \t|\n")
	f.Fuzz(func(t *testing.T, data string) {
		columns := []string{"role", "words", "examples", "counters"}
		rows, err := Read("roles.tsv", data, columns...)
		if (err == nil) != (len(rows) > 0) {
			t.Errorf("%d rows and the error %v", len(rows), err)
		}
		for _, r := range rows {
			for _, c := range columns {
				v := r.Get(c)
				if v == empty || strings.ContainsAny(v, "\t\n") || strings.Join(r.List(c), separator) != v {
					t.Errorf("column %s has the value %q", c, v)
				}
			}
		}
	})
}
