package extract

import (
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/meant"
)

// Line is the extraction contract: the JSON object that `attendu extract
// --json` prints for each decision. Field names are stable; offsets are bytes
// of the text; empty lists are [].
type Line struct {
	File      string      `json:"file,omitempty"`
	ID        string      `json:"id,omitempty"` // in place of File for short passages
	Key       corpus.Key  `json:"key"`
	Court     LineCourt   `json:"court"`
	Date      *string     `json:"date"`
	Numbers   []string    `json:"numbers"`
	Zones     []lineZone  `json:"zones"`
	Citations []lineCite  `json:"citations"`
	Parties   []lineParty `json:"parties"`
	Holdings  []lineHold  `json:"holdings"`
	// Principles are the rules that the court states in its reasons.
	Principles []lineHold `json:"principles"`
	// DecisionText is the text that the offsets point into; only when asked for.
	DecisionText string `json:"decision_text,omitempty"`
}

// LineCourt is a court in the contract; what is not known is null.
type LineCourt struct {
	Kind    *string `json:"kind"`
	Place   *string `json:"place"`
	Chamber *string `json:"chamber"`
}

type lineZone struct {
	Zone corpus.ZoneKind `json:"zone"`
	corpus.Span
}

type lineCite struct {
	corpus.Span
	Text          string          `json:"text"`
	Key           corpus.Key      `json:"key"`
	Node          corpus.Key      `json:"node"`
	Sub           *string         `json:"sub"`
	Qualifier     *string         `json:"qualifier"`
	QualifierText *string         `json:"qualifier_text"`
	EtSuivants    bool            `json:"et_suivants,omitempty"`
	Chamber       string          `json:"chamber,omitempty"`
	Zone          corpus.ZoneKind `json:"zone"`
	Speaker       corpus.Speaker  `json:"speaker"`
	SpeakerSide   *string         `json:"speaker_side"`
	Use           corpus.Use      `json:"use"`
	Rule          string          `json:"rule"`
	Confidence    float64         `json:"confidence"`
	Unresolved    string          `json:"unresolved,omitempty"`
	// Version, Today and what follows are those of corpus.Designation.
	Version         corpus.Version `json:"version"`
	Today           corpus.Key     `json:"today"`
	TodayCandidates []corpus.Key   `json:"today_candidates"`
	Because         string         `json:"because"`
	Certainty       float64        `json:"certainty"`
	// InForce is the version of the article that was meant, where the articles of
	// its code are held; null else.
	InForce *LineWording `json:"in_force"`
	// NoSuchArticle says that its code never had such an article, as far as the
	// articles of the code are held.
	NoSuchArticle bool `json:"no_such_article,omitempty"`
}

// LineWording is a version of an article in LEGI.
type LineWording struct {
	ID    string      `json:"id"` // LEGIARTI…
	Start corpus.Date `json:"start"`
	End   *string     `json:"end"` // first day no longer in force
}

type lineParty struct {
	Name string           `json:"name"`
	Side corpus.Side      `json:"side"`
	Kind corpus.PartyKind `json:"kind"`
	corpus.Span
	RepresentedBy []corpus.Counsel `json:"represented_by"`
	Siren         *string          `json:"siren"`
}

type lineHold struct {
	corpus.Span
	Text          string             `json:"text"`
	Kind          corpus.HoldingKind `json:"kind"`
	Beneficiaries []string           `json:"beneficiaries"`
	Debtors       []string           `json:"debtors"`
	Refused       []string           `json:"refused"`
	AmountCents   int64              `json:"amount_cents"`
	Shares        []corpus.Share     `json:"shares"`
	Penalty       *corpus.Penalty    `json:"penalty"`
	Deadline      *corpus.Deadline   `json:"deadline"`
	Bases         []corpus.Key       `json:"bases"`
}

func newHold(h *corpus.Holding) lineHold {
	return lineHold{Span: h.Span, Text: h.Text, Kind: h.Kind, Beneficiaries: present(h.Beneficiaries), Debtors: present(h.Debtors),
		Refused: present(h.Refused), AmountCents: h.AmountCents, Shares: present(h.Shares), Penalty: h.Penalty, Deadline: h.Deadline, Bases: present(h.Bases)}
}

// NewLine writes a decision as the contract wants it. texts are articles in which
// the citations are looked up; nil when there are none.
func NewLine(d *corpus.Decision, texts meant.Texts) Line {
	l := Line{
		Key: d.Key,
		Court: LineCourt{Kind: null(string(d.Court.Kind.Contract())), Place: null(d.Court.Place),
			Chamber: null(d.Court.Chamber)},
		Date:       null(string(d.Date)),
		Numbers:    append([]string{}, d.Numbers...),
		Zones:      make([]lineZone, 0, len(d.Zones)),
		Citations:  make([]lineCite, 0, len(d.Citations)),
		Parties:    make([]lineParty, 0, len(d.Parties)),
		Holdings:   make([]lineHold, 0, len(d.Holdings)),
		Principles: make([]lineHold, 0, len(d.Principles)),
	}
	for _, z := range d.Zones {
		l.Zones = append(l.Zones, lineZone(z))
	}
	for _, c := range d.Citations {
		m := corpus.Designation{}
		if c.Meant != nil {
			m = *c.Meant
		}
		l.Citations = append(l.Citations, lineCite{Span: c.Span, Text: c.Text, Key: c.Key, Node: c.Node,
			Sub: null(c.Sub), Qualifier: null(string(c.Qualifier)), QualifierText: null(c.QualifierText),
			EtSuivants: c.EtSuivants, Chamber: c.Chamber, Zone: c.Zone, Speaker: c.Speaker, SpeakerSide: null(string(c.SpeakerSide)), Use: c.Does(),
			Rule: c.Rule, Confidence: c.Confidence, Unresolved: c.Unresolved,
			Version: m.Version, Today: m.Today, TodayCandidates: present(m.TodayCandidates),
			Because: m.Because, Certainty: m.Certainty})
		if texts != nil {
			l.Citations[len(l.Citations)-1].lookUp(texts, &c)
		}
	}
	for _, p := range d.Parties {
		l.Parties = append(l.Parties, lineParty{Name: p.Name, Side: p.Side, Kind: p.Kind, Span: p.Span,
			RepresentedBy: present(p.RepresentedBy), Siren: null(p.Siren)})
	}
	for i := range d.Holdings {
		l.Holdings = append(l.Holdings, newHold(&d.Holdings[i]))
	}
	for i := range d.Principles {
		l.Principles = append(l.Principles, newHold(&d.Principles[i]))
	}
	slices.SortStableFunc(l.Citations, func(a, b lineCite) int { return a.Start - b.Start })
	return l
}

// lookUp adds what the articles say of a citation.
func (l *lineCite) lookUp(texts meant.Texts, c *corpus.Citation) {
	l.NoSuchArticle = meant.Missing(texts, c.Key)
	if v := meant.Wording(texts, c.Key, c.Meant); v != nil {
		l.InForce = &LineWording{ID: v.ID, Start: v.Start, End: null(string(v.End))}
	}
}

// null is a string that is null in JSON when it is empty.
func null(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
