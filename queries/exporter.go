package queries

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/extract"
	"github.com/attendu/attendu/graph/export"
)

// exporter is one export.
type exporter struct {
	l      *Library
	ctx    context.Context
	req    ExportRequest
	plan   []plannedFile
	terms  export.Terms
	of     selection
	state  export.State
	total  int64
	source *exportSource
}

// exporter checks a request and finds what is to be exported.
func (l *Library) exporter(ctx context.Context, req ExportRequest) (*exporter, error) {
	x := &exporter{l: l, ctx: ctx, req: req}
	var err error
	if x.plan, err = planOf(req); err != nil {
		return nil, err
	}
	if x.terms, err = export.NewTerms(req.Base); err != nil {
		return nil, invalid("%s", strings.TrimPrefix(err.Error(), "export: "))
	}
	if x.state, err = l.exportState(ctx, req); err != nil {
		return nil, err
	}
	if x.of, err = l.selection(ctx, req); err != nil {
		return nil, err
	}
	if len(req.Decisions) > 0 {
		x.state.Decisions = hashOf(x.of.nodes)
	}
	if x.total, err = x.of.count(ctx); err != nil {
		return nil, err
	}
	x.source, err = l.exportSource(ctx, x.total)
	return x, err
}

// close ends an export, which has ended with an error or nil.
func (x *exporter) close(err error) error {
	if lost := x.source.Close(); lost != nil {
		return errors.Join(err, lost)
	}
	return err
}

// into writes the files that a folder lacks.
func (x *exporter) into(folder string) (*ExportAnswer, error) {
	if err := makeExport(folder); err != nil {
		return nil, err
	}
	unlock, err := lockExport(folder)
	if err != nil {
		return nil, err
	}
	defer unlock()
	f, err := openExport(folder, x)
	if err != nil {
		return nil, err
	}
	for _, group := range f.pending() {
		if err := f.write(group); err != nil {
			return nil, err
		}
	}
	if err := f.manifest.WriteDataPackage(folder); err != nil {
		return nil, err
	}
	return f.answer(), nil
}

// onto writes the one file of the plan.
func (x *exporter) onto(w io.Writer) error {
	plan := x.plan
	if len(plan) > 1 && plan[1].path == vocabularyFile {
		plan = plan[:1]
	}
	if len(plan) != 1 {
		return invalid("%d files cannot be written one behind the other: name a folder, or one format and one table", len(plan))
	}
	_, err := x.run(plan, []io.Writer{w})
	return err
}

// versions say what writes.
func versions() export.Versions {
	return export.Versions{Attendu: Version(), Extract: extract.Version}
}

// exportState names the state of the library and the part that a request asks for.
func (l *Library) exportState(ctx context.Context, req ExportRequest) (export.State, error) {
	s := export.State{Sequence: l.store.Seq(), ArticleSequence: l.store.ArticleSeq(), Base: req.Base}
	if s.Base == "" {
		s.Base = ExportBase
	}
	if q := (ExportRequest{Query: req.Query, Courts: req.Courts, From: req.From, To: req.To}); q.selects() {
		parts := []string{strings.TrimSpace(req.Query)}
		for _, p := range [][2]string{{"juridiction", strings.Join(req.Courts, ",")}, {"from", string(req.From)}, {"to", string(req.To)}} {
			if p[1] != "" {
				parts = append(parts, p[0]+"="+p[1])
			}
		}
		s.Query = strings.TrimSpace(strings.Join(parts, " "))
	}
	if s.Sequence == 0 {
		return s, nil
	}
	h := sha256.New()
	for c, err := range l.store.Changes(ctx, s.Sequence-1) {
		if err != nil {
			return s, err
		}
		b, err := json.Marshal(c)
		if err != nil {
			return s, err
		}
		h.Write(b)
	}
	s.LastChange = hex.EncodeToString(h.Sum(nil))
	return s, nil
}

// hashOf names a list of nodes.
func hashOf(nodes []corpus.Node) string {
	h := sha256.New()
	for _, n := range nodes {
		fmt.Fprintln(h, n)
	}
	return hex.EncodeToString(h.Sum(nil))
}
