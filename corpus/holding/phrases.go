package holding

import (
	"fmt"
	"regexp"
)

// phrases are the patterns of phrases.tsv, which says what each is for.
type phrases struct {
	quashed, joint, laid, ordered, reckoned, roleWords, styles, trailing *regexp.Regexp
}

// fields gives the place of each phrase by its name in the file.
func (p *phrases) fields() map[string]**regexp.Regexp {
	return map[string]**regexp.Regexp{
		"quashed":   &p.quashed,
		"joint":     &p.joint,
		"laid":      &p.laid,
		"ordered":   &p.ordered,
		"reckoned":  &p.reckoned,
		"roleWords": &p.roleWords,
		"styles":    &p.styles,
		"trailing":  &p.trailing,
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
			return p, fmt.Errorf("holding: phrases.tsv: %q is unknown or comes twice", r["phrase"])
		}
		if *to, err = pattern(r["phrase"], r["pattern"]); err != nil {
			return p, err
		}
	}
	if len(rows) != len(fields) {
		return p, fmt.Errorf("holding: phrases.tsv: %d phrases, want %d", len(rows), len(fields))
	}
	return p, nil
}
