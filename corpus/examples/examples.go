// Package examples holds a small set of French court decisions in the official
// formats, for tests, documentation and a first try of the tool without a
// download.
//
//	DILA XML    TEXTE_JURI_JUDI: two arrêts of the Cour de cassation, one of a court of appeal;
//	            TEXTE_JURI_ADMIN: a decision of the Conseil d'État; TEXTE_JURI_CONSTIT: a QPC;
//	            TEXTE_CNIL: a sanction
//	open data   of the administrative courts: a judgment of a tribunal administratif
//	Judilibre   one decision with zones, a file of two lines, a page of results
//	plain text  first instance and appeal, as the registry prints them
//	HTML        a decision on a web page, and a news page about one
//	PDF, docx   a judgment as it is printed, an order as it is typed
//
// The decisions were written by the authors of attendu. Their parties, judges,
// counsel and facts are invented, no sentence is taken from a real ruling, and
// any likeness to a person, a company or a case is accidental. Their numbers
// lie outside the ranges that the courts use. The statutes are real, and so are
// a few well-known rulings that the texts cite.
//
// One file is different: laval-ordonnance.html tells in our own words a real
// order, reported by the press, of the tribunal de grande instance de Laval.
// The page and its journal are invented.
//
// README.md lists the files, their keys and who cites whom.
package examples

import "embed"

// FS holds the data files, all in its root.
//
//go:embed *.docx *.html *.json *.jsonl *.pdf *.txt *.xml
var FS embed.FS
