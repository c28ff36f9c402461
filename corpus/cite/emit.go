package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// emit records the citations of a group, then reads what follows the instrument:
// a qualifier, "devenu 1240". It returns where reading goes on.
func (r *reader) emit(g *group) int {
	g.end = r.trailingSub(g)
	end := r.qualifierAfter(g, g.end)
	r.completed(g)
	first := len(r.out)
	r.record(g)
	if !g.bound {
		return end
	}
	r.learn(g)
	if e := r.turnedAfter(g, first, end); e > end {
		end = e
	}
	return end
}

// trailingSub reads the subdivision of one article behind its instrument, "l'article
// 1134 du code civil, alinéa 3", and returns where the group ends.
func (r *reader) trailingSub(g *group) int {
	if !g.bound || len(g.items) != 1 || g.items[0].sub != "" || g.sub != "" {
		return g.end
	}
	j := r.any(g.end, ",(")
	if !strings.ContainsAny(r.s[g.end:j], ",(") {
		return g.end
	}
	s, e, ok := r.ordinalSub(j)
	if !ok {
		if _, _, named := r.phrase(alineaWord, j); !named {
			return g.end
		}
		if s, e, ok = r.namedSub(j); !ok {
			return g.end
		}
	}
	g.items[0].sub = s
	if k := r.blank(e); r.at(k) == ')' && strings.IndexByte(r.s[g.end:j], '(') >= 0 {
		e = k + 1
	}
	return e
}

// completed writes the articles of a group in full.
func (r *reader) completed(g *group) {
	if g.bound && kindOf(g.in.key) != "code" {
		if kindOf(g.in.key) == "convention" {
			for i := range g.items {
				g.items[i].num, g.items[i].sub = capitalParagraph(g.items[i].num, g.items[i].sub)
			}
		}
		return
	}
	_, _, stemmed := r.f.rules.by[stemmedWord].at(string(g.in.key), 0)
	complete(g.items, stemmed)
}

// capitalParagraph makes the capital after the number of an article of a treaty, "1er F",
// its paragraph: treaties number no article so.
func capitalParagraph(num, sub string) (string, string) {
	n, letter, ok := strings.Cut(num, "-")
	if !ok || len(letter) != 1 || letter[0] < 'A' || letter[0] > 'H' {
		return num, sub
	}
	return n, strings.TrimSuffix(letter+", "+sub, ", ")
}

// record appends one citation for each article of the group.
func (r *reader) record(g *group) {
	for n, it := range g.items {
		if it.to && n > 0 {
			for _, num := range between(g.items[n-1].num, it.num) {
				if r.budget <= 0 {
					break
				}
				r.budget--
				mid := it
				mid.num, mid.sub, mid.suite = num, "", false
				mid.start = g.items[n-1].start
				r.push(g, mid, false)
			}
		}
		r.push(g, it, n == len(g.items)-1)
	}
}

// complement reports whether "de la", "du", "de cet" follow an article: it
// belongs to a text, though to none that is known.
func (r *reader) complement(i int) bool {
	j := r.any(i, ",")
	switch e := r.wordEnd(j); r.s[j:e] {
	case "sous": // "article 3, sous « Suisse », de l'annexe XI"
		return strings.Contains(r.s[e:min(len(r.s), e+60)], " de l'annexe ")
	case "du", "dudit", "des":
		return r.word(r.blank(e)) != "present"
	case "de":
		j = r.blank(e)
		switch r.word(j) {
		case "la", "l", "cet", "cette", "ce", "ces", "ladite", "son", "sa", "ses", "leur", "leurs":
			return true
		}
	}
	return false
}

// titled reports whether the words from i to end are the head of an article of
// the text itself or of a contract, "Article 2 : La requête est rejetée": a
// capital, and a dash or a colon before another capital.
func (r *reader) titled(i, end int) bool {
	if !r.upper(i) {
		return false
	}
	j := r.any(end, ".")
	if c := r.at(j); c != '-' && c != ':' {
		return false
	}
	j = r.any(j+1, "-:\"")
	return isLetter(r.at(j)) && r.upper(j)
}

// push appends the citation of one article.
func (r *reader) push(g *group, it item, last bool) {
	f := found{start: it.start, end: it.end}
	if len(g.items) == 1 {
		f.end = max(it.end, g.end)
	}
	if it.sub == "" && !it.word { // "le 5° de l'article 39 et l'article 38 quater"
		it.sub = g.sub
	}
	f.c = corpus.Citation{Sub: it.sub, Qualifier: it.qual, EtSuivants: it.suite, Rule: "article", Confidence: 0.98}
	f.qualStart, f.qualEnd = it.qualStart, it.qualEnd
	if f.c.Qualifier == "" && g.qual != "" {
		f.c.Qualifier, f.qualStart, f.qualEnd = g.qual, g.qualStart, g.qualEnd
	}
	f.num, f.lettered = it.num, it.lettered
	if !g.bound {
		f.pending = pendingArticle
		f.lastAny, f.lastLettered, f.lastPlain = r.mem.last[""], r.mem.lettered, r.mem.plain
		f.private, f.possessive = r.mem.private, r.possessive(g.start)
		f.titled = len(g.items) == 1 && r.titled(it.start, it.end)
		f.short = r.shortTreaty(g.end)
		f.complement = !it.lettered && (last && r.complement(g.end) || r.otherText(g.end))
		f.c.Rule, f.c.Confidence = "bare-article", 0.7
		r.out = append(r.out, f)
		return
	}
	in := g.in.key
	if plain := r.mem.plain.key; kindOf(in) == "code" && plain != "" && !it.lettered && !r.fits(in, it.num, false) && r.fits(plain, it.num, false) {
		in = plain // "l'article 1104 du code civil, ensemble les articles 1134 et L. 1222-1 du code du travail"
	}
	f.c.Key = r.articleKey(in, it.num, &f.c)
	if f.c.Key == "" {
		f.c.Unresolved = "the number is none of this instrument"
	}
	f.c.Date = g.in.date
	for _, a := range g.in.also {
		k := r.articleKey(a, it.num, &f.c)
		if f.c.AlsoNamed == nil {
			f.c.AlsoNamed = r.one(k)
		} else {
			f.c.AlsoNamed = append(f.c.AlsoNamed, k)
		}
	}
	if g.in.rule != "" {
		f.c.Rule = r.made.join("article-", g.in.rule)
	}
	r.out = append(r.out, f)
}

// learn remembers the instrument and the articles of a bound group.
func (r *reader) learn(g *group) {
	if r.typed {
		r.named = append(r.named, g.in)
	}
	if kindOf(g.in.key) == "loi" && !g.in.back {
		r.mem.amended = place{}
	}
	r.mem.note(g.in.key, g.start)
	r.mem.pairUp(g.in)
	if r.lead = (instrument{}); r.plainCode(g.in.key) {
		r.mem.plain = place{key: g.in.key, at: g.start}
	}
	for _, it := range g.items {
		if _, ok := r.mem.articles[it.num]; !ok || !g.in.back {
			r.mem.articles[it.num] = g.in.key
		}
		if it.lettered && kindOf(g.in.key) == "code" {
			r.mem.lettered = place{key: g.in.key, at: g.start}
		}
	}
	r.unwhole(g)
}

// unwhole takes back the citation of a whole instrument when its article
// follows without a verb: "loi n° 78-17 …, article 32" is one reference. With
// nothing but marks between them, its words are those of both.
func (r *reader) unwhole(g *group) {
	if g.in.rule != "instrument-first" {
		return
	}
	last := len(r.out) - 1
	if len(g.items) == 1 && r.any(g.in.end, ",:(") == r.out[last].start {
		r.out[last].start = g.in.start
	}
	for n := last; n >= 0 && n >= last-len(g.items)-maxRange; n-- {
		if r.out[n].start == g.in.start && r.out[n].whole {
			r.out[n].dropped = true
			return
		}
	}
}
