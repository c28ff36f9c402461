package synth

import (
	"strings"
)

// inAttribute makes text fit for an attribute.
var inAttribute = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// attribute writes an attribute, after a blank.
func (w *dilaWriter) attribute(name, s string) {
	w.words(" ", name, `="`)
	inAttribute.WriteString(w, s)
	w.words(`"`)
}

// common writes META_COMMUN of a document of LEGI.
func (w *dilaWriter) common(id, url, nature string) {
	w.words("<META_COMMUN>\n")
	w.value("ID", id)
	w.value("ANCIEN_ID", "")
	w.value("ORIGINE", "LEGI")
	w.value("URL", url+id+".xml")
	w.value("NATURE", nature)
	w.words("</META_COMMUN>\n")
}

// articleXML writes version v of an article: a document with the root ARTICLE.
func (w *dilaWriter) articleXML(a *legiArticle, v int) {
	x := a.version(v)
	w.words("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ARTICLE>\n<META>\n")
	w.common(x.id, "article/"+legiFolder("LEGI/ARTI", x.id), "Article")
	w.words("<META_SPEC>\n<META_ARTICLE>\n")
	w.value("NUM", x.num)
	w.value("ETAT", x.state)
	w.value("DATE_DEBUT", string(x.start.iso()))
	w.value("DATE_FIN", string(x.end.iso()))
	w.value("TYPE", "AUTONOME")
	w.words("</META_ARTICLE>\n</META_SPEC>\n</META>\n")
	w.context(a.code, x.titles)
	w.words("<VERSIONS>\n")
	for n := range a.versions {
		w.words(`<VERSION etat="`, a.life.states[n], "\">\n")
		w.articleLink(a, n)
		w.words("</VERSION>\n")
	}
	w.words("</VERSIONS>\n<NOTA>\n<CONTENU/>\n</NOTA>\n<BLOC_TEXTUEL>\n<CONTENU>\n")
	w.paragraphs(x.text, a.place%3 == 0)
	w.words("</CONTENU>\n</BLOC_TEXTUEL>\n<LIENS>\n")
	for _, k := range x.links {
		w.link(a.code, k)
	}
	w.words("</LIENS>\n</ARTICLE>\n")
}

// paragraphs writes the text of an article in the one or the other way of LEGI.
func (w *dilaWriter) paragraphs(text string, breaks bool) {
	open, shut := "<p>", "</p>\n"
	if breaks {
		open, shut = "<br/>   ", "<br/>\n"
	}
	for p := range strings.SplitSeq(text, "\n") {
		w.words(open)
		escape.WriteString(w, p)
		w.words(shut)
	}
}

// context writes the headings above an article or a section.
func (w *dilaWriter) context(c *legiCode, titles []legiTitle) {
	w.words("<CONTEXTE>\n<TEXTE", ` autorite="" cid="`, c.Legitext, `" date_publi="2999-01-01" date_signature="2999-01-01" ministere="" nature="CODE" nor="" num="">`, "\n<TITRE_TXT")
	w.attribute("c_titre_court", c.Title)
	w.words(` debut="`, string(c.start.iso()), `" fin="`, string(c.end.iso()), `" id_txt="`, c.Legitext, `">`)
	escape.WriteString(w, c.Title)
	w.words("</TITRE_TXT>\n")
	for _, t := range titles {
		w.words("<TM>\n", `<TITRE_TM debut="`, string(c.start.iso()), `" fin="`, string(c.end.iso()), `" id="`, t.id, `">`)
		escape.WriteString(w, t.name)
		w.words("</TITRE_TM>\n")
	}
	for range titles {
		w.words("</TM>\n")
	}
	w.words("</TEXTE>\n</CONTEXTE>\n")
}

// articleLink writes LIEN_ART for version v of an article.
func (w *dilaWriter) articleLink(a *legiArticle, v int) {
	w.words(`<LIEN_ART debut="`, string(a.life.starts[v].iso()), `" etat="`, a.life.states[v], `" fin="`, string(a.life.ends[v].iso()),
		`" id="`, a.code.id(a.place, v), `" num="`, a.num, "\" origine=\"LEGI\"/>\n")
}

// link writes a LIEN.
func (w *dilaWriter) link(c *legiCode, k legiLink) {
	cid, signed, nature, number := c.Legitext, "2999-01-01", "CODE", ""
	label := c.Title + " - art. " + k.num
	if k.act != nil {
		cid, signed, nature, number = k.act.id, string(k.act.day.iso()), k.act.nature, k.act.number
		label = nature + " n°" + number + " du " + string(k.act.day.long(nil)) + " - art. " + k.num
	}
	sens := "cible"
	if k.source {
		sens = "source"
	}
	w.words(`<LIEN cidtexte="`, cid, `" datesignatexte="`, signed, `" id="`, k.id, `" naturetexte="`, nature, `" nortexte="" num="`, k.num,
		`" numtexte="`, number, `" sens="`, sens, `" typelien="`, k.kind, `">`)
	escape.WriteString(w, label)
	w.words(" (", k.state, ")</LIEN>\n")
}
