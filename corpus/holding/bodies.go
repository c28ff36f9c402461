package holding

import (
	"fmt"
	"strings"
)

// body is a row of bodies.tsv: one kind of body by its letters and in full. The letters may
// have several rows.
type body struct{ short, full string }

// loadBodies reads bodies.tsv.
func loadBodies() (list []body, err error) {
	all, err := rows("bodies.tsv")
	if err != nil {
		return nil, err
	}
	for _, r := range all {
		b := body{r.Get("short"), r.Get("full")}
		if b.short == "" || b.full == "" {
			return nil, fmt.Errorf("holding: %w", r.Errorf("a body without its two names"))
		}
		list = append(list, b)
	}
	return list, nil
}

// minName is how many letters a name needs to be looked for alone.
const minName = 4

// otherwise are the further names by which orders call a legal person: the letters of a
// body that the head writes in full, and the other way round; its name without commas and
// "de la société", and without what the head says of its form and nationality, "société
// allemande Lorme".
func (f *Finder) otherwise(core string) (words []string) {
	for _, b := range f.bodies {
		rest, ok := strings.CutPrefix(core, b.full)
		if !ok {
			rest, ok = strings.CutPrefix(core, b.short)
		}
		if ok && !within(rest) {
			words = append(words, f.calledAs(b.short, rest)...)
		} else if before, behind, ok := strings.Cut(core, b.full+" "); ok && strings.HasSuffix(before, "'") { // "comité de l'unité économique et sociale Lorme"
			words = append(words, before+b.short+" "+behind)
		}
	}
	if name := strings.NewReplacer(",", "", " de la societe ", " ").Replace(core); name != core { // "syndicat CGT Lorme, établissement de Nancy"
		words = append(words, name)
	}
	if name := f.say.qualified.ReplaceAllString(core, ""); name != core && len(name) >= minName {
		first, _, _ := strings.Cut(name, " ")
		switch strings.TrimRight(first, "'") {
		case "de", "du", "des", "d", "et", "l", "pour":
		case "la", "le", "les": // "société Les Ormes"
			words = append(words, "societe "+name)
		default:
			words = append(words, f.say.trailing.ReplaceAllString(name, ""))
		}
	}
	return words
}

// calledAs are all names of the bodies of some letters, each with the rest of the name.
func (f *Finder) calledAs(short, rest string) []string {
	words := []string{short + rest}
	for _, b := range f.bodies {
		if b.short == short {
			words = append(words, b.full+rest)
		}
	}
	return words
}

// within reports whether what stands behind letters goes on with their word.
func within(rest string) bool { return rest != "" && rest[0] != ' ' }
