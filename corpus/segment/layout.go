package segment

import (
	"sort"

	"github.com/attendu/attendu/corpus"
)

// Layout says which part of the decision each byte belongs to and who speaks
// there. Zones and Speeches are each ordered, contiguous and cover the whole
// text; both are empty for an empty text. Offsets are bytes of the original.
type Layout struct {
	Zones    []corpus.Zone
	Speeches []corpus.Speech
}

// ZoneAt gives the part of the decision that the byte offset lies in. An offset
// before or after the text gives the first or last part; an empty layout gives
// "". It takes logarithmic time.
func (l Layout) ZoneAt(offset int) corpus.ZoneKind {
	if len(l.Zones) == 0 {
		return ""
	}
	i := sort.Search(len(l.Zones), func(i int) bool { return l.Zones[i].Start > offset })
	return l.Zones[max(i-1, 0)].Zone
}

// SpeechAt gives the stretch of speech that the byte offset lies in, by the same
// rules as ZoneAt; an empty layout gives the zero Speech.
func (l Layout) SpeechAt(offset int) corpus.Speech {
	if len(l.Speeches) == 0 {
		return corpus.Speech{}
	}
	i := sort.Search(len(l.Speeches), func(i int) bool { return l.Speeches[i].Start > offset })
	return l.Speeches[max(i-1, 0)]
}
