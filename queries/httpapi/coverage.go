package httpapi

import (
	"context"
	"fmt"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/kept"
)

// Coverage says what an answer does not cover. Nothing outside the library is ever
// covered: Decisions says how much that is.
type Coverage struct {
	// Complete says that the answer has all that the library knows of what was asked.
	Complete bool `json:"complete"`
	// Later is how many more there are on the pages that follow; -1 when that was not
	// counted.
	Later int `json:"later"`
	// Unsearched, WithoutText and Moved are of searches: decisions that were not looked
	// at when the time was over; decisions that have no text, and are found by their
	// titles only; whether decisions came or went since the page before.
	Unsearched  int  `json:"unsearched"`
	WithoutText int  `json:"without_text"`
	Moved       bool `json:"moved"`
	// Decisions and Articles are how many decisions, and versions of articles of law,
	// the library holds.
	Decisions int64 `json:"library_decisions"`
	Articles  int64 `json:"library_articles"`
	// Notes say in words what else is left out.
	Notes []string `json:"notes"`
}

// covers begins the statement of an answer after which later more come.
func (a *api) covers(ctx context.Context, later int) (Coverage, error) {
	decisions, articles, err := a.lib.Held(ctx)
	if err != nil {
		return Coverage{}, err
	}
	return Coverage{Complete: later == 0, Later: later, Decisions: decisions, Articles: articles, Notes: []string{}}, nil
}

// note says what is left out, and that the answer is therefore not complete.
func (c *Coverage) note(format string, args ...any) {
	c.Complete = false
	c.Notes = append(c.Notes, fmt.Sprintf(format, args...))
}

// count is note of a number, in the singular or the plural.
func (c *Coverage) count(n int, one, many string) {
	if n == 1 {
		many = one
	}
	c.note(many, n)
}

// ofSearch takes over what a search says of itself. What the time cut short may be more
// another time.
func (c *Coverage) ofSearch(ctx context.Context, l queries.LeftOut) {
	if l.Unsearched > 0 {
		kept.Fleeting(ctx)
	}
	c.Unsearched, c.WithoutText, c.Moved = l.Unsearched, l.WithoutText, l.Moved
	if l.Unsearched > 0 {
		c.count(l.Unsearched, "the time was over before %d decision was looked at", "the time was over before %d decisions were looked at")
	}
	if l.WithoutText > 0 {
		c.count(l.WithoutText, "%d decision has no text: words find it by its title only", "%d decisions have no text: words find them by their titles only")
	}
	if l.Moved {
		c.note("decisions came or went since the page before: a hit may come twice or not at all")
	}
}
