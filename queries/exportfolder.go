package queries

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/attendu/attendu/graph/export"
)

// exportFolder is a folder that is written.
type exportFolder struct {
	*exporter
	dir      string
	manifest export.Manifest
	written  []string
	removed  []string
}

// makeExport makes the folder of an export where there is none.
func makeExport(dir string) error {
	if dir == "" {
		return invalid("the name of the folder is empty")
	}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return &Error{Code: Conflict, Message: dir + " is a file; an export is a folder"}
	}
	if isLibrary(dir) {
		return &Error{Code: Conflict, Message: dir + " is a library; an export needs a folder of its own"}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return &Error{Code: Invalid, Message: fmt.Sprintf("cannot make the folder %s: %v", dir, err), Err: err}
	}
	return nil
}

// openExport makes a folder ready: what is of another state is removed, and what no
// export has written is not touched.
func openExport(dir string, x *exporter) (*exportFolder, error) {
	f := &exportFolder{exporter: x, dir: dir, manifest: export.Manifest{Format: export.ManifestFormat, Versions: versions(), Of: x.state,
		Sources: []export.SourceCount{}, Files: []export.FileInfo{}}}
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
