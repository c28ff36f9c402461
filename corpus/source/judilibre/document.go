package judilibre

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
	"github.com/attendu/attendu/corpus/source/prose"
	"github.com/attendu/attendu/corpus/source/record"
	"golang.org/x/net/html"
)

var (
	objectID = regexp.MustCompile(`^[0-9a-f]{24}$`)
	dotted   = regexp.MustCompile(`^\d\d-\d\d\.\d\d\d$`)
)

// document makes a Document of a decision of the API.
func (r *Reader) document(o *object) *corpus.Document {
	d := &corpus.Document{}
	d.ID = prose.Line(o.ID)
	if objectID.MatchString(o.ID) {
		d.URL = "https://www.courdecassation.fr/decision/" + o.ID
	}
	d.Text, d.Zones = r.text(o.Text, o.Zones)
	of := r.court(o.Jurisdiction, o.Location)
	of.Chamber = r.terms.label(chamber, o.Chamber)
	d.Official = corpus.Metadata{
		Court: of, Date: day(o.Date), Numbers: numbers(of.Kind, append(texts{o.Number}, o.Numbers...)),
		ECLI: prose.Line(o.ECLI), Nature: r.terms.label(kind, o.Type), Solution: r.solution(o),
		Formation: r.terms.label(formation, o.Formation), Themes: o.Themes, Summaries: summaries(o),
	}
	for _, p := range o.Publication {
		d.Official.Publication = append(d.Official.Publication, r.terms.label(publication, p))
	}
	var visa record.Distinct
	for _, v := range o.Visa {
		visa.Add(stripTags(v.Title))
	}
	d.Official.Visa = visa.List()
	for _, l := range o.Contested[:min(1, len(o.Contested))] {
		ref := r.reference(l)
		d.Official.Contested = &ref
	}
	for _, l := range o.Related {
		d.Official.Rapprochements = append(d.Official.Rapprochements, r.reference(l))
	}
	return d
}

// court reads the kind of court and its place. The place may name the kind more
// exactly: among the tribunaux de commerce stand the tribunaux des activités
// économiques.
func (r *Reader) court(jurisdictionKey, locationKey string) corpus.Court {
	place := r.terms.label(location, locationKey)
	if at, ok := r.courts.Parse(place); ok {
		return at
	}
	c, _ := r.courts.Parse(r.terms.label(jurisdiction, jurisdictionKey))
	if c.Kind.HasPlace() && c.Place == "" && !strings.ContainsAny(place, "0123456789_") {
		c.Place = r.courts.ParsePlace(place)
	}
	return c
}

// solution is the label, or the words of a solution outside the taxonomy.
func (r *Reader) solution(o *object) string {
	if s := r.terms.label(solution, o.Solution); s != "" && s != "Autre" || o.SolutionAlt == "" {
		return s
	}
	return prose.Line(o.SolutionAlt)
}

// summaries gives the abstracts, the main one first, and the secondary titles
// behind their own.
func summaries(o *object) (out []corpus.Summary) {
	main := prose.Clean(strings.TrimSpace(o.Summary), prose.Layout{TrimLines: true, MaxEnds: 2})
	for _, t := range o.Titles {
		s := corpus.Summary{Titles: t.Titles, Text: prose.Clean(strings.TrimSpace(t.Summary), prose.Layout{TrimLines: true, MaxEnds: 2})}
		if s.Text == main {
			main = ""
		}
		if s.Text != "" || len(s.Titles) > 0 {
			out = append(out, s)
		}
		for _, chain := range t.Secondary {
			out = append(out, corpus.Summary{Titles: chain})
		}
	}
	if main != "" {
		out = slices.Insert(out, 0, corpus.Summary{Titles: o.Themes, Text: main})
	}
	return out
}

// reference reads a decision that this one names. A number with the dot of a
// pourvoi is one of the Cour de cassation, which the API then does not name.
func (r *Reader) reference(l link) corpus.Reference {
	ref := corpus.Reference{Court: r.court(l.Jurisdiction, l.Location), Date: day(l.Date), Title: stripTags(l.Title)}
	if ref.Court.Kind == "" {
		ref.Court, _ = r.courts.Parse(ref.Title)
	}
	var list []string
	for _, n := range l.Number {
		list = append(list, strings.FieldsFunc(n, func(c rune) bool { return c == ',' || c == ';' || c == ' ' })...)
	}
	if ref.Court.Kind == "" && slices.ContainsFunc(list, dotted.MatchString) {
		ref.Court.Kind = corpus.Cass
	}
	ref.Court.Chamber = r.terms.label(chamber, l.Chamber)
	ref.Numbers = numbers(ref.Court.Kind, list)
	if json.Unmarshal(l.ID, &ref.ID) != nil {
		ref.ID = string(l.ID)
	}
	ref.ID = prose.Line(ref.ID)
	return ref
}

// numbers writes each number once, as its court prints it.
func numbers(kind corpus.CourtKind, list []string) []string {
	var out record.Distinct
	for _, n := range list {
		out.Add(court.Number(kind, prose.Line(n)))
	}
	return out.List()
}

// day reads an ISO day, alone or before a time.
func day(s string) corpus.Date {
	if len(s) > 10 && s[10] == 'T' {
		s = s[:10]
	}
	d, err := corpus.ParseDate(s)
	if err != nil {
		return ""
	}
	return d
}

// stripTags gives the text of a fragment of HTML on one line.
func stripTags(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return prose.Line(s)
	}
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(s)); z.Next() != html.ErrorToken; {
		if t := z.Token(); t.Type == html.TextToken {
			b.WriteString(t.Data)
		}
	}
	return prose.Line(b.String())
}
