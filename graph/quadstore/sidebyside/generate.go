package main

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"time"

	"github.com/cayleygraph/quad"
)

// The graph: decisions with 40 quads each, in the named graph of their node. They
// are invented, and the same for the same number. Every decision cites the hub,
// every tenth one the tenth, every hundredth one the hundredth.
const (
	perDecision = 40
	articles    = 20_000
	dates       = 9_000

	hub       = quad.IRI("code-de-procedure-civile/700")
	tenth     = quad.IRI("code-civil/tenth")
	hundredth = quad.IRI("code-civil/hundredth")

	rdfType = quad.IRI("rdf:type")
	cites   = quad.IRI("lex:cites")
	date    = quad.IRI("lex:date")
	court   = quad.IRI("lex:court")
)

func decision(i int) quad.IRI { return quad.IRI(fmt.Sprintf("attendu:decision/%08d", i)) }

func day(i int) time.Time {
	return time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i*7919%dates)
}

// quadsOf makes the quads of decision i; another version has other citations.
func quadsOf(i, version int) []quad.Quad {
	r := rand.New(rand.NewPCG(uint64(i), uint64(version)))
	d := decision(i)
	out := make([]quad.Quad, 0, perDecision)
	add := func(s quad.IRI, p string, o quad.Value) {
		out = append(out, quad.Quad{Subject: s, Predicate: quad.IRI(p), Object: o, Label: d})
	}
	add(d, string(rdfType), quad.IRI("lex:Decision"))
	add(d, string(court), quad.IRI(fmt.Sprintf("court/%d", i%300)))
	add(d, "lex:chamber", quad.String(fmt.Sprintf("chambre %d", i%7)))
	add(d, string(date), quad.Time(day(i)))
	add(d, "lex:number", quad.String(fmt.Sprintf("%02d-%05d", i%24, i)))
	add(d, "lex:title", quad.String(fmt.Sprintf("Arrêt n° %d de la chambre %d, %s", i, i%7, day(i).Format("2/1/2006"))))
	add(d, "lex:outcome", quad.String([]string{"rejet", "cassation", "irrecevabilité"}[r.IntN(3)]))
	add(d, string(cites), hub)
	if i%10 == 3 {
		add(d, string(cites), tenth)
	}
	if i%100 == 3 {
		add(d, string(cites), hundredth)
	}
	for p := range 3 {
		party := quad.IRI(fmt.Sprintf("%s#party%d", string(d), p+1))
		add(d, "lex:party", party)
		add(party, "lex:name", quad.String(name(r, i, p)))
		add(party, "lex:side", quad.String([]string{"demandeur", "défendeur", "intervenant"}[p]))
		add(party, "lex:rank", quad.Int(p))
	}
	for o := range 2 {
		order := quad.IRI(fmt.Sprintf("%s#order%d", string(d), o+1))
		add(d, "lex:order", order)
		add(order, "lex:amount", quad.Int(100*r.IntN(50_000)))
		add(order, "lex:basis", article(r))
	}
	if i > 0 {
		add(d, "lex:reviews", decision(r.IntN(i)))
	}
	seen := map[quad.IRI]bool{}
	for len(out) < perDecision {
		if a := article(r); !seen[a] {
			seen[a] = true
			add(d, string(cites), a)
		}
	}
	return out
}

// article draws one; the first ones are cited most.
func article(r *rand.Rand) quad.IRI {
	f := r.Float64()
	return quad.IRI(fmt.Sprintf("code-civil/%d", int(articles*f*f*f)))
}

func name(r *rand.Rand, i, p int) string {
	if p == 1 {
		return fmt.Sprintf("Société %d", r.IntN(5000))
	}
	return fmt.Sprintf("Personne %d-%d", i, p)
}

// graphOf streams the quads of n decisions.
func graphOf(n int) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		for i := range n {
			for _, q := range quadsOf(i, 0) {
				if !yield(q, nil) {
					return
				}
			}
		}
	}
}
