package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

// plainFlag says of a flag whose value is no number what it takes.
func plainFlag(err error) error {
	var number *strconv.NumError
	if !errors.As(err, &number) {
		return err
	}
	what := "it takes a whole number"
	switch {
	case errors.Is(number, strconv.ErrRange):
		what = "the number is too great"
	case number.Func == "ParseFloat":
		what = "it takes a number"
	case number.Func == "ParseBool":
		what = "it is true or false"
	}
	head, _, _ := strings.Cut(err.Error(), ": strconv.")
	return fmt.Errorf("%s: %s", head, what)
}

// givenDays refuses flags that were given without the day that they take.
func givenDays(c *cobra.Command, flags ...string) error {
	for _, f := range flags {
		if given := c.Flags().Lookup(f); given.Changed && given.Value.String() == "" {
			return usageError{fmt.Errorf("--%s \"\" is no day; write YYYY-MM-DD, or leave it out", f)}
		}
	}
	return nil
}

// jsonFlag lets a command answer programs.
func (a *app) jsonFlag(c *cobra.Command, what string) {
	c.Flags().BoolVar(&a.json, "json", false, "print "+what)
}

// limitFlag is the flag --limit, which means one thing everywhere: at most so many, and
// 0 is all.
func limitFlag(c *cobra.Command, limit *int, usual int, what string) {
	c.Flags().IntVar(limit, "limit", usual, what+"; 0 is all")
}

// atMost is the limit of a request for the value of --limit.
func atMost(limit int) int {
	if limit == 0 {
		return queries.NoLimit
	}
	return limit
}

// args turns a wrong number of arguments into a usage error that says how the
// command is used.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, list []string) error {
		if err := check(c, list); err != nil {
			return usageError{fmt.Errorf("%w; usage: %s", err, c.UseLine())}
		}
		return nil
	}
}
