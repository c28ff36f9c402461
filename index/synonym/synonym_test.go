package synonym

import (
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/table"
	"github.com/attendu/attendu/index/frlegal"
	"github.com/google/go-cmp/cmp"
)

func terms(s string) string { return strings.Join(slices.Collect(frlegal.Terms(s)), " ") }

func TestTable(t *testing.T) {
	rows, err := table.Read("synonym.tsv", data, "phrases", "counters")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 80 {
		t.Errorf("%d rows", len(rows))
	}
	seen := map[string]bool{}
	for _, r := range rows {
		row := r.List("phrases")
		for i, p := range row {
			if seen[terms(p)] {
				t.Error(r.Errorf("%q comes twice", p))
			}
			seen[terms(p)] = true
			want := []Found{{From: 0, To: len(strings.Fields(p)), Said: p, Also: slices.Delete(slices.Clone(row), i, i+1)}}
			if diff := cmp.Diff(want, Find(strings.Fields(p))); diff != "" {
				t.Error(r.Errorf("-want +got:\n%s", diff))
			}
		}
		if len(row) < 2 || len(r.List("counters")) == 0 {
			t.Error(r.Errorf("two phrases and a counter-example are wanted"))
		}
		for _, c := range r.List("counters") {
			for _, f := range Find(strings.Fields(c)) {
				if slices.ContainsFunc(append(f.Also, f.Said), func(s string) bool { return slices.Contains(row, s) }) {
					t.Error(r.Errorf("%q is widened to %q", c, f.Also))
				}
			}
			if slices.ContainsFunc(row, func(p string) bool { return terms(p) == terms(c) }) {
				t.Error(r.Errorf("%q is a phrase of its row", c))
			}
		}
	}
}

func TestFind(t *testing.T) {
	const full = "juge des libertés et de la détention"
	for _, c := range []struct {
		name  string
		words []string
		want  []Found
	}{
		{"nothing", nil, nil},
		{"no word of the table", []string{"bail", "commercial"}, nil},
		{"an abbreviation", []string{"appel", "jld", "Meaux"}, []Found{{1, 2, "JLD", []string{full}}}},
		{"with dots", []string{"J.L.D."}, []Found{{0, 1, "JLD", []string{full}}}},
		{"in full", strings.Fields("le juge des libertes et de la DÉTENTION statue"), []Found{{1, 8, full, []string{"JLD"}}}},
		{"not in full", strings.Fields("juge des libertés"), nil},
		{"words that other words part", strings.Fields("frais dits irrépétibles"), nil},
		{"in one piece", []string{"dommages-intérêts"}, []Found{{0, 1, "dommages-intérêts", []string{"dommages et intérêts"}}}},
		{"two", []string{"cpc", "TGI"}, []Found{
			{0, 1, "CPC", []string{"code de procédure civile"}}, {1, 2, "TGI", []string{"tribunal de grande instance"}}}},
		{"the longest", strings.Fields("contrat de travail à durée déterminée"), []Found{
			{0, 6, "contrat de travail à durée déterminée", []string{"CDD", "contrat à durée déterminée"}}}},
		{"inside a word", []string{"JLD-CPC"}, nil},
		{"an article of another number", []string{"article", "700-1"}, nil},
		{"a word of signs between", []string{"article", "n°", "700"}, []Found{
			{0, 3, "article 700", []string{"frais irrépétibles", "art. 700"}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, Find(c.words)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
