// Package dila reads the decisions of the judicial courts in the XML of the
// DILA (datasets CASS, INCA and CAPP: root TEXTE_JURI_JUDI).
//
//	META/META_COMMUN/ID            JURITEXT…      ──▶ Source.ID, URL
//	META/META_SPEC/META_JURI/…     title, date    ──▶ Official
//	META/META_SPEC/META_JURI_JUDI  numbers, ECLI  ──▶ Official
//	TEXTE/BLOC_TEXTUEL/CONTENU     <br/> and <p>  ──▶ Text
//	TEXTE/SOMMAIRE, CITATION_JP, LIENS            ──▶ summaries, rapprochements, visa
//
// Articles, sections and texts of LEGI and lists of suppressions are recognised
// and set aside. Names of judges and counsel are not kept. Unknown elements are
// ignored; other datasets (JADE, CONSTIT, CNIL) are refused by their root.
package dila
