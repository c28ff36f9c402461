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
	// RepresentedBy is who represents or assists the party, as printed. It is text on
	// the record: counsel are no nodes of the graph, and nothing ranks by them.
	RepresentedBy []Counsel `json:"represented_by"`
	// Siren is the number of a legal person, nine digits with the right key, where it is
	// printed with the party; SirenAt is where.
	Siren      string  `json:"siren,omitempty"`
	SirenAt    Span    `json:"siren_at,omitzero"`
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
}

// Counsel is one who represents or assists a party.
type Counsel struct {
	Name string `json:"name"`          // "Me Anne Brunel", "SCP Brunel et Perrin"
	Bar  string `json:"bar,omitempty"` // the place of the bar: "Nancy"; "" where none is printed
	Span        // of the name
}
