package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// nounClass tells what an anaphoric noun points back to.
func nounClass(w string) string {
	switch w {
	case "code":
		return "code"
	case "loi", "ordonnance", "decret", "arrete", "reglement", "directive", "texte":
		return w
	case "convention", "traite", "charte", "pacte":
		return w
	case "declaration":
		return "ddhc"
	case "livre":
		return "code"
	case "accord", "avenant":
		return "convention-collective"
	}
	return ""
}

// anaphora reads a reference to an instrument named before: "du même code", "dudit
// code", "de ce code", "du code précité", "de la loi", "du règlement". i is
// where its preposition stands, k where its noun may.
func (r *reader) anaphora(i, k int) (instrument, bool) {
	strong := false
	switch r.word(i) {
	case "dudit":
		strong = true
	case "de":
		j := r.blank(i + 2)
		if e, ok := r.lit(j, "ladite", "ledit", "ce", "cette", "cet"); ok {
			if k, strong = r.blank(e), true; r.word(k) == "dernier" {
				k = r.blank(k + len("dernier"))
			}
		}
		if r.at(j) == 'l' && r.at(j+1) == '\'' {
			k = j + 2
		}
	}
	same := r.word(k) == "meme"
	if e, ok := r.lit(k, "meme", "dite", "dit"); ok {
		k, strong = r.blank(e), true
	}
	w := r.word(k)
	class := nounClass(w)
	if e := r.framework(k); e > k { // a framework decision: other decisions have no articles
		w, class = r.s[k:e], "decision-cadre"
	}
	if class == "" || !strong && k == i {
		return instrument{}, false
	}
	if strong {
		if in, ok := r.known(k, true); ok && in.end > k+len(w) {
			return in, true // "dudit code de l'urbanisme"
		}
	}
	end, loose := k+len(w), false
	if e, ok := r.lit(r.blank(end), "collective"); ok && class == "convention" {
		class, end = "convention-collective", e
	}
	if in, ok := r.ofYear(k, end, class); ok {
		return in, true
	}
	if x := r.partiesOf(end); x > end && (class == "convention" || class == "traite") { // "de la convention fiscale franco-allemande précitée"
		end = x
	}
	if _, e, ok := r.phrase(namedWord, r.blank(end)); ok {
		loose = !strong
		end, strong = e, true
		if in, ok := r.act(k, true); ok { // "de la loi précitée du 24 mars 2014"
			return in, true
		}
	}
	in := instrument{start: k, end: end, back: true, loose: loose, rule: r.made.join("same-", class)}
	if e, ok := r.lit(r.any(end, ","), "soit", "savoir"); ok && strong { // "du même code, soit le code de procédure pénale"
		l, _ := r.of(r.blank(e))
		if in, ok := r.known(l, true); ok {
			return in, true
		}
	}
	if in.key = r.mem.backTo(class); same && class == "loi" && r.mem.amended.key != "" {
		in.key = r.mem.amended.key
	}
	if in.key == "" {
		return instrument{}, false
	}
	if class == "code" {
		in.key = r.outside(in.key, k)
	}
	if strong {
		return in, true
	}
	if _, ok := r.instrument(k, true); ok {
		return instrument{}, false
	}
	if _, _, ok := r.f.law.Match(r.s, k); ok || class == "texte" {
		return instrument{}, false
	}
	return in, r.closes(end)
}

// partiesOf is the end of the adjectives that tell a treaty by its parties, "fiscale
// franco-allemande"; i when they name none.
func (r *reader) partiesOf(i int) int {
	j := r.blank(i)
	if e, ok := r.lit(j, "fiscale", "fiscal", "bilaterale", "consulaire"); ok {
		j = r.blank(e)
	}
	if _, e, ok := r.phrase(treatyWord, j); ok && r.s[j:e] != "internationale" {
		if r.at(e) == '-' {
			e = r.wordEnd(e + 1)
		}
		return e
	}
	return i
}

// closes reports whether a bare "du règlement" ends there: what follows is no
// complement that makes it another text.
func (r *reader) closes(i int) bool {
	j := r.blank(i)
	switch r.word(j) {
	case "du", "de", "des", "d", "interieur", "n", "no", "relatif", "relative", "portant", "collective", "client", "source":
		return false
	}
	return !r.is(kindWord, j)
}

// memory is what the text has said so far of instruments.
type memory struct {
	last       map[string]place // by class: code, loi, …, convention; "" for any
	articles   map[string]corpus.Key
	amended    place         // the statute named before last["loi"], when that one but amended a text
	lettered   place         // last code cited with lettered articles
	plain      place         // last code cited that numbers its articles 1, 2, 3
	codeBefore corpus.Key    // code named before last["code"], another one
	pair       [2]corpus.Key // the two codes named last by their names, in their order
	oneOfTwo   bool          // one of them was named by its place, "du premier de ces codes"
	actDay     corpus.Date   // of the act named last by its day
	private    int           // where a contract or the like was last named
	privateEnd int
}

// place is an instrument and where it was last named.
type place struct {
	key corpus.Key
	at  int
}

// kindOf is the anaphoric class of an instrument.
func kindOf(key corpus.Key) string {
	head, _, _ := strings.Cut(string(key), "/")
	switch {
	case strings.HasPrefix(head, "code-") || strings.HasPrefix(head, "livre-"):
		return "code"
	case head == "tfue", head == "tue", key == "convention/tce":
		return "traite"
	case strings.HasPrefix(head, "charte-"), key == "convention/charte-sociale":
		return "charte"
	case strings.HasPrefix(string(key), "convention/pid"):
		return "pacte"
	case head == "cesdh", strings.HasPrefix(head, "cesdh-"):
		return "convention"
	}
	return head
}

// note remembers an instrument named at the position at.
func (m *memory) note(key corpus.Key, at int) {
	p := place{key: key, at: at}
	kind := kindOf(key)
	if old := m.last[kind].key; kind == "code" && old != key {
		m.codeBefore = old
	}
	m.last[kind] = p
	m.last[""] = p
}

// amending remembers the statute named before in, when in is named but as the one that
// amended it, "l'article 10-1 de la loi n° 65-557 …, dans sa rédaction issue de la loi n°
// 2014-366 …": "la même loi" is the first.
func (r *reader) amending(in instrument) {
	if kindOf(in.key) != "loi" {
		return
	}
	last := r.mem.last["loi"]
	switch {
	case !r.enacting(in.start):
		r.mem.amended = place{}
	case last.key != "" && last.key != in.key && in.start-last.at < maxClause:
		r.mem.amended = last
	}
}

// plainCode reports whether the code numbers its articles 1, 2, 3, without L.
func (r *reader) plainCode(key corpus.Key) bool {
	_, _, plain := r.f.rules.by[plainWord].at(string(key), 0)
	return plain
}

// fits reports whether the article may stand in the instrument: a code of
// lettered articles has no article 80, and the code civil no L. 80.
func (r *reader) fits(in corpus.Key, num string, lettered bool) bool {
	if lettered {
		if num[0] == 'A' && strings.IndexByte(num, '-') < 0 { // "article A 10" is one of a plan local d'urbanisme
			return false
		}
		_, _, plain := r.f.rules.by[plainWord].at(string(in), 0)
		return !plain || num[0] != 'L'
	}
	_, _, all := r.f.rules.by[letteredWord].at(string(in), 0)
	return !all || !isDigit(num[0]) || strings.IndexByte(num, '-') > 0 && isDigit(num[len(num)-1])
}

// statuteArticles is the highest number that an article of a statute is taken to
// or a treaty have where only nearness binds it: hardly one has as many, and the codes
// that bare articles belong to have more.
const statuteArticles = 358

// beyond reports whether an article is none of a statute by its number: article
// 809 after a law of twelve articles is one of a code that the text does not name.
func beyond(in corpus.Key, num string) bool {
	if f := in.Family(); f != corpus.Statute && f != corpus.EUTreaty || len(num) < 3 || !isDigit(num[0]) {
		return false
	}
	n := 0
	for i := 0; i < len(num) && isDigit(num[i]); i++ {
		n = min(10*n+int(num[i]-'0'), 1_000_000)
	}
	return n > statuteArticles
}

// fitting is the code that "du même code" means for articles that cannot stand
// in the code named last: the one named before it, when they can stand there.
func (r *reader) fitting(in instrument, items []item) instrument {
	if !in.back || len(items) == 0 || kindOf(in.key) != "code" {
		return in
	}
	it := items[len(items)-1]
	if in.loose && it.lettered {
		if code := r.kindredOf(chapters(r.mem.articles), it.num, in.key); code != "" { // "du code précité"
			in.key = code
			return in
		}
	}
	if before := r.mem.codeBefore; before != "" && !r.fits(in.key, it.num, it.lettered) && r.fits(before, it.num, it.lettered) {
		in.key = before
	}
	return in
}

// backTo is the instrument that "le même …" of the class means.
func (m *memory) backTo(class string) corpus.Key {
	switch class {
	case "texte":
		class = ""
	case "convention-collective": // an accord between employers and staff, or between States
		if a, b := m.last[class], m.last["convention"]; strings.HasPrefix(string(b.key), "convention/accord-") && b.at > a.at {
			return b.key
		}
	case "convention": // a treaty or a collective agreement, the one named last
		if a, b := m.last[class], m.last["convention-collective"]; b.key != "" && (a.key == "" || b.at > a.at) {
			return b.key
		}
	}
	return m.last[class].key
}
