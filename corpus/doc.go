// Package corpus is the domain of attendu: what a French court decision is made
// of, and the names by which the law and the courts are cited.
//
// It holds types and their rules, does no I/O, and imports nothing of ours.
//
//	source ──Document──▶ extract ──Decision──▶ graph, index ──▶ queries
//	                       │
//	                       ├─ zones and speakers   (segment)
//	                       ├─ citations            (cite)
//	                       ├─ parties              (party)
//	                       └─ holdings             (holding)
//
// # Glossary
//
// The terms of art stay French where English has no equal.
//
//	Annexe       what follows the ruling: the moyens annexed, tables, opinions
//	Attendu      "whereas": the paragraph of the classical French judgment
//	Chambre      the chamber of a court that ruled
//	Décision     a judgment (jugement), order (ordonnance) or ruling (arrêt)
//	Demandeur    who brings the instance: claimant, appelant, requérant
//	Défendeur    against whom it is brought: intimé, défendeur au pourvoi
//	Délibération a decision of an authority that is no court, such as the CNIL
//	Dispositif   the operative part, after "PAR CES MOTIFS"
//	ECLI         European Case Law Identifier (Council conclusions 2011/C 127/01)
//	Exposé       facts, procedure and claims as the court reports them
//	Fond         the merits; the juge du fond decides them, the référé does not
//	Moyen        a ground raised by a party; its branches are counted
//	Motifs       the reasons that the court gives as its own
//	Pourvoi      an appeal to the Cour de cassation, and its number: 17-21.434
//	QPC          question prioritaire de constitutionnalité
//	Recours      what is asked of an administrative court: excès de pouvoir, plein contentieux
//	Référé       interim proceedings, decided by ordonnance
//	RG           répertoire général: the docket number of a lower court
//	Visa         the texts on which the court rules: "Vu l'article 1240 …"
package corpus
