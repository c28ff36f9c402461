package commentary

import (
	"sort"

	"github.com/attendu/attendu/corpus"
)

// mentionKind says what a mention is of.
type mentionKind uint8

const (
	ofEntity  mentionKind = iota // "la société Orme", "Orme"
	ofRole                       // "son ancien client"
	ofPronoun                    // "elle", "ce dernier", "qui"
	ofCourt                      // "le TGI de Valfleury", "le juge des référés"
	ofRuling                     // "l'ordonnance", "le jugement déféré"
)

// mention is a place where the text speaks of someone. Offsets are bytes of the
// folded text.
type mention struct {
	start     int // with its preposition, article and epithets
	core, end int
	kind      mentionKind
	who       int    // index of the entity, -1 when not known
	role      *role  // of ofRole
	bench     *bench // of ofCourt, ofRuling
	court     corpus.Court
	named     bool // court was read, kind at least
	prep      string
	other     bool   // "un autre", "un nouveau": someone not yet spoken of
	gender    byte   // 'm', 'f' or 0
	word      string // of ofPronoun: its word
	last      bool   // of ofPronoun: the last one named
	close     int    // the end of the role or name beside it, 0 when there is none
}

// governed reports whether a preposition stands before the mention, so that it
// is not the subject of a verb.
func (m *mention) governed() bool { return m.prep != "" }

// scanMentions finds every mention of the text in order. They do not overlap.
func (a *analysis) scanMentions() {
	for i := 0; i < len(a.toks); {
		m, n := a.mentionAt(i)
		if n == 0 {
			i++
			continue
		}
		m.core, m.end = a.toks[i].start, a.toks[i+n-1].end
		a.prefix(&m, i)
		if m.bench != nil && !m.bench.proper && m.start == m.core && !a.capital(i) {
			i++ // "jugé" is no judge
			continue
		}
		a.mentions = append(a.mentions, m)
		i += n
	}
}

// mentionAt reads the mention whose first own word is token i, and the number of
// its words.
func (a *analysis) mentionAt(i int) (mention, int) {
	s := a.flat
	if n, ok := a.starts[i]; ok {
		e := a.entities[n.who]
		return mention{kind: ofEntity, who: n.who, gender: e.gender}, n.words
	}
	if b, n := a.benchAt(i); n > 0 {
		return a.courtAt(b, i, n)
	}
	if a.capital(i) {
		if who, n := a.bare(i); n > 0 {
			return mention{kind: ofEntity, who: who}, n
		}
	}
	if ref, n := a.r.roles.find(s, a.toks, i); n > 0 {
		u := ref.(*usage)
		return mention{kind: ofRole, role: u.role, who: -1, gender: u.gender}, n
	}
	if ref, n := a.r.pronouns.find(s, a.toks, i); n > 0 {
		p := ref.(*pronoun)
		return mention{kind: ofPronoun, who: -1, gender: p.gender, word: p.word, last: p.last}, n
	}
	return mention{}, 0
}

// benchAt gives the word for a court or a ruling at token i, and the number of
// its words.
func (a *analysis) benchAt(i int) (*bench, int) {
	ref, n := a.r.courts.find(a.flat, a.toks, i)
	if n == 0 {
		return nil, 0
	}
	b := ref.(*bench)
	if b.caps && !a.caps(i) {
		return nil, 0
	}
	return b, n
}

// courtAt reads a court or a ruling at token i, with the place that follows.
func (a *analysis) courtAt(b *bench, i, n int) (mention, int) {
	m := mention{kind: ofCourt, who: -1, bench: b}
	if b.ruling {
		m.kind = ofRuling
		return m, n
	}
	if !b.proper {
		return m, n
	}
	end := i + n
	for end < len(a.toks) && end-i-n < maxName {
		next := a.placeEnd(end)
		if next == end {
			break
		}
		end = next
	}
	for ; end >= i+n; end-- {
		name := a.printed(i, end)
		if b.full != "" {
			name = b.full + " " + a.printed(i+n, end)
		}
		if c, ok := a.r.names.ParseCourt(name); ok && c.Kind != "" {
			if b.chamber && c.Chamber == "" {
				c.Chamber = a.printed(i, i+n)
			}
			m.court, m.named = c, true
			return m, end - i
		}
	}
	return m, n
}

// printed gives the words of tokens i to end as they are printed.
func (a *analysis) printed(i, end int) string {
	if i >= end {
		return ""
	}
	return a.text.Span(a.toks[i].start, a.toks[end-1].end).Of(a.text.Original)
}

// placeEnd gives the token after one more step of a place name that starts at
// token k: a capital, or a small word before a capital.
func (a *analysis) placeEnd(k int) int {
	if gap := a.flat[a.toks[k-1].end:a.toks[k].start]; gap != " " && gap != "" {
		return k
	}
	if _, n := a.named(k); n > 0 {
		return k
	}
	if a.capital(k) && !a.r.tools[a.word(k)] {
		return k + 1
	}
	if a.r.particles[a.word(k)] && k+1 < len(a.toks) && a.toks[k+1].start-a.toks[k].end <= 1 && a.capital(k+1) {
		return k + 2
	}
	if !a.r.particles[a.word(k)] {
		return k
	}
	j := k + 1
	if j < len(a.toks) && a.r.articles[a.word(j)] {
		j++
	}
	if j < len(a.toks) {
		if _, n := a.benchAt(j); n > 0 {
			return j + n
		}
	}
	return k
}

// prefix reads what stands before a mention: epithets, article, preposition.
func (a *analysis) prefix(m *mention, i int) {
	m.start = m.core
	last := 0
	if n := len(a.mentions); n > 0 {
		last = a.mentions[n-1].end
	}
	near := func(k int) bool {
		return k >= 0 && a.toks[k].start >= last && a.toks[k+1].start-a.toks[k].end <= 1 &&
			a.flat[a.toks[k].end:a.toks[k+1].start] != "."
	}
	k := i - 1
	for ; near(k) && (a.r.epithets[a.word(k)] || a.r.others[a.word(k)]); k-- {
		m.other = m.other || a.r.others[a.word(k)]
		m.start = a.toks[k].start
	}
	if near(k) && a.r.articles[a.word(k)] {
		m.start = a.toks[k].start
		k--
	}
	if near(k) {
		if prep := a.preposition(k); prep != "" {
			m.prep, m.start = prep, a.toks[k].start
		}
	}
}

// preposition gives the preposition at token k, "au" and "du" as "a" and "de";
// "" for any other word, the verb "a" among them.
func (a *analysis) preposition(k int) string {
	switch w := a.word(k); w {
	case "au", "aux":
		return "a"
	case "du", "des", "d'":
		return "de"
	case "a":
		if s := a.text.Span(a.toks[k].start, a.toks[k].end).Of(a.text.Original); s == "a" {
			return ""
		}
		return w
	default:
		if a.r.prepositions[w] {
			return w
		}
		return ""
	}
}

// mentionAfter gives the index of the first mention that ends after the folded
// offset.
func (a *analysis) mentionAfter(at int) int {
	return sort.Search(len(a.mentions), func(i int) bool { return a.mentions[i].end > at })
}
