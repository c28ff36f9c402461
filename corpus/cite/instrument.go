package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// instrument is the text of law that a mention names, or points back to.
type instrument struct {
	key        corpus.Key // whole instrument; "" for one that is no law
	start, end int        // folded: its own words
	date       corpus.Date
	also       []corpus.Key // other keys that the mention prints
	private    bool         // a contract, statutes of a company …
	back       bool         // points back: "du même code"
	whole      bool         // cited by itself when no article goes with it
	short      bool         // an abbreviation, as opposed to a full name
	old        bool         // "de l'ancien code civil"
	plural     bool         // one of several behind a plural: "les lois du … et du …"
	loose      bool         // "du code précité": perhaps not the one named last
	rule       string
}

// after reads the instrument that follows a list of articles: "du code civil",
// ", CPC", "de la loi n° 78-17", "du même code", "dudit code".
func (r *reader) after(i int) (instrument, bool) {
	i = r.ownAnnex(i)
	j := r.any(i, ",)\"")
	if strings.IndexByte(r.s[i:j], ')') >= 0 && !r.preposition(j) {
		return instrument{}, false
	}
	if e, ok := r.lit(j, "precite", "precites", "susvise", "susvises", "precitee", "combines", "reunis", "inclus", "inclusivement", "compris"); ok {
		j = r.any(e, ",")
	}
	k, prep := r.of(j)
	if in, ok := r.annexOfCode(k); ok && prep {
		return in, true
	}
	if prep {
		k = r.annex(k)
	} else if in, ok := r.treatyMark(j); ok && j == i+1 {
		return in, true
	}
	if in, ok := r.oneOfTwo(j); ok {
		return in, true
	}
	if in, ok := r.anaphora(j, k); ok {
		return in, true
	}
	if x, _ := r.of(j); k > x {
		if in, ok := r.annexed(k); ok {
			return in, true
		}
	}
	in, ok := r.instrument(k, true)
	if ok && !prep && in.private {
		return instrument{}, false
	}
	return in, ok
}

// treatyMark reads the letters by which the Court of Justice names a treaty
// directly after an article: "article 234 CE", "article 267 FUE", "article 6 UE".
func (r *reader) treatyMark(i int) (instrument, bool) {
	e := r.wordEnd(i)
	in := instrument{start: i, end: e, short: true, rule: "treaty-mark"}
	switch r.s[i:e] {
	case "ce", "cee":
		in.key = "convention/tce"
	case "fue":
		in.key = "tfue"
	case "ue":
		in.key = "tue"
	default:
		return in, false
	}
	if _, _, ok := r.date(r.any(e, ",")); ok || !r.capitals(i, e) || r.number(r.any(e, ",")) > r.any(e, ",") {
		return in, false // "article 5, CE, 3 mai 2012"
	}
	_, formation := r.lit(r.any(e, ",-"), "ass", "sect", "ord", "ref", "plen")
	return in, !formation
}

// ownAnnex skips the annex of an article, "(annexe II)", ", annexe I,", behind it; i when
// none follows or no instrument follows that.
func (r *reader) ownAnnex(i int) int {
	j := r.any(i, ",(")
	e, ok := r.lit(j, "annexe")
	if !ok || j == r.blank(i) {
		return i
	}
	j = r.blank(e)
	if w := r.word(j); len(w) > 4 || romanValue(w) == 0 && !isDigit(r.at(j)) {
		return i
	}
	j = r.wordEnd(j)
	k := r.any(j, ",)")
	if k == j || !r.preposition(k) {
		return i
	}
	return r.back(k)
}

// annex skips "annexe XI du" before the instrument that it belongs to.
func (r *reader) annex(i int) int {
	if e, ok := r.lit(i, "section"); ok { // "la section A de l'annexe II"
		if k, ok := r.of(r.blank(r.wordEnd(r.blank(e)))); ok && r.word(k) == "annexe" {
			i = k
		}
	}
	e, ok := r.lit(i, "annexe")
	if !ok {
		return i
	}
	if _, _, known := r.f.law.Match(r.s, i); known {
		return i
	}
	j := r.blank(e)
	if w := r.word(j); len(w) <= 4 && (romanValue(w) > 0 || isDigit(r.at(j))) {
		j = r.blank(j + len(w))
	}
	if k, ok := r.of(j); ok {
		return k
	}
	return i
}

// preposition reports whether a preposition stands at i.
func (r *reader) preposition(i int) bool { _, ok := r.of(i); return ok }

// of skips "du", "de la", "de l'", "des", "dudit", "au", "dans le" and the
// like; ok tells whether there was one.
func (r *reader) of(i int) (j int, ok bool) {
	switch w := r.word(i); w {
	case "du", "des", "au", "aux", "dudit", "desdits":
		return r.blank(i + len(w)), true
	case "de", "a", "dans", "sous":
		j = r.blank(i + len(w))
		if e, ok := r.lit(j, "la", "le", "les", "ladite", "ledit", "son", "sa", "ses", "leur", "leurs"); ok {
			return r.blank(e), true
		}
		if r.at(j) == 'l' && r.at(j+1) == '\'' {
			return r.blank(j + 2), true
		}
		return j, true
	case "d", "l":
		if r.at(i+1) == '\'' {
			return r.blank(i + 2), true
		}
	case "la", "le":
		return r.blank(i + len(w)), false
	}
	return i, false
}

// instrument reads the name of an instrument at i. beside says that it stands
// beside an article, where short and shared names count.
func (r *reader) instrument(i int, beside bool) (instrument, bool) {
	if !r.wordStart(i) {
		return instrument{}, false
	}
	r.steps++
	from := i
	i, old := r.oldName(i)
	if in, ok := r.known(i, beside); ok {
		in.old = old
		if i > from && !old && r.renewable(in.key) { // "du nouveau code minier"
			in.key += "-nouveau"
		}
		return in, true
	}
	if in, ok := r.unnamed(i, beside); ok {
		return in, true
	}
	if beside {
		if _, e, ok := r.f.rules.private.at(r.s, i); ok {
			return instrument{start: i, end: e, private: true}, true
		}
		if w := r.word(i); w == "code" {
			if in, ok := r.misspelt(i); ok {
				return in, true
			}
			return instrument{start: i, end: i + 4, private: true}, true
		}
	}
	return instrument{}, false
}

// unnamed reads an instrument that the catalogue does not name: by number, by
// day, by place. The first letter tells which parsers can read it.
func (r *reader) unnamed(i int, beside bool) (in instrument, ok bool) {
	switch c := r.at(i); c {
	case 'l', 'o', 'd', 'a', 'r', 'c', 't', 'i', 'p', 's', 'q':
	default:
		if c < '1' || c > '9' {
			return in, false
		}
	}
	for _, read := range [...]func(*reader, int, bool) (instrument, bool){
		(*reader).act, (*reader).european, (*reader).protocol, (*reader).convention, (*reader).collective} {
		if in, ok = read(r, i, beside); ok {
			return in, true
		}
	}
	return instrument{}, false
}

// oldName skips "ancien" and "nouveau" before the name of an instrument, unless
// the catalogue knows the name with them.
func (r *reader) oldName(i int) (int, bool) {
	e, ok := r.lit(i, "ancien", "ancienne", "anc")
	if !ok {
		if e, ok := r.lit(i, "nouveau"); ok {
			if _, _, known := r.f.law.Match(r.s, i); !known {
				return r.any(e, "."), false
			}
		}
		return i, false
	}
	if _, _, known := r.f.law.Match(r.s, i); known {
		return i, false
	}
	return r.any(e, "."), true
}

// known reads a name of the catalogue.
func (r *reader) known(i int, beside bool) (instrument, bool) {
	n, e, ok := r.f.law.Match(r.s, i)
	if !ok || n.Instrument == "" || n.WeakInstrument && !beside {
		return instrument{}, false
	}
	if n.Court != "" && !beside {
		return instrument{}, false
	}
	if k := strings.IndexByte(r.s[i:e], '('); k > 0 && r.at(e) != ')' { // "code de commerce (ancien article …)"
		short, ok := r.f.law.Lookup(r.s[i : i+k])
		if !ok || short.Instrument == "" { // "du même code (Civ. 1re, …)"
			return instrument{}, false
		}
		n, e = short, r.back(i+k)
	}
	if k := strings.IndexByte(r.s[i:e], ','); k > 0 && strings.HasSuffix(r.s[i:e], "ancien") { // "code de commerce, ancien article 30 du décret"
		if short, ok := r.f.law.Lookup(r.s[i : i+k]); ok && short.Instrument != "" {
			n, e = short, i+k
		}
	}
	in := instrument{key: n.Instrument, start: i, end: e, whole: n.Whole, rule: "named"}
	if r.at(e) == ')' && strings.IndexByte(r.s[i:e], '(') >= 0 { // "code de commerce (ancien)"
		in.end = e + 1
	}
	in.short = r.abbreviated(i, e)
	if in.short && r.at(e) == '.' {
		in.end = e + 1
	}
	head, _, _ := strings.Cut(string(in.key), "/")
	switch head {
	case "loi", "ordonnance", "decret", "reglement", "directive":
		in = r.namedDate(in)
	case "convention":
		in = r.namedAs(in)
	}
	return in, true
}

// renewed is the new code of the same title, when the old one numbers its articles
// without a letter and the article has one: "L. 111-1 du code minier".
func (r *reader) renewed(in instrument, items []item) instrument {
	for i := range items {
		if it := &items[i]; len(it.num) == 4 && it.num[0] == 'L' && r.digits(it.end-3) == it.end && r.at(it.end-4) == 'l' && !r.upper(it.end-4) && r.plainCode(in.key) {
			it.num, it.lettered = "1"+it.num[1:], false // "l240" read for 1240
		}
	}
	if len(items) > 0 && items[0].lettered && r.plainCode(in.key) && r.renewable(in.key) {
		in.key += "-nouveau"
	}
	return in
}

// renewable reports whether the catalogue has a new code of the same title.
func (r *reader) renewable(key corpus.Key) bool {
	_, ok := r.f.law.Code(string(key) + "-nouveau")
	return ok
}

// abbreviated reports whether the name from i to e is an abbreviation: its first
// word is none of the words that open a full name.
func (r *reader) abbreviated(i, e int) bool {
	switch r.word(i) {
	case "code", "livre", "nouveau", "ancien", "annexe", "loi", "reglement", "convention", "constitution",
		"declaration", "charte", "preambule", "traite", "pacte", "accord", "directive", "decret":
		return false
	}
	return true
}

// namedDate takes "du 5 juillet 1985" or "n° 85-677 du 5 juillet 1985" after a
// usual name into the mention: "la loi Badinter du 5 juillet 1985".
func (r *reader) namedDate(in instrument) instrument {
	j := r.any(in.end, ",(")
	if k := r.number(j); k > j {
		if _, e, ok := r.actNumber(k); ok {
			in.end, j = e, r.blank(e)
		}
	}
	if e, ok := r.lit(j, "du"); ok {
		if d, e, ok := r.date(r.blank(e)); ok {
			in.date, in.end = d, e
		}
	}
	return in
}
