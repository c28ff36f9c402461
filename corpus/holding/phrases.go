package holding

import (
	"fmt"

	"github.com/attendu/attendu/corpus/re2"
	"github.com/attendu/attendu/corpus/table"
)

// phrases are the patterns of phrases.tsv, which says what each is for.
type phrases struct {
	quashed, joint, laid, ordered, reckoned, roleWords, styles, trailing, parted, body, announced, family, shortened, paying, given, linked, same, qualified, ownDemand, sameHead, toPronoun, changed, apportioned, againstMan, againstWoman, born, item, theSame, nextDebtor, laidOn, each, thatSum, brothers, spelled, entry, total, everybody, within, summed, summedBehind, inWords, nounEnd, point, labelled, broken *re2.Regexp
}

// fields gives the place of each phrase by its name in the file.
func (p *phrases) fields() map[string]**re2.Regexp {
	return map[string]**re2.Regexp{
		"quashed":      &p.quashed,
		"joint":        &p.joint,
		"laid":         &p.laid,
		"ordered":      &p.ordered,
		"reckoned":     &p.reckoned,
		"roleWords":    &p.roleWords,
		"styles":       &p.styles,
		"trailing":     &p.trailing,
		"parted":       &p.parted,
		"body":         &p.body,
		"announced":    &p.announced,
		"family":       &p.family,
		"shortened":    &p.shortened,
		"paying":       &p.paying,
		"given":        &p.given,
		"linked":       &p.linked,
		"same":         &p.same,
		"qualified":    &p.qualified,
		"ownDemand":    &p.ownDemand,
		"sameHead":     &p.sameHead,
		"toPronoun":    &p.toPronoun,
		"changed":      &p.changed,
		"apportioned":  &p.apportioned,
		"againstMan":   &p.againstMan,
		"againstWoman": &p.againstWoman,
		"born":         &p.born,
		"theSame":      &p.theSame,
		"item":         &p.item,
		"nextDebtor":   &p.nextDebtor,
		"laidOn":       &p.laidOn,
		"each":         &p.each,
		"thatSum":      &p.thatSum,
		"brothers":     &p.brothers,
		"spelled":      &p.spelled,
		"total":        &p.total,
		"entry":        &p.entry,
		"everybody":    &p.everybody,
		"within":       &p.within,
		"summed":       &p.summed,
		"summedBehind": &p.summedBehind,
		"inWords":      &p.inWords,
		"nounEnd":      &p.nounEnd,
		"point":        &p.point,
		"labelled":     &p.labelled,
		"broken":       &p.broken,
	}
}

// loadPhrases reads phrases.tsv.
func loadPhrases() (phrases, error) {
	var p phrases
	all, err := rows("phrases.tsv")
	if err != nil {
		return p, err
	}
	if err := table.Phrases(all, p.fields()); err != nil {
		return p, fmt.Errorf("holding: %w", err)
	}
	return p, nil
}
