package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// keyring remembers the keys that a text has needed: the same few come again
// and again, and each costs a parse.
type keyring struct {
	articles  map[articleID]corpus.Key
	decisions map[decisionID]corpus.Key
	nodes     map[corpus.Key]corpus.Key
}

type articleID struct {
	in  corpus.Key
	num string
}

type decisionID struct {
	kind       corpus.CourtKind
	place, num string
}

func newKeyring() keyring {
	return keyring{articles: map[articleID]corpus.Key{}, decisions: map[decisionID]corpus.Key{}, nodes: map[corpus.Key]corpus.Key{}}
}

func (k *keyring) clear() {
	clear(k.articles)
	clear(k.decisions)
	clear(k.nodes)
}

// articleKey joins an instrument and an article, "" when no key can be made of
// them. "6.1" of a treaty is article 6, § 1, which goes into the citation.
func (r *reader) articleKey(in corpus.Key, num string, c *corpus.Citation) corpus.Key {
	if kindOf(in) != "convention-collective" {
		if a, b, ok := strings.Cut(num, "."); ok {
			num = a
			paragraph(c, b)
		}
	}
	if paragraphed(in) {
		if a, b, ok := strings.Cut(num, "-"); ok && len(b) == 1 {
			num = a
			paragraph(c, b)
		}
	}
	id := articleID{in, num}
	k, ok := r.ring.articles[id]
	if !ok {
		k, _ = corpus.ParseKey(r.made.join(string(in), "/", num))
		r.ring.articles[id] = k
	}
	return k
}

// paragraphed reports whether the texts of a kind number no articles "3-1": it is
// paragraph 1 of article 3. The Convention on Human Rights, the treaties, the acts of the
// Union.
func paragraphed(in corpus.Key) bool {
	if strings.HasPrefix(string(in), "convention/accord-") { // "6-5 de l'accord franco-algérien" is cited so
		return false
	}
	switch head, _, _ := strings.Cut(string(in), "/"); head {
	case "cesdh", "convention", "reglement", "directive", "decision-cadre", "tfue", "tue", "charte-ue":
		return true
	}
	return false
}

// paragraph notes the paragraph that the number of an article carries.
func paragraph(c *corpus.Citation, n string) {
	if c.Sub == "" {
		c.Sub = "§ " + n
	}
}

// decisionKey is corpus.DecisionKey, remembered. The place of a cour
// administrative d'appel stands in its numbers and not in its keys.
func (r *reader) decisionKey(court corpus.Court, num string) corpus.Key {
	if court.Kind == corpus.CAA {
		court.Place = ""
	}
	id := decisionID{court.Kind, court.Place, num}
	k, ok := r.ring.decisions[id]
	if !ok {
		k = corpus.DecisionKey(court, num)
		r.ring.decisions[id] = k
	}
	return k
}

// node is the key of the thing that key names. It is asked when the whole text
// has been read.
func (r *reader) node(key corpus.Key) corpus.Key {
	n, ok := r.ring.nodes[key]
	if !ok {
		n = r.findNode(key)
		r.ring.nodes[key] = n
	}
	return n
}

func (r *reader) findNode(key corpus.Key) corpus.Key {
	p, err := key.Parts()
	if err != nil || p.Family == corpus.CaseLaw {
		return key
	}
	article := p.Article
	whole := key
	if article != "" {
		whole = key.Instrument()
	}
	to := r.f.law.Canonical(whole)
	if t := r.taught[whole]; t != "" && t != ambiguous {
		to = r.f.law.Canonical(t)
	}
	if p.Head == "reglement" {
		to = yearOrder(p.ID, to)
	}
	if article == "" {
		return to
	}
	if to == whole {
		return key
	}
	return corpus.Key(r.made.join(string(to), "/", article))
}
