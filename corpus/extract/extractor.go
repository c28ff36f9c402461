package extract

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/cite"
	"github.com/attendu/attendu/corpus/commentary"
	"github.com/attendu/attendu/corpus/court"
	"github.com/attendu/attendu/corpus/fate"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/heading"
	"github.com/attendu/attendu/corpus/holding"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/meant"
	"github.com/attendu/attendu/corpus/party"
	"github.com/attendu/attendu/corpus/principle"
	"github.com/attendu/attendu/corpus/segment"
	"github.com/attendu/attendu/corpus/use"
)

// Version of the extraction. It grows with every change that can give another
// decision for the same document, so that a library knows what to read again.
const Version = 10

// Extractor holds the rules of every stage.
type Extractor struct {
	courts     *court.Courts
	law        *law.Catalogue
	past       *law.Succession
	cite       *cite.Finder
	meant      *meant.Resolver
	use        *use.Finder
	segment    *segment.Segmenter
	heading    *heading.Reader
	party      *party.Finder
	holding    *holding.Finder
	commentary *commentary.Reader
	fate       *fate.Reader
	principle  *principle.Finder
}

// New loads the rules. An error means that a rule file of this build is wrong.
func New() (*Extractor, error) {
	e := new(Extractor)
	var err error
	load := func(stage string, f func() error) {
		if err == nil {
			if err = f(); err != nil {
				err = fmt.Errorf("extract: rules of %s: %w", stage, err)
			}
		}
	}
	load("court", func() (err error) { e.courts, err = court.Load(); return })
	load("law", func() (err error) { e.law, err = law.Load(); return })
	load("law", func() (err error) { e.past, err = law.LoadSuccession(); return })
	load("cite", func() (err error) { e.cite, err = cite.New(e.law); return })
	load("meant", func() (err error) { e.meant, err = meant.New(e.law, e.past); return })
	load("use", func() (err error) { e.use, err = use.New(); return })
	load("segment", func() (err error) { e.segment, err = segment.Load(); return })
	load("heading", func() (err error) { e.heading, err = heading.Load(); return })
	load("party", func() (err error) { e.party, err = party.Load(); return })
	load("holding", func() (err error) { e.holding, err = holding.Load(); return })
	load("principle", func() (err error) { e.principle, err = principle.New(); return })
	load("fate", func() (err error) { e.fate, err = fate.New(); return })
	load("commentary", func() (err error) { e.commentary, err = commentary.Load(); return })
	if err != nil {
		return nil, err
	}
	return e, nil
}

// Courts knows how courts are named and written.
func (e *Extractor) Courts() *court.Courts { return e.courts }

// Law is the catalogue of instruments that the extraction resolves against.
func (e *Extractor) Law() *law.Catalogue { return e.law }

// Fate reads what a decision does to the one that it reviews.
func (e *Extractor) Fate() *fate.Reader { return e.fate }

// Succession is what is known of the renumberings of the codes.
func (e *Extractor) Succession() *law.Succession { return e.past }

// With is an extractor that looks articles of law up, too, and knows their
// official concordances.
func (e *Extractor) With(texts meant.Texts, more law.Concordances) *Extractor {
	x := *e
	x.past = e.past.With(more)
	x.meant = e.meant.With(texts, x.past)
	return &x
}

// ParseReference reads what a person types for provisions or decisions; see
// cite.Finder.ParseReference.
func (e *Extractor) ParseReference(s string) ([]corpus.Key, error) { return e.cite.ParseReference(s) }

// Extract reads a document. It never fails: what cannot be read is absent, and
// a text of which neither court, date nor number is known is named by its
// content.
func (e *Extractor) Extract(doc *corpus.Document) *corpus.Decision {
	src := doc.Source
	src.Official, src.Zoned = &doc.Official, len(doc.Zones) > 0
	d := &corpus.Decision{Official: doc.Official, Sources: []corpus.Source{src}, Text: doc.Text}
	t := fold.New(doc.Text)
	if doc.ID == "" && e.commentary.Detect(t, doc.Title) && e.secondary(d, t, doc.Title) {
		return settle(d)
	}
	e.primary(d, t, doc.Zones)
	return settle(d)
}

// Blank reports whether nothing of a court decision was found: neither court,
// date or number, nor a party, a citation or an order. Such a text is something
// else: a letter, a list. So is a text in Markdown or a program that only speaks
// of the law: it has no key and orders nothing.
func Blank(d *corpus.Decision) bool {
	if len(d.Holdings) > 0 || !strings.HasPrefix(string(d.Key), "texte/") {
		return false
	}
	return d.Court.Kind == "" && d.Date == "" && len(d.Numbers) == 0 && len(d.Parties) == 0 && len(d.Citations) == 0 ||
		markedUp(d.Text)
}

// markedUp recognises Markdown by a heading with a table, a fence, bold words or
// code, and Go by its package clause.
func markedUp(text string) bool {
	heading := strings.HasPrefix(text, "# ") || strings.Contains(text, "\n# ")
	return heading && (strings.Contains(text, "\n|--") || strings.Contains(text, "\n```") ||
		strings.HasPrefix(text, "# ") && strings.Contains(text, "\n**") && strings.Contains(text, "`")) ||
		strings.Contains("\n"+text, "\npackage ") && strings.Contains(text, "\nimport ")
}

// Passage reads a short text out of a decision of a day, which may be "": its
// citations, and who speaks. It looks for no head, parties or orders, so that a
// court and date at the start of the passage are a citation.
func (e *Extractor) Passage(text string, date corpus.Date) *corpus.Decision {
	d := &corpus.Decision{Text: text, Sources: []corpus.Source{{}}}
	d.Official.Date = date
	d.Metadata = d.Official
	t := fold.New(text)
	layout := e.segment.Split(segment.Input{Text: t})
	d.Zones = layout.Zones
	d.Name()
	d.Citations = e.citations(d, t, layout.ZoneAt, layout.SpeechAt)
	return settle(d)
}

// primary reads the text of a decision.
func (e *Extractor) primary(d *corpus.Decision, t *fold.Text, official []corpus.Zone) {
	layout := e.segment.Split(segment.Input{Text: t, Official: official, Court: d.Official.Court})
	d.Read = e.heading.Read(t, layout, d.Official.Court.Kind).Metadata
	d.Metadata = d.Official.Prefer(d.Read)
	d.Zones = layout.Zones
	d.Name()
	d.NameOfChamber(cmp.Or(e.courts.Chamber(d.Court.Chamber), e.courts.Chamber(d.Formation)))
	d.Citations = e.citations(d, t, layout.ZoneAt, layout.SpeechAt)
	d.Parties = e.party.Find(party.Input{Text: t, Zones: d.Zones, Court: d.Court})
	d.Holdings = e.holding.Find(holding.Input{
		Text: t, Zones: d.Zones, Court: d.Court, Citations: d.Citations, Parties: d.Parties})
	d.Principles = e.principle.Find(principle.Input{
		Text: t, Zones: d.Zones, Speech: layout.SpeechAt, Court: d.Court.Kind, Citations: d.Citations})
	e.review(d, t)
}

// secondary reads a text that speaks of a decision. It reports false when the
// text names none.
func (e *Extractor) secondary(d *corpus.Decision, t *fold.Text, title string) bool {
	rep, ok := e.commentary.Read(t, title)
	if !ok || len(rep.Decision.Keys()) == 0 {
		return false
	}
	d.Sources[0].Secondary = true
	d.Read = rep.Decision
	d.Metadata = d.Official.Prefer(d.Read)
	d.Zones, d.Parties, d.Holdings = rep.Zones, rep.Parties, rep.Holdings
	d.Name()
	layout := segment.Layout{Zones: rep.Zones, Speeches: rep.Speeches}
	d.Citations = e.citations(d, t, layout.ZoneAt, layout.SpeechAt)
	return true
}

// citations finds the citations and says where each stands and who speaks.
func (e *Extractor) citations(d *corpus.Decision, t *fold.Text,
	zone func(int) corpus.ZoneKind, speech func(int) corpus.Speech) []corpus.Citation {
	own, ownDay := own(d)
	found := e.cite.Find(t, cite.Context{Own: own, Date: d.Date, Court: d.Court})
	for i := range found {
		c := &found[i]
		said := speech(c.Start)
		c.Zone, c.Speaker, c.SpeakerSide = zone(c.Start), said.Speaker, said.Side
	}
	found = slices.DeleteFunc(found, func(c corpus.Citation) bool {
		return c.Key != "" && c.Key == ownDay && c.Zone == corpus.Entete || c.Zone == corpus.Dispositif && numbersOrder(t, c.Span)
	})
	e.use.Find(t, found)
	e.meant.Resolve(meant.Input{Text: t, Citations: found, Date: d.Date})
	return found
}

// orderNumber is what follows the number of an article in which a court rules.
var orderNumber = regexp.MustCompile(`^ ?(?:er)? ?(?::|\.? ?-)`)

// numbersOrder reports whether a mention is that of an article of the dispositif
// itself: "Article 1er :" at the start of a line.
func numbersOrder(t *fold.Text, s corpus.Span) bool {
	from, to := t.Index(s.Start), t.Index(s.End)
	before := strings.TrimRight(t.Folded[:from], " ")
	return (before == "" || before[len(before)-1] == '\n') && strings.HasPrefix(t.Folded[from:], "article ") &&
		orderNumber.MatchString(t.Folded[to:min(to+8, len(t.Folded))])
}

// own lists the keys by which a text may name the decision itself anywhere. The
// day of a court that gives many rulings a day may also be that of another one:
// it is apart, and names the decision in its head only.
func own(d *corpus.Decision) (keys []corpus.Key, day corpus.Key) {
	for _, k := range d.Keys {
		if p, err := k.Parts(); err == nil && p.Chamber != "" {
			continue // a name that no mention prints
		} else if err == nil && p.ID == string(d.Date) && len(d.Numbers) > 0 && !d.Court.Kind.HasPlace() {
			day = k
		} else {
			keys = append(keys, k)
		}
	}
	return keys, day
}

// settle makes every list present, so that it is [] and never null in JSON.
func settle(d *corpus.Decision) *corpus.Decision {
	d.Zones, d.Citations = present(d.Zones), present(d.Citations)
	d.Parties, d.Holdings, d.Principles = present(d.Parties), present(d.Holdings), present(d.Principles)
	for i := range d.Parties {
		d.Parties[i].RepresentedBy = present(d.Parties[i].RepresentedBy)
	}
	for i := range d.Holdings {
		h := &d.Holdings[i]
		if h.Whole.Len() == 0 {
			h.Whole = h.Span
		}
		h.Beneficiaries, h.Debtors = present(h.Beneficiaries), present(h.Debtors)
		h.Bases, h.Refused = present(h.Bases), present(h.Refused)
	}
	return d
}

// present is a list that is [] in JSON where it is empty.
func present[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
