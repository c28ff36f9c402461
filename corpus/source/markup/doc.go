// Package markup walks over one XML document and hands out the texts of the
// elements that a reader wants, with their markup turned into line ends.
//
//	<CONTENU>Vu la requête ;<br/>\n<br/>Vu le code ;</CONTENU>  ──▶  "Vu la requête ;\n\nVu le code ;"
//
// It knows no format: package dila and package justadmin say which elements
// count.
package markup
