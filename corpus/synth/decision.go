package synth

import "github.com/attendu/attendu/corpus"

// Decision is one invented decision.
type Decision struct {
	Index int    // its number in the corpus
	Case  int    // decisions of one case share it
	ID    string // JURITEXT9998…; the DILA gives no such numbers
	// Metadata are what DILA and Judilibre say of the decision.
	corpus.Metadata
	// Text is the text, its lines parted by \n and its paragraphs by \n\n.
	Text  string
	Truth Truth

	head  *head
	stage stage
}

// Truth is what was written into a text on purpose. Spans are in bytes of Text.
type Truth struct {
	Citations []Mention     // in the order of the text
	Parties   []Party       //
	Orders    []Order       // of the dispositif, in order
	Zones     []corpus.Zone // ordered, and covering the whole text
}

// Mention is a citation: the words from "article" or the like to the end of the
// instrument, number or day. The provisions of a list share one span. The number
// and the day of the decision itself are no mention; the decision under review
// is one, wherever it is named.
type Mention struct {
	corpus.Span
	Key         corpus.Key
	Qualifier   corpus.Qualifier
	Zone        corpus.ZoneKind
	UnderAppeal bool // the decision that this one reviews
	// Doubt says that careful readers differ on whether this is a citation, or
	// of which court: it is to be left out of a score.
	Doubt bool
}

// Party is a party, its name as printed at its first full mention.
type Party struct {
	corpus.Span
	Name string
	Side corpus.Side
	Kind corpus.PartyKind
}

// Order is an operative order.
type Order struct {
	corpus.Span
	Kind corpus.HoldingKind
}

// Plain is the text as the registry of a court sends it: UTF-8, with a line end
// behind the last line.
func (d *Decision) Plain() []byte { return []byte(d.Text + "\n") }

// Judilibre's id of the decision: 24 hexadecimal digits.
func (d *Decision) judilibreID() string {
	const hex = "0123456789abcdef"
	id := []byte("f1c7099800000000" + digits(d.Index, 8))
	x := mix(uint64(d.Index))
	for i := 8; i < 16; i++ {
		id[i] = hex[x&15]
		x >>= 4
	}
	return string(id)
}
