package law

import (
	"embed"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed *.tsv subjects subdivisions renumberings-more
var files embed.FS

func (c *Catalogue) loadCodes() error {
	rows, err := table.ReadFile(files, "codes.tsv", "slug", "title", "legitext", "state", "start", "end", "names", "abbr")
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
func (c *Catalogue) code(r table.Row) error {
	key, err := keyOf(r, "slug")
	if err != nil {
		return err
	}
	code := Code{Slug: string(key), Title: r.Get("title"), Legitext: r.Get("legitext"), InForce: r.Get("state") == "VIGUEUR"}
	if key.Family() != corpus.CodeArticle || corpus.Slug(code.Title) != code.Slug {
		return r.Errorf("the slug is not that of the title %q", code.Title)
	}
	if _, twice := c.codeBySlug[code.Slug]; twice {
		return r.Errorf("%s comes twice", code.Slug)
	}
	if code.Start, err = dateOf(r, "start"); err != nil {
		return err
	}
	if code.End, err = dateOf(r, "end"); err != nil {
		return err
	}
	for _, v := range variants(code.Title) {
		if _, known := c.Lookup(v); !known {
			if err := c.name(r, v, Name{Instrument: key}); err != nil {
				return err
			}
		}
	}
	for _, name := range append([]string{code.Title}, r.List("names")...) {
		if err := c.name(r, name, Name{Instrument: key}); err != nil {
			return err
		}
	}
	for _, abbr := range r.List("abbr") {
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
	rows, err := table.ReadFile(files, "statutes.tsv", "key", "date", "label", "names")
	if err != nil {
		return err
	}
	for _, r := range rows {
		key, err := keyOf(r, "key")
		if err != nil {
			return err
		}
		day, err := dateOf(r, "date")
		if err != nil {
			return err
		}
		if _, twice := c.statutes[key]; twice {
			return r.Errorf("%s comes twice", key)
		}
		c.statutes[key] = Statute{Key: key, Date: day, Label: r.Get("label")}
		c.dated(key, day)
		for _, name := range r.List("names") {
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
	rows, err := table.ReadFile(files, "treaties.tsv", "key", "label", "short", "names", "whole")
	if err != nil {
		return err
	}
	for _, r := range rows {
		key, err := keyOf(r, "key")
		if err != nil {
			return err
		}
		t := treaty{key: key, label: r.Get("label"), short: r.Get("short"), whole: r.Get("whole") == "yes"}
		c.treaties[key] = t
		for _, name := range r.List("names") {
			if err := c.name(r, name, Name{Instrument: key, Whole: t.whole}); err != nil {
				return err
			}
		}
	}
	return nil
}

// loadCourts enters the names of the courts, and the places.
func (c *Catalogue) loadCourts() error {
	for _, n := range c.courts.Names(court.Citation) {
		if err := c.enter(n.Printed, Name{Court: n.Kind, WeakCourt: n.Style}); err != nil {
			return err
		}
	}
	for printed, short := range c.courts.CitedChambers() {
		if _, err := c.chamberLex.Add(fold.New(printed).Folded, len(c.chambers)); err != nil {
			return err
		}
		c.chambers = append(c.chambers, short)
	}
	c.places = c.courts.Places()
	for i, place := range c.places {
		if _, err := c.placeLex.Add(fold.New(place).Folded, i); err != nil {
			return err
		}
	}
	return nil
}

func (c *Catalogue) loadForeign() error {
	rows, err := table.ReadFile(files, "foreign.tsv", "word", "example")
	if err != nil {
		return err
	}
	for i, r := range rows {
		if _, err := c.foreignLex.Add(r.Get("word"), i); err != nil {
			return r.Errorf("%w", err)
		}
		if !strings.Contains(fold.New(r.Get("example")).Folded, r.Get("word")) {
			return r.Errorf("the example does not show the word")
		}
	}
	return nil
}
