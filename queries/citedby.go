package queries

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// Citing is a decision that cites, and where it does.
type Citing struct {
	DecisionRef
	Uses     []corpus.Use `json:"uses"`
	Mentions []Mention    `json:"mentions"`
	// Uncertain is set when no mention is sure to mean this decision; Doubt then
	// says why: it fits another decision of this library too, or gives only a
	// court and a day, on which that court may have ruled more than once.
	Uncertain bool   `json:"uncertain"`
	Doubt     string `json:"doubt"`
}

// Mention is the proof of a citation: the words and where they stand, in bytes
// of the citing decision's text.
type Mention struct {
	corpus.Span
	Text      string           `json:"text"`
	Context   string           `json:"context"` // the words around, on one line
	Sub       string           `json:"sub"`
	Qualifier corpus.Qualifier `json:"qualifier"`
	Zone      corpus.ZoneKind  `json:"zone"`
	Speaker   corpus.Speaker   `json:"speaker"`
	Side      corpus.Side      `json:"speaker_side"`
	Use       corpus.Use       `json:"use"`
	Rule      string           `json:"rule"`
	// Confidence is from 0 to 1.
	Confidence float64 `json:"confidence"`
	// Meant says which rule the number meant; null for what is no article of a
	// code.
	Meant *corpus.Designation `json:"meant"`
	// InForce is the version of the article that was meant, where the library holds
	// the articles of its code; NoSuchArticle says that the code never had one of this
	// number, only where the library holds that code as a whole.
	InForce       *Wording `json:"in_force"`
	NoSuchArticle bool     `json:"no_such_article"`
}

// CitedBy yields the decisions that cite a provision or a decision, given in any
// usual writing, each once with all its mentions. Up to 50,000 come by node, more in the
// order in which they came to the library.
func (l *Library) CitedBy(ctx context.Context, reference string) iter.Seq2[*Citing, error] {
	return func(yield func(*Citing, error) bool) {
		targets, err := l.targets(ctx, reference)
		if err != nil {
			yield(nil, coded(err))
			return
		}
		for _, t := range targets {
			for node, err := range l.citers(ctx, t) {
				var c *Citing
				if err == nil {
					c, err = l.citing(ctx, node, t)
				}
				if err != nil {
					yield(nil, coded(err))
					return
				}
				if c != nil && !yield(c, nil) {
					return
				}
			}
		}
	}
}

// citers yields the nodes that cite a thing under any of its names, once each.
func (l *Library) citers(ctx context.Context, t target, uses ...corpus.Use) iter.Seq2[corpus.Node, error] {
	return func(yield func(corpus.Node, error) bool) {
		v, err := l.store.Moment(ctx)
		if err != nil {
			yield("", err)
			return
		}
		defer v.Close()
		set, err := v.Citers(ctx, t.citers(uses...))
		atOnce := namesAtOnce
		if set.Len() <= maxByName {
			atOnce = maxByName
		}
		for at := 0; err == nil && at < set.Len(); at += atOnce {
			var nodes []corpus.Node
			nodes, err = v.Nodes(ctx, set.Part(at, min(at+atOnce, set.Len())))
			if atOnce == maxByName {
				slices.Sort(nodes)
			}
			for _, node := range nodes {
				if !yield(node, nil) {
					return
				}
			}
		}
		if err != nil {
			yield("", err)
		}
	}
}

// Up to maxByName citers come by name. Of more, namesAtOnce are named before the first is
// looked at, so that it does not wait for the last; these come as they came to the library.
const (
	maxByName   = 50_000
	namesAtOnce = 1000
)

// citers asks for those who cite the target, by one of some uses, or by any; itself
// does not count.
func (t target) citers(uses ...corpus.Use) graph.CitersRequest {
	req := graph.CitersRequest{Keys: t.names, Uses: uses}
	if !corpus.Key(t.node).IsProvision() {
		req.Not = t.node
	}
	return req
}

// citing describes how a decision cites a thing; nil when a closer look shows
// that it means a homonym.
func (l *Library) citing(ctx context.Context, node corpus.Node, t target) (*Citing, error) {
	d, err := l.store.Get(ctx, node)
	if err != nil {
		return nil, err
	}
	ref, err := l.ref(ctx, d)
	if err != nil {
		return nil, err
	}
	c := &Citing{DecisionRef: ref, Uses: []corpus.Use{}, Mentions: []Mention{}, Uncertain: true}
	for i := range d.Citations {
		m := &d.Citations[i]
		if !t.meant(m) {
			continue
		}
		if t.shared[m.Node] && m.Date != "" && t.date != "" && m.Date != t.date {
			continue
		}
		if c.Doubt = t.doubt(m); c.Doubt == "" {
			c.Uncertain = false
		}
		c.Mentions = append(c.Mentions, l.mention(d, m))
		c.Uses = addUses(c.Uses, d, m)
	}
	if len(c.Mentions) == 0 {
		return nil, nil
	}
	if !c.Uncertain {
		c.Doubt = ""
	}
	slices.Sort(c.Uses)
	return c, nil
}

// contextBytes is how many bytes around a mention are shown, about.
const contextBytes = 90

func (l *Library) mention(d *corpus.Decision, c *corpus.Citation) Mention {
	around := corpus.Span{Start: wordBreak(d.Text, c.Start-contextBytes, -1), End: wordBreak(d.Text, c.End+contextBytes, 1)}
	return Mention{Span: c.Span, Text: c.Text, Context: strings.Join(strings.Fields(around.Of(d.Text)), " "),
		Sub: c.Sub, Qualifier: c.Qualifier, Zone: c.Zone, Speaker: c.Speaker, Side: c.SpeakerSide,
		Use: c.Does(), Rule: c.Rule, Confidence: c.Confidence, Meant: c.Meant,
		InForce: l.inForce(c), NoSuchArticle: l.noSuchArticle(c.Key)}
}

// wordBreak moves an offset to the next blank in a direction, at most to the
// end of the text.
func wordBreak(text string, at, step int) int {
	at = max(0, min(at, len(text)))
	for n := 0; at > 0 && at < len(text) && n < 40; n++ {
		if c := text[at]; c == ' ' || c == '\n' {
			return at
		}
		at += step
	}
	return runeStart(text, at)
}

// runeStart moves an offset back to the first byte of its character.
func runeStart(text string, at int) int {
	for at > 0 && at < len(text) && text[at]&0xC0 == 0x80 {
		at--
	}
	return at
}

func isNotFound(err error) bool { return errors.Is(err, graph.ErrNotFound) }
