package corpus

// Side is the place of a party in the present instance.
type Side string

// The sides, as the gold guidelines name them.
const (
	Demandeur       Side = "demandeur"        // also appelant, requérant, demandeur au pourvoi
	Defendeur       Side = "defendeur"        // also intimé, défendeur au pourvoi
	Intervenant     Side = "intervenant"      //
	Prevenu         Side = "prevenu"          // the accused before a criminal court
	MinisterePublic Side = "ministere-public" // the public prosecutor as a party
)

// PartyKind is the legal nature of a party.
type PartyKind string

// The natures of a party.
const (
	Physique PartyKind = "physique" // a natural person: never joined across decisions
	Morale   PartyKind = "morale"   // a company, association, union …
	Publique PartyKind = "publique" // the State, a commune, a public body
)

// Party is a party to the dispute, once each: not counsel, judges, experts or
// witnesses.
type Party struct {
	Name string    `json:"name"` // as printed at the first full mention; "M. Durieux" where it prints "M. et Mme Durieux"
	Side Side      `json:"side"`
	Kind PartyKind `json:"kind"`
	Role string    `json:"role"` // the printed role: "appelante", "demandeur au pourvoi"
	Span
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
}
