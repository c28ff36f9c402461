package web

import (
	_ "embed"
	"regexp"
	"strings"

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
	message = place.ReplaceAllString(message, "")
	if l == english {
		return message
	}
	for _, x := range f.list {
		m := x.english.FindStringSubmatch(message)
		if m == nil {
			continue
		}
		out := x.french
		for i, part := range m[1:] {
			out = strings.ReplaceAll(out, "{"+string(rune('1'+i))+"}", quoted(part))
		}
		return out
	}
	return message
}

// quoted puts what Go quoted into French quotation marks.
func quoted(part string) string {
	if len(part) > 1 && part[0] == '"' && part[len(part)-1] == '"' {
		return "« " + strings.ReplaceAll(part[1:len(part)-1], `\"`, `"`) + " »"
	}
	return part
}
