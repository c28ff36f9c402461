package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
)

// Node is the identity of a thing in the graph. A held decision is named by its
// source ("juri:JURITEXT…", "judilibre:…") or by its content ("texte:…"); what
// is only cited is named by its key.
type Node string

// Metadata is what is known of a decision besides its text. Every field may be
// empty.
type Metadata struct {
	Court       Court     `json:"court"`
	Date        Date      `json:"date,omitempty"`
	Numbers     []string  `json:"numbers,omitempty"` // as printed: "17-21.434"
	ECLI        string    `json:"ecli,omitempty"`
	Title       string    `json:"title,omitempty"`
	Nature      string    `json:"nature,omitempty"` // "ARRET", "ORDONNANCE", "QPC"
	Solution    string    `json:"solution,omitempty"`
	Formation   string    `json:"formation,omitempty"`
	Recours     string    `json:"recours,omitempty"`  // "Excès de pouvoir", "Plein contentieux"
	Audience    Date      `json:"audience,omitempty"` // day of the hearing
	NumeroRole  string    `json:"numero_role,omitempty"`
	Publication []string  `json:"publication,omitempty"`
	Themes      []string  `json:"themes,omitempty"`
	Summaries   []Summary `json:"summaries,omitempty"`
	Visa        []string  `json:"visa,omitempty"`
	// Contested is the decision under review.
	Contested      *Reference  `json:"contested,omitempty"`
	Rapprochements []Reference `json:"rapprochements,omitempty"`
}

// Summary is an official abstract with its titles (titrage).
type Summary struct {
	Titles []string `json:"titles,omitempty"`
	Text   string   `json:"text,omitempty"`
}

// Reference is a decision that official metadata name.
type Reference struct {
	Court   Court    `json:"court"`
	Date    Date     `json:"date,omitempty"`
	Numbers []string `json:"numbers,omitempty"`
	ID      string   `json:"id,omitempty"` // source id, as given
	Title   string   `json:"title,omitempty"`
}

// Keys are the names that the reference gives, most precise first.
func (r Reference) Keys() []Key {
	return Metadata{Court: r.Court, Date: r.Date, Numbers: r.Numbers}.Keys()
}

// Keys are the names by which a decision with these metadata is reachable, most
// precise first: numbers, court and date, ECLI.
func (m Metadata) Keys() []Key {
	var keys []Key
	add := func(k Key) {
		if k != "" && !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	for _, n := range m.Numbers {
		for _, n := range joined(m.Court.Kind, n) {
			add(DecisionKey(m.Court, n))
		}
	}
	if m.Date != "" {
		add(DecisionKey(m.Court, string(m.Date)))
	}
	if m.ECLI != "" {
		if k, err := ParseKey(m.ECLI); err == nil {
			add(k)
		}
	}
	return keys
}

// Format names the official or usual format that a source was read from.
type Format string

// Source is one file in which a decision was found.
type Source struct {
	ID     string `json:"id,omitempty"` // JURITEXT…, Judilibre id; "" when the format has none
	Format Format `json:"format"`
	Path   string `json:"path"` // as given to the reader; "#3" is the third record of a file
	URL    string `json:"url,omitempty"`
	// Dataset and Issued are what the names of the archives of the DILA say:
	// "cass", and "20250714-210112", the moment when it was issued. Another
	// format may give the moment itself.
	Dataset string `json:"dataset,omitempty"`
	Issued  string `json:"issued,omitempty"`
	// Secondary marks a text that speaks of the decision and is not the
	// decision itself.
	Secondary bool `json:"secondary,omitempty"`
	// Zoned says that the source gives official zones.
	Zoned bool `json:"zoned,omitempty"`
	// Official is what this source's metadata say.
	Official *Metadata `json:"official,omitempty"`
}

// Document is what a source reader makes of one record: text and official
// metadata, before extraction. Text is valid UTF-8.
type Document struct {
	Source
	Title    string
	Text     string
	Official Metadata
	Zones    []Zone // official zones, in bytes of Text; may be empty
}

// Decision is a document read: what attendu stores, indexes and answers from.
type Decision struct {
	Node Node  `json:"node"`
	Key  Key   `json:"key"`  // the first of Keys
	Keys []Key `json:"keys"` // every name, most precise first
	Metadata
	Official Metadata `json:"official"` // what the source's metadata say
	Read     Metadata `json:"read"`     // what the text itself says
	// Sources are the files in which it was found; the first is the one whose
	// text the decision has.
	Sources   []Source   `json:"sources"`
	Zones     []Zone     `json:"zones"`
	Citations []Citation `json:"citations"`
	Parties   []Party    `json:"parties"`
	Holdings  []Holding  `json:"holdings"`
	// Principles are the rules that the court states in its reasons; their kind is
	// Principe.
	Principles []Holding `json:"principles"`
	Text       string    `json:"-"`
}

// Secondary reports whether the decision is known only from texts that speak of
// it.
func (d *Decision) Secondary() bool {
	for _, s := range d.Sources {
		if !s.Secondary {
			return false
		}
	}
	return len(d.Sources) > 0
}

// ContentHash is the name of a text by its content: the first 16 hexadecimal
// digits of the SHA-256 of its words, so that another wrapping of the same
// lines has the same hash.
func ContentHash(text string) string {
	h := sha256.New()
	word := make([]byte, 0, 64)
	for i := range len(text) {
		if c := text[i]; c > ' ' {
			word = append(word, c)
			continue
		}
		if len(word) > 0 {
			h.Write(append(word, ' '))
			word = word[:0]
		}
	}
	h.Write(word)
	return hex.EncodeToString(h.Sum(nil)[:8])
}
