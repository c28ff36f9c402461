// Package legi reads the records of LEGI, the consolidated texts of law that the
// DILA publishes: one XML file for each version of each article.
//
//	META/META_COMMUN/ID                 LEGIARTI…   ──▶ ID
//	META/META_SPEC/META_ARTICLE         NUM         ──▶ Key, with CONTEXTE/TEXTE
//	                                    ETAT, dates ──▶ State, Start, End
//	CONTEXTE/TEXTE/TM/TITRE_TM          headings    ──▶ Titles
//	BLOC_TEXTUEL/CONTENU                <p>, <br/>  ──▶ Text
//	LIENS/LIEN                          concordances──▶ Moves
//
// A key is that of the code (its LEGITEXT in the table of codes, or else the slug
// of its title) or of the act (nature and number), with the number of the article
// as package cite writes it. SECTION_TA, TEXTELR, TEXTE_VERSION and articles of
// other texts are recognised and set aside (record.ErrNoArticle). What is odd in an
// article that is read all the same is told beside it.
package legi
