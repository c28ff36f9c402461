package corpus

// CourtKind is the short name of a kind of court, as it stands in keys.
type CourtKind string

// The kinds of court. The first group has one court each, or numbers that are
// unique in France; the courts of the second group are told apart by place.
const (
	Cass CourtKind = "cass" // Cour de cassation
	CE   CourtKind = "ce"   // Conseil d'État
	CC   CourtKind = "cc"   // Conseil constitutionnel
	TC   CourtKind = "tc"   // Tribunal des conflits
	CAA  CourtKind = "caa"  // cour administrative d'appel
	CJUE CourtKind = "cjue" // Court of Justice of the European Union
	CEDH CourtKind = "cedh" // European Court of Human Rights
	CNIL CourtKind = "cnil" // Commission nationale de l'informatique et des libertés, no court: its deliberations

	TA       CourtKind = "ta"      // tribunal administratif
	CA       CourtKind = "ca"      // cour d'appel
	TJ       CourtKind = "tj"      // tribunal judiciaire, since 2020-01-01
	TGI      CourtKind = "tgi"     // tribunal de grande instance, until 2019-12-31
	TI       CourtKind = "ti"      // tribunal d'instance, until 2019-12-31
	TCom     CourtKind = "tcom"    // tribunal de commerce
	TAE      CourtKind = "tae"     // tribunal des activités économiques, since 2025
	CPH      CourtKind = "cph"     // conseil de prud'hommes
	TASS     CourtKind = "tass"    // tribunal des affaires de sécurité sociale
	TCorr    CourtKind = "tcorr"   // tribunal correctionnel
	TPol     CourtKind = "tpol"    // tribunal de police
	Assises  CourtKind = "assises" // cour d'assises
	CNITAAT  CourtKind = "cnitaat" // Cour nationale de l'incapacité et de la tarification
	TCI      CourtKind = "tci"     // tribunal du contentieux de l'incapacité
	TPBR     CourtKind = "tpbr"    // tribunal paritaire des baux ruraux
	TPE      CourtKind = "tpe"     // tribunal pour enfants
	TProx    CourtKind = "tprox"   // tribunal de proximité
	TSup     CourtKind = "tsup"    // tribunal supérieur d'appel
	CNDA     CourtKind = "cnda"    // Cour nationale du droit d'asile
	OtherCrt CourtKind = "autre"   // a court of another kind
)

// courtNames gives the usual name of each kind, in the singular.
var courtNames = map[CourtKind]string{
	Cass: "Cour de cassation", CE: "Conseil d'État", CC: "Conseil constitutionnel",
	TC: "Tribunal des conflits", CAA: "cour administrative d'appel", TA: "tribunal administratif",
	CJUE: "Cour de justice de l'Union européenne", CEDH: "Cour européenne des droits de l'homme",
	CNIL: "Commission nationale de l'informatique et des libertés",
	CA:   "cour d'appel", TJ: "tribunal judiciaire", TGI: "tribunal de grande instance",
	TI: "tribunal d'instance", TCom: "tribunal de commerce",
	TAE: "tribunal des activités économiques", CPH: "conseil de prud'hommes",
	TASS:  "tribunal des affaires de sécurité sociale",
	TCorr: "tribunal correctionnel", TPol: "tribunal de police", Assises: "cour d'assises",
	CNITAAT: "Cour nationale de l'incapacité et de la tarification de l'assurance des accidents du travail",
	TCI:     "tribunal du contentieux de l'incapacité", TPBR: "tribunal paritaire des baux ruraux",
	TPE: "tribunal pour enfants", TProx: "tribunal de proximité",
	TSup: "tribunal supérieur d'appel", CNDA: "Cour nationale du droit d'asile",
	OtherCrt: "juridiction",
}

// Known reports whether the kind is one of those above.
func (k CourtKind) Known() bool { _, ok := courtNames[k]; return ok }

// Name is the usual French name of the kind: "cour d'appel".
func (k CourtKind) Name() string { return courtNames[k] }

// HasPlace reports whether courts of this kind are told apart by their place.
func (k CourtKind) HasPlace() bool {
	switch k {
	case Cass, CE, CC, TC, CAA, CJUE, CEDH, CNIL, CNDA, CNITAAT:
		return false
	}
	return k.Known()
}

// Contract folds the kind to the eleven that the extraction contract knows;
// the others are "autre".
func (k CourtKind) Contract() CourtKind {
	switch k {
	case Cass, CA, TJ, TGI, TCom, CPH, CE, CAA, TA, CC:
		return k
	case "":
		return ""
	}
	return OtherCrt
}

// Court is a court as a decision names it.
type Court struct {
	Kind    CourtKind `json:"kind"`
	Place   string    `json:"place"`   // "Aix-en-Provence"; "" when the kind has one court
	Chamber string    `json:"chamber"` // as printed
}

// Name is the usual name of the court: "tribunal de grande instance de Laval".
func (c Court) Name() string {
	name := c.Kind.Name()
	if name == "" {
		return "juridiction inconnue"
	}
	if c.Place == "" {
		return name
	}
	return name + " " + OfPlace(c.Place)
}
