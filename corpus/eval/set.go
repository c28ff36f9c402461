package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// ErrGold is wrapped by every error that says that a gold set is wrong.
var ErrGold = errors.New("not a gold set")

// Set is what a system is measured against.
type Set struct {
	Decisions []Decision
	Forms     []Form
}

// Decision is one whole decision as annotated.
type Decision struct {
	Name      string      `json:"-"` // the file without its ending
	Text      string      `json:"-"`
	Court     Court       `json:"court"`
	Date      corpus.Date `json:"date"`
	Numbers   []string    `json:"numbers"`
	Citations []Citation  `json:"citations"`
	Parties   []Party     `json:"parties"`
	Holdings  []Holding   `json:"holdings"`
}

// Court is the court of a decision; its kind is one of the extraction contract.
type Court struct {
	Kind    corpus.CourtKind `json:"kind"`
	Place   string           `json:"place"`
	Chamber string           `json:"chamber"`
	Doubt   string           `json:"doubt"`
}

// Words locate an item: the N-th occurrence of Quote in the text, 0 being 1.
type Words struct {
	Quote string      `json:"quote"`
	N     int         `json:"n"`
	Span  corpus.Span `json:"-"`
	// Doubt says why a careful reader hesitates; the item is then not scored.
	Doubt string `json:"doubt"`
}

// Citation is a mention that names one or several things.
type Citation struct {
	Words
	Refs    []Ref           `json:"refs"`
	Zone    corpus.ZoneKind `json:"zone"`
	Speaker corpus.Speaker  `json:"speaker"`
}

// Ref is one thing that a citation names.
type Ref struct {
	Key       string           `json:"key"`
	Sub       string           `json:"sub"`
	Qualifier corpus.Qualifier `json:"qualifier"`
	Doubt     string           `json:"doubt"`
}

// Party is a party to the dispute.
type Party struct {
	Name  string           `json:"name"`
	Side  corpus.Side      `json:"side"`
	Kind  corpus.PartyKind `json:"kind"`
	Doubt string           `json:"doubt"`
}

// Holding is an order of the dispositif.
type Holding struct {
	Words
	Kind corpus.HoldingKind `json:"kind"`
}

// Form is a short text out of a decision, which may be of a day.
type Form struct {
	ID    string      `json:"id"`
	Group Group       `json:"cat"`
	Text  string      `json:"text"`
	Date  corpus.Date `json:"date"`
	Refs  []FormRef   `json:"refs"`
	// Cited makes it a text about which rule the number of an article meant: the
	// key of that article. Nothing else of such a form is scored.
	Cited string `json:"cited"`
	// Designates is the rule that was meant; nil when nobody can tell.
	Designates *Designated `json:"designates"`
}

// Designated is a rule by the number that it had, and where it is today.
type Designated struct {
	Version corpus.Version `json:"version"`
	Today   string         `json:"today"` // "" when it has no single successor
}

// FormRef is one thing that a form cites, with the words that carry its number.
type FormRef struct {
	Words
	Key       string           `json:"key"`
	Sub       string           `json:"sub"`
	Qualifier corpus.Qualifier `json:"qualifier"`
}

// Group is the group of a form: "12", "neg". Files write numbers or strings.
type Group string

// UnmarshalJSON reads a number or a string.
func (g *Group) UnmarshalJSON(b []byte) error {
	var n json.Number
	if err := json.Unmarshal(b, &n); err == nil {
		*g = Group(n)
		return nil
	}
	return json.Unmarshal(b, (*string)(g))
}

// locate finds the words in the text.
func (w *Words) locate(text string) error {
	at := -1
	for range max(w.N, 1) {
		next := strings.Index(text[at+1:], w.Quote)
		if next < 0 || w.Quote == "" {
			return fmt.Errorf("%w: occurrence %d of %q is not in the text", ErrGold, max(w.N, 1), w.Quote)
		}
		at += 1 + next
	}
	w.Span = corpus.Span{Start: at, End: at + len(w.Quote)}
	return nil
}

// settle locates everything in the text of a decision.
func (d *Decision) settle() error {
	for i := range d.Citations {
		c := &d.Citations[i]
		if err := c.locate(d.Text); err != nil {
			return err
		}
		if len(c.Refs) == 0 {
			return fmt.Errorf("%w: %q has no refs", ErrGold, c.Quote)
		}
		for _, r := range c.Refs {
			if r.Key == "" {
				return fmt.Errorf("%w: a ref of %q has no key", ErrGold, c.Quote)
			}
		}
	}
	for i := range d.Holdings {
		if err := d.Holdings[i].locate(d.Text); err != nil {
			return err
		}
	}
	return nil
}

// settle locates everything in the text of a form.
func (f *Form) settle() error {
	if f.ID == "" {
		return fmt.Errorf("%w: a form has no id", ErrGold)
	}
	if f.Cited != "" && f.Designates != nil {
		if _, ok := corpus.ParseVersion(string(f.Designates.Version)); !ok {
			return fmt.Errorf("%s: %w: %q is no version", f.ID, ErrGold, f.Designates.Version)
		}
	}
	for i := range f.Refs {
		r := &f.Refs[i]
		if err := r.locate(f.Text); err != nil {
			return fmt.Errorf("%s: %w", f.ID, err)
		}
		if r.Key == "" {
			return fmt.Errorf("%s: %w: %q has no key", f.ID, ErrGold, r.Quote)
		}
	}
	return nil
}
