package legi

import (
	"encoding/xml"
	"strings"

	"github.com/attendu/attendu/corpus/source/markup"
)

// fields is what is collected from a record of an article.
type fields struct {
	reader               *Reader
	id, num, state       string
	start, end           string
	cid, nature, number  string // of the text: LEGITEXT, "CODE", "58-346"
	signed, title, titre string // day of its signature, its title, its LEGITEXT by its title
	levels               [][]heading
	body                 []string
	links                []link
}

// heading is one wording of a heading, and when it was in force.
type heading struct{ start, end, text string }

// link is a concordance as its attributes give it.
type link struct {
	typ    string
	source bool // the record is its source
	id     string
	cid    string
	nature string
	number string // of the act
	num    string // of the article
}

// begin looks at an element within parent and, if it is one to keep, says what
// becomes of its text.
func (f *fields) begin(parent string, t xml.StartElement) func(text string) {
	switch name := t.Name.Local; {
	case parent == "META_COMMUN" && name == "ID":
		return into(&f.id)
	case parent == "META_ARTICLE":
		return f.meta(name)
	case parent == "CONTEXTE" && name == "TEXTE":
		f.cid, f.nature, f.number = markup.Attr(t, "cid"), markup.Attr(t, "nature"), markup.Attr(t, "num")
		f.signed = markup.Attr(t, "date_signature")
	case parent == "TEXTE" && name == "TITRE_TXT":
		f.titre = markup.Attr(t, "id_txt")
		return into(&f.title)
	case name == "TM":
		f.levels = append(f.levels, nil)
	case parent == "TM" && name == "TITRE_TM":
		h := heading{start: markup.Attr(t, "debut"), end: markup.Attr(t, "fin")}
		return func(s string) { f.heading(h, s) }
	case parent == "BLOC_TEXTUEL" && name == "CONTENU":
		return func(s string) { f.body = append(f.body, s) }
	case parent == "LIENS" && name == "LIEN":
		f.link(t)
	}
	return nil
}

// into keeps the first text that is not empty.
func into(to *string) func(string) {
	return func(s string) {
		if *to == "" {
			*to = markup.Line(s)
		}
	}
}

func (f *fields) meta(name string) func(string) {
	switch name {
	case "NUM":
		return into(&f.num)
	case "ETAT":
		return into(&f.state)
	case "DATE_DEBUT":
		return into(&f.start)
	case "DATE_FIN":
		return into(&f.end)
	}
	return nil
}

// heading enters a wording of the innermost heading so far.
func (f *fields) heading(h heading, text string) {
	h.text = strings.TrimRight(markup.Line(text), " .")
	if n := len(f.levels); n > 0 && h.text != "" {
		f.levels[n-1] = append(f.levels[n-1], h)
	}
}

// titles are the headings as they stood on a day (ISO), outermost first. A level
// none of whose wordings was in force then gives its last one.
func (f *fields) titles(day string) []string {
	out := []string{}
	for _, level := range f.levels {
		if len(level) == 0 {
			continue
		}
		best := level[len(level)-1]
		for _, h := range level {
			if h.start <= day && day < h.end {
				best = h
				break
			}
		}
		out = append(out, best.text)
	}
	return out
}

// link keeps a link if its type carries a rule.
func (f *fields) link(t xml.StartElement) {
	typ := markup.Attr(t, "typelien")
	if _, ok := f.reader.links[typ]; !ok {
		return
	}
	f.links = append(f.links, link{typ: typ, source: markup.Attr(t, "sens") != "cible",
		id: markup.Attr(t, "id"), cid: markup.Attr(t, "cidtexte"), nature: markup.Attr(t, "naturetexte"),
		number: markup.Attr(t, "numtexte"), num: markup.Attr(t, "num")})
}
