package corpus

// Qualifier says which state of a provision a mention points at.
type Qualifier string

// The qualifiers of a mention.
const (
	Ancien    Qualifier = "ancien"    // ancien article X; X, devenu Y (on X)
	Nouveau   Qualifier = "nouveau"   // nouvel article X
	Redaction Qualifier = "redaction" // dans sa rédaction …, alors applicable, alors en vigueur
	Devenu    Qualifier = "devenu"    // X, devenu Y (on Y)
)

// Citation is one mention of one provision or decision. A list of three
// articles is three citations that may share a span's surroundings.
//
// Invariant: Text == decision.Text[Start:End].
type Citation struct {
	Span
	Text string `json:"text"`
	// Key is the canonical name that the mention prints; "" (null in JSON)
	// when it could not be resolved, and then Unresolved says why.
	Key Key `json:"key"`
	// Node is the key of the thing: equal to Key, or the name that the same
	// text or the catalogue of instruments proves to be the same thing.
	Node          Key       `json:"node"`
	Sub           string    `json:"sub"`            // subdivision as printed, shortened: "al. 2"
	Qualifier     Qualifier `json:"qualifier"`      //
	QualifierText string    `json:"qualifier_text"` // the words of the qualifier
	EtSuivants    bool      `json:"et_suivants,omitempty"`
	// Date is the day printed in the mention of a decision or a statute.
	Date Date `json:"date,omitempty"`
	// Chamber is the chamber of the Cour de cassation that the mention prints, in
	// its usual abbreviation: "soc.", "1re civ.".
	Chamber     string   `json:"chamber,omitempty"`
	Zone        ZoneKind `json:"zone"`
	Speaker     Speaker  `json:"speaker"`
	SpeakerSide Side     `json:"speaker_side"`
	// Use is what it does in the decision; "" in what was read by an extraction of
	// before 2026-11: see Does.
	Use         Use     `json:"use"`
	Rule        string  `json:"rule"`       // the rule that found it
	Confidence  float64 `json:"confidence"` // 0 to 1
	Unresolved  string  `json:"unresolved,omitempty"`
	UnderAppeal bool    `json:"under_appeal,omitempty"` // the decision that this one reviews
	AlsoNamed   []Key   `json:"also_named,omitempty"`   // other keys that the mention itself prints
	// Meant says which rule the number meant; nil for what is no article of a
	// code.
	Meant *Designation `json:"meant,omitempty"`
}

// Does is the use of the citation, from who speaks where when nothing else is known.
func (c *Citation) Does() Use {
	if c.Use != "" {
		return c.Use
	}
	return UseOf(c.Zone, c.Speaker)
}
