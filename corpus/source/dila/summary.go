package dila

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// A SOMMAIRE is a run of SCT (titles) and ANA (analysis) elements that belong
// together by their attribute ID. The SCT of TYPE PRINCIPAL stands over the
// analysis; that of TYPE REFERENCE files the same decision under other words.

// titles takes the text of an SCT.
func (f *fields) titles(id, kind, text string) {
	chain := splitTitles(text)
	if len(chain) == 0 {
		return
	}
	if kind == "REFERENCE" {
		f.summaries = append(f.summaries, corpus.Summary{Titles: chain})
		return
	}
	for _, t := range chain {
		f.themes.Add(t)
	}
	if s := f.summary(id); s.Titles == nil {
		s.Titles = chain
		return
	}
	f.summaries = append(f.summaries, corpus.Summary{Titles: chain})
}

// analysis takes the text of an ANA.
func (f *fields) analysis(id, text string) {
	if text == "" {
		return
	}
	if s := f.summary(id); s.Text == "" {
		s.Text = text
		return
	}
	f.summaries = append(f.summaries, corpus.Summary{Text: text})
}

// summary is the summary of an ID, a new one when there is none yet.
func (f *fields) summary(id string) *corpus.Summary {
	i, ok := f.byID[id]
	if !ok {
		if f.byID == nil {
			f.byID = map[string]int{}
		}
		i = len(f.summaries)
		f.byID[id] = i
		f.summaries = append(f.summaries, corpus.Summary{})
	}
	return &f.summaries[i]
}

// splitTitles cuts a titrage, "CONTRAT - Formation -  Dol", into its links.
func splitTitles(s string) (out []string) {
	for _, t := range strings.Split(line(s), " - ") {
		if t = strings.Trim(t, " -"); t != "" {
			out = append(out, t)
		}
	}
	return out
}
