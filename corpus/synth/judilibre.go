package synth

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
)

// The object of the API, its fields in the order in which the API gives them.
type judilibreDecision struct {
	ID           string                      `json:"id"`
	Source       string                      `json:"source"`
	Text         string                      `json:"text"`
	Jurisdiction string                      `json:"jurisdiction"`
	Location     string                      `json:"location,omitempty"`
	Chamber      string                      `json:"chamber,omitempty"`
	Number       string                      `json:"number,omitempty"`
	Numbers      []string                    `json:"numbers"`
	ECLI         string                      `json:"ecli,omitempty"`
	Publication  []string                    `json:"publication"`
	Date         corpus.Date                 `json:"decision_date"`
	Type         string                      `json:"type"`
	Solution     string                      `json:"solution,omitempty"`
	Visa         []judilibreTitle            `json:"visa,omitempty"`
	Summary      string                      `json:"summary,omitempty"`
	Themes       []string                    `json:"themes,omitempty"`
	Contested    *judilibreContested         `json:"contested,omitempty"`
	Zones        map[string][]judilibreRange `json:"zones"`
}

type judilibreTitle struct {
	Title string `json:"title"`
}

type judilibreContested struct {
	Date         corpus.Date `json:"date"`
	Title        string      `json:"title"`
	Jurisdiction string      `json:"jurisdiction"`
	Location     string      `json:"location"`
}

type judilibreRange struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// judilibreZones are the names that the API gives to zones. Moyens behind the
// dispositif are annexes to it.
var judilibreZones = map[corpus.ZoneKind]string{corpus.Entete: "introduction", corpus.Expose: "expose", corpus.Moyens: "moyens",
	corpus.Motifs: "motivations", corpus.Dispositif: "dispositif", corpus.Annexe: "annexes"}

// judilibreSolutions are the keys of its taxonomy.
var judilibreSolutions = [...]string{rejected: "rejet", quashed: "cassation", quashedInPart: "cassation", inadmissible: "irrecevabilite"}

// Judilibre is the decision as the API Judilibre gives it: one JSON object on one
// line. Its zones are counted in UTF-16 code units. The API knows courts of
// appeal by a key; courts of first instance are named as with
// resolve_references. It knows no administrative court: the decision of one is nil.
func (d *Decision) Judilibre() []byte {
	if d.head.administrative() {
		return nil
	}
	o := judilibreDecision{ID: d.judilibreID(), Source: "jurinet", Text: d.Text, Jurisdiction: string(d.Court.Kind), Numbers: d.Numbers,
		ECLI: d.ECLI, Publication: []string{"n"}, Date: d.Date, Type: "arret", Zones: d.utf16Zones()}
	if len(d.Numbers) > 0 {
		o.Number = d.Numbers[0]
	}
	switch d.stage {
	case ruling:
		o.Jurisdiction, o.Chamber = "cc", d.head.subject.chamber
		o.Solution = d.solutionKey()
		o.Contested = &judilibreContested{d.Contested.Date, d.Contested.Title, "ca", d.head.seat.judilibre}
	case judgment:
		o.Source, o.Type, o.Location = "juritj", "other", d.Court.Name()
	case appeal:
		o.Source, o.Location = "jurica", d.head.seat.judilibre
	case remand:
		o.Source, o.Location = "jurica", d.head.renvoi.judilibre
	}
	if len(d.Publication) > 0 {
		o.Publication = []string{"b"}
	}
	for _, v := range d.Visa {
		o.Visa = append(o.Visa, judilibreTitle{v})
	}
	for _, s := range d.Summaries {
		o.Summary, o.Themes = s.Text, s.Titles
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(o); err != nil {
		panic(err) // strings and numbers only: cannot fail
	}
	return b.Bytes()
}

func (d *Decision) solutionKey() string {
	for o, key := range judilibreSolutions {
		if outcome(o).solution() == d.Solution {
			return key
		}
	}
	return strings.ToLower(d.Solution)
}

// utf16Zones counts the zones in UTF-16 code units.
func (d *Decision) utf16Zones() map[string][]judilibreRange {
	out := map[string][]judilibreRange{}
	at, units, ruled := 0, 0, false
	move := func(to int) int {
		for at < to {
			r, size := utf8.DecodeRuneInString(d.Text[at:])
			if at, units = at+size, units+1; r > 0xffff {
				units++
			}
		}
		return units
	}
	for _, z := range d.Truth.Zones {
		name := judilibreZones[z.Zone]
		if ruled && z.Zone == corpus.Moyens {
			name = judilibreZones[corpus.Annexe]
		}
		ruled = ruled || z.Zone == corpus.Dispositif
		out[name] = append(out[name], judilibreRange{move(z.Start), move(z.End)})
	}
	return out
}
