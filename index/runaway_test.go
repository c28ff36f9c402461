package index

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/attendu/attendu/corpus"
)

// TestRunaway asks for too much of an index with many words: each is answered, refused,
// or ends with its time. The time is there to end the test, and far above what is needed.
func TestRunaway(t *testing.T) {
	x := open(t, "")
	var text strings.Builder
	for i := range 30_000 {
		fmt.Fprintf(&text, "mot%s attendu que ", spell(uint64(i)))
	}
	put(t, x, 1, decision("texte:a", corpus.Court{}, "", nil, text.String()))
	ctx, stop := context.WithTimeout(context.Background(), 20*time.Second)
	defer stop()
	many := func(n int, one func(i int) Expr) (list []Expr) {
		for i := range n {
			list = append(list, one(i))
		}
		return list
	}
	word := func(i int) Expr { return Words{Text: "mot" + spell(uint64(i))} }
	deep := Expr(Words{Text: "attendu"})
	for range 10_000 {
		deep = Not{deep}
	}
	for name, c := range map[string]struct {
		req     Request
		refused bool
	}{
		"10,000 words any":         {Request{Where: Any(many(10_000, word))}, true},
		"10,000 words all":         {Request{Where: All(many(10_000, word))}, true},
		"1,000 words any":          {Request{Where: Any(many(1_000, word))}, false},
		"a pattern of all words":   {Request{Where: Pattern{Pattern: "m*"}}, true},
		"a pattern of stars":       {Request{Where: Pattern{Pattern: "m" + strings.Repeat("*?", 2000) + "z"}}, false},
		"patterns of many":         {Request{Where: Any(many(50, func(i int) Expr { return Pattern{Pattern: "m*" + spell(uint64(i))} }))}, true},
		"a pattern before letters": {Request{Where: Pattern{Pattern: "*"}}, true},
		"like a long word":         {Request{Where: Like{Word: strings.Repeat("m", 1<<20), Edits: 2}}, false},
		"near of everything":       {Request{Where: Near{Parts: many(64, func(int) Expr { return Words{Text: "attendu que"} }), Within: make([]int, 63)}}, false},
		"nots in nots":             {Request{Where: deep}, true},
		"a megabyte":               {Request{Text: strings.Repeat("(a+)+$ ", 1<<17)}, false},
		"one long phrase":          {Request{Where: Words{Text: strings.Repeat("attendu que ", 1<<16)}}, false},
		"a million nodes":          {Request{Nodes: make([]corpus.Node, 1_000_000)}, false},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := x.Search(ctx, c.req)
			if refused := errors.Is(err, ErrBroad); refused != c.refused || err != nil && !refused {
				t.Errorf("%v, refused %v", err, c.refused)
			}
		})
	}
}
