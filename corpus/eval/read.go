package eval

import (
	"bufio"
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus/source"
)

//go:embed gold/forms.jsonl gold/meant.jsonl gold/decisions
var builtin embed.FS

// Builtin is the project's own gold set; see gold/README.md.
func Builtin() (*Set, error) {
	decisions, err := ReadDecisions(builtin, "gold/decisions")
	if err != nil {
		return nil, err
	}
	set := &Set{Decisions: decisions}
	for _, name := range []string{"gold/forms.jsonl", "gold/meant.jsonl"} {
		data, err := builtin.ReadFile(name)
		if err != nil {
			return nil, err
		}
		forms, err := ReadForms(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		set.Forms = append(set.Forms, forms...)
	}
	return set, nil
}

// Open reads a gold set from disk: a folder of NAME.gold.json beside NAME.txt, a
// file of forms, one JSON object a line, or a folder that holds both, decisions/
// forms.jsonl and perhaps meant.jsonl, as the built-in set does. "" is the built-in
// set.
func Open(name string) (*Set, error) {
	if name == "" {
		return Builtin()
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("eval: %w", err)
	}
	if forms := filepath.Join(name, "forms.jsonl"); exists(forms) && exists(filepath.Join(name, "decisions")) {
		set, err := Open(forms)
		if err != nil {
			return nil, err
		}
		rest, err := Open(filepath.Join(name, "decisions"))
		if err != nil {
			return nil, err
		}
		set.Decisions = rest.Decisions
		if meant := filepath.Join(name, "meant.jsonl"); exists(meant) {
			more, err := Open(meant)
			if err != nil {
				return nil, err
			}
			set.Forms = append(set.Forms, more.Forms...)
		}
		return set, nil
	}
	if info.IsDir() {
		decisions, err := ReadDecisions(os.DirFS(name), ".")
		if err != nil {
			return nil, fmt.Errorf("eval: %s: %w", name, err)
		}
		return &Set{Decisions: decisions}, nil
	}
	f, err := os.Open(filepath.Clean(name))
	if err != nil {
		return nil, fmt.Errorf("eval: %w", err)
	}
	defer f.Close()
	forms, err := ReadForms(f)
	if err != nil {
		return nil, fmt.Errorf("eval: %s: %w", name, err)
	}
	return &Set{Forms: forms}, nil
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// ReadDecisions reads the annotated decisions of a folder, in the order of their
// names. A gold file that is wrong, or without its text, is an error.
func ReadDecisions(fsys fs.FS, dir string) ([]Decision, error) {
	files, err := fs.Glob(fsys, path.Join(dir, "*.gold.json"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%w: there is no *.gold.json in it", ErrGold)
	}
	slices.Sort(files)
	var list []Decision
	for _, file := range files {
		d, err := readDecision(fsys, strings.TrimSuffix(file, ".gold.json"))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path.Base(file), err)
		}
		list = append(list, *d)
	}
	return list, nil
}

func readDecision(fsys fs.FS, stem string) (*Decision, error) {
	data, err := fs.ReadFile(fsys, stem+".gold.json")
	if err != nil {
		return nil, err
	}
	d := &Decision{Name: path.Base(stem)}
	if err := json.Unmarshal(data, d); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrGold, err)
	}
	raw, err := fs.ReadFile(fsys, stem+".txt")
	if err != nil {
		return nil, err
	}
	if d.Text, err = text(stem+".txt", raw); err != nil {
		return nil, err
	}
	return d, d.settle()
}

// text reads a file as decisions are read. Gold offsets point into the file, so
// that it must be in the one form of texts already: UTF-8, NFC, LF.
func text(name string, raw []byte) (string, error) {
	for rec := range source.Read(context.Background(), name, bytes.NewReader(raw), source.Options{}) {
		if rec.Err != nil {
			return "", rec.Err
		}
		if rec.Doc.Text != string(raw) {
			return "", fmt.Errorf("%w: the text is not UTF-8 with NFC letters and LF line ends", ErrGold)
		}
		return rec.Doc.Text, nil
	}
	return "", fmt.Errorf("%w: no text", ErrGold)
}

// maxForm is the longest line of forms that is read, in bytes.
const maxForm = 1 << 20

// ReadForms reads forms, one JSON object a line.
func ReadForms(r io.Reader) ([]Form, error) {
	var list []Form
	seen := map[string]bool{}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxForm)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var f Form
		err := json.Unmarshal(lines.Bytes(), &f)
		if err != nil {
			err = fmt.Errorf("%w: %v", ErrGold, err)
		} else if err = f.settle(); err == nil && seen[f.ID] {
			err = fmt.Errorf("%w: the id %s comes twice", ErrGold, f.ID)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		seen[f.ID] = true
		list = append(list, f)
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%w: there is no form in it", ErrGold)
	}
	return list, nil
}
