package several

import (
	"embed"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed lines.tsv
var files embed.FS

// Splitter holds the rules. It is safe for use by several goroutines.
type Splitter struct{ title, number, ruling *re2.Regexp }

// Load reads the embedded rules. An error names the row that is wrong.
func Load() (*Splitter, error) {
	all, err := table.ReadFile(files, "lines.tsv", "kind", "pattern", "examples", "counters")
	if err != nil {
		return nil, fmt.Errorf("several: %w", err)
	}
	var s Splitter
	of := map[string]**re2.Regexp{"title": &s.title, "number": &s.number, "ruling": &s.ruling}
	joined := map[string][]string{}
	for _, r := range all {
		if of[r.Get("kind")] == nil {
			return nil, fmt.Errorf("several: %w", r.Errorf("unknown kind %q", r.Get("kind")))
		}
		joined[r.Get("kind")] = append(joined[r.Get("kind")], "(?:"+r.Get("pattern")+")")
	}
	for kind, re := range of {
		if *re, err = table.Pattern("^(?:" + strings.Join(joined[kind], "|") + ")$"); err != nil {
			return nil, fmt.Errorf("several: %s: %w", kind, err)
		}
	}
	return &s, nil
}

// longestLine bounds the lines that are looked at, in bytes.
const longestLine = 120

// headLines is how near to the name of a court its number or day stands, in lines that
// are not blank.
const headLines = 14

// lineKind says what a line shows.
type lineKind byte

// The kinds of lines.
const (
	plain lineKind = iota
	title
	number
	ruling
)

// line is a line that is not blank.
type line struct {
	start int // in bytes of the text
	kind  lineKind
}

// Split gives the spans of the decisions in a text, in order; they cover it.
func (s *Splitter) Split(text string) []corpus.Span {
	whole := []corpus.Span{{End: len(text)}}
	lines := s.lines(text)
	var rulings []int // places in lines
	for i, l := range lines {
		if l.kind == ruling {
			rulings = append(rulings, i)
		}
	}
	if len(rulings) < 2 {
		return whole
	}
	var out []corpus.Span
	start, ruled := 0, false
	for i := 0; i < len(lines); i++ {
		switch l := lines[i]; {
		case l.kind == ruling:
			ruled = true
		case l.kind != plain && ruled && rulings[len(rulings)-1] > i && headed(lines[i:]):
			out = append(out, corpus.Span{Start: start, End: l.start})
			start, ruled = l.start, false
		}
	}
	return append(out, corpus.Span{Start: start, End: len(text)})
}

// headed reports whether lines begin with the head of a decision: the name of a court
// and a number or day near each other, before a ruling.
func headed(lines []line) bool {
	var named, numbered bool
	for _, l := range lines[:min(len(lines), headLines)] {
		switch l.kind {
		case title:
			named = true
		case number:
			numbered = true
		case ruling:
			return named && numbered
		}
	}
	return named && numbered
}

// lines lists the lines of a text that are not blank, with what each shows.
func (s *Splitter) lines(text string) []line {
	var out []line
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text) - at
		}
		if words := strings.TrimSpace(text[at : at+end]); words != "" {
			l := line{start: at}
			if len(words) <= longestLine {
				l.kind = s.kind(words)
			}
			out = append(out, l)
		}
		at += end + 1
	}
	return out
}

// kind says what a line shows.
func (s *Splitter) kind(words string) lineKind {
	if strings.IndexByte("RACTENLJODMPSrn", words[0]) < 0 && words[0] < 0x80 {
		return plain
	}
	folded := strings.Trim(fold.New(words).Folded, " *-_.")
	switch {
	case s.ruling.MatchString(folded):
		return ruling
	case s.title.MatchString(folded):
		return title
	case s.number.MatchString(folded):
		return number
	}
	return plain
}
