package law

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

func (c *Catalogue) loadCodes() error {
	rows, err := readTable("codes.tsv", "slug", "title", "legitext", "state", "start", "end", "names", "abbr")
	if err != nil {
		return err
	}
	for _, r := range rows {
		if err := c.code(r); err != nil {
			return err
		}
	}
	return nil
}

// code reads one code and enters its names.
func (c *Catalogue) code(r row) error {
	key, err := r.key("slug")
	if err != nil {
		return err
	}
	code := Code{Slug: string(key), Title: r.get("title"), Legitext: r.get("legitext"), InForce: r.get("state") == "VIGUEUR"}
	if key.Family() != corpus.CodeArticle || corpus.Slug(code.Title) != code.Slug {
		return r.errorf("the slug is not that of the title %q", code.Title)
	}
	if _, twice := c.codeBySlug[code.Slug]; twice {
		return r.errorf("%s comes twice", code.Slug)
	}
	if code.Start, err = r.date("start"); err != nil {
		return err
	}
	if code.End, err = r.date("end"); err != nil {
		return err
	}
	for _, v := range variants(code.Title) {
		if _, known := c.Lookup(v); !known {
			if err := c.name(r, v, Name{Instrument: key}); err != nil {
				return err
			}
		}
	}
	for _, name := range append([]string{code.Title}, r.list("names")...) {
		if err := c.name(r, name, Name{Instrument: key}); err != nil {
			return err
		}
	}
	for _, abbr := range r.list("abbr") {
		if err := c.name(r, abbr, Name{Instrument: key}); err != nil {
			return err
		}
		code.Abbreviations = append(code.Abbreviations, strings.TrimSuffix(abbr, "?"))
	}
	c.codeBySlug[code.Slug] = len(c.codes)
	c.codes = append(c.codes, code)
	return nil
}

// variants are the slips in the small words of a title: "code procédure
// civile", "code de la procédure civile", "code du commerce".
func variants(title string) []string {
	for _, of := range []string{"Code de la ", "Code de l'", "Code du ", "Code des ", "Code de "} {
		if rest, ok := strings.CutPrefix(title, of); ok {
			return []string{"code " + rest, "code de " + rest, "code de la " + rest, "code de l'" + rest, "code du " + rest, "code des " + rest}
		}
	}
	return nil
}

func (c *Catalogue) loadStatutes() error {
	rows, err := readTable("statutes.tsv", "key", "date", "label", "names")
	if err != nil {
		return err
	}
	for _, r := range rows {
		key, err := r.key("key")
		if err != nil {
			return err
		}
		day, err := r.date("date")
		if err != nil {
			return err
		}
		if _, twice := c.statutes[key]; twice {
			return r.errorf("%s comes twice", key)
		}
		c.statutes[key] = Statute{Key: key, Date: day, Label: r.get("label")}
		c.dated(key, day)
		for _, name := range r.list("names") {
			if err := c.name(r, name, Name{Instrument: key, Whole: true}); err != nil {
				return err
			}
		}
	}
	for k, v := range c.byDate {
		if v == "" {
			delete(c.byDate, k)
		}
	}
	return nil
}

// dated notes that the date of a statute names it. A day on which two known
// statutes of one kind were made names neither.
func (c *Catalogue) dated(key corpus.Key, day corpus.Date) {
	p, err := key.Parts()
	if err != nil || day == "" || p.ID == string(day) {
		return
	}
	alias := corpus.Key(p.Head + "/" + string(day))
	if _, twice := c.byDate[alias]; twice {
		key = ""
	}
	c.byDate[alias] = key
}

func (c *Catalogue) loadTreaties() error {
	rows, err := readTable("treaties.tsv", "key", "label", "short", "names", "whole")
	if err != nil {
		return err
	}
	for _, r := range rows {
		key, err := r.key("key")
		if err != nil {
			return err
		}
		t := treaty{key: key, label: r.get("label"), short: r.get("short"), whole: r.get("whole") == "yes"}
		c.treaties[key] = t
		for _, name := range r.list("names") {
			if err := c.name(r, name, Name{Instrument: key, Whole: t.whole}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *Catalogue) loadCourts() error {
	rows, err := readTable("courts.tsv", "kind", "short", "names")
	if err != nil {
		return err
	}
	for _, r := range rows {
		kind := corpus.CourtKind(r.get("kind"))
		if !kind.Known() {
			return r.errorf("unknown kind %q", kind)
		}
		c.courtShort[kind] = r.get("short")
		for _, name := range r.list("names") {
			if err := c.name(r, name, Name{Court: kind}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *Catalogue) loadPlaces() error {
	rows, err := readTable("places.tsv", "place")
	if err != nil {
		return err
	}
	for _, r := range rows {
		place := r.get("place")
		had, err := c.placeLex.Add(fold.New(place).Folded, len(c.places))
		if err != nil {
			return r.errorf("%w", err)
		}
		if had >= 0 {
			return r.errorf("%q comes twice", place)
		}
		c.places = append(c.places, place)
		c.placeBy[corpus.Slug(place)] = place
	}
	return nil
}

func (c *Catalogue) loadForeign() error {
	rows, err := readTable("foreign.tsv", "word", "example")
	if err != nil {
		return err
	}
	for i, r := range rows {
		if _, err := c.foreignLex.Add(r.get("word"), i); err != nil {
			return r.errorf("%w", err)
		}
		if !strings.Contains(fold.New(r.get("example")).Folded, r.get("word")) {
			return r.errorf("the example does not show the word")
		}
	}
	return nil
}
