package party

import (
	"fmt"
	"maps"

	"github.com/attendu/attendu/corpus/re2"
	"github.com/attendu/attendu/corpus/table"
)

// phrases are the patterns of phrases.tsv, which says what each is for.
type phrases struct {
	ofNames
	ofCounsel
	ofRoles
}

// ofNames are those of names, and of what stands behind them.
type ofNames struct {
	label, title, officer, registered, born, town, worker, renamed, andOf, living, street, nation,
	neutral, apposition, acting, unfinished, joined, pluralBodies, stranger, suit, adjacent,
	seated, unionist, placed *re2.Regexp
}

func (p *ofNames) fields() map[string]**re2.Regexp {
	return map[string]**re2.Regexp{
		"label":         &p.label,
		"title":         &p.title,
		"officer":       &p.officer,
		"registered":    &p.registered,
		"born":          &p.born,
		"town":          &p.town,
		"worker":        &p.worker,
		"renamed":       &p.renamed,
		"and-of":        &p.andOf,
		"living":        &p.living,
		"street":        &p.street,
		"nation":        &p.nation,
		"neutral":       &p.neutral,
		"apposition":    &p.apposition,
		"acting":        &p.acting,
		"unfinished":    &p.unfinished,
		"joined":        &p.joined,
		"plural-bodies": &p.pluralBodies,
		"stranger":      &p.stranger,
		"suit":          &p.suit,
		"adjacent":      &p.adjacent,
		"seated":        &p.seated,
		"unionist":      &p.unionist,
		"placed":        &p.placed,
	}
}

// ofCounsel are those of who pleads for whom.
type ofCounsel struct {
	unrepresented, bar, barEnd, pleading, pleader, andBy, andCounsel, answering, byCounsel, firm,
	produced, counselOf, inFirm, partner, represented, together, served, andTo, through, register,
	grounds, opinion *re2.Regexp
}

func (p *ofCounsel) fields() map[string]**re2.Regexp {
	return map[string]**re2.Regexp{
		"unrepresented": &p.unrepresented,
		"bar":           &p.bar,
		"bar-end":       &p.barEnd,
		"pleading":      &p.pleading,
		"pleader":       &p.pleader,
		"and-by":        &p.andBy,
		"and-counsel":   &p.andCounsel,
		"answering":     &p.answering,
		"by-counsel":    &p.byCounsel,
		"firm":          &p.firm,
		"produced":      &p.produced,
		"counsel-of":    &p.counselOf,
		"in-firm":       &p.inFirm,
		"partner":       &p.partner,
		"represented":   &p.represented,
		"together":      &p.together,
		"served":        &p.served,
		"and-to":        &p.andTo,
		"through":       &p.through,
		"register":      &p.register,
		"grounds":       &p.grounds,
		"opinion":       &p.opinion,
	}
}

// ofRoles are those of sides and roles: who asks, and who answers.
type ofRoles struct {
	lodged, ruling, against, filing, opposing, referred, closing, presence, prosecuted, opened,
	turned, filed, told, condemned, grieved, aside, cross, roleEnd, standing, ownSide, pursuing,
	lost, quashes, bench, otherSide, itemEnd, itemMark, listing *re2.Regexp
}

func (p *ofRoles) fields() map[string]**re2.Regexp {
	return map[string]**re2.Regexp{
		"lodged":     &p.lodged,
		"ruling":     &p.ruling,
		"against":    &p.against,
		"filing":     &p.filing,
		"opposing":   &p.opposing,
		"referred":   &p.referred,
		"closing":    &p.closing,
		"presence":   &p.presence,
		"prosecuted": &p.prosecuted,
		"opened":     &p.opened,
		"turned":     &p.turned,
		"filed":      &p.filed,
		"told":       &p.told,
		"condemned":  &p.condemned,
		"grieved":    &p.grieved,
		"aside":      &p.aside,
		"cross":      &p.cross,
		"role-end":   &p.roleEnd,
		"standing":   &p.standing,
		"own-side":   &p.ownSide,
		"pursuing":   &p.pursuing,
		"lost":       &p.lost,
		"quashes":    &p.quashes,
		"bench":      &p.bench,
		"other-side": &p.otherSide,
		"item-end":   &p.itemEnd,
		"item-mark":  &p.itemMark,
		"listing":    &p.listing,
	}
}

// fields gives the place of each phrase by its name in the file.
func (p *phrases) fields() map[string]**re2.Regexp {
	all := p.ofNames.fields()
	maps.Copy(all, p.ofCounsel.fields())
	maps.Copy(all, p.ofRoles.fields())
	return all
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
