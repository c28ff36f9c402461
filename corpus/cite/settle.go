package cite

import (
	"sort"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// reach is how far an instrument named before binds an article without one, in
// bytes.
const reach = 1500

// settle gives the mentions that lack something what the whole text knows.
func (r *reader) settle() {
	for i := range r.out {
		f := &r.out[i]
		switch f.pending {
		case pendingArticle:
			r.settleArticle(f)
		case pendingDecision:
			r.settleDecision(f)
		}
	}
}

// settleArticle finds the instrument of an article that names none: the one
// whose article of this number the text cites, or the one in force where it
// stands.
func (r *reader) settleArticle(f *found) {
	in := r.mem.articles[f.num]
	f.c.Rule = "bare-article-known"
	if key := r.later(f.short); key != "" {
		f.c.Rule, f.c.Key = "short-treaty", r.articleKey(key, f.num, &f.c)
		return
	}
	if f.complement {
		f.c.Rule, f.c.Unresolved = "other-text", "an article of a text that is not known"
		return
	}
	if f.titled && !f.lettered && (in == "" || len(f.num) < 3) {
		f.dropped = true
		return
	}
	private := f.private >= 0 && (f.private > f.lastAny.at || f.possessive) && f.start-f.private < 200 && !r.sentenceEnds(f.private, f.start)
	old := f.c.Qualifier == corpus.Ancien // no contract has an article "1152 ancien"
	if private && !old && !f.lettered && !strings.Contains(f.num, "-") && (in == "" || len(f.num) < 3) {
		f.c.Rule, f.c.Unresolved = "private-text", "an article of a contract or the like"
		return
	}
	if q, ok := r.quotedAt(f.start); ok { // a code that is quoted speaks of its own articles
		if code := r.quotedCode(q); code != "" && r.fits(code, f.num, f.lettered) {
			in, f.c.Rule = code, "bare-article-quoted"
		}
	}
	if in == "" {
		if in = r.famous(f); in != "" {
			f.c.Rule, f.c.Confidence = "bare-article-famous", 0.9
		}
	}
	if in == "" {
		f.c.Rule, f.c.Confidence = "bare-article", 0.6
		in = r.nearest(f)
	}
	if strings.Contains(f.num, ".") && kindOf(in) != "reglement" && kindOf(in) != "convention" && in.Family() != corpus.Agreement {
		in = "" // codes and statutes have no dotted numbers
	}
	if in == "" {
		in = r.joinedAfter(f)
	}
	if in == "" {
		f.c.Unresolved = "no instrument: of which text?"
		return
	}
	if kindOf(in) == "convention" {
		f.num, f.c.Sub = capitalParagraph(f.num, f.c.Sub)
	}
	if f.c.Key = r.articleKey(in, f.num, &f.c); f.c.Key == "" {
		f.c.Unresolved = "the number is none of " + string(in)
	}
}

// nearest is the instrument in force where an article without one stands, "" when the
// article cannot be one of it.
func (r *reader) nearest(f *found) (in corpus.Key) {
	switch {
	case f.lettered:
		in = f.lastLettered.key
		if code := r.kindred(f.num, in); code != "" {
			in = code
		}
		if in == "" && kindOf(f.lastAny.key) == "code" {
			in = f.lastAny.key
		}
	case f.lastAny.key != "" && f.start-f.lastAny.at < reach:
		in = f.lastAny.key
	}
	if in == "" || r.fits(in, f.num, f.lettered) && !beyond(in, f.num) {
		return in
	}
	near := in.Family() == corpus.Statute && f.lastPlain.key != "" && !r.sentenceEnds(f.lastPlain.at, f.start) // "l'article 2262 du code civil …, et l'article 2224 issu de cette loi"
	if !f.lettered && (near || f.c.Qualifier == corpus.Ancien && f.start-f.lastPlain.at < 2*reach) {
		return f.lastPlain.key
	}
	return ""
}

// maxToNext bounds what stands between an article and the next one of the same list, in bytes.
const maxToNext = 160

// joinedAfter is the code of the article that follows in the same sentence behind "et",
// "l'article 1134, dans sa rédaction applicable, et les articles 1382 et 1383 du code
// civil"; "" when none does.
func (r *reader) joinedAfter(f *found) corpus.Key {
	n := sort.Search(len(r.out), func(n int) bool { return r.out[n].start >= f.end })
	if n == len(r.out) {
		return ""
	}
	g := &r.out[n]
	between := r.s[f.end:g.start]
	code := g.c.Key.Instrument()
	if g.num == "" || g.pending != settled || kindOf(code) != "code" || len(between) > maxToNext || r.sentenceEnds(f.end, g.start) || strings.IndexByte(between, ';') >= 0 || strings.IndexByte(between, '(') >= 0 {
		return ""
	}
	join := strings.TrimSuffix(strings.TrimSpace(strings.TrimSuffix(between, "l'")), " les")
	if !strings.HasSuffix(join, " et") && !strings.HasSuffix(join, " ou") {
		return ""
	}
	if !r.fits(code, f.num, f.lettered) {
		return ""
	}
	return code
}

// ownNumber reports whether a number is that of the decision that is being read, printed
// beside another court of a place: "Jugement du tribunal judiciaire d'Évreux du 12 janvier
// 2021 / N° RG 21/00633".
func (r *reader) ownNumber(id string, court corpus.Court) bool {
	if own := r.ctx.Court; own.Kind == "" || own.Kind == court.Kind || !own.Kind.HasPlace() || !court.Kind.HasPlace() {
		return false
	}
	for _, k := range r.ctx.Own {
		if p, err := k.Parts(); err == nil && p.ID == id {
			return true
		}
	}
	return false
}

// ownDay reports whether a mention by court and day alone is that of the decision that is
// being read: its heading may write the place shorter, "Tribunal de commerce de Brive".
func (r *reader) ownDay(d decision) bool {
	own := r.ctx.Court
	if d.date == "" || d.date != r.ctx.Date || len(d.dockets) > 0 || d.court.Kind != own.Kind || own.Place == "" || d.court.Place == "" {
		return false
	}
	a, b := corpus.Slug(d.court.Place), corpus.Slug(own.Place)
	return strings.HasPrefix(a, b+"-") || strings.HasPrefix(b, a+"-")
}

// own reports whether the key names the decision that is being read.
func (r *reader) own(key corpus.Key) bool {
	for _, k := range r.ctx.Own {
		if k == key {
			return true
		}
	}
	return false
}
