package queries

import (
	"context"
	"regexp"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// parseReference reads what a person types for provisions or decisions, also with the
// place before the court, as one speaks: "bobigny tj 9 juillet 2023".
func (l *Library) parseReference(reference string) ([]corpus.Key, error) {
	if strings.TrimSpace(reference) == "" {
		return nil, invalid("nothing is named: give a provision or a decision (C. civ. 1240, 17-21.434, CA Paris 18/04366)")
	}
	keys, err := l.extract.ParseReference(reference)
	if err == nil {
		return keys, nil
	}
	if m := lettered.FindStringSubmatch(strings.TrimSpace(reference)); m != nil {
		return l.extract.ParseReference(m[1] + "-" + m[2] + "." + m[3])
	}
	words := strings.Fields(reference)
	for i := 1; i < len(words) && i <= maxPlace; i++ {
		if !corpus.CourtKind(strings.ToLower(words[i])).Known() || l.extract.Courts().ParsePlace(strings.Join(words[:i], " ")) == "" {
			continue
		}
		turned := append([]string{words[i]}, words[:i]...)
		if keys, e := l.extract.ParseReference(strings.Join(append(turned, words[i+1:]...), " ")); e == nil {
			return keys, nil
		}
	}
	return nil, err
}

// lettered is the number of a pourvoi with its letter of control and without a blank, as
// lawyers' software writes it: D2216812, D22-16.812.
var lettered = regexp.MustCompile(`^(?:n°\s*)?[A-Za-z](\d\d)-?(\d\d)\.?(\d{3})$`)

// maxPlace is how many words the place of a court may have.
const maxPlace = 5

// isReference reports whether words of a query are one reference: it has a digit, and
// each of its words belongs to it; or it is the node or publisher's id of a decision
// that is held.
func (l *Library) isReference(ctx context.Context) func(string) bool {
	return func(words string) bool {
		if !strings.ContainsAny(words, "0123456789") || len(words) > maxReference {
			return false
		}
		if _, err := l.parseReference(words); err == nil {
			return true
		}
		if !strings.Contains(words, ":") {
			return false
		}
		_, err := l.store.Heading(ctx, corpus.Node(words))
		return err == nil
	}
}

// maxReference is the length in bytes of the longest reference in a query.
const maxReference = 200
