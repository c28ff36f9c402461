// Package prose puts the text of every source into one form: valid UTF-8 in
// normal form C, lines that end in \n, no control character but \n and \t.
//
//	"arre\u0302t \r\n\r\n\x00"  ──Clean──▶  "arrêt\n\n "
//
// Offsets into the text before can be carried over to the text after, so that
// the zones of a source still cut where they did. Builder turns marked-up text
// into lines. No word is ever changed, added or dropped.
package prose
