package index

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
	"github.com/google/go-cmp/cmp"
)

// TestOrgForms reads the examples and counter-examples of the table.
func TestOrgForms(t *testing.T) {
	rows, err := table.Read("orgform.tsv", orgFormTable, "form", "stands", "examples", "counters")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, e := range row.List("examples") {
			name, want, _ := strings.Cut(e, " > ")
			if got := orgName(name); got != want {
				t.Error(row.Errorf("%q: %q, want %q", name, got, want))
			}
		}
		for _, name := range row.List("counters") {
			if got, want := orgName(name), strings.ToLower(name); got != want {
				t.Error(row.Errorf("%q: %q, want all of it", name, got))
			}
		}
		if len(row.List("examples"))+len(row.List("counters")) == 0 {
			t.Error(row.Errorf("neither example nor counter-example"))
		}
	}
	for name, want := range map[string]string{"société [X]": "", "SARL X…": "", "SARL": "sarl", "la société": "société", "": "", "la SA": "sa"} {
		if got := orgName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// TestPartyFacet counts a decision once for a party, however it is spelled, and shows the
// spelling that most decisions have.
func TestPartyFacet(t *testing.T) {
	x := open(t, "")
	ds := shelves()[:3]
	org := func(names ...string) (out []corpus.Party) {
		for _, n := range names {
			out = append(out, corpus.Party{Name: n, Kind: corpus.Morale})
		}
		return out
	}
	ds[0].Parties = org("SOCIETE GENERALE", "Société Générale SA")
	ds[1].Parties = org("la Société générale", "Éditions Lorme")
	ds[2].Parties = org("S.A. Société générale", "SARL EDITIONS LORME")
	put(t, x, 1, ds[:2]...)
	put(t, x, 2, ds[2])
	got := find(t, x, Request{Facets: []Facet{FacetParty}, Limit: 1}).Facets[0]
	want := []FacetCount{{"société générale", 3}, {"editions lorme", 2}}
	if diff := cmp.Diff(want, got.Counts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := find(t, x, Request{Facets: []Facet{FacetParty}, FacetLimit: 1, Limit: 1}).Facets[0]; got.Others != 1 || len(got.Counts) != 1 {
		t.Errorf("one of two: %+v", got)
	}
}
