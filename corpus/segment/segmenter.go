package segment

import (
	"fmt"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// Segmenter holds the rules. It is immutable and safe for concurrent use.
type Segmenter struct {
	headings *headingRules
	speakers *speakerRules
}

// Load compiles the embedded rules. An error means a bad rule, never a bad text.
func Load() (*Segmenter, error) {
	h, err := loadHeadings(headingsTSV)
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	sp, err := loadSpeakers(speakersTSV, wordsTSV)
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	return &Segmenter{headings: h, speakers: sp}, nil
}

// Input is one text and what is already known of it.
type Input struct {
	Text *fold.Text
	// Official are the zones that the source gives, in bytes of the original, in
	// any order; may be empty.
	Official []corpus.Zone
	// Court decides between the formulas of the families of courts. When its
	// kind is "", the text itself decides.
	Court corpus.Court
}

// Split covers the text with zones and speeches. It never fails: a text without
// any known heading is one zone. Its cost is linear in the size of the text.
func (s *Segmenter) Split(in Input) Layout {
	t := in.Text
	if len(t.Original) == 0 {
		return Layout{}
	}
	lines := splitLines(t)
	fam := s.headings.family(in.Court, t, lines)
	read := s.headings.passages(t, lines, fam)
	passages := withOfficial(t, read, in.Official)
	speeches := s.speakers.speeches(t, lines, passages, fam)
	return Layout{Zones: zonesOf(t, passages), Speeches: speechesOf(t, speeches)}
}
