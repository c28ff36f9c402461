package lang

import (
	_ "embed"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed fields.tsv
var rules string

// Kind says what stands after the colon of a field.
type Kind string

// The kinds of field.
const (
	Text      Kind = "text"      // words, phrases, PROCHE
	Name      Kind = "value"     // a name or word
	Reference Kind = "reference" // a provision or a decision
	Date      Kind = "date"      // a day, month, year, or a range
	Before    Kind = "before"    // a day, month or year: what lies before
	After     Kind = "after"     // the same: what lies after
	Amount    Kind = "amount"    // euros, or a range
)

// FieldInfo describes a field of the language.
type FieldInfo struct {
	Name     string   // as String writes it
	Also     []string // other names
	Kind     Kind
	Means    string // "cites", "in the reasons (motifs)"
	Examples []string
}

// Language knows the fields. It is immutable and safe for concurrent use.
type Language struct {
	fields []FieldInfo
	named  map[string]*FieldInfo // by slug
}

// Load reads the table of fields. An error means that the table of this build is
// wrong.
func Load() (*Language, error) {
	rows, err := table.Read("fields.tsv", rules, "name", "also", "kind", "means", "examples", "counters")
	if err != nil {
		return nil, err
	}
	l := &Language{named: map[string]*FieldInfo{}, fields: make([]FieldInfo, 0, len(rows))}
	for _, r := range rows {
		f := FieldInfo{Name: r.Get("name"), Also: r.List("also"), Kind: Kind(r.Get("kind")),
			Means: r.Get("means"), Examples: r.List("examples")}
		if !slices.Contains([]Kind{Text, Name, Reference, Date, Before, After, Amount}, f.Kind) {
			return nil, r.Errorf("%q is no kind of field", f.Kind)
		}
		l.fields = append(l.fields, f)
		for _, name := range append([]string{f.Name}, f.Also...) {
			if slug := corpus.Slug(name); l.named[slug] != nil {
				return nil, r.Errorf("the name %q is taken", name)
			} else {
				l.named[slug] = &l.fields[len(l.fields)-1]
			}
		}
	}
	return l, nil
}

// Fields lists the fields in the order of the table.
func (l *Language) Fields() []FieldInfo { return slices.Clone(l.fields) }

// field finds a field by any of its names; nil when there is none.
func (l *Language) field(name string) *FieldInfo { return l.named[corpus.Slug(name)] }

// suggest is the name that is most like a mistyped one; "" when none is near.
func (l *Language) suggest(typed string) string {
	names := make([]string, 0, len(l.named))
	for slug := range l.named {
		names = append(names, slug)
	}
	return Nearest(typed, names)
}

// Nearest is the one of names that is most like what was typed, of equals the first in
// the alphabet: at most one letter in three is wrong, or it begins with what was typed.
// It is "" when none is near. Accents and capitals do not count.
func Nearest(typed string, names []string) string {
	slug := corpus.Slug(typed)
	best, least := "", max(1, len(slug)/3)+1
	if len(slug) > longestName {
		return ""
	}
	names = slices.Clone(names)
	slices.Sort(names)
	for _, n := range names {
		d := fold.Distance(slug, corpus.Slug(n), least)
		if len(slug) >= 3 && len(n) > len(slug) && corpus.Slug(n)[:min(len(slug), len(corpus.Slug(n)))] == slug {
			d = min(d, 1)
		}
		if d < least {
			best, least = n, d
		}
	}
	return best
}

// longestName bounds what is compared with names.
const longestName = 40
