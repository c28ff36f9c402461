package queries

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/attendu/attendu/queries/snapshot"
)

// seenFiles notes, beside a snapshot that was unpacked into the cache, which files were
// found to be that snapshot: one a line, by size, time of change and path. A file that
// is not among them is verified before the cache answers for it.
type seenFiles struct{ note string }

// line is how a file stands in the note.
func (seenFiles) line(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%d %d %q", info.Size(), info.ModTime().UnixNano(), path), nil
}

// check verifies a file unless it is noted. A cache that cannot be written is no error:
// the file is verified again the next time.
func (s seenFiles) check(ctx context.Context, path string, r *snapshot.Reader) error {
	line, err := s.line(path)
	if err != nil {
		return err
	}
	if b, err := os.ReadFile(s.note); err == nil && slices.Contains(strings.Split(string(b), "\n"), line) {
		return nil
	}
	if err := r.VerifyParts(ctx); err != nil {
		return err
	}
	s.add(line)
	return nil
}

func (s seenFiles) add(line string) {
	f, err := os.OpenFile(s.note, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return
	}
	_, _ = f.WriteString(line + "\n") // see check
	_ = f.Close()
}
