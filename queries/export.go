package queries

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/extract"
	"github.com/attendu/attendu/graph/export"
)

// ExportRequest says what is exported, and in which forms. The zero value is every
// decision, as Parquet.
type ExportRequest struct {
	// Formats are of ExportFormats; none means parquet.
	Formats []string `json:"formats"`
	// Tables are of ExportTables, for the formats of flat tables; none means all.
	Tables []string `json:"tables"`
	// Query keeps the decisions that answer it: see SearchRequest.Text. Courts, From and
	// To are those of SearchRequest.
	Query  string      `json:"query"`
	Courts []string    `json:"courts"`
	From   corpus.Date `json:"from"`
	To     corpus.Date `json:"to"`
	// Decisions keeps those that are named, in any usual writing. It does not go with Query.
	Decisions []string `json:"decisions"`
	// Base is the beginning of the IRIs of nodes in RDF; "" means ExportBase.
	Base string `json:"base"`
	// Again writes every file, also those that are there as they would be written, and
	// replaces an export of other decisions.
	Again bool `json:"again"`
	// Progress is told now and then how many decisions of how many have been written in
	// the format that is being written; nil for none.
	Progress func(format string, done, total int64) `json:"-"`
}

// ExportBase is the beginning of the IRIs of nodes where a request gives none.
const ExportBase = export.DefaultBase

// ExportAnswer is what an export holds.
type ExportAnswer struct {
	Folder string `json:"folder"`
	export.Manifest
	// Written are the paths of the files that were written now, Kept those that were
	// there already, Removed those of another state of the library.
	Written []string `json:"written"`
	Kept    []string `json:"kept"`
	Removed []string `json:"removed"`
}

// Export writes files into a folder, which is made when it is missing, with a manifest and,
// for tables, a data dictionary (datapackage.json). Each file is there as a whole or not at
// all. What the manifest says to be of this very state of the library is not written again,
// so that an export that was interrupted goes on; files of another state are removed first.
// It answers Conflict when the folder holds an export of other decisions, or a file that no
// export has written, or when the library is changed meanwhile.
func (l *Library) Export(ctx context.Context, folder string, req ExportRequest) (*ExportAnswer, error) {
	x, err := l.exporter(ctx, req)
	if err != nil {
		return nil, coded(err)
	}
	f, err := openExport(folder, x)
	if err != nil {
		return nil, coded(err)
	}
	for _, group := range f.pending() {
		if err := f.write(group); err != nil {
			return nil, coded(err)
		}
	}
	if err := f.manifest.WriteDataPackage(folder); err != nil {
		return nil, coded(err)
	}
	return f.answer(), nil
}

// ExportTo writes the one file of a request to w: one format, and of flat tables one table.
func (l *Library) ExportTo(ctx context.Context, w io.Writer, req ExportRequest) error {
	x, err := l.exporter(ctx, req)
	if err != nil {
		return coded(err)
	}
	plan := x.plan
	if len(plan) > 1 && plan[1].path == vocabularyFile {
		plan = plan[:1]
	}
	if len(plan) != 1 {
		return invalid("%d files cannot be written one behind the other: name a folder, or one format and one table", len(plan))
	}
	_, err = x.run(plan, []io.Writer{w})
	return coded(err)
}

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
	x := &exporter{l: l, ctx: ctx, req: req, source: l.exportSource(ctx)}
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
	x.total, err = x.of.count(ctx)
	return x, err
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

// selects reports whether a request asks for less than every decision.
func (r ExportRequest) selects() bool {
	return strings.TrimSpace(r.Query) != "" || len(r.Courts) > 0 || r.From != "" || r.To != "" || len(r.Decisions) > 0
}

// hashOf names a list of nodes.
func hashOf(nodes []corpus.Node) string {
	h := sha256.New()
	for _, n := range nodes {
		fmt.Fprintln(h, n)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// exportFolder is a folder that is written.
type exportFolder struct {
	*exporter
	dir      string
	manifest export.Manifest
	written  []string
	removed  []string
}

// openExport makes a folder ready: what is of another state is removed, and what no
// export has written is not touched.
func openExport(dir string, x *exporter) (*exportFolder, error) {
	f := &exportFolder{exporter: x, dir: dir, manifest: export.Manifest{Format: export.ManifestFormat, Versions: versions(), Of: x.state,
		Sources: []export.SourceCount{}, Files: []export.FileInfo{}}}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, &Error{Code: Conflict, Message: dir + " is a file; an export is a folder"}
	}
	if isLibrary(dir) {
		return nil, &Error{Code: Conflict, Message: dir + " is a library; an export needs a folder of its own"}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, &Error{Code: Invalid, Message: fmt.Sprintf("cannot make the folder %s: %v", dir, err), Err: err}
	}
	old, err := export.ReadManifest(dir)
	if err != nil {
		return nil, &Error{Code: Conflict, Message: fmt.Sprintf("%s holds a manifest.json of something else", dir), Err: err}
	}
	if err := f.clear(old); err != nil {
		return nil, err
	}
	for _, p := range x.plan {
		if _, known := f.manifest.File(p.path); known {
			continue
		}
		if _, err := os.Lstat(filepath.Join(dir, p.path)); err == nil {
			return nil, &Error{Code: Conflict, Message: fmt.Sprintf("%s is there already, and no export has written it", filepath.Join(dir, p.path))}
		}
	}
	return f, f.manifest.Write(dir)
}

// clear takes over what an older manifest has of this state, and removes the rest.
func (f *exportFolder) clear(old *export.Manifest) error {
	for _, p := range allFiles() { // a writer that was killed leaves them
		if err := os.Remove(filepath.Join(f.dir, p+export.Partial)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	if old == nil {
		return nil
	}
	if part := old.Of.Part(); part != f.state.Part() && !f.req.Again {
		return &Error{Code: Conflict, Message: fmt.Sprintf("%s holds an export of %s; name another folder, or ask to write it again, which replaces it", f.dir, part)}
	}
	same := old.Format == export.ManifestFormat && old.Versions == versions() && old.Of == f.state
	if same {
		f.manifest.Sources, f.manifest.Decisions = old.Sources, old.Decisions
	}
	for _, file := range old.Files {
		path := filepath.Join(f.dir, filepath.Base(file.Path)) // never out of the folder
		info, err := os.Stat(path)
		switch again := f.req.Again && slices.ContainsFunc(f.plan, func(p plannedFile) bool { return p.path == file.Path }); {
		case same && again, same && (err != nil || info.Size() != file.Bytes): // written anew
			if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
				return err
			}
			continue
		case same:
			f.manifest.Files = append(f.manifest.Files, file)
			continue
		}
		if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		f.removed = append(f.removed, file.Path)
	}
	return nil
}

// pending are the files that are to be written, those of one format together.
func (f *exportFolder) pending() (groups [][]plannedFile) {
	last := ""
	for _, p := range f.plan {
		if _, done := f.manifest.File(p.path); done {
			continue
		}
		if len(groups) == 0 || p.format != last {
			groups = append(groups, nil)
			last = p.format
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], p)
	}
	return groups
}

// write writes some files and then the manifest.
func (f *exportFolder) write(group []plannedFile) (err error) {
	files, outs := make([]*export.File, 0, len(group)), make([]io.Writer, 0, len(group))
	done := 0
	defer func() {
		for _, file := range files[done:] {
			err = errors.Join(err, file.Discard())
		}
	}()
	for _, p := range group {
		file, err := export.CreateFile(filepath.Join(f.dir, p.path))
		if err != nil {
			return err
		}
		files, outs = append(files, file), append(outs, file)
	}
	sum, err := f.run(group, outs)
	if err != nil {
		return err
	}
	for i, p := range group {
		done++ // Commit discards what it cannot end
		size, hash, err := files[i].Commit()
		if err != nil {
			return err
		}
		f.manifest.Files = append(f.manifest.Files, export.FileInfo{Path: p.path, Format: p.format, Table: p.table, Rows: sum.rows[i], Bytes: size, SHA256: hash})
		f.written = append(f.written, p.path)
	}
	if sum.over {
		f.manifest.Decisions, f.manifest.Sources = sum.decisions, sum.sources.list()
	}
	sortFiles(f.manifest.Files)
	return f.manifest.Write(f.dir)
}

func (f *exportFolder) answer() *ExportAnswer {
	a := &ExportAnswer{Folder: f.dir, Manifest: f.manifest, Written: append([]string{}, f.written...), Kept: []string{}, Removed: append([]string{}, f.removed...)}
	for _, file := range f.manifest.Files {
		if !slices.Contains(f.written, file.Path) {
			a.Kept = append(a.Kept, file.Path)
		}
	}
	return a
}
