package party

import (
	"fmt"

	"github.com/attendu/attendu/corpus/re2"
	"github.com/attendu/attendu/corpus/table"
)

// phrases are the patterns of phrases.tsv, which says what each is for.
type phrases struct {
	label, title, lodged, ruling, against, filing, opposing, referred, closing, presence, prosecuted, apposition, through, unfinished, opened, turned, joined, acting, seated, filed, told, condemned, grieved, aside, officer, registered, born, town, worker, renamed, andOf, cross, served, andTo, represented, together, unrepresented, bar, barEnd, pleading, pleader, andBy, register, stranger, suit, roleEnd, standing, living, street, ownSide, pursuing, andCounsel, answering, byCounsel, adjacent, lost, quashes, bench, pluralBodies, opinion, firm, produced, grounds, itemMark, itemEnd, otherSide, counselOf, nation, neutral, listing, inFirm, partner, placed, unionist *re2.Regexp
}

// fields gives the place of each phrase by its name in the file.
func (p *phrases) fields() map[string]**re2.Regexp {
	return map[string]**re2.Regexp{
		"title":         &p.title,
		"lodged":        &p.lodged,
		"ruling":        &p.ruling,
		"against":       &p.against,
		"filing":        &p.filing,
		"opposing":      &p.opposing,
		"referred":      &p.referred,
		"closing":       &p.closing,
		"presence":      &p.presence,
		"prosecuted":    &p.prosecuted,
		"apposition":    &p.apposition,
		"through":       &p.through,
		"unfinished":    &p.unfinished,
		"opened":        &p.opened,
		"turned":        &p.turned,
		"joined":        &p.joined,
		"acting":        &p.acting,
		"seated":        &p.seated,
		"filed":         &p.filed,
		"told":          &p.told,
		"condemned":     &p.condemned,
		"grieved":       &p.grieved,
		"aside":         &p.aside,
		"officer":       &p.officer,
		"registered":    &p.registered,
		"born":          &p.born,
		"town":          &p.town,
		"worker":        &p.worker,
		"renamed":       &p.renamed,
		"and-of":        &p.andOf,
		"cross":         &p.cross,
		"served":        &p.served,
		"and-to":        &p.andTo,
		"represented":   &p.represented,
		"together":      &p.together,
		"unrepresented": &p.unrepresented,
		"bar":           &p.bar,
		"bar-end":       &p.barEnd,
		"pleading":      &p.pleading,
		"label":         &p.label,
		"pleader":       &p.pleader,
		"and-by":        &p.andBy,
		"register":      &p.register,
		"stranger":      &p.stranger,
		"suit":          &p.suit,
		"role-end":      &p.roleEnd,
		"standing":      &p.standing,
		"living":        &p.living,
		"street":        &p.street,
		"own-side":      &p.ownSide,
		"pursuing":      &p.pursuing,
		"unionist":      &p.unionist,
		"and-counsel":   &p.andCounsel,
		"answering":     &p.answering,
		"by-counsel":    &p.byCounsel,
		"adjacent":      &p.adjacent,
		"lost":          &p.lost,
		"quashes":       &p.quashes,
		"bench":         &p.bench,
		"opinion":       &p.opinion,
		"other-side":    &p.otherSide,
		"item-end":      &p.itemEnd,
		"item-mark":     &p.itemMark,
		"grounds":       &p.grounds,
		"produced":      &p.produced,
		"counsel-of":    &p.counselOf,
		"nation":        &p.nation,
		"neutral":       &p.neutral,
		"listing":       &p.listing,
		"in-firm":       &p.inFirm,
		"partner":       &p.partner,
		"placed":        &p.placed,
		"firm":          &p.firm,
		"plural-bodies": &p.pluralBodies,
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
		return p, fmt.Errorf("party: %w", err)
	}
	return p, nil
}
