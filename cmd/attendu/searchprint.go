package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/queries"
)

func (a *app) printSearch(req queries.SearchRequest, ans *queries.SearchAnswer) {
	a.printf("%s", plural(ans.Total, "decision", "decisions"))
	if len(ans.Cites) > 0 {
		a.printf(" citing %s", strings.Join(ans.Cites, " and "))
	}
	if len(ans.Hits) < ans.Total {
		a.printf(", %d shown", len(ans.Hits))
	}
	a.printf("\n")
	for _, n := range ans.Notes {
		a.printf("%s", a.look.wrap("    ", n))
	}
	a.printSynonyms(ans.Synonyms)
	a.printSuggestions(ans.Suggestions)
	a.printRules(req, ans)
	a.printDirect(ans)
	a.printExplain(ans)
	for _, h := range ans.Hits {
		a.printf("\n%s", a.headline(&h.DecisionRef))
		for _, s := range h.Snippets {
			a.printf("%s", a.look.wrap("    ", "… "+a.snippet(s)+" …"))
		}
		a.printParts(h)
	}
}

// printSynonyms says what was also looked for.
func (a *app) printSynonyms(synonyms []queries.Synonym) {
	for _, s := range synonyms {
		a.printf("%s", a.look.wrap("    ", s.Said+": also "+strings.Join(s.Also, ", ")+" (--no-synonyms: not)"))
	}
}

// printSuggestions says what words that are not found may have been meant to be.
func (a *app) printSuggestions(suggestions []queries.Suggestion) {
	for _, s := range suggestions {
		a.printf("%s", a.look.wrap("    ", fmt.Sprintf("no decision holds %q; did you mean %s?", s.Typed, strings.Join(s.Words, " or "))))
	}
}

// printDirect says what the query names by itself, and where to see it.
func (a *app) printDirect(ans *queries.SearchAnswer) {
	for _, d := range ans.Direct {
		command := "attendu show " + string(d.Key)
		switch {
		case d.Key.IsProvision():
			command = fmt.Sprintf("attendu article %s", d.Key)
		case !d.Held:
			command = "not in this library"
		}
		a.printf("%s", a.look.wrap("    ", d.Title+": "+command))
	}
}

// printExplain tells how a query was understood and answered.
func (a *app) printExplain(ans *queries.SearchAnswer) {
	if ans.Outline == "" {
		return
	}
	a.printf("\nUnderstood as\n")
	for line := range strings.Lines(ans.Outline) {
		a.printf("    %s", line)
	}
	if ans.Query != "" {
		a.printf("%s", a.look.dim(a.look.wrap("    ", "= "+ans.Query)))
	}
	a.printf("\nAnswered in this order\n")
	for i, s := range ans.Steps {
		a.printf("%s", a.look.hang(fmt.Sprintf("    %d. ", i+1), s))
	}
}

// printRules says which of the rules that a number has borne a search follows. Of
// several those that no decision means are left out.
func (a *app) printRules(req queries.SearchRequest, ans *queries.SearchAnswer) {
	for i := 0; i < len(ans.Rules); {
		key, open := ans.Rules[i].Key, ans.Rules[i].Open
		var followed, others []string
		for ; i < len(ans.Rules) && ans.Rules[i].Key == key; i++ {
			switch r := ans.Rules[i]; {
			case r.Followed && (r.Citing > 0 || req.At != ""):
				followed = append(followed, ruleName(r))
			case !r.Followed:
				others = append(others, ruleName(r))
			}
		}
		if len(followed)+len(others)+open == 0 {
			continue
		}
		note := string(key) + ", "
		switch {
		case len(followed) > 0:
			note += "the rule " + strings.Join(followed, ", and that ")
		case req.At != "":
			note += "no rule of " + string(req.At)
		default:
			note += "of no rule for sure"
		}
		if len(others) > 0 {
			note += "; not that " + strings.Join(others, ", nor that ")
		}
		if open > 0 {
			note += "; " + plural(open, "decision leaves", "decisions leave") + " it open which is meant"
			if req.At != "" {
				note += " (left out)"
			}
		}
		a.printf("%s", a.look.dim(a.look.wrap("    ", note)))
	}
}

// ruleName tells a rule of a number by its time: "before 2016-10-01: faute (3
// decisions)".
func ruleName(r queries.FollowedRule) string {
	name := "since " + string(r.Version.Day())
	if r.Version.Old() {
		name = "before " + string(r.Version.Day())
	}
	if r.Subject != "" {
		name += ": " + r.Subject
	}
	return name + " (" + plural(r.Citing, "decision", "decisions") + ")"
}

// headline is a decision in two lines: the usual citation, then its key.
func (a *app) headline(d *queries.DecisionRef) string {
	line := a.look.bold(d.Usual)
	if d.Solution != "" {
		line += " (" + smallFirst(d.Solution) + ")"
	}
	second := "    " + string(d.Key)
	if d.Secondary {
		second += "  known from a commentary only"
	}
	return a.look.wrap("", line) + a.look.dim(second) + "\n"
}

// smallFirst writes a word inside a line: "Rejet" is "rejet", "QPC" stays.
func smallFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[n:]); !unicode.IsLower(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}

// snippet marks the hits of a passage. Hits with nothing but blanks between
// them are marked as one.
func (a *app) snippet(s queries.Snippet) string {
	var b strings.Builder
	at := 0
	for i := 0; i < len(s.Hits); i++ {
		start, end := s.Hits[i].Start-s.Start, s.Hits[i].End-s.Start
		for i+1 < len(s.Hits) && strings.TrimSpace(s.Text[end:s.Hits[i+1].Start-s.Start]) == "" {
			i++
			end = s.Hits[i].End - s.Start
		}
		b.WriteString(s.Text[at:start])
		b.WriteString(a.look.hit(strings.Join(strings.Fields(s.Text[start:end]), " ")))
		at = end
	}
	b.WriteString(s.Text[at:])
	return b.String()
}
