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
	k, strong, same := r.pointer(i, k)
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
	if in.key = r.pointedAt(class, same, k); in.key == "" || strong {
		return in, in.key != ""
	}
	if _, ok := r.instrument(k, true); ok {
		return instrument{}, false
	}
	if _, _, ok := r.f.law.Match(r.s, k); ok || class == "texte" {
		return instrument{}, false
	}
	return in, r.closes(end)
}

// pointer reads the words that point back before a noun, "dudit", "de ce dernier", "du
// même": k is where the noun stands, strong says that there are any, same that they are
// "même". i is where the preposition stands, noun where the noun stands without them.
func (r *reader) pointer(i, noun int) (k int, strong, same bool) {
	k = noun
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
	same = r.word(k) == "meme"
	if e, ok := r.lit(k, "meme", "dite", "dit"); ok {
		k, strong = r.blank(e), true
	}
	return k, strong, same
}

// pointedAt is the instrument of a class that a noun at k points back to, "" when the text
// has named none.
func (r *reader) pointedAt(class string, same bool, k int) corpus.Key {
	key := r.mem.backTo(class)
	switch {
	case key == "":
	case same && class == "loi" && r.mem.amended.key != "":
		return r.mem.amended.key
	case class == "code":
		return r.outside(key, k)
	}
	return key
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
