package party

import (
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// Input is one text and what is already known of it.
type Input struct {
	Text     *fold.Text
	Zones    []corpus.Zone // ordered, contiguous, covering the text
	Court    corpus.Court
	Official []string // names in official metadata; may be empty
}

// Find gives the parties in order of first mention, each once. Names are written
// on one line; the span covers them as printed.
func (f *Finder) Find(in Input) []corpus.Party {
	t := in.Text
	head := headEnd(in)
	sh := &sheet{f: f, t: t}
	var all []found
	cassation := in.Court.Kind == corpus.Cass
	if cassation || in.Court.Kind == "" {
		if all = f.pourvoi(t, head); len(all) == 0 {
			all = f.question(t)
		}
	}
	if len(all) == 0 {
		if all = f.headings(sh, entete(in)); !sided(all) {
			all = f.headings(sh, head)
		}
		if cassation && !sided(all) {
			all = nil // a word of the reasons that looks like a heading
		}
	}
	if in.Court.Kind == corpus.CA || in.Court.Kind == corpus.TJ || in.Court.Kind == corpus.TGI {
		all = f.prosecuting(sh, all, head)
	}
	if !sided(all) && !cassation {
		all = append(f.opposed(sh, head), f.acted(sh, head)...)
	}
	if !sided(all) && publicLaw(in.Court.Kind) {
		to := len(t.Folded)
		if in.Court.Kind != corpus.CNIL { // whose orders name whom it sanctions
			to = min(to, headLimit)
		}
		all = f.filings(t, to, in.Court.Kind)
	}
	if !sided(all) && !cassation {
		all = append(all, f.caption(sh, head)...)
	}
	if len(all) == 0 && (cassation || in.Court.Kind == "") {
		all = f.reasons(in)
	}
	if cassation {
		all = f.pleaders(t, all)
	} else {
		f.describedBy(sh, all)
		f.appeared(sh, all, head)
		f.notifiedTo(t, all)
	}
	if publicLaw(in.Court.Kind) && in.Court.Kind != corpus.CNIL {
		all = f.notified(t, in.Zones, all)
		f.fuller(t, all)
	}
	return f.merge(t, oneProsecutor(f.complete(sh, all, head)), in.Official)
}

// headEnd is the folded offset at which the head ends: where the reasons begin, or
// at the end of the text when no zone holds them, and at most headLimit.
func headEnd(in Input) int {
	end := len(in.Text.Original)
	for _, z := range in.Zones {
		if z.Zone == corpus.Motifs || z.Zone == corpus.Dispositif || z.Zone == corpus.Moyens {
			end = z.Start
			break
		}
	}
	return min(in.Text.Index(end), headLimit)
}

// entete is the folded offset at which the zone of the heading ends; 0 when there
// is none.
func entete(in Input) int {
	for i := len(in.Zones) - 1; i >= 0; i-- {
		if in.Zones[i].Zone == corpus.Entete {
			return min(in.Text.Index(in.Zones[i].End), headLimit)
		}
	}
	return 0
}

// sided reports whether a party that sues, is sued or is accused was found.
func sided(all []found) bool {
	for _, x := range all {
		if x.side == corpus.Demandeur || x.side == corpus.Defendeur || x.side == corpus.Prevenu {
			return true
		}
	}
	return false
}

// publicLaw reports whether decisions of a kind tell their parties in sentences on
// the procedure.
func publicLaw(k corpus.CourtKind) bool {
	switch k {
	case corpus.CE, corpus.CAA, corpus.TA, corpus.CC, corpus.CNIL:
		return true
	}
	return false
}
