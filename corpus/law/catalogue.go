package law

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

// Code is a code of French law, in force or repealed.
type Code struct {
	Slug     string // first part of the keys of its articles: "code-civil"
	Title    string // "Code civil"
	Legitext string // identifier in LEGI
	InForce  bool
	Start    corpus.Date // first day in force
	End      corpus.Date // first day no longer in force; "" when in force or not known
	// Abbreviations as printed, the usual one first; may be empty.
	Abbreviations []string
}

// Key is the key of the whole code.
func (c Code) Key() corpus.Key { return corpus.Key(c.Slug) }

// Statute is a statute, ordonnance, decree or EU act that is known by more
// than its number.
type Statute struct {
	Key   corpus.Key
	Date  corpus.Date // its other name when no number is printed
	Label string      // with its article: "la loi n° 78-17"
}

// treaty is a constitutional text, a treaty or another convention.
type treaty struct {
	key          corpus.Key
	label, short string
	whole        bool
}

// Name is what a printed name means. The same letters may name an instrument
// and a court ("CEDH"): then both are set.
type Name struct {
	Instrument corpus.Key // "code-civil", "loi/85-677", "cesdh"; "" when it names none
	Court      corpus.CourtKind
	// WeakInstrument and WeakCourt mark short names that other things share:
	// they count only beside an article, or in citation style.
	WeakInstrument, WeakCourt bool
	// Whole marks an instrument that is cited by this name alone, without an
	// article.
	Whole bool
}

// Catalogue is the loaded catalogue. It is immutable and safe for concurrent
// use.
type Catalogue struct {
	codes      []Code
	codeBySlug map[string]int
	statutes   map[corpus.Key]Statute
	byDate     map[corpus.Key]corpus.Key // loi/1978-01-06 -> loi/78-17
	treaties   map[corpus.Key]treaty
	courts     *court.Courts
	names      []Name
	nameLex    Lexicon
	places     []string
	placeLex   Lexicon
	foreignLex Lexicon
	chambers   []string
	chamberLex Lexicon
}

// Load reads the embedded tables. An error says which line is wrong; it means
// that the program was built with a bad table.
func Load() (*Catalogue, error) {
	c := &Catalogue{
		codeBySlug: map[string]int{}, statutes: map[corpus.Key]Statute{},
		byDate: map[corpus.Key]corpus.Key{}, treaties: map[corpus.Key]treaty{},
	}
	var err error
	if c.courts, err = court.Load(); err != nil {
		return nil, fmt.Errorf("law: %w", err)
	}
	for _, load := range []func() error{c.loadCodes, c.loadStatutes, c.loadTreaties,
		c.loadCourts, c.loadForeign} {
		if err := load(); err != nil {
			return nil, fmt.Errorf("law: %w", err)
		}
	}
	return c, nil
}

// Codes lists the codes in the order of their slugs.
func (c *Catalogue) Codes() []Code { return append([]Code(nil), c.codes...) }

// Code finds a code by its slug.
func (c *Catalogue) Code(slug string) (Code, bool) {
	i, ok := c.codeBySlug[slug]
	if !ok {
		return Code{}, false
	}
	return c.codes[i], true
}

// Statute finds a known statute by its key, or by the key that its date makes.
func (c *Catalogue) Statute(key corpus.Key) (Statute, bool) {
	s, ok := c.statutes[c.Canonical(key)]
	return s, ok
}

// Canonical is the key by which the catalogue knows a whole instrument:
// "loi/78-17" for "loi/1978-01-06". A key that it does not know is returned as
// it is.
func (c *Catalogue) Canonical(key corpus.Key) corpus.Key {
	if k, ok := c.byDate[key]; ok {
		return k
	}
	return key
}

// Match finds the longest printed name of an instrument or a court that begins
// at the byte at of a folded text. It returns where the name ends, and false
// when there is none. A name that is followed by what makes it foreign ("code
// civil suisse") is no match.
func (c *Catalogue) Match(folded string, at int) (Name, int, bool) {
	v, end := c.nameLex.Longest(folded, at)
	if v < 0 {
		return Name{}, at, false
	}
	if c.names[v].Instrument != "" && c.Foreign(folded, end) {
		return Name{}, at, false
	}
	return c.names[v], end, true
}

// Openings yields how the names of instruments and courts begin, as
// Lexicon.Openings does.
func (c *Catalogue) Openings(yield func(opening string, whole bool)) { c.nameLex.Openings(yield) }

// Foreign reports whether what follows the byte at makes the name that ends
// there the name of a foreign or local text.
func (c *Catalogue) Foreign(folded string, at int) bool {
	if at >= len(folded) || (folded[at] != ' ' && folded[at] != '\n') {
		return false
	}
	v, _ := c.foreignLex.Longest(folded, at+1)
	return v >= 0
}

// Lookup reads a whole printed name: "C. civ.", "LOI BADINTER".
func (c *Catalogue) Lookup(name string) (Name, bool) {
	f := strings.Trim(fold.New(name).Folded, " .")
	v, end := c.nameLex.Longest(f, 0)
	if v < 0 || end != len(f) {
		return Name{}, false
	}
	return c.names[v], true
}

// Place finds the longest seat of a court that begins at the byte at of a
// folded text, in its usual spelling.
func (c *Catalogue) Place(folded string, at int) (place string, end int, ok bool) {
	v, end := c.placeLex.Longest(folded, at)
	if v < 0 {
		return "", at, false
	}
	return c.places[v], end, true
}

// Chamber finds the longest name of a chamber of the Cour de cassation that begins
// at the byte at of a folded text, in its usual abbreviation: "1re civ.".
func (c *Catalogue) Chamber(folded string, at int) (short string, ok bool) {
	v, _ := c.chamberLex.Longest(folded, at)
	if v < 0 {
		return "", false
	}
	return c.chambers[v], true
}

// name enters a printed name of an instrument; "?" at its end marks a weak one.
func (c *Catalogue) name(r table.Row, printed string, n Name) error {
	n.WeakInstrument = strings.HasSuffix(printed, "?")
	printed = strings.NewReplacer("(", "", ")", "", "?", "").Replace(printed)
	if err := c.enter(printed, n); err != nil {
		return r.Errorf("%w", err)
	}
	return nil
}

// enter adds a printed name. One name may be an instrument and a court, but not
// two instruments.
func (c *Catalogue) enter(printed string, n Name) error {
	had, err := c.nameLex.Add(fold.New(printed).Folded, len(c.names))
	if err != nil {
		return err
	}
	if had < 0 {
		c.names = append(c.names, n)
		return nil
	}
	old := &c.names[had]
	switch {
	case n.Instrument != "" && old.Instrument != "" && n.Instrument != old.Instrument:
		return fmt.Errorf("%q already names %s", printed, old.Instrument)
	case n.Court != "" && old.Court != "" && n.Court != old.Court:
		return fmt.Errorf("%q already names the court %s", printed, old.Court)
	case n.Instrument != "" && old.Instrument == "":
		old.Instrument, old.WeakInstrument, old.Whole = n.Instrument, n.WeakInstrument, n.Whole
	case n.Court != "" && old.Court == "":
		old.Court, old.WeakCourt = n.Court, n.WeakCourt
	}
	return nil
}

// keyOf reads a key of a table, which must be canonical.
func keyOf(r table.Row, column string) (corpus.Key, error) {
	k, err := corpus.ParseKey(r.Get(column))
	if err != nil {
		return "", r.Errorf("%w", err)
	}
	if string(k) != r.Get(column) {
		return "", r.Errorf("key %q is written %q", r.Get(column), k)
	}
	return k, nil
}

// dateOf reads a date cell, which may be empty.
func dateOf(r table.Row, column string) (corpus.Date, error) {
	if r.Get(column) == "" {
		return "", nil
	}
	d, err := corpus.ParseDate(r.Get(column))
	if err != nil {
		return "", r.Errorf("%w", err)
	}
	return d, nil
}
