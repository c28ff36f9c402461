package index

import (
	"fmt"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/bm25"
)

// courtsOf asks for any of the courts named; nil when all names are blank.
func courtsOf(names []string) Expr {
	var any Any
	for _, name := range names {
		if strings.TrimSpace(name) != "" {
			any = append(any, Court(name))
		}
	}
	if any == nil {
		return nil
	}
	return any
}

// partyNode asks for words that stand together in one name.
func partyNode(name string) bm25.Node {
	n := bm25.Near{Field: fieldParties, Plain: true}
	words := distinct(terms(cut(name)))
	for i, w := range words[:min(len(words), maxTerms)] {
		n.Parts = append(n.Parts, bm25.Part{{{Any: []string{w}}}})
		if i > 0 {
			n.Within = append(n.Within, bm25.Gap-1)
		}
	}
	if len(n.Parts) == 0 {
		return bm25.Or{}
	}
	return n
}

// isNode asks for one of the values of a field.
func isNode(e Is) bm25.Node {
	n := bm25.Values{Field: string(e.Field)}
	for _, v := range e.Values {
		switch e.Field {
		case Number:
			v = canonNumber(v)
		case ECLI:
			v = canonECLI(v)
		}
		n.Any = append(n.Any, v)
	}
	return n
}

// courtNode asks for a kind or for a single court.
func courtNode(name string) bm25.Node {
	kind, place, one := strings.Cut(strings.ToLower(strings.TrimSpace(name)), "/")
	if !one {
		return bm25.Values{Field: fieldKind, Any: []string{kind}}
	}
	court := corpus.Court{Kind: corpus.CourtKind(kind), Place: place}
	return bm25.Values{Field: fieldCourt, Any: []string{courtName(court)}}
}

// daysNode asks for the days from one to another, both included.
func daysNode(e Days) (bm25.Node, error) {
	if e.From == "" && e.To == "" {
		return bm25.And{}, nil
	}
	from, to := uint32(1), ^uint32(0)
	if e.From != "" {
		if from = dayNumber(e.From); from == 0 {
			return nil, fmt.Errorf("%q is no day", e.From)
		}
	}
	if e.To != "" {
		if to = dayNumber(e.To); to == 0 {
			return nil, fmt.Errorf("%q is no day", e.To)
		}
	}
	return bm25.Set{Docs: func(s *bm25.Segment) (*roaring.Bitmap, error) {
		days, err := daysOf(s)
		if err != nil {
			return nil, err
		}
		docs := roaring.New()
		some := make([]uint32, 0, 1024)
		for doc, day := range days {
			if day < from || day > to {
				continue
			}
			if some = append(some, uint32(doc)); len(some) == cap(some) {
				docs.AddMany(some)
				some = some[:0]
			}
		}
		docs.AddMany(some)
		return docs, nil
	}}, nil
}
