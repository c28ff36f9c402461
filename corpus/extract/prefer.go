package extract

import (
	"cmp"

	"github.com/attendu/attendu/corpus"
)

// prefer joins official metadata with what the text says of itself: field by
// field the official value wins where there is one. Both are also kept whole,
// in Decision.Official and Decision.Read.
func prefer(official, read corpus.Metadata) corpus.Metadata {
	return corpus.Metadata{
		Court:          preferCourt(official.Court, read.Court),
		Date:           cmp.Or(official.Date, read.Date),
		Numbers:        list(official.Numbers, read.Numbers),
		ECLI:           cmp.Or(official.ECLI, read.ECLI),
		Title:          cmp.Or(official.Title, read.Title),
		Nature:         cmp.Or(official.Nature, read.Nature),
		Solution:       cmp.Or(official.Solution, read.Solution),
		Formation:      cmp.Or(official.Formation, read.Formation),
		Publication:    list(official.Publication, read.Publication),
		Themes:         list(official.Themes, read.Themes),
		Summaries:      list(official.Summaries, read.Summaries),
		Visa:           list(official.Visa, read.Visa),
		Contested:      contested(official.Contested, read.Contested),
		Rapprochements: list(official.Rapprochements, read.Rapprochements),
	}
}

// preferCourt completes the official court with what the text says of the same
// kind of court.
func preferCourt(official, read corpus.Court) corpus.Court {
	if official.Kind == "" {
		return read
	}
	if official.Kind == read.Kind {
		official.Place = cmp.Or(official.Place, read.Place)
		official.Chamber = cmp.Or(official.Chamber, read.Chamber)
	}
	return official
}

// contested completes the official reference to the decision under review with
// what the text says, when both can be the same decision.
func contested(official, read *corpus.Reference) *corpus.Reference {
	if official == nil || read == nil {
		return cmp.Or(official, read)
	}
	if official.Date != "" && read.Date != "" && official.Date != read.Date {
		return official
	}
	both := *official
	both.Court = preferCourt(official.Court, read.Court)
	both.Date = cmp.Or(official.Date, read.Date)
	both.Numbers = list(official.Numbers, read.Numbers)
	both.Title = cmp.Or(official.Title, read.Title)
	return &both
}

func list[T any](official, read []T) []T {
	if len(official) > 0 {
		return official
	}
	return read
}
