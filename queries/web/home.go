package web

import (
	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/kept"
)

// example is a query that shows what can be asked.
type example struct{ Query, Key string }

// tries are those of the first page; their keys say what each asks for.
var tries = []example{
	{"18-29.417", "example.number"},
	{"C. civ. 1240", "example.article"},
	{`"mot de passe" cite:"CPC 809"`, "example.cites"},
	{`motifs:"trouble manifestement illicite"`, "example.zone"},
	{`invoque:"C. pén. 323-2" SAUF applique:"C. pén. 323-2"`, "example.invoked"},
	{"ordre:condamnation montant:>10000", "example.order"},
}

// home is the first page.
func (s *site) home(v *visit) (*answer, error) {
	stats, fresh := s.tally.get(v.ctx, s.lib)
	if !fresh {
		kept.Fleeting(v.ctx)
	}
	return &answer{Template: "home.html", Title: v.text("home.title"), Permanent: "/", Data: struct {
		Stats    *queries.Stats
		Examples []example
	}{stats, tries}}, nil
}
