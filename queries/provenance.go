package queries

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
)

// Fact is one thing that is known of a decision, and who says it.
type Fact struct {
	// Field is the name of the field in Official and Read, or "text", "zones".
	Field string `json:"field"`
	Value string `json:"value"` // for a person; of long lists how many there are
	// From are the paths of the sources that say so in their metadata, and FromText
	// where the text of the decision says so itself.
	From []string `json:"from"`
	// Others are what other sources, or the text, say instead.
	Others []Saying `json:"others"`
}

// Saying is a value and who says it.
type Saying struct {
	Value string   `json:"value"`
	From  []string `json:"from"`
}

// FromText stands for the text of the decision where sources are named.
const FromText = "text"

// fields are the metadata of which it is told where they are from. same makes
// spellings of one value equal.
var fields = []struct {
	name string
	get  func(*corpus.Metadata) string
	same func(*court.Courts, *corpus.Metadata) string // nil: alike but for case, accents and points
}{
	{"court", courtName, nil},
	{"chamber", func(m *corpus.Metadata) string { return m.Court.Chamber }, chamber},
	{"date", func(m *corpus.Metadata) string { return string(m.Date) }, nil},
	{"numbers", func(m *corpus.Metadata) string { return strings.Join(m.Numbers, ", ") }, numberKeys},
	{"ecli", func(m *corpus.Metadata) string { return m.ECLI }, nil},
	{"title", func(m *corpus.Metadata) string { return m.Title }, nil},
	{"nature", func(m *corpus.Metadata) string { return m.Nature }, nil},
	{"solution", func(m *corpus.Metadata) string { return m.Solution }, nil},
	{"formation", func(m *corpus.Metadata) string { return m.Formation }, nil},
	{"publication", func(m *corpus.Metadata) string { return strings.Join(m.Publication, ", ") }, nil},
	{"themes", func(m *corpus.Metadata) string { return strings.Join(m.Themes, ", ") }, nil},
	{"visa", func(m *corpus.Metadata) string { return strings.Join(m.Visa, "; ") }, nil},
	{"summaries", func(m *corpus.Metadata) string { return some(len(m.Summaries)) }, nil},
	{"contested", contested, contestedKeys},
	{"rapprochements", func(m *corpus.Metadata) string { return some(len(m.Rapprochements)) }, nil},
}

func courtName(m *corpus.Metadata) string {
	if m.Court.Kind == "" {
		return ""
	}
	return m.Court.Name()
}

func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// chamber is the usual short name of a chamber, however it is written.
func chamber(courts *court.Courts, m *corpus.Metadata) string {
	return cmp.Or(courts.Chamber(m.Court.Chamber), corpus.Slug(m.Court.Chamber))
}

func numberKeys(_ *court.Courts, m *corpus.Metadata) string {
	keys := make([]string, len(m.Numbers))
	for i, n := range m.Numbers {
		keys[i] = string(corpus.DecisionKey(m.Court, n))
	}
	slices.Sort(keys)
	return strings.Join(keys, " ")
}

// contested names the decision under review.
func contested(m *corpus.Metadata) string {
	r := m.Contested
	if r == nil {
		return ""
	}
	parts := []string{r.Court.Name(), r.Date.Long(), strings.Join(r.Numbers, ", ")}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// contestedKeys compares two accounts of it by what both must say: the day.
func contestedKeys(_ *court.Courts, m *corpus.Metadata) string {
	if m.Contested == nil {
		return ""
	}
	return string(m.Contested.Date)
}

// provenance tells where each fact of a decision comes from, and what is said
// otherwise.
func provenance(courts *court.Courts, d *corpus.Decision) []Fact {
	facts := []Fact{{Field: "text", Value: some(len(d.Text)) + " bytes", From: []string{d.Sources[0].Path}, Others: []Saying{}}}
	if len(d.Zones) > 0 {
		from := FromText
		if d.Sources[0].Zoned {
			from = d.Sources[0].Path
		}
		facts = append(facts, Fact{Field: "zones", Value: some(len(d.Zones)), From: []string{from}, Others: []Saying{}})
	}
	for _, f := range fields {
		value := f.get(&d.Metadata)
		if value == "" {
			continue
		}
		same := func(m *corpus.Metadata) string {
			if f.same != nil {
				return f.same(courts, m)
			}
			return corpus.Slug(f.get(m))
		}
		fact := Fact{Field: f.name, Value: value, From: []string{}, Others: []Saying{}}
		say := func(from string, m *corpus.Metadata) {
			switch {
			case f.get(m) == "":
			case same(m) == same(&d.Metadata):
				fact.From = append(fact.From, from)
			default:
				fact.other(f.get(m), from)
			}
		}
		for _, s := range d.Sources {
			if s.Official != nil && !s.Secondary {
				say(s.Path, s.Official)
			}
		}
		say(FromText, &d.Read)
		facts = append(facts, fact)
	}
	return facts
}

// other notes a value that differs.
func (f *Fact) other(value, from string) {
	for i := range f.Others {
		if f.Others[i].Value == value {
			f.Others[i].From = append(f.Others[i].From, from)
			return
		}
	}
	f.Others = append(f.Others, Saying{value, []string{from}})
}
