package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ManifestName is the file that says what an export is of. Format grows when its form does.
const (
	ManifestName   = "manifest.json"
	ManifestFormat = 1
)

// Manifest says what an export is of, what made it, and what its files are. It has no time
// of day: the same library gives the same bytes.
type Manifest struct {
	Format   int      `json:"format"`
	Versions Versions `json:"versions"`
	// Of says which state of which library was exported, and what of it: files of
	// another are written anew.
	Of State `json:"of"`
	// Sources count the decisions by where their text is from.
	Sources []SourceCount `json:"sources"`
	// Decisions are how many were exported.
	Decisions int64      `json:"decisions"`
	Files     []FileInfo `json:"files"`
}

// State is the state of a library, and the part of it that is exported.
type State struct {
	Sequence        uint64 `json:"sequence"`         // of the last change of a decision
	ArticleSequence uint64 `json:"article_sequence"` // of the last change of an article of law
	LastChange      string `json:"last_change"`      // SHA-256 of the last change, which tells libraries apart
	Query           string `json:"query"`            // "" is every decision
	Decisions       string `json:"decisions"`        // SHA-256 of the nodes named one by one; "" for none
	Base            string `json:"base"`             // of the IRIs
}

// Part says for people which part of a library it is.
func (s State) Part() string {
	part := "every decision"
	switch {
	case s.Query != "":
		part = "the decisions that answer " + s.Query
	case s.Decisions != "":
		part = "decisions named one by one (" + s.Decisions[:min(8, len(s.Decisions))] + ")"
	}
	if s.Base != DefaultBase {
		part += " under " + s.Base
	}
	return part
}

// SourceCount counts the decisions of a format and a dataset.
type SourceCount struct {
	Format    string `json:"format"`
	Dataset   string `json:"dataset"`
	Decisions int64  `json:"decisions"`
	// FirstIssued and LastIssued are when the archives were issued that they come from.
	FirstIssued string `json:"first_issued"`
	LastIssued  string `json:"last_issued"`
}

// FileInfo is one file of an export.
type FileInfo struct {
	Path   string `json:"path"`
	Format string `json:"format"`
	Table  string `json:"table,omitempty"`
	// Rows are rows of a table, quads, items, or nodes and edges together.
	Rows   int64  `json:"rows"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// ReadManifest reads the manifest of a folder; nil when there is none.
func ReadManifest(dir string) (*Manifest, error) {
	b, err := os.ReadFile(filepath.Join(dir, ManifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	m := new(Manifest)
	if err := json.Unmarshal(b, m); err != nil || m.Format == 0 {
		return nil, fmt.Errorf("export: %s is no manifest of an export", filepath.Join(dir, ManifestName))
	}
	return m, nil
}

// Write replaces the manifest of a folder as a whole.
func (m *Manifest) Write(dir string) error {
	b, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return writeWhole(filepath.Join(dir, ManifestName), append(b, '\n'))
}

// WriteDataPackage writes datapackage.json beside the tables of the manifest; it takes it
// away where there are none.
func (m *Manifest) WriteDataPackage(dir string) error {
	path := filepath.Join(dir, "datapackage.json")
	var tables []Resource
	for _, f := range m.Files {
		if f.Table != "" {
			tables = append(tables, Resource{Path: f.Path, Table: f.Table, Format: TableFormat(f.Format), Bytes: f.Bytes, SHA256: f.SHA256})
		}
	}
	if len(tables) == 0 {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	b, err := DataPackage(tables)
	if err != nil {
		return err
	}
	return writeWhole(path, b)
}

// File finds a file of the manifest by its path.
func (m *Manifest) File(path string) (FileInfo, bool) {
	for _, f := range m.Files {
		if f.Path == path {
			return f, true
		}
	}
	return FileInfo{}, false
}

func writeWhole(path string, b []byte) error {
	f, err := CreateFile(path)
	if err != nil {
		return err
	}
	if _, err := f.Write(b); err != nil {
		return errors.Join(err, f.Discard())
	}
	_, _, err = f.Commit()
	return err
}
