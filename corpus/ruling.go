package corpus

// Outcome is what became of a decision on review.
type Outcome string

// The outcomes of a review.
const (
	Quashed      Outcome = "quashed"      // cassation
	Reversed     Outcome = "reversed"     // infirmation
	Annulled     Outcome = "annulled"     // annulation of the decision under review
	Confirmed    Outcome = "confirmed"    // confirmation
	Upheld       Outcome = "upheld"       // the pourvoi, appeal or request is rejected
	Inadmissible Outcome = "inadmissible" // the review is: the decision stands
	Withdrawn    Outcome = "withdrawn"    // the review is: the decision stands
	Lapsed       Outcome = "lapsed"       // the review has (caducité, extinction de l'instance): the decision stands
	StruckOut    Outcome = "struck_out"   // the review is, for now
)

// Outcomes lists every outcome.
func Outcomes() []Outcome {
	return []Outcome{Quashed, Reversed, Annulled, Confirmed, Upheld, Inadmissible, Withdrawn, Lapsed, StruckOut}
}

// Falls reports whether the decision under review no longer stands by it, where it is
// not in part.
func (o Outcome) Falls() bool { return o == Quashed || o == Reversed || o == Annulled }

// Ruling is what a decision does to the one that it reviews.
type Ruling struct {
	Outcome Outcome `json:"outcome"`
	// Part says that only some heads are quashed, reversed or annulled.
	Part bool `json:"in_part"`
	// Official is the solution that says so, as published; "" when only the text does.
	Official string `json:"official"`
	// Text is the order that says so, at Span of the text; "" when only the official
	// solution does.
	Text string `json:"text"`
	Span
	// Ending says that the court ends the dispute itself; null where another court is to
	// rule anew on what falls, where nothing falls, and where nothing shows which.
	Ending *Ending `json:"ending"`
}

// Ending says that no court rules anew on what a ruling quashes or annuls: the Cour de
// cassation quashes without remand (code de procédure civile, art. 627; code de
// l'organisation judiciaire, art. L. 411-3), or the Conseil d'État settles the case (code
// de justice administrative, art. L. 821-2).
type Ending struct {
	// Official is the solution that says so, as published; "" when only the text does.
	Official string `json:"official"`
	// Text are the words that say so, at Span of the text; "" when only the official
	// solution does.
	Text string `json:"text"`
	Span
	// Below is what the court itself does to the decision on which the ruling that falls
	// had ruled, the judgment of first instance; null when its orders do not tell.
	Below *Ruling `json:"below"`
}
