package synth

import (
	"strings"
	"testing"
)

// show writes a template again as it was read, its choices in angle brackets.
func show(list []node) string {
	var b strings.Builder
	for _, n := range list {
		switch n.kind {
		case 't':
			b.WriteString(n.text)
		case 'c':
			b.WriteByte('<')
			for i, alt := range n.alts {
				if i > 0 {
					b.WriteByte('/')
				}
				b.WriteString(show(alt))
			}
			b.WriteByte('>')
		case 'g':
			b.WriteString("(" + n.text + " " + strings.Join(n.arg, " ") + ")")
		default:
			b.WriteString("(" + n.text + ")")
		}
	}
	return b.String()
}

func TestParseTemplate(t *testing.T) {
	for in, want := range map[string]string{
		"":                          "",
		"rien":                      "rien",
		"{A} a été {A:né|née} ;":    "(A) a été (A né née) ;",
		"[le|vers le] {d}":          "<le/vers le> (d)",
		`a :\n\n1°/ {deB}`:          "a :\n\n1°/ (deB)",
		"l'{=code-civil/1353} [|a]": "l'(=code-civil/1353) </a>",
	} {
		nodes, err := parseTemplate(in)
		if got := show(nodes); err != nil || got != want {
			t.Errorf("%q is read as %q, %v; want %q", in, got, err, want)
		}
	}
	for in, want := range map[string]string{
		"{A":           "is not closed",
		"[a|b":         "is not closed",
		"[a]":          "leaves no choice",
		"{X}":          "unknown slot",
		"{A:né}":       "want {A:masculine|feminine}",
		"{G:né|née}":   "want {A:masculine|feminine}",
		"[{renvoi}|b]": "unknown slot",
	} {
		if _, err := parseTemplate(in); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", in, err, want)
		}
	}
}
