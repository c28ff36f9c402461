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

// Use says what a citation does in a decision, from who speaks where. It is
// what tells a provision that a party invokes from one that the court applies.
type Use string

// The uses of a citation.
const (
	Applied  Use = "applied"  // the court, in its reasons or its dispositif
	Invoked  Use = "invoked"  // a party
	Reported Use = "reported" // the decision under review, as the court tells it
	Quoted   Use = "quoted"   // inside a quoted text
	Recited  Use = "recited"  // the court, while it tells facts and procedure
)

// Uses lists every use, the strongest first.
func Uses() []Use { return []Use{Applied, Invoked, Reported, Quoted, Recited} }

// UseOf derives the use of a citation from its zone and speaker.
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
