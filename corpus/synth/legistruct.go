package synth

// sectionXML writes a section of a code: a document with the root SECTION_TA,
// with the articles of a chapter, or the sections below a livre or titre.
func (w *dilaWriter) sectionXML(l *Legi, c *legiCode, chapter, level int) {
	titles := l.titles(c, chapter)[:level+1]
	w.words("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<SECTION_TA>\n")
	w.value("ID", titles[level].id)
	w.value("TITRE_TA", titles[level].name)
	w.words("<STRUCTURE_TA>\n")
	if level == chapitre {
		for i := chapter * perChapter; i < min((chapter+1)*perChapter, c.ordinary); i++ {
			a := l.article(c, len(c.renumbered)+i)
			for v := range a.versions {
				w.articleLink(a, v)
			}
		}
	} else {
		for next := chapter; next < min(chapter+spans[level], c.chapters()); next += spans[level+1] {
			w.sectionLink(c, c.section(next, level+1), l.heading(c, next, level+1), level+2)
		}
	}
	w.words("</STRUCTURE_TA>\n")
	w.context(c, titles[:level])
	w.words("</SECTION_TA>\n")
}

// ruleXML writes the section of a renumbered rule.
func (w *dilaWriter) ruleXML(l *Legi, c *legiCode, b borne) {
	w.words("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<SECTION_TA>\n")
	w.value("ID", ruleSection(b.row))
	w.value("TITRE_TA", b.title)
	w.words("<STRUCTURE_TA>\n")
	for as := range 1 + len(b.to) {
		at, v := c.rule(b.row, as)
		w.articleLink(l.article(c, at), v)
	}
	w.words("</STRUCTURE_TA>\n")
	w.context(c, nil)
	w.words("</SECTION_TA>\n")
}

// sectionLink writes LIEN_SECTION_TA.
func (w *dilaWriter) sectionLink(c *legiCode, id, name string, level int) {
	state := "VIGUEUR"
	if !c.InForce {
		state = "ABROGE"
	}
	w.words(`<LIEN_SECTION_TA cid="`, id, `" debut="`, string(c.start.iso()), `" etat="`, state, `" fin="`, string(c.end.iso()),
		`" id="`, id, `" niv="`, digits(level, 1), `" url="/`, legiFolder("LEGI/SCTA", id), id, `.xml">`)
	escape.WriteString(w, name)
	w.words("</LIEN_SECTION_TA>\n")
}

// chronicle writes META_TEXTE_CHRONICLE of a code.
func (w *dilaWriter) chronicle(c *legiCode) {
	w.words("<META_SPEC>\n<META_TEXTE_CHRONICLE>\n")
	w.value("CID", c.Legitext)
	w.value("NUM", "")
	w.value("NUM_SEQUENCE", "0")
	w.value("NOR", "")
	w.value("DATE_PUBLI", "2999-01-01")
	w.value("DATE_TEXTE", "2999-01-01")
	w.value("DERNIERE_MODIFICATION", string(min(c.end, newDay(2025, 12, 1)).iso()))
	w.words("<VERSIONS_A_VENIR/>\n<ORIGINE_PUBLI/>\n")
	w.value("PAGE_DEB_PUBLI", "0")
	w.value("PAGE_FIN_PUBLI", "0")
	w.words("</META_TEXTE_CHRONICLE>\n")
}

// codeXML writes the head of a code: a document with the root TEXTE_VERSION.
func (w *dilaWriter) codeXML(c *legiCode) {
	w.words("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEXTE_VERSION>\n<META>\n")
	w.common(c.Legitext, "texte/version/"+legiFolder("LEGI/TEXT", c.Legitext), "CODE")
	w.chronicle(c)
	w.words("<META_TEXTE_VERSION>\n")
	w.value("TITRE", c.Title)
	w.value("TITREFULL", c.Title)
	state := "VIGUEUR"
	if !c.InForce {
		state = "ABROGE"
	}
	w.value("ETAT", state)
	w.value("DATE_DEBUT", string(c.start.iso()))
	w.value("DATE_FIN", string(c.end.iso()))
	w.words("<AUTORITE/>\n<MINISTERE/>\n</META_TEXTE_VERSION>\n</META_SPEC>\n</META>\n")
	for _, part := range []string{"VISAS", "SIGNATAIRES", "TP", "NOTA", "ABRO", "RECT"} {
		w.words("<", part, ">\n<CONTENU/>\n</", part, ">\n")
	}
	w.words("</TEXTE_VERSION>\n")
}

// structXML writes the plan of a code: a document with the root TEXTELR.
func (w *dilaWriter) structXML(l *Legi, c *legiCode) {
	w.words("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEXTELR>\n<META>\n")
	w.common(c.Legitext, "texte/struct/"+legiFolder("LEGI/TEXT", c.Legitext), "CODE")
	w.chronicle(c)
	w.words("</META_SPEC>\n</META>\n<VERSIONS>\n<VERSION etat=\"\">\n", `<LIEN_TXT debut="`, string(c.start.iso()), `" fin="`, string(c.end.iso()),
		`" id="`, c.Legitext, `" num=""/>`, "\n</VERSION>\n</VERSIONS>\n<STRUCT>\n")
	for _, b := range c.rules() {
		w.sectionLink(c, ruleSection(b.row), b.title, 1)
	}
	for chapter := 0; chapter < c.chapters(); chapter += spans[livre] {
		w.sectionLink(c, c.section(chapter, livre), l.heading(c, chapter, livre), 1)
	}
	w.words("</STRUCT>\n</TEXTELR>\n")
}
