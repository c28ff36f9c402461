package corpus

// ZoneKind is a part of a decision.
type ZoneKind string

// The parts of a decision, in their usual order.
const (
	Entete     ZoneKind = "entete"     // court, parties, composition
	Expose     ZoneKind = "expose"     // facts, procedure, claims
	Moyens     ZoneKind = "moyens"     // grounds of appeal, also those annexed
	Motifs     ZoneKind = "motifs"     // the court's own reasons, visa included
	Dispositif ZoneKind = "dispositif" // the operative part
	Annexe     ZoneKind = "annexe"     // other annexes: tables, opinions
)

// ZoneKinds lists every kind in the usual order of a decision.
func ZoneKinds() []ZoneKind {
	return []ZoneKind{Entete, Expose, Moyens, Motifs, Dispositif, Annexe}
}

// Zone is one stretch of a decision. The zones of a decision are ordered, do
// not overlap and cover the whole text; a kind may come several times.
type Zone struct {
	Zone ZoneKind `json:"zone"`
	Span
}

// Speaker is the one whose words a passage reports.
type Speaker string

// The four speakers of a decision.
const (
	Cour        Speaker = "cour"         // the deciding court, in its own name
	Partie      Speaker = "partie"       // a party's claim or moyen
	JugeAttaque Speaker = "juge-attaque" // the decision under review, reported
	Quote       Speaker = "citation"     // inside a quoted text
)

// Speech is a stretch of text and the one who speaks in it. Side is the side of
// the party that speaks, or "" when the speaker is no party or its side is not
// known.
type Speech struct {
	Speaker Speaker `json:"speaker"`
	Side    Side    `json:"speaker_side,omitempty"`
	Span
}

// Use says what a citation does in a decision: it tells a provision that a party
// invokes from one that the court applies, or refuses to.
type Use string

// The uses of a citation.
const (
	Visa     Use = "visa"     // the court, as its basis: in a visa, or as what an order of the dispositif rests on
	Applied  Use = "applied"  // the court, in its reasons or its dispositif
	Rejected Use = "rejected" // the court, which finds it inapplicable, or refuses what is asked by it
	Invoked  Use = "invoked"  // a party
	Reported Use = "reported" // the decision under review, or one that quashed a ruling in the case, as the court tells it
	Quoted   Use = "quoted"   // inside a quoted text
	Recited  Use = "recited"  // the court, while it tells facts and procedure, or the question that it transmits
)

// Uses lists every use, the strongest first.
func Uses() []Use { return []Use{Visa, Applied, Rejected, Invoked, Reported, Quoted, Recited} }

// UseOf is the use of a citation by who speaks where, before the words around it are
// read.
func UseOf(zone ZoneKind, speaker Speaker) Use {
	switch speaker {
	case Partie:
		return Invoked
	case JugeAttaque:
		return Reported
	case Quote:
		return Quoted
	}
	if zone == Motifs || zone == Dispositif {
		return Applied
	}
	return Recited
}
