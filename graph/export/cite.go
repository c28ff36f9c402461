package export

import (
	"bufio"
	"cmp"
	"io"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// Cited is a decision as a writer cites it.
type Cited struct {
	ID        string      // short and unique: the key
	Usual     string      // "Cass. com., 7 mars 2018, n° 16-24.657"
	Parties   string      // "Kirsch c/ Ville de Laval"; "" where a natural person would have to be named
	Court     string      // "Cour de cassation"
	Formation string      // chamber or formation
	Nature    string      // "arrêt", "ordonnance"
	Date      corpus.Date //
	Numbers   []string    // as the court writes them
	Published []string    // codes or words of publication
	ECLI      string
	URL       string
}

// NewCited makes what a writer needs of a decision. Only legal persons and public bodies
// are named: who reads a footnote did not look for a person.
func NewCited(d *corpus.Decision, names Names) (Cited, error) {
	key, err := names.Key(d)
	if err != nil {
		return Cited{}, err
	}
	c := Cited{ID: string(key), Usual: names.Usual(&d.Metadata), Parties: versus(d.Parties), Formation: cmp.Or(d.Court.Chamber, d.Formation),
		Nature: natures[corpus.Slug(d.Nature)], Date: d.Date, Numbers: d.Numbers, Published: d.Publication, ECLI: d.ECLI}
	if d.Court.Kind != "" {
		c.Court = d.Court.Name()
	}
	for _, s := range d.Sources {
		c.URL = cmp.Or(c.URL, s.URL)
	}
	return c, nil
}

// natures are the natures that publishers give, as they are written in a sentence.
var natures = map[string]string{"arret": "arrêt", "ordonnance": "ordonnance", "jugement": "jugement", "decision": "décision",
	"avis": "avis", "qpc": "décision QPC", "deliberation": "délibération"}

// versus names the first party of each side, where both may be named.
func versus(parties []corpus.Party) string {
	first := func(sides ...corpus.Side) string {
		for _, p := range parties {
			for _, s := range sides {
				switch {
				case p.Side != s:
				case p.Kind == corpus.Physique || p.Kind == "":
					return ""
				default:
					return p.Name
				}
			}
		}
		return ""
	}
	a, b := first(corpus.Demandeur), first(corpus.Defendeur)
	if a == "" || b == "" {
		return ""
	}
	return a + " c/ " + b
}

// title is the parties, or the usual way to cite where they are not named.
func (c Cited) title() string { return cmp.Or(c.Parties, c.Usual) }

// short is the usual way to cite where the title is not that already.
func (c Cited) short() string {
	if c.Parties == "" {
		return ""
	}
	return c.Usual
}

func (c Cited) number() string { return strings.Join(c.Numbers, ", ") }

// CitationWriter writes decisions as writers cite them.
type CitationWriter interface {
	Cite(Cited) error
	Close() error
}

// CitationFormat is a form of citations of decisions.
type CitationFormat string

// The forms of citations.
const (
	RefLex CitationFormat = "reflex" // a line of text in the order of the Référencement législatif of the Syndicat national de l'édition
	CSL    CitationFormat = "csl"    // CSL-JSON
	BibTeX CitationFormat = "bibtex" // entries of the type jurisdiction, which biblatex has
	RIS    CitationFormat = "ris"
)

// NewCitations writes citations in a form; nil for a form that is not known.
func NewCitations(w io.Writer, f CitationFormat) CitationWriter {
	b := bufio.NewWriterSize(w, 1<<16)
	switch f {
	case RefLex:
		return &lines{b, reflex}
	case BibTeX:
		return &lines{b, bibtex}
	case RIS:
		return &lines{b, ris}
	case CSL:
		return &csl{w: b}
	}
	return nil
}

// lines writes one text for each decision, one behind the other.
type lines struct {
	w     *bufio.Writer
	write func(Cited) string
}

func (l *lines) Cite(c Cited) error {
	_, err := l.w.WriteString(l.write(c))
	return err
}

func (l *lines) Close() error { return l.w.Flush() }

// reflex keeps the order of RefLex: court, place, formation, nature, day and number, which
// is the usual way, then publication, parties and ECLI.
func reflex(c Cited) string {
	parts := []string{c.Usual}
	if len(c.Published) > 0 {
		parts = append(parts, strings.Join(c.Published, ", "))
	}
	for _, more := range []string{c.Parties, c.ECLI} {
		if more != "" {
			parts = append(parts, strings.TrimPrefix(more, "ecli/"))
		}
	}
	return oneLine(strings.Join(parts, ", ")) + "\n"
}

// oneLine keeps a citation on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
