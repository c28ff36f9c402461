// Package checkpoint publishes states of something that is written, each as a folder,
// for other processes to read.
//
//	root/00000007        published: complete, never changed again
//	root/00000007/lock   shared by those who read it
//	root/new             on its way; of no meaning to readers
//	root/old-00000006    on its way out
//
// One process publishes: a folder is filled beside the others and then takes its name,
// so that a reader never sees a part of it. Those before it are removed as soon as
// nobody reads them. The package knows nothing of what the folders hold.
package checkpoint

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/attendu/attendu/queries/flock"
)

// ErrNone says that nothing has been published.
var ErrNone = errors.New("no checkpoint was published")

const (
	fresh    = "new"
	outgoing = "old-"
	lockFile = "lock"
	digits   = 8
)

// Publish makes a new folder by fill, which is given a path where an empty folder is,
// and publishes it. What was published before is removed unless somebody reads it.
// The caller sees to it that one publishes at a time.
func Publish(root string, fill func(dir string) error) error {
	if err := publish(root, fill); err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	if err := Tidy(root); err != nil {
		return err
	}
	return nil
}

func publish(root string, fill func(dir string) error) (err error) {
	dir := filepath.Join(root, fresh)
	if err := os.RemoveAll(dir); err != nil { // of one that was killed
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(dir))
		}
	}()
	if err := fill(dir); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, lockFile), nil, 0o644); err != nil {
		return err
	}
	numbers, err := published(root)
	if err != nil {
		return err
	}
	next := uint64(1)
	if len(numbers) > 0 {
		next = numbers[len(numbers)-1] + 1
	}
	if err := syncFolder(dir); err != nil {
		return err
	}
	if err := os.Rename(dir, path(root, next)); err != nil {
		return err
	}
	return syncFolder(root)
}

// Tidy removes what is no longer needed: all but the last one published, unless
// somebody reads them, and what a process that was killed left behind.
func Tidy(root string) error {
	numbers, err := published(root)
	if err != nil {
		return fmt.Errorf("checkpoint: tidy: %w", err)
	}
	for _, n := range numbers[:max(len(numbers)-1, 0)] {
		if e := retire(root, n); e != nil && !errors.Is(e, flock.ErrLocked) {
			err = errors.Join(err, e)
		}
	}
	left, e := filepath.Glob(filepath.Join(root, outgoing+"*"))
	for _, dir := range append(left, filepath.Join(root, fresh)) {
		e = errors.Join(e, os.RemoveAll(dir))
	}
	if err = errors.Join(err, e); err != nil {
		return fmt.Errorf("checkpoint: tidy: %w", err)
	}
	return nil
}

// retire removes one that was published. It loses its name first: who comes late finds
// either nothing or a lock.
func retire(root string, n uint64) error {
	lock, err := flock.Exclusive(filepath.Join(path(root, n), lockFile))
	if err != nil {
		return err
	}
	old := filepath.Join(root, outgoing+name(n))
	if runtime.GOOS == "windows" { // which keeps the name of a folder while a file in it is open
		if err := lock.Close(); err != nil {
			return err
		}
		if os.Rename(path(root, n), old) != nil {
			return flock.ErrLocked // by one who has just come
		}
		return os.RemoveAll(old)
	}
	err = os.Rename(path(root, n), old)
	if err = errors.Join(err, lock.Close()); err != nil {
		return err
	}
	return os.RemoveAll(old)
}

// published are the numbers of those that are there, the oldest first.
func published(root string) (numbers []uint64, err error) {
	entries, err := os.ReadDir(root)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	for _, e := range entries {
		if n, err := strconv.ParseUint(e.Name(), 10, 64); err == nil && e.IsDir() && name(n) == e.Name() {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	return numbers, err
}

func name(n uint64) string {
	s := strconv.FormatUint(n, 10)
	return strings.Repeat("0", max(digits-len(s), 0)) + s
}

func path(root string, n uint64) string { return filepath.Join(root, name(n)) }

// syncFolder makes the names in a folder safe, where the system can.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = f.Sync() // some systems cannot sync a folder
	return f.Close()
}
