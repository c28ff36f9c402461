package queries

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/google/go-cmp/cmp"
)

// cited is a decision that cites: "code-civil/1382@before:2016-10-01!applied" each, one
// after the other in its text.
func cited(node, text string, cites ...string) *corpus.Decision {
	d := &corpus.Decision{Node: corpus.Node(node), Key: corpus.Key("cass/" + node), Text: text, Sources: []corpus.Source{{Path: node}}}
	for i, c := range cites {
		name, use, _ := strings.Cut(c, "!")
		key, version, _ := strings.Cut(name, "@")
		d.Citations = append(d.Citations, corpus.Citation{Span: corpus.Span{Start: 10 * i, End: 10*i + 5}, Text: key, Key: corpus.Key(key),
			Use: corpus.Use(use), Meant: &corpus.Designation{Version: corpus.Version(version)}})
	}
	return d
}

func sideOf(versions int64, list ...*corpus.Decision) side {
	return side{decisions: func(context.Context) iter.Seq2[*corpus.Decision, error] {
		return func(yield func(*corpus.Decision, error) bool) {
			for _, d := range list {
				if !yield(d, nil) {
					return
				}
			}
		}
	}, counts: graph.Stats{ArticleVersions: versions}, close: func() error { return nil }}
}

// told are the changes of a comparison, a line each.
func told(t *testing.T, c *Comparison) (lines []string) {
	t.Helper()
	state := func(s *CitationState) string {
		if s == nil {
			return "-"
		}
		return fmt.Sprintf("%s@%s!%s", s.Key, s.Version, s.Use)
	}
	for x, err := range c.Changes(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, fmt.Sprintf("%s %s %s %v: %s, %s", x.Node, x.Change, x.Because, x.Fields, state(x.Was), state(x.Is)))
	}
	return lines
}

func TestCompare(t *testing.T) {
	zoned := cited("a", "text", "code-civil/9!applied")
	zoned.Official.Solution = "Rejet"
	for name, c := range map[string]struct {
		was, is side
		want    []string
	}{
		"nothing":         {sideOf(0, cited("a", "text", "code-civil/9!applied")), sideOf(0, cited("a", "text", "code-civil/9!applied")), nil},
		"two empty sides": {sideOf(0), sideOf(0), nil},
		"added, withdrawn": {sideOf(0, cited("a", "text", "code-civil/9!applied"), cited("c", "text")),
			sideOf(0, cited("b", "text", "code-civil/9!visa", "code-civil/10!visa"), cited("c", "text")), []string{
				"a lost decision_withdrawn []: code-civil/9@!applied, -",
				"b gained decision_added []: -, code-civil/9@!visa",
				"b gained decision_added []: -, code-civil/10@!visa"}},
		"another text": {sideOf(0, cited("a", "text", "code-civil/9!applied", "code-civil/10!applied")),
			sideOf(0, cited("a", "longer text", "code-civil/10!applied", "code-civil/11!applied")), []string{
				"a lost text_changed []: code-civil/9@!applied, -",
				"a gained text_changed []: -, code-civil/11@!applied"}},
		"a line inserted": {sideOf(0, cited("a", "text", "code-civil/9!applied", "code-civil/10!applied")),
			sideOf(0, cited("a", "another text", "code-civil/10!applied", "code-civil/9!applied")), nil},
		"other metadata": {sideOf(0, cited("a", "text", "code-civil/9!invoked")), sideOf(0, zoned), []string{
			"a changed source_changed [use]: code-civil/9@!invoked, code-civil/9@!applied"}},
		"another rule meant": {sideOf(0, cited("a", "text", "code-civil/1382@before:2016-10-01!visa")),
			sideOf(0, cited("a", "text", "code-civil/1382@from:2016-10-01!visa")), []string{
				"a changed rules_changed [version]: code-civil/1382@before:2016-10-01!visa, code-civil/1382@from:2016-10-01!visa"}},
		"another rule by other law": {sideOf(0, cited("a", "text", "code-civil/1382!visa")),
			sideOf(7, cited("a", "text", "code-civil/1382@before:2016-10-01!visa")), []string{
				"a changed law_changed [version]: code-civil/1382@!visa, code-civil/1382@before:2016-10-01!visa"}},
		"the same words read otherwise": {sideOf(0, cited("a", "text", "code-civil/9!visa", "code-civil/10!visa")),
			sideOf(0, cited("a", "text", "code-penal/9!visa", "code-civil/10!visa")), []string{
				"a changed rules_changed [key]: code-civil/9@!visa, code-penal/9@!visa"}},
		"once more": {sideOf(0, cited("a", "text", "code-civil/9!visa")), sideOf(0, cited("a", "text", "code-civil/9!visa", "code-civil/9!visa")), []string{
			"a gained rules_changed []: -, code-civil/9@!visa"}},
	} {
		x := &Comparison{a: c.was, b: c.is}
		got := told(t, x)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
		sum, n := x.Summary(), 0
		for _, by := range sum.By {
			n += by
		}
		if n != len(got) || sum.Gained+sum.Lost+sum.Changed != n {
			t.Errorf("%s: %d changes, the summary has %+v", name, len(got), sum)
		}
		if twice := told(t, x); !slices.Equal(got, twice) {
			t.Errorf("%s: read twice, it says %q", name, twice)
		}
	}
}

// TestCompareFails: a side that cannot be read ends the comparison with its error.
func TestCompareFails(t *testing.T) {
	broken := errors.New("the disk is gone")
	bad := side{decisions: func(context.Context) iter.Seq2[*corpus.Decision, error] {
		return func(yield func(*corpus.Decision, error) bool) {
			_ = yield(cited("a", "text"), nil) && yield(nil, broken)
		}
	}}
	c := &Comparison{a: bad, b: sideOf(0, cited("a", "text"), cited("b", "text", "code-civil/9!visa"))}
	var last error
	for _, err := range c.Changes(context.Background()) {
		last = err
	}
	if !errors.Is(last, broken) || CodeOf(last) != Internal {
		t.Errorf("it ends with %v", last)
	}
}
