package web

import (
	_ "embed"
	"regexp"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed errors.tsv
var errorsTSV string

// faults turn what queries says is wrong into French. Their patterns are the formats by
// which it says so; a test finds those formats in the sources and wants each here.
type faults struct{ list []fault }

type fault struct {
	english *regexp.Regexp
	french  string
}

// verb is a verb of a format.
var verb = regexp.MustCompile(`%[sdqvc]`)

func loadFaults() (*faults, error) {
	rows, err := table.Read("errors.tsv", errorsTSV, "en", "fr")
	if err != nil {
		return nil, err
	}
	f := &faults{}
	for _, r := range rows {
		var b strings.Builder
		b.WriteString("(?s)^")
		for i, part := range verb.Split(r.Get("en"), -1) {
			if i > 0 {
				b.WriteString("(.*)")
			}
			b.WriteString(regexp.QuoteMeta(part))
		}
		re, err := regexp.Compile(b.String() + "$")
		if err != nil {
			return nil, r.Errorf("%w", err)
		}
		f.list = append(f.list, fault{re, r.Get("fr")})
	}
	return f, nil
}

// place opens a message about a place in a query, which pages show by pointing at it.
var place = regexp.MustCompile(`^in the query, character \d+: `)

// say gives a message in a language: in French where the table has it, else as it is.
func (f *faults) say(l language, message string) string {
	said, _ := f.translate(l, message)
	return said
}

// translate says whether the table has a message. What fills it in may be a message itself.
func (f *faults) translate(l language, message string) (said string, known bool) {
	message = place.ReplaceAllString(message, "")
	if l == english {
		return message, true
	}
	for _, x := range f.list {
		m := x.english.FindStringSubmatch(message)
		if m == nil {
			continue
		}
		out := x.french
		for i, part := range m[1:] {
			filled := quoted(part)
			if inner, ok := f.translate(l, part); ok {
				filled = inner
			}
			out = strings.ReplaceAll(out, "{"+string(rune('1'+i))+"}", filled)
		}
		return out, true
	}
	return message, false
}

// counted is how many decisions a candidate has, in brackets behind it.
var counted = regexp.MustCompile(`\((\d+) decision(s?)\)`)

// quoted puts what Go quoted into French quotation marks, and writes days and counts as
// French does.
func quoted(part string) string {
	if len(part) > 1 && part[0] == '"' && part[len(part)-1] == '"' {
		return "« " + strings.ReplaceAll(part[1:len(part)-1], `\"`, `"`) + " »"
	}
	if d, err := corpus.ParseDate(part); err == nil {
		return d.Long()
	}
	return strings.ReplaceAll(counted.ReplaceAllString(part, "($1 décision$2)"), "(0 décisions)", "(0 décision)")
}

// sentence ends a message with a stop, where it has no end of its own.
func sentence(s string) string {
	if s = capital(s); strings.HasSuffix(s, "?") || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}
