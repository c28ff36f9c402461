package snapshot

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/klauspost/compress/zstd"
)

// decision is a record of Decisions.
type decision struct {
	*corpus.Decision
	Text string `json:"text"`
}

// Writer writes a snapshot: all decisions, then all articles, then Close.
type Writer struct {
	zip   *zip.Writer
	parts []Part
	now   *part
}

// NewWriter begins a snapshot. What it writes to w is complete after Close.
func NewWriter(w io.Writer) *Writer { return &Writer{zip: zip.NewWriter(w)} }

// Decision adds a decision. They must come by node.
func (w *Writer) Decision(d *corpus.Decision) error {
	if err := w.record(Decisions, decision{d, d.Text}); err != nil {
		return fmt.Errorf("snapshot: %s: %w", d.Node, err)
	}
	return nil
}

// Article adds a version of an article. They must come in the order of a store.
func (w *Writer) Article(a *law.ArticleVersion) error {
	if err := w.record(Articles, a); err != nil {
		return fmt.Errorf("snapshot: %s: %w", a.ID, err)
	}
	return nil
}

// Close writes the manifest, of which Format and Parts are filled in, and returns the
// identity of the snapshot.
func (w *Writer) Close(m Manifest) (id string, err error) {
	for _, name := range []string{Decisions, Articles} { // those that hold nothing
		if err := w.begin(name); err != nil {
			return "", fmt.Errorf("snapshot: %w", err)
		}
	}
	if err := w.end(); err != nil {
		return "", fmt.Errorf("snapshot: %w", err)
	}
	m.Format, m.Parts = Format, w.parts
	b, err := m.bytes()
	if err != nil {
		return "", fmt.Errorf("snapshot: %w", err)
	}
	out, err := w.create(manifestName)
	if err == nil {
		_, err = out.Write(b)
	}
	if err == nil {
		err = w.zip.Close()
	}
	if err != nil {
		return "", fmt.Errorf("snapshot: %w", err)
	}
	return identity(b), nil
}

// create begins an entry, without a day: the same content has the same bytes.
func (w *Writer) create(name string) (io.Writer, error) {
	return w.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
}

// record adds a line to a part.
func (w *Writer) record(name string, v any) error {
	if err := w.begin(name); err != nil {
		return err
	}
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	w.now.Records++
	w.now.Plain += int64(line.Len())
	_, err := w.now.zstd.Write(line.Bytes())
	return err
}

// part is the part that is being written.
type part struct {
	Part
	zstd *zstd.Encoder
	hash hash.Hash
	out  io.Writer
}

// Write takes what was compressed.
func (p *part) Write(b []byte) (int, error) {
	p.hash.Write(b)
	p.Bytes += int64(len(b))
	return p.out.Write(b)
}

// begin makes a part the present one. They come in one order.
func (w *Writer) begin(name string) error {
	if w.now != nil && w.now.Name == name || name == Decisions && len(w.parts) > 0 {
		return nil
	}
	if name == Articles && w.now == nil && len(w.parts) == 0 { // no decision came
		if err := w.begin(Decisions); err != nil {
			return err
		}
	}
	if err := w.end(); err != nil {
		return err
	}
	out, err := w.create(name)
	if err != nil {
		return err
	}
	p := &part{Part: Part{Name: name}, hash: sha256.New(), out: out}
	// One goroutine: where blocks end must not depend on the machine.
	p.zstd, err = zstd.NewWriter(p, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedBetterCompression))
	w.now = p
	return err
}

// end completes the present part.
func (w *Writer) end() error {
	if w.now == nil {
		return nil
	}
	if err := w.now.zstd.Close(); err != nil {
		return err
	}
	w.now.SHA256 = hex.EncodeToString(w.now.hash.Sum(nil))
	w.parts = append(w.parts, w.now.Part)
	w.now = nil
	return nil
}
