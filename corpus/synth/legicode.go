package synth

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/table"
)

// legiCode is a code and its articles: first the renumbered ones of the table,
// then the ordinary ones, of which every chapter holds twelve.
type legiCode struct {
	law.Code
	weight       int
	style        string
	start, end   day // end is never for a code in force
	renumbered   []*renumbered
	taken        map[string]bool // the numbers of the renumbered articles
	index        int
	ordinary     int // ordinary articles
	lastVersions int // of the last of them
	article0     int // articles of the codes before
	chapter0     int // chapters of the codes before
}

// never is the end of what is in force: 2999-01-01.
var never = newDay(2999, 1, 1)

const (
	perChapter = 12
	perTitre   = 9 // chapters
	perLivre   = 9 // titres
)

func (c *legiCode) len() int      { return len(c.renumbered) + c.ordinary }
func (c *legiCode) chapters() int { return (c.ordinary + perChapter - 1) / perChapter }

// legiCodes are the codes of the catalogue with their weight and style, and
// with the renumbered articles.
func legiCodes() ([]legiCode, error) {
	catalogue, err := law.Load()
	if err != nil {
		return nil, err
	}
	var out []legiCode
	at := map[string]int{}
	for _, code := range catalogue.Codes() {
		c := legiCode{Code: code, weight: 1, style: "parts", taken: map[string]bool{}, end: never}
		if c.start, err = dayOf(code.Start); err != nil {
			return nil, fmt.Errorf("%s: %w", code.Slug, err)
		}
		if c.End != "" {
			c.end, err = dayOf(code.End)
		} else if !c.InForce {
			c.end = newDay(2018, 1, 1) // the catalogue does not know it
		}
		if err != nil || c.end-c.start < 300 {
			return nil, fmt.Errorf("%s: from %s to %s, %w", code.Slug, code.Start, code.End, err)
		}
		at[code.Slug] = len(out)
		out = append(out, c)
	}
	rows, err := table.ReadFile(data, "data/codes.tsv", "code", "weight", "style")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		i, ok := at[r.Get("code")]
		if !ok {
			return nil, r.Errorf("the catalogue has no code %q", r.Get("code"))
		}
		out[i].style = r.Get("style")
		if out[i].weight, err = strconv.Atoi(r.Get("weight")); err != nil {
			return nil, r.Errorf("%w", err)
		}
	}
	rules, err := renumberings()
	if err != nil {
		return nil, err
	}
	for i, r := range rules {
		at, ok := at[r.code]
		if !ok {
			return nil, fmt.Errorf("renumberings.tsv: the catalogue has no code %q", r.code)
		}
		if err := out[at].renumber(i, r); err != nil {
			return nil, fmt.Errorf("renumberings.tsv: %s %s: %w", r.code, r.from, err)
		}
	}
	return out, nil
}

// dayOf counts a day that corpus has written.
func dayOf(d corpus.Date) (day, error) {
	if _, err := corpus.ParseDate(string(d)); err != nil {
		return 0, err
	}
	return day(d.Time().Unix() / 86400), nil
}

// number is the number of ordinary article i, as LEGI prints it.
func (c *legiCode) number(i int) string {
	chapter := i / perChapter
	// Chapters, titres and livres are counted from 1: 111, 112 … 119, 121.
	of := strconv.Itoa(1+chapter/perTitre/perLivre) + strconv.Itoa(1+chapter/perTitre%perLivre) + strconv.Itoa(1+chapter%perTitre)
	num, other := "", "-1"
	switch c.style {
	case "plain":
		num, other = strconv.Itoa(i/8*7+min(i%8, 6)+1), " ter"
		if i%8 == 7 {
			num += " bis"
		}
	case "book":
		num = of + "-" + strconv.Itoa(1+i%perChapter)
	default:
		num = string("LLLRRLLDRLRLLRDLLRLD"[chapter%20]) + of + "-" + strconv.Itoa(1+i%perChapter)
	}
	if c.taken[num] {
		return num + other
	}
	return num
}

// path of the folder of the code in an archive, by the digits of its identifier.
func (c *legiCode) path() string {
	set, codes := "code_et_TNC_en_vigueur", "code_en_vigueur"
	if !c.InForce {
		set, codes = "code_et_TNC_non_vigueur", "code_non_vigueur"
	}
	return "legi/global/" + set + "/" + codes + "/" + legiFolder("LEGI/TEXT", c.Legitext) + c.Legitext + "/"
}

// legiFolder is the folder for an identifier, below top: "LEGI/ARTI/00/00/06/43/62/".
func legiFolder(top, id string) string {
	n := id[strings.IndexAny(id, "0123456789"):]
	return top + "/" + n[0:2] + "/" + n[2:4] + "/" + n[4:6] + "/" + n[6:8] + "/" + n[8:10] + "/"
}
