package queries

import (
	"context"
	"errors"
	"strings"

	"github.com/attendu/attendu/graph/export"
)

// Citation writes one held decision, named as in Decision, as writers cite it: as
// "reflex", "csl", "bibtex" or "ris", one item as Export writes it. It asks of the
// library that decision only.
func (l *Library) Citation(ctx context.Context, reference, form string) (string, error) {
	d, err := l.find(ctx, reference)
	if err != nil {
		return "", coded(err)
	}
	var b strings.Builder
	w := export.NewCitations(&b, export.CitationFormat(form))
	if w == nil {
		return "", invalid("a citation is written as reflex, csl, bibtex or ris, not as %q", form)
	}
	source, err := l.exportSource(ctx, 1)
	if err != nil {
		return "", coded(err)
	}
	cited, err := export.NewCited(d, source)
	if err = errors.Join(err, source.Close()); err != nil {
		return "", coded(err)
	}
	if err := w.Cite(cited); err != nil {
		return "", coded(err)
	}
	if err := w.Close(); err != nil {
		return "", coded(err)
	}
	return b.String(), nil
}
