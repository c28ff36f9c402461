package queries

import (
	"embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
	"github.com/attendu/attendu/index"
)

//go:embed authority.tsv
var standingFiles embed.FS

// loadStanding reads the weights of courts and publications.
func loadStanding() (index.Standing, error) {
	s := index.Standing{Courts: map[string]float64{}, Publications: map[string]float64{}}
	rows, err := table.ReadFile(standingFiles, "authority.tsv", "what", "value", "weight", "reason")
	if err != nil {
		return s, fmt.Errorf("queries: %w", err)
	}
	for _, r := range rows {
		w, err := strconv.ParseFloat(r.Get("weight"), 64)
		if err != nil || w < 0 || w > 10 {
			return s, r.Errorf("queries: %q is no weight", r.Get("weight"))
		}
		value := strings.ToLower(r.Get("value"))
		to := s.Publications
		if r.Get("what") == "court" {
			if to = s.Courts; !corpus.CourtKind(value).Known() {
				return s, r.Errorf("queries: %q is no kind of court", value)
			}
		} else if r.Get("what") != "publication" {
			return s, r.Errorf("queries: %q is neither court nor publication", r.Get("what"))
		}
		if _, twice := to[value]; twice {
			return s, r.Errorf("queries: %q comes twice", value)
		}
		to[value] = w
	}
	return s, nil
}
