// Package court knows the courts of France: how they are named, where they sit,
// and how lawyers abbreviate them.
//
// Goes in: words that name a court. Comes out: its kind and place. Goes in: a
// kind, a place in a key, a chamber. Comes out: its usual spelling.
//
//	"COUR D'APPEL D'AIX EN PROVENCE"   ──Parse──▶    ca, Aix-en-Provence
//	"TGI LAVAL"                        ──Parse──▶    tgi, Laval
//	aix-en-provence                    ──Place──▶    Aix-en-Provence
//	tcom                               ──Short──▶    T. com.
//	"CHAMBRE_COMMERCIALE"              ──Chamber──▶  com.
//	"2ème - 7ème chambres réunies"     ─Formation─▶  2e - 7e ch. réunies
//	"TA95"                             ──Code──▶     ta, Cergy-Pontoise
//
// The tables are courts.tsv, places.tsv and chambers.tsv, and for the administrative
// courts codes.tsv, formations.tsv and publications.tsv; there are no others. A name counts in headings, commentaries or citations as its row says.
// It finds no decisions: packages heading, commentary and cite do.
package court
