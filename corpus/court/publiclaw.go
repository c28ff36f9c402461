package court

import (
	"regexp"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

// publicLaw holds what the tables say of the administrative courts.
type publicLaw struct {
	codes        map[string]corpus.Court
	letters      map[string]string // places, by the letters in numbers of their court
	publications map[string]string
	formations   map[string]string // abbreviations, by the slug of the words
}

// addCodes takes the rows of codes.tsv.
func (c *Courts) addCodes(rows []table.Row) error {
	c.public.codes, c.public.letters = map[string]corpus.Court{}, map[string]string{}
	for _, r := range rows {
		of := corpus.Court{Kind: corpus.CourtKind(r.Get("kind")), Place: r.Get("place")}
		switch code := r.Get("code"); {
		case !of.Kind.Known() || of.Place != "" && c.spelling[corpus.Slug(of.Place)] != of.Place:
			return r.Errorf("unknown kind %q or place %q", of.Kind, of.Place)
		case code == "" || c.public.codes[code].Kind != "":
			return r.Errorf("the code %q is empty or comes twice", code)
		default:
			c.public.codes[code] = of
			if letters := r.Get("letters"); letters != "" {
				c.public.letters[letters] = of.Place
			}
		}
	}
	return nil
}

// addPublications takes the rows of publications.tsv.
func (c *Courts) addPublications(rows []table.Row) error {
	c.public.publications = map[string]string{}
	for _, r := range rows {
		c.public.publications[r.Get("code")] = r.Get("words")
	}
	return nil
}

// addFormations takes the rows of formations.tsv.
func (c *Courts) addFormations(rows []table.Row) error {
	c.public.formations = map[string]string{}
	for _, r := range rows {
		for _, words := range r.List("words") {
			slug := corpus.Slug(words)
			if _, twice := c.public.formations[slug]; twice || slug == "" {
				return r.Errorf("%q is empty or comes twice", words)
			}
			c.public.formations[slug] = r.Get("short")
		}
	}
	return nil
}

// Code gives the court of a code of the open data of the administrative courts:
// "TA95" is the tribunal administratif de Cergy-Pontoise.
func (c *Courts) Code(code string) (corpus.Court, bool) {
	of, ok := c.public.codes[strings.ToUpper(code)]
	return of, ok
}

// Seat is the place of the cour administrative d'appel that a number tells:
// Nantes for "22NT01234"; "" when it tells none.
func (c *Courts) Seat(number string) string {
	if len(number) != len("22NT01234") {
		return ""
	}
	return c.public.letters[strings.ToUpper(number[2:4])]
}

// Publication says in words what a code of publication means: "A" is "publié au
// recueil Lebon". It names a code that is not known.
func (c *Courts) Publication(code string) string {
	if words := c.public.publications[strings.ToUpper(code)]; words != "" || code == "" {
		return words
	}
	return "code de publication " + code
}

// maxFormation is how many words a row of formations.tsv may have.
const maxFormation = 6

var ordinal = regexp.MustCompile(`^(\d{1,2})(ere|re|er|eme|e)$`)

// Formation abbreviates a formation of an administrative court: "2e - 7e ch.
// réunies" for "2ème - 7ème chambres réunies"; "" where nothing is left to say,
// as of the juge des référés.
func (c *Courts) Formation(printed string) string {
	words := strings.Fields(printed)
	var out []string
	for i := 0; i < len(words); {
		short, n := c.abbreviated(words[i:])
		if short != "" {
			out = append(out, short)
		}
		i += n
	}
	return strings.Trim(strings.Join(out, " "), " ,-(")
}

// abbreviated writes the words of a formation up to the next that stand by
// themselves, and says how many they were.
func (c *Courts) abbreviated(words []string) (string, int) {
	for n := min(len(words), maxFormation); n > 0; n-- {
		if short, ok := c.public.formations[corpus.Slug(strings.Join(words[:n], " "))]; ok {
			return short, n
		}
	}
	if m := ordinal.FindStringSubmatch(corpus.Slug(words[0])); m != nil {
		if m[1] == "1" {
			return "1re", 1
		}
		return m[1] + "e", 1
	}
	if words[0] == strings.ToUpper(words[0]) && len(words[0]) > 4 {
		return strings.ToLower(words[0]), 1
	}
	return words[0], 1
}
