// Package justadmin reads the open data of the administrative courts: one XML
// file for each decision of the Conseil d'État, the cours administratives d'appel
// and the tribunaux administratifs (root Document, monthly zip archives).
//
//	Donnees_Techniques   Identification, Date_Mise_Jour   ──▶ Source.ID, Issued
//	Dossier              court, numbers, day, publication ──▶ Official
//	Audience             Formation_Jugement               ──▶ Official
//	Decision             Texte_Integral, <br/> and <p>    ──▶ Text
//
// The id is the code of the court before the Identification, for the numbers of
// tribunals collide: "TA95-ORTA_2520143_20251205". A decision that comes again
// with a later Date_Mise_Jour has the same id, and replaces itself. The name of
// counsel is not kept. Unknown elements are ignored.
package justadmin
