// Package docx reads the text of Word documents (Office Open XML, ECMA-376 and
// ISO/IEC 29500-1, WordprocessingML).
//
//	word/document.xml  <w:p>…Vu l'article 1240</w:p>  ──▶  "Vu l'article 1240\n"
//
// A paragraph is a line; an empty paragraph, or space set between paragraphs,
// is an empty line, as it is on the page. Tabs and line breaks stay. The cells of
// a row stand on one line, parted by tabs, unless one holds several paragraphs.
// Numbers that Word writes itself ("Article 1er", "2.1") are written; the sign of
// a bullet is "-". A text box is read once, before the paragraph that carries it.
// The text of page headers comes first and that of footers last, each line once
// and only if the document does not say it anyway; notes follow the text, with
// "(1)" at both ends.
//
// Not read: what a tracked change deletes or moves away, hidden text, comments,
// the instructions of fields (their results are), page numbers, pictures. Every
// part is unpacked only as far as the limit of one text allows, all parts
// together. A document that is encrypted is no zip, and package plain names it.
package docx
