package corpus

// HoldingKind is the kind of an operative order.
type HoldingKind string

// The kinds of order that a dispositif gives.
const (
	Rejet                 HoldingKind = "rejet"
	Cassation             HoldingKind = "cassation"
	CassationPartielle    HoldingKind = "cassation-partielle"
	NonAdmission          HoldingKind = "non-admission"
	Irrecevabilite        HoldingKind = "irrecevabilite"
	Recevabilite          HoldingKind = "recevabilite"
	Confirmation          HoldingKind = "confirmation"
	ConfirmationPartielle HoldingKind = "confirmation-partielle"
	Infirmation           HoldingKind = "infirmation"
	InfirmationPartielle  HoldingKind = "infirmation-partielle"
	Annulation            HoldingKind = "annulation"
	Condamnation          HoldingKind = "condamnation"
	Deboute               HoldingKind = "deboute"
	Ordonne               HoldingKind = "ordonne"
	Renvoi                HoldingKind = "renvoi"
	Incompetence          HoldingKind = "incompetence"
	Desistement           HoldingKind = "desistement"
	NonLieu               HoldingKind = "non-lieu"
	Radiation             HoldingKind = "radiation"
	Sursis                HoldingKind = "sursis"
	Divorce               HoldingKind = "divorce"
	NonLieuARefere        HoldingKind = "non-lieu-a-refere"
	Depens                HoldingKind = "depens"
	FraisIrrepetibles     HoldingKind = "frais-irrepetibles" // art. 700 CPC, L. 761-1 CJA, 475-1 and 618-1 CPP
	Constate              HoldingKind = "constate"
	Fixe                  HoldingKind = "fixe"
	Dit                   HoldingKind = "dit"
	Autre                 HoldingKind = "autre"

	// Principe is no order: it is a rule that the court states in its reasons. See
	// Decision.Principles.
	Principe HoldingKind = "principe"
)

// HoldingKinds lists every kind of order.
func HoldingKinds() []HoldingKind {
	return []HoldingKind{Rejet, Cassation, CassationPartielle, NonAdmission, Irrecevabilite,
		Recevabilite, Confirmation, ConfirmationPartielle, Infirmation, InfirmationPartielle,
		Annulation, Condamnation, Deboute, Ordonne, Renvoi, Incompetence, Desistement, NonLieu,
		Radiation, Sursis, Divorce, NonLieuARefere, Depens, FraisIrrepetibles, Constate, Fixe,
		Dit, Autre}
}

// Holding is one operative order of the dispositif. One decision may hold
// several, for and against the same party.
type Holding struct {
	// Span and Text are verb and object, at most 200 characters.
	Span
	Text string `json:"text"`
	// Whole is the complete order, to the end of its sentence or list.
	Whole         Span        `json:"whole"`
	Kind          HoldingKind `json:"kind"`
	Beneficiaries []string    `json:"beneficiaries"` // names of parties, as in Decision.Parties
	Debtors       []string    `json:"debtors"`
	Refused       []string    `json:"refused"`      // those whose claim the order refuses
	AmountCents   int64       `json:"amount_cents"` // euro cents; 0 when no amount is ordered
	// Shares tells the sums apart when one order lays several on its debtor for
	// different beneficiaries; AmountCents is their total. Empty otherwise.
	Shares []Share `json:"shares"`
	// Penalty is the astreinte under which the order stands, and Deadline until when it
	// is to be obeyed; null when it says none.
	Penalty  *Penalty  `json:"penalty"`
	Deadline *Deadline `json:"deadline"`
	// Bases are the provisions on which the order rests: those of the visas for a
	// cassation, else those that it names; not those that only tell which heads are
	// quashed, reversed or confirmed.
	Bases      []Key   `json:"bases"`
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
}

// Share is the sum that an order lays on its debtor for some of its beneficiaries.
type Share struct {
	Beneficiaries []string `json:"beneficiaries"`
	AmountCents   int64    `json:"amount_cents"` // euro cents
}

// Penalty is an astreinte: a sum for each day, or each other occasion, of delay (code
// des procédures civiles d'exécution, art. L. 131-1).
type Penalty struct {
	AmountCents int64  `json:"amount_cents"` // euro cents
	Per         string `json:"per"`          // "jour", "mois", "infraction"
}

// Deadline is a time in which an order is to be obeyed.
type Deadline struct {
	Number int    `json:"number"`
	Unit   string `json:"unit"` // "jour", "semaine", "mois", "an"
	From   string `json:"from"` // from when it runs, as printed: "à compter de la signification"; "" when not said
}
