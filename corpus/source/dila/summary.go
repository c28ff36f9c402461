package dila

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/markup"
)

// A SOMMAIRE is a run of SCT (titles) and ANA (analysis) elements that belong
// together by their attribute ID. The SCT of TYPE PRINCIPAL stands over the
// analysis; that of TYPE REFERENCE files the same decision under other words. JADE
// counts them apart: the title 8A stands over the analysis 9A.

// titles takes the text of an SCT.
func (f *fields) titles(id, kind, text string) {
	chain := f.splitTitles(text)
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
	if f.root != judicial {
		id = strings.TrimLeft(id, "0123456789")
	}
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

// splitTitles cuts a titrage, "CONTRAT - Formation -  Dol", into its links. In
// JADE each ends with a full stop: "POLICE. - ÉTENDUE DES POUVOIRS. - SÉCURITÉ".
func (f *fields) splitTitles(s string) (out []string) {
	for _, t := range strings.Split(markup.Line(s), " - ") {
		if t = strings.Trim(t, " -"); f.root != judicial {
			t = strings.TrimSuffix(t, ".")
		}
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}
