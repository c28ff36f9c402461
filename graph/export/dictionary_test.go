package export

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestDictionary: each column of each table is described, and nothing else is.
func TestDictionary(t *testing.T) {
	d, err := loadDictionary()
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, table := range Tables() {
		names := map[string]bool{}
		for _, c := range table.Columns {
			if names[c.Name] || strings.ToLower(c.Name) != c.Name {
				t.Errorf("%s.%s is there twice, or no snake_case", table.Name, c.Name)
			}
			names[c.Name] = true
			if _, err := d.of(table, c.Name); err != nil {
				t.Error(err)
			}
			used[table.Name+"."+c.Name], used["*."+c.Name] = true, true
		}
		for _, c := range table.Primary {
			if !names[c] {
				t.Errorf("%s has no column %s for its primary key", table.Name, c)
			}
		}
		for _, r := range table.References {
			if !names[r.Column] {
				t.Errorf("%s has no column %s", table.Name, r.Column)
			}
		}
	}
	for name := range d {
		if !used[name] {
			t.Errorf("columns.tsv describes %s, which no table has", name)
		}
	}
}

// TestNoJudges: no table has a column for those who judge.
func TestNoJudges(t *testing.T) {
	for _, table := range Tables() {
		for _, c := range table.Columns {
			for _, word := range []string{"judge", "juge", "president", "rapporteur", "greffier", "clerk", "magistrat", "counsel", "avocat"} {
				if strings.Contains(c.Name, word) {
					t.Errorf("%s.%s", table.Name, c.Name)
				}
			}
		}
	}
}

func TestDataPackage(t *testing.T) {
	b, err := DataPackage([]Resource{{"citations.csv", "citations", CSV, 10, "00"}, {"decisions.parquet", "decisions", Parquet, 20, "ff"}})
	if err != nil {
		t.Fatal(err)
	}
	var p dataPackage
	if err := json.Unmarshal(b, &p); err != nil {
		t.Fatal(err)
	}
	if len(p.Resources) != 2 || p.Resources[0].Name != "decisions-parquet" || p.Resources[1].Dialect.Delimiter != "," {
		t.Fatalf("%s", b)
	}
	for _, f := range p.Resources[1].Schema.Fields {
		if f.Name == "today_candidates" && (f.Type != Text || !strings.Contains(f.Description, "|")) {
			t.Errorf("a list in CSV is %+v", f)
		}
	}
}
