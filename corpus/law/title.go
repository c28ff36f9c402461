package law

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
)

// Title writes a key as French lawyers do: "article 1382 du code civil",
// "article 32 de la loi n° 78-17", "article 6 de la CESDH", "tribunal de grande
// instance de Laval, 4 octobre 2016". A key that is not sound is returned as it
// is.
func (c *Catalogue) Title(key corpus.Key) string {
	p, err := key.Parts()
	switch {
	case err != nil:
		return string(key)
	case p.Family == corpus.CaseLaw:
		return c.decision(p, corpus.Court{Kind: corpus.CourtKind(p.Head), Place: c.courts.Place(p.Place)}.Name())
	case p.Article == "":
		return c.label(p)
	case p.Head == "preambule-1946":
		return "alinéa " + p.Article + " " + of(c.label(p))
	}
	return "article " + Article(p.Article) + " " + of(c.label(p))
}

// Short writes a key as briefly as reviews do: "C. civ., art. 1382", "CPC, art.
// 809", "TGI Laval, 4 octobre 2016". It falls back to the Title.
func (c *Catalogue) Short(key corpus.Key) string {
	p, err := key.Parts()
	if err != nil {
		return string(key)
	}
	if p.Family == corpus.CaseLaw {
		name := c.courts.Short(corpus.CourtKind(p.Head))
		if place := c.courts.Place(p.Place); place != "" {
			name += " " + place
		}
		return c.decision(p, name)
	}
	name := c.abbreviation(p)
	if name == "" {
		return c.Title(key)
	}
	if p.Article == "" {
		return name
	}
	return name + ", art. " + Article(p.Article)
}

// abbreviation is the short name of an instrument, "" when it has none.
func (c *Catalogue) abbreviation(p corpus.Parts) string {
	if code, ok := c.Code(p.Head); ok {
		if len(code.Abbreviations) > 0 {
			return code.Abbreviations[0]
		}
		return ""
	}
	instrument := instrumentOf(p)
	if t, ok := c.treaties[instrument]; ok {
		return t.short
	}
	if rest, ok := strings.CutPrefix(p.Head, "cesdh-p"); ok {
		return "CESDH, prot. " + rest
	}
	if p.Head == "loi" {
		return "L. " + actNumber(p.ID)
	}
	return ""
}

// label names a whole instrument with its definite article.
func (c *Catalogue) label(p corpus.Parts) string {
	if code, ok := c.Code(p.Head); ok {
		r, n := utf8.DecodeRuneInString(code.Title)
		return "le " + string(unicode.ToLower(r)) + code.Title[n:]
	}
	instrument := instrumentOf(p)
	if s, ok := c.statutes[instrument]; ok {
		return s.Label
	}
	if t, ok := c.treaties[instrument]; ok {
		return t.label
	}
	switch p.Head {
	case "loi":
		return "la loi " + actNumber(p.ID)
	case "ordonnance", "arrete":
		return "l'" + strings.Replace(p.Head, "arrete", "arrêté", 1) + " " + actNumber(p.ID)
	case "decret":
		return "le décret " + actNumber(p.ID)
	case "reglement":
		return "le règlement " + strings.Replace(actNumber(p.ID), "-", "/", 1)
	case "directive":
		return "la directive " + strings.Replace(p.ID, "-", "/", 1)
	case "decision-cadre":
		return "la décision-cadre " + strings.Replace(p.ID, "-", "/", 1)
	case "convention":
		return "la convention " + words(p.ID)
	case "convention-collective":
		return "la convention collective " + words(p.ID)
	}
	if rest, ok := strings.CutPrefix(p.Head, "cesdh-p"); ok {
		return "le protocole n° " + rest + " à la CESDH"
	}
	return "le " + words(p.Head)
}

// instrumentOf is the key without the article.
func instrumentOf(p corpus.Parts) corpus.Key {
	p.Article = ""
	return p.Key()
}

// decision adds the number or the day to the name of the court.
func (c *Catalogue) decision(p corpus.Parts, name string) string {
	switch p.Head {
	case "ecli":
		return "ECLI:" + p.ID
	case "texte":
		return "décision " + p.ID
	}
	s := name
	if chamber := c.courts.ChamberInKey(p.Chamber); chamber != "" {
		s += " " + chamber
	}
	if d, err := corpus.ParseDate(p.ID); err == nil {
		s += ", " + d.Long()
	} else {
		s += ", n° " + DecisionNumber(p)
	}
	if p.At != "" {
		s += ", " + p.At.Long()
	}
	return s
}

// DecisionNumber writes the number in the key of a decision as its court does: "17-21.434",
// "18/04366", "2018-761 DC", "C-131/12".
func DecisionNumber(p corpus.Parts) string {
	kind := corpus.CourtKind(p.Head)
	switch {
	case kind == corpus.Cass:
		return court.Number(kind, p.ID)
	case kind == corpus.CC:
		if i := strings.LastIndexByte(p.ID, '-'); i > 0 {
			return p.ID[:i] + " " + p.ID[i+1:]
		}
	case kind == corpus.CEDH:
		return strings.Replace(p.ID, "-", "/", 1)
	case kind == corpus.CJUE:
		if i := strings.LastIndexByte(p.ID, '-'); i > 0 {
			return p.ID[:i] + "/" + p.ID[i+1:]
		}
	case kind.HasPlace() && kind != corpus.TA && strings.Count(p.ID, "-") == 1:
		return strings.Replace(p.ID, "-", "/", 1)
	}
	return p.ID
}

// actNumber writes "n° 78-17", or "du 29 juillet 1881" for a day.
func actNumber(id string) string {
	if d, err := corpus.ParseDate(id); err == nil {
		return "du " + d.Long()
	}
	return "n° " + id
}

func words(slug string) string { return strings.ReplaceAll(slug, "-", " ") }

// of joins a definite article to de: "du code", "de la loi", "de l'ordonnance".
func of(label string) string {
	if rest, ok := strings.CutPrefix(label, "le "); ok {
		return "du " + rest
	}
	return "de " + label
}

// Article writes the article of a key as it is printed: "L. 1235-3", "R.*
// 421-1", "39 bis A".
func Article(a string) string {
	n := 0
	for n < len(a) && (a[n] >= 'A' && a[n] <= 'Z' || a[n] == '*') {
		n++
	}
	letters := strings.TrimRight(a[:n], "*")
	if letters != "" && n < len(a) && a[n] >= '0' && a[n] <= '9' {
		dotted := letters + "."
		if len(letters) == 2 {
			dotted = letters[:1] + "." + letters[1:] + "."
		}
		return dotted + a[len(letters):n] + " " + Article(a[n:])
	}
	b := []byte(a)
	for i, c := range b {
		if c == '-' && i+1 < len(b) && (b[i+1] < '0' || b[i+1] > '9') {
			b[i] = ' '
		}
	}
	return string(b)
}
