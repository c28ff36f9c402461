package party

import (
	"fmt"
	"regexp"
)

// phrases are the patterns of phrases.tsv, which says what each is for.
type phrases struct {
	title, lodged, ruling, against, filing, opposing, referred, closing, presence, prosecuted, apposition, through, opened, turned, joined, acting, seated, filed, told, condemned, grieved, aside, worker *regexp.Regexp
}

// fields gives the place of each phrase by its name in the file.
func (p *phrases) fields() map[string]**regexp.Regexp {
	return map[string]**regexp.Regexp{
		"title":      &p.title,
		"lodged":     &p.lodged,
		"ruling":     &p.ruling,
		"against":    &p.against,
		"filing":     &p.filing,
		"opposing":   &p.opposing,
		"referred":   &p.referred,
		"closing":    &p.closing,
		"presence":   &p.presence,
		"prosecuted": &p.prosecuted,
		"apposition": &p.apposition,
		"through":    &p.through,
		"opened":     &p.opened,
		"turned":     &p.turned,
		"joined":     &p.joined,
		"acting":     &p.acting,
		"seated":     &p.seated,
		"filed":      &p.filed,
		"told":       &p.told,
		"condemned":  &p.condemned,
		"grieved":    &p.grieved,
		"aside":      &p.aside,
		"worker":     &p.worker,
	}
}

// loadPhrases reads phrases.tsv: every phrase once, none missing, none unknown.
func loadPhrases() (phrases, error) {
	var p phrases
	rows, err := readTable("phrases.tsv")
	if err != nil {
		return p, err
	}
	fields := p.fields()
	for _, r := range rows {
		to, known := fields[r["phrase"]]
		if !known || *to != nil {
			return p, fmt.Errorf("party: phrases.tsv: %q is unknown or comes twice", r["phrase"])
		}
		if *to, err = pattern(r["phrase"], r["pattern"]); err != nil {
			return p, err
		}
	}
	if len(rows) != len(fields) {
		return p, fmt.Errorf("party: phrases.tsv: %d phrases, want %d", len(rows), len(fields))
	}
	return p, nil
}
