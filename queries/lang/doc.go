// Package lang is the query language of attendu: what a person types becomes a
// tree, or an error that says where and why. The same language serves the command
// line, programs and pages.
//
//	"mot de passe" PROCHE/10 rétention ET cite:(CPC 809 OU CPC 835) SAUF solution:rejet
//	    ──Parse──▶ And
//	               ├ Near/10 ─ Phrase "mot de passe", Word rétention
//	               ├ Field cite ─ Or ─ Value "CPC 809", Value "CPC 835"
//	               └ Not ─ Field solution ─ Value rejet
//	    ──String─▶ one way of writing it;  ──Explain─▶ an outline in words
//
// It is pure: it knows neither library nor index, reads nothing and asks nobody. What
// a reference is it is told (Parse); whether a court, an order or a provision exists is
// for those to say who answer. The fields are in fields.tsv.
//
// Its cost is bounded by MaxBytes, MaxTerms and MaxDepth, and linear in the query.
package lang
