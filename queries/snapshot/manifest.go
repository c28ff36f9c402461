package snapshot

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"

	"github.com/attendu/attendu/graph"
)

// Format is the version of the file. It grows when an older attendu could misread it.
const Format = 1

// Extension is how the files are named.
const Extension = ".attendu"

// The entries of a file.
const (
	Decisions    = "decisions.jsonl.zst"
	Articles     = "articles.jsonl.zst"
	manifestName = "manifest.json"
)

var (
	// ErrForeign: the file is no snapshot.
	ErrForeign = errors.New("this is no snapshot of attendu")
	// ErrDamaged: the file was changed or cut since it was written.
	ErrDamaged = errors.New("the snapshot is damaged")
	// ErrFormat: a newer attendu wrote the file.
	ErrFormat = errors.New("the snapshot has a newer format")
)

// Manifest says what a snapshot holds.
type Manifest struct {
	Format int `json:"format"`
	// Attendu is the version of the program that packed the library, ExtractVersion and
	// LibraryFormat are those it has; a library that was not indexed again since may hold
	// decisions that earlier rules read.
	Attendu        string `json:"attendu"`
	ExtractVersion int    `json:"extract_version"`
	LibraryFormat  int    `json:"library_format"`
	// Counts are those of the library.
	Counts graph.Stats `json:"counts"`
	// WholeLaw says that a full archive of LEGI was taken in.
	WholeLaw bool     `json:"whole_law"`
	Sources  []Source `json:"sources"`
	Parts    []Part   `json:"parts"`
}

// Source counts what one publisher gave.
type Source struct {
	Format  string `json:"format"`
	Dataset string `json:"dataset"`
	// Decisions counts those that it gave, each once for each of its files.
	Decisions int64 `json:"decisions"`
	// First and Last are the first and the last issue, "20250714-210112"; "" where
	// they are not known.
	First string `json:"first"`
	Last  string `json:"last"`
}

// Part is one entry of the file. Sizes are in bytes.
type Part struct {
	Name    string `json:"name"`
	Records int64  `json:"records"`
	Bytes   int64  `json:"bytes"`
	SHA256  string `json:"sha256"` // of the entry as it is stored
	Plain   int64  `json:"plain"`  // bytes when it is decompressed
}

// bytes is how a manifest is written.
func (m *Manifest) bytes() ([]byte, error) {
	b, err := json.MarshalIndent(m, "", "  ")
	return append(b, '\n'), err
}

// identity is the SHA-256 of a manifest as it is written: since it holds those of the
// parts, the name of all that the snapshot holds.
func identity(manifest []byte) string {
	sum := sha256.Sum256(manifest)
	return hex.EncodeToString(sum[:])
}
