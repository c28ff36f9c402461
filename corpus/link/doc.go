// Package link knows where on the public web a cited text can be looked up, from
// its key alone.
//
//	code-civil/1240     ─▶  Légifrance, search for "1240 code civil"
//	reglement/2016-679  ─▶  EUR-Lex, CELEX 32016R0679      a permanent address
//	cass/17-21434       ─▶  Judilibre, search for "17-21.434"
//
// A key holds no LEGIARTI or JURITEXT identifier, so that most links are searches,
// and say so. The addresses are links.tsv. Where the number is not known, two
// readings of it are possible, or no public site has the texts, there is no link:
// none is better than one that leads elsewhere. It does no I/O, and does not know
// whether a text exists.
package link
