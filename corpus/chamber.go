package corpus

import (
	"slices"
	"strings"
)

// OfChamber is a key that names a ruling of the Cour de cassation by its day, with the
// chamber that gave it: "cass/com/2023-10-18" for "cass/2023-10-18" and "com.". Its chambers
// rule on the same days, so that one that is printed tells whose ruling is meant. Any other
// key, and every key where chamber is "", is returned as it is.
func (k Key) OfChamber(chamber string) Key {
	p, err := k.Parts()
	if err != nil || chamber == "" || CourtKind(p.Head) != Cass || !isDay(p.ID) || p.At != "" || p.Tie != "" {
		return k
	}
	if p.Chamber = Slug(chamber); p.Chamber == "" {
		return k
	}
	return p.Key()
}

// Chamber is the slug of the chamber in a key that OfChamber gave, else "".
func (k Key) Chamber() string {
	rest, ok := strings.CutPrefix(string(k), "cass/")
	if !ok || strings.IndexByte(rest, '/') < 0 { // it is asked of every citation
		return ""
	}
	return k.parts().Chamber
}

// NameOfChamber adds the name that a ruling of the Cour de cassation has by its chamber
// and its day; chamber is the usual abbreviation, "" for none that is known.
func (d *Decision) NameOfChamber(chamber string) {
	if d.Court.Kind != Cass || d.Date == "" {
		return
	}
	if k := DecisionKey(d.Court, string(d.Date)).OfChamber(chamber); k.Chamber() != "" && !slices.Contains(d.Keys, k) {
		d.Keys = append(d.Keys, k)
	}
}

// chamberNames are the names by chamber and day among some keys that fit a day.
func chamberNames(keys []Key, day Date) (names []Key) {
	for _, k := range keys {
		if p := k.parts(); p.Chamber != "" && p.ID == string(day) {
			names = append(names, k)
		}
	}
	return names
}
