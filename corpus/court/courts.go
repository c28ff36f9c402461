package court

import (
	"embed"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed *.tsv
var files embed.FS

// columns are those of each table.
var columns = map[string][]string{
	"courts.tsv":   {"kind", "level", "short", "where", "how", "names", "examples", "counters"},
	"places.tsv":   {"place", "appeal", "aliases"},
	"chambers.tsv": {"short", "names", "cited", "marks", "examples", "counters"},

	"successions.tsv": {"kind", "successor", "place", "examples", "counters"},

	"codes.tsv":        {"code", "kind", "place", "letters"},
	"publications.tsv": {"code", "words"},
	"formations.tsv":   {"short", "words", "examples"},
	"matters.tsv":      {"matter", "words", "examples", "counters"},
}

// Where is the kind of text in which a name of a court counts.
type Where string

// The kinds of text.
const (
	Heading    Where = "heading" // of a decision, and official metadata
	Commentary Where = "commentary"
	Citation   Where = "citation"
)

// Name is a printed name of a court.
type Name struct {
	Kind    corpus.CourtKind
	Printed string
	Full    string // the usual name of the kind: "Cour de cassation" for "Cass. soc"
	// Levels are the instances at which the kind judges: "1" first instance, "2"
	// appeal, "3" supreme courts. cour d'assises: "12".
	Levels string
	// Capitals marks an abbreviation that a heading or a commentary prints in
	// capitals only, Style one that counts in citation style only.
	Capitals, Style bool

	words string // folded
}

// Courts holds the tables. It is immutable and safe for concurrent use.
type Courts struct {
	short    map[corpus.CourtKind]string
	names    map[Where][]Name
	index    index // of the names in headings
	places   []string
	spelling map[string]string // of a place, by its slug
	heading  manner
	below    manner // of courts below a court of appeal
	label    manner
	chambers []chamber
	matters  []matter
	public   publicLaw

	successions map[succession]bool // whether the two may sit in different towns
}

// Load reads the embedded tables. An error names the file and the row that is
// wrong.
func Load() (*Courts, error) {
	c := &Courts{short: map[corpus.CourtKind]string{}, names: map[Where][]Name{},
		spelling: map[string]string{}}
	for _, step := range []struct {
		file string
		add  func([]table.Row) error
	}{{"courts.tsv", c.addCourts}, {"places.tsv", c.addPlaces}, {"chambers.tsv", c.addChambers},
		{"codes.tsv", c.addCodes}, {"publications.tsv", c.addPublications}, {"formations.tsv", c.addFormations},
		{"successions.tsv", c.addSuccessions}, {"matters.tsv", c.addMatters}} {
		rows, err := table.ReadFile(files, step.file, columns[step.file]...)
		if err == nil {
			err = step.add(rows)
		}
		if err != nil {
			return nil, fmt.Errorf("court: %w", err)
		}
	}
	c.index = newIndex(c.names[Heading])
	return c, nil
}

// addCourts takes the rows of courts.tsv.
func (c *Courts) addCourts(rows []table.Row) error {
	first := map[corpus.CourtKind]Name{}
	for _, r := range rows {
		kind := corpus.CourtKind(r.Get("kind"))
		printed := r.List("names")
		if !kind.Known() || len(printed) == 0 {
			return r.Errorf("unknown kind %q, or no name", kind)
		}
		one, known := first[kind]
		if !known {
			one = Name{Kind: kind, Full: printed[0], Levels: r.Get("level")}
			first[kind] = one
			c.short[kind] = r.Get("short")
		} else if r.Get("level") != "" || r.Get("short") != "" {
			return r.Errorf("only the first row of %s has a level and an abbreviation", kind)
		}
		switch how := r.Get("how"); how {
		case "", "capitals", "style":
			one.Capitals, one.Style = how == "capitals", how == "style"
		default:
			return r.Errorf("unknown how %q", how)
		}
		for _, one.Printed = range printed {
			if err := c.addName(one, r.List("where")); err != nil {
				return r.Errorf("%w", err)
			}
		}
	}
	return nil
}

// addName enters a name where it counts, everywhere if that is nil.
func (c *Courts) addName(n Name, where []string) error {
	n.words = strings.TrimRight(fold.New(n.Printed).Folded, ".")
	if n.words == "" {
		return errors.New("a name without letters")
	}
	if where == nil {
		where = []string{string(Heading), string(Commentary), string(Citation)}
	}
	for _, w := range where {
		switch w := Where(w); {
		case w != Heading && w != Commentary && w != Citation:
			return fmt.Errorf("unknown where %q", w)
		case slices.ContainsFunc(c.names[w], func(o Name) bool { return o.words == n.words }):
			return fmt.Errorf("%q comes twice in a %s", n.Printed, w)
		default:
			c.names[w] = append(c.names[w], n)
		}
	}
	return nil
}

// Names lists the names that count in a kind of text.
func (c *Courts) Names(where Where) []Name { return slices.Clone(c.names[where]) }

// Short is the usual abbreviation of a kind of court: "T. com."; "" when it has
// none.
func (c *Courts) Short(kind corpus.CourtKind) string { return c.short[kind] }
