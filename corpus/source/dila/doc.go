// Package dila reads decisions in the XML of the DILA: those of the judicial
// courts (datasets CASS, INCA, CAPP: root TEXTE_JURI_JUDI), of the administrative
// courts (JADE: TEXTE_JURI_ADMIN) and of the Conseil constitutionnel (CONSTIT:
// TEXTE_JURI_CONSTIT), and the deliberations of the CNIL (TEXTE_CNIL).
//
//	META/META_COMMUN/ID            JURITEXT…      ──▶ Source.ID, URL
//	META/META_SPEC/META_JURI/…     title, date    ──▶ Official
//	META/META_SPEC/META_JURI_JUDI  numbers, ECLI  ──▶ Official  (also _ADMIN, _CONSTIT, META_CNIL)
//	TEXTE/BLOC_TEXTUEL/CONTENU     <br/> and <p>  ──▶ Text
//	TEXTE/SOMMAIRE, CITATION_JP, LIENS            ──▶ summaries, rapprochements, visa
//
// Lists of suppressions are recognised and set aside. Names of judges and counsel are not kept, nor what the parties
// wrote to the Conseil constitutionnel (SAISINES, OBSERVATIONS). Unknown elements
// are ignored.
package dila
