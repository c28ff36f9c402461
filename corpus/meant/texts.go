package meant

import (
	"fmt"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/phrase"
)

// Texts are the articles of law that a resolution can look up: the LEGI base that
// a library holds.
type Texts interface {
	// Holds reports whether articles of a code are held ("code-civil").
	Holds(code corpus.Key) bool
	// Complete reports whether a code is held as a whole, so that a number of which no
	// version is held stood empty.
	Complete(code corpus.Key) bool
	// Versions lists the versions of an article without their texts, by their first
	// day; nil when none is held.
	Versions(key corpus.Key) []law.ArticleVersion
	// Text is the text of a version, by its identifier; "" when it is not held.
	Text(id string) string
}

// With is a resolver that looks articles up, too: which numbers stood empty, and
// the words of the articles that no subject describes.
func (r *Resolver) With(texts Texts, past *law.Succession) *Resolver {
	x := *r
	x.texts, x.past = texts, past
	return &x
}

// Wording is the version of an article that a citation meant, when it is held; nil
// otherwise.
func Wording(texts Texts, key corpus.Key, d *corpus.Designation) *law.ArticleVersion {
	if d == nil || d.Version == "" || d.Day == "" {
		return nil
	}
	versions := texts.Versions(key)
	if d.After {
		i := slices.IndexFunc(versions, func(v law.ArticleVersion) bool { return v.Start >= d.Day })
		if i < 0 {
			return nil
		}
		return &versions[i]
	}
	return inForce(versions, d.Day)
}

// inForce is the version in force on a day; of several the one that began last.
func inForce(versions []law.ArticleVersion, day corpus.Date) *law.ArticleVersion {
	for i := len(versions) - 1; i >= 0; i-- {
		if versions[i].InForce(day) {
			return &versions[i]
		}
	}
	return nil
}

// Knowing are texts that know of articles beyond those that they hold.
type Knowing interface {
	Texts
	// Knows reports whether a code has, or had, an article of this key.
	Knows(key corpus.Key) bool
}

// Missing reports whether a key names an article that its code never had, as far
// as the articles of that code are held.
func Missing(texts Texts, key corpus.Key) bool {
	if k, ok := texts.(Knowing); ok && k.Knows(key) {
		return false
	}
	p, err := key.Parts()
	return err == nil && p.Family == corpus.CodeArticle && p.Article != "" && texts.Complete(corpus.Key(p.Head)) && len(texts.Versions(key)) == 0
}

// bore reports what the articles that are held say of a rule of which the tables
// do not prove that it stood under its number: known is false when they say nothing. That
// no version is held proves that the number stood empty only of a code held as a whole.
func (c *reading) bore(r law.Rule) (bore, known bool) {
	code := r.Key.Instrument()
	if c.texts == nil || !c.texts.Holds(code) {
		return false, false
	}
	for _, v := range c.texts.Versions(r.Key) {
		if (r.Leave == "" || v.Start < r.Leave) && (v.End == "" || v.End > r.Enter) && (r.Leave != "" || c.Date == "" || v.Start <= c.Date) {
			return true, true
		}
	}
	return false, c.texts.Complete(code)
}

// shortWord is how many letters a word of an article needs to tell it from others.
const shortWord = 6

// articleTerms are the words of the article that a rule was, as stems; nil when it
// is not held.
func (c *reading) articleTerms(r law.Rule) map[string]bool {
	if c.texts == nil {
		return nil
	}
	v := inForce(c.texts.Versions(r.Key), c.sample(r))
	if v == nil {
		return nil
	}
	stems := map[string]bool{}
	text := phrase.NewPassage(fold.New(c.texts.Text(v.ID)).Folded)
	for i := range text.Len() {
		if w := text.Word(i); len(w) >= shortWord {
			stems[stem(w)] = true
		}
	}
	return stems
}

// stem cuts the end of a word that inflection changes.
func stem(w string) string { return w[:max(shortWord-1, min(len(w)-2, 8))] }

// readArticles weighs the words around by the texts of the articles themselves,
// where no subject describes a rule.
func (c *reading) readArticles(q *question) {
	left := q.left()
	if c.texts == nil || len(left) < 2 || !slices.ContainsFunc(left, func(i int) bool { return q.subject(i) == nil }) {
		return
	}
	stems := make([]map[string]bool, len(left))
	for n, i := range left {
		if stems[n] = c.articleTerms(q.rules[i]); stems[n] == nil {
			return
		}
	}
	for n, i := range left {
		var found []string
		for at := q.words.from; at < q.words.to; at++ {
			w := q.words.Word(at)
			if len(w) >= shortWord && stems[n][stem(w)] && !slices.Contains(found, w) && !elsewhere(stems, n, stem(w)) {
				found = append(found, w)
			}
		}
		if len(found) > 0 {
			q.speak(i, min(0.75*float64(len(found)), 3), func() string {
				return fmt.Sprintf("the words around (%s) stand in the article %s", some(found), side(q.rules[i]))
			})
		}
	}
}

// elsewhere reports whether a stem stands in another article than the n-th.
func elsewhere(stems []map[string]bool, n int, s string) bool {
	for i := range stems {
		if i != n && stems[i][s] {
			return true
		}
	}
	return false
}
