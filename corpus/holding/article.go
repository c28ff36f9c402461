package holding

import (
	"strings"

	"github.com/attendu/attendu/corpus/re2"
)

// articleHead opens an order of an administrative court or of the Conseil
// constitutionnel: "Article 1er :", "Article 2.-". articleNumber is its number alone.
var (
	articleHead   = re2.MustCompile(`^article (?:\d{1,3}(?: ?er)?|premier) ?(?:[:.-]|er :)[ .:-]*`)
	articleNumber = re2.MustCompile(`^article (?:\d{1,3}(?: ?er)?|premier)$`)
)

// decides ends the words after which a public authority gives its orders in the
// infinitive, as items: "décide de :".
var decides = re2.MustCompile(`\bdecide(?: de)? ?:?$`)

// item is what stands before the first word of an order in the infinitive.
var item = re2.MustCompile(`^(?:.{0,200}?\bdecide d(?:e |')|[^a-z0-9]*)`)

// passive stands for the verb of an order that none opens.
var passive = &verb{name: "article"}

// article reads the order of a sentence that opens with "Article 1er :", or in the
// infinitive after "décide de :"; false when it is none, or one that a verb opens.
func (s *scanner) article(sen sentence) bool {
	words := s.t.Folded[sen.from:min(sen.to, sen.from+window)]
	n := len(articleHead.FindString(words))
	infinitive := n == 0
	if infinitive {
		s.items = s.items || decides.MatchString(words)
		if n = len(item.FindString(words)); !s.items && !strings.Contains(words[:n], "decide") {
			return false
		}
	}
	for i := range s.f.articles {
		if x := &s.f.articles[i]; x.infinitive == infinitive && x.pattern.MatchString(words[n:]) {
			s.out = append(s.out, order{verb: passive, from: sen.from + n, object: sen.from + n, to: sen.to,
				sentence: sen, first: true, opened: sen.from + n, article: &x.verdict})
			s.carried = ""
			return true
		}
	}
	return false
}

// title reports whether nothing but a colon follows a verb, and no item below: "ORDONNE :"
// above the articles of an administrative court.
func (s *scanner) title(object, to int) bool {
	rest := strings.TrimSpace(s.t.Folded[object:min(to, object+8)])
	return rest == ":" && !itemised(strings.TrimLeft(s.t.Folded[to:min(s.to, to+itemReach)], " \n"))
}

// itemReach is how far behind a colon the first item of a list opens, in bytes.
const itemReach = 16
