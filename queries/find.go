package queries

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/cite"
	"github.com/attendu/attendu/index"
)

// sourceID is a node, or the id that a publisher gave: dila:JURITEXT…, CETATEXT….
var sourceID = regexp.MustCompile(`^([a-z]+:\S+|[A-Z]{4}TEXT\d{12})$`)

// find returns the one held decision that a reference names. A reference that
// fits several is answered with the list of them.
func (l *Library) find(ctx context.Context, reference string) (*corpus.Decision, error) {
	d, err := l.store.Get(ctx, corpus.Node(reference))
	if err == nil || !isNotFound(err) {
		return d, err
	}
	keys, parsed := l.parseReference(reference)
	var held []*corpus.Decision
	if parsed == nil && len(keys) == 1 && keys[0].IsDecision() {
		if held, err = l.held(ctx, keys[0]); err != nil {
			return nil, err
		}
	}
	if extra := strayWords(reference); len(held) == 0 && parsed != nil && extra != "" && !sourceID.MatchString(reference) {
		return nil, invalid("%q names no decision: what is %q", reference, extra)
	}
	if len(held) == 0 {
		if held, err = l.numbered(ctx, reference); err != nil {
			return nil, err
		}
	}
	switch {
	case len(held) == 1:
		return l.store.Get(ctx, held[0].Node)
	case len(held) > 1:
		return nil, l.ambiguous(ctx, reference, held)
	case sourceID.MatchString(reference):
		return nil, notFound("%s is not in this library", reference)
	case parsed != nil:
		return nil, invalid("%s", plainReason(parsed))
	case len(keys) != 1 || !keys[0].IsDecision():
		return nil, invalid("%q does not name one decision", reference)
	}
	return nil, notFound("%s is not in this library", keys[0])
}

// behindNumber are the words that may stand behind the number of a decision, in lower case
// and without stops: its day, how it was published, what the number is. Codes of
// publication (FS-P+B) are told by their capitals.
var behindNumber = strings.Fields("rg n° nº n no numéro numero et du le de la au aux en rendu rendue date " +
	"janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre 1er " +
	"publié publie publiée publiee bulletin bull inédit inedit recueil lebon tables mentionné mentionne diffusé diffuse")

var publicationCode = regexp.MustCompile(`^[A-Z][A-Z+-]{0,7}$`)

// strayWords are the words behind the last number of a reference that say nothing of a
// decision: who typed them meant something by them. "" where there are none, or no number.
func strayWords(reference string) string {
	var stray []string
	numbered := false
	for _, word := range strings.Fields(reference) {
		plain := strings.Trim(strings.ReplaceAll(word, ".", ""), ",;:()«»\"'")
		switch {
		case digits(bareNumber(word)) >= 5:
			numbered, stray = true, nil
		case strings.Trim(plain, "0123456789/-") == "" || publicationCode.MatchString(plain):
		case !slices.Contains(behindNumber, strings.ToLower(plain)):
			stray = append(stray, word)
		}
	}
	if !numbered {
		return ""
	}
	return strings.Join(stray, " ")
}

// plainReason is why a reference was not understood, without the names of our
// packages.
func plainReason(err error) string {
	return strings.TrimPrefix(strings.TrimPrefix(err.Error(), "cite: "), cite.ErrReference.Error()+": ")
}

// held returns the headings of the held decisions that a key names.
func (l *Library) held(ctx context.Context, key corpus.Key) (held []*corpus.Decision, err error) {
	nodes, err := l.store.Resolve(ctx, key)
	if err != nil {
		return nil, err
	}
	return l.heldNodes(ctx, nodes)
}

// heldNodes returns the headings of those of the nodes that are held.
func (l *Library) heldNodes(ctx context.Context, nodes []corpus.Node) (held []*corpus.Decision, err error) {
	for _, node := range nodes {
		d, err := l.store.Heading(ctx, node)
		if isNotFound(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		held = append(held, d)
	}
	return held, nil
}

// maxNumbered bounds the decisions that are looked at for a bare number.
const maxNumbered = 100

// numbered returns the headings of the held decisions whose own number, or id at its publisher,
// stands in a reference that names no court, or one that the decision does not
// print: "21/04567", "RG 21/04567", "23-17506", "JURITEXT…".
func (l *Library) numbered(ctx context.Context, reference string) (found []*corpus.Decision, err error) {
	for _, word := range strings.Fields(reference) {
		want := bareNumber(word)
		if digits(want) < 5 {
			continue
		}
		res, err := l.index.Search(ctx, index.Request{Text: strings.Trim(word, `"-`), Limit: maxNumbered})
		if err != nil {
			return nil, err
		}
		var nodes []corpus.Node
		for _, h := range res.Hits {
			nodes = append(nodes, h.Node)
		}
		held, err := l.heldNodes(ctx, nodes)
		if err != nil {
			return nil, err
		}
		for _, d := range held {
			if slices.ContainsFunc(d.Numbers, func(n string) bool { return bareNumber(n) == want }) ||
				slices.ContainsFunc(d.Sources, func(s corpus.Source) bool { return s.ID != "" && bareNumber(s.ID) == want }) {
				found = append(found, d)
			}
		}
	}
	return found, nil
}

// bareNumber keeps the letters and digits of a number: the ways of writing one
// differ in the rest.
func bareNumber(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, strings.ToUpper(s))
}

func digits(s string) (n int) {
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}
