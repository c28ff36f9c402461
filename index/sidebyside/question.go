package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// question is asked of both engines: phrases, of one word or more, all or any of them.
type question struct {
	name    string
	phrases []string
	any     bool
}

var questions = []question{
	{"a word", []string{"licenciement"}, false},
	{"a frequent word", []string{"préjudice"}, false},
	{"a rare word", []string{"astreinte"}, false},
	{"two words", []string{"licenciement", "préavis"}, false},
	{"three words", []string{"contrat", "résiliation", "préjudice"}, false},
	{"six words, any", []string{"bail", "caution", "vente", "salarié", "assureur", "expertise"}, true},
	{"a phrase", []string{"trouble manifestement illicite"}, false},
	{"a phrase of frequent words", []string{"cause réelle et sérieuse"}, false},
	{"a phrase of function words", []string{"il y a"}, false},
	{"phrases, any", []string{"dommages et intérêts", "mise en demeure"}, true},
}

// engine is one of those that are compared.
type engine interface {
	name() string
	path() string
	// fill indexes decisions 0 to n-1.
	fill(ctx context.Context, n int) error
	// ask gives how many decisions answer, and the first ten.
	ask(ctx context.Context, q question) (found int, first []string, err error)
	close()
}

// compare asks both engines, and prints a line.
func compare(ctx context.Context, q question, engines []engine, times int) error {
	var first [2][]string
	var found [2]int
	var columns []string
	for i, e := range engines {
		var err error
		if found[i], first[i], err = e.ask(ctx, q); err != nil { // and what is kept is there
			return err
		}
		cost, err := spent(func() error {
			for range times {
				if _, _, err := e.ask(ctx, q); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		columns = append(columns, fmt.Sprintf("%.2f | %.2f", cost.wall.Seconds()*1e3/float64(times), cost.processor.Seconds()*1e3/float64(times)))
	}
	shared := 0
	for _, node := range first[0] {
		if slices.Contains(first[1], node) {
			shared++
		}
	}
	count := fmt.Sprint(found[0])
	if found[0] != found[1] {
		count += fmt.Sprintf(" (FTS5 %d)", found[1])
	}
	fmt.Printf("| %s: %s | %s | %d of %d | %s |\n", q.name, strings.Join(q.phrases, ", "), count, shared, len(first[1]), strings.Join(columns, " | "))
	return nil
}
