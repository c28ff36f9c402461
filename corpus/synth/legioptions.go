package synth

import (
	"fmt"

	"github.com/attendu/attendu/corpus"
)

// LegiOptions are the choices of an invented LEGI. The zero value is usable.
type LegiOptions struct {
	// Seed makes other articles of the same kind.
	Seed uint64
	// Versions is how many versions of articles there are, in all codes
	// together; 0 is 10,000. Below a few hundred, some codes have no article but
	// the renumbered ones, which are always there.
	Versions int
	// Day is the day on which the archive is made; "" is 2026-01-01. Nothing
	// but its name and the days of its files depends on it.
	Day corpus.Date
}

// maxLegiVersions keeps the identifiers apart from those of LEGI.
const maxLegiVersions = 5_000_000

// settle checks the options and fills in the defaults.
func (o LegiOptions) settle() (LegiOptions, error) {
	if o.Versions == 0 {
		o.Versions = 10_000
	}
	if o.Day == "" {
		o.Day = "2026-01-01"
	}
	if o.Versions < 0 || o.Versions > maxLegiVersions {
		return o, fmt.Errorf("synth: %d versions of articles: want 1 to 5,000,000", o.Versions)
	}
	if _, err := corpus.ParseDate(string(o.Day)); err != nil {
		return o, fmt.Errorf("synth: %w", err)
	}
	return o, nil
}
