// Package source reads files into documents: official XML and JSON, web pages,
// Word and PDF documents and plain text, alone or in archives, recognised by their content.
//
//	paths ──Walk──▶ Record{Doc: JURITEXT…}          DILA XML
//	                Record{Doc: …, Path: "a.jsonl#3"}  Judilibre
//	                Record{Doc: …, Path: "feed.tar.gz!a.xml"}
//	                Record{Err: not a decision: LEGI article …}
//
//	record      what all readers share            dila       JURI, ADMIN, CONSTIT, CNIL; legi articles of law
//	prose       the one form of a text            justadmin  open data of the administrative courts
//	markup      texts of the elements of XML      judilibre  API of the Cour de cassation
//	archive     zip, tar, gzip, zstd, nested      page       web pages
//	sourcetest  what every reader must pass       docx, pdf  Word documents, PDFs with text
//	                                              plain      UTF-8 or windows-1252
//
// Its texts are valid UTF-8 in normal form C with lines that end in \n, and keep
// every word. It unpacks nothing to disk, fetches nothing, and reads nothing out
// of a text: that is the work of package extract.
package source
