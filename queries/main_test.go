package queries_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/attendu/attendu/queries"
)

// shelf is the folder of what the tests share, removed behind them.
var shelf string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		var err error
		if shelf, err = os.MkdirTemp("", "queries"); err != nil {
			panic(err)
		}
		defer os.RemoveAll(shelf)
		return m.Run()
	}())
}

// prepared is the folder of a closed library of the examples, made once: to read the
// examples takes longer than most tests.
var prepared = sync.OnceValues(func() (string, error) {
	dir := filepath.Join(shelf, "prepared.lib")
	lib, err := queries.Create(context.Background(), dir, queries.Options{NoSync: true})
	if err != nil {
		return "", err
	}
	_, err = lib.Add(context.Background(), []string{examplesDir}, queries.AddOptions{})
	return dir, errors.Join(err, lib.Close())
})

var copies atomic.Int64

// copied opens a copy of the prepared library, for who asks alone.
func copied() (dir string, lib *queries.Library, err error) {
	from, err := prepared()
	if err != nil {
		return "", nil, err
	}
	dir = filepath.Join(shelf, "copy"+strconv.FormatInt(copies.Add(1), 10)+".lib")
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		return "", nil, err
	}
	lib, err = queries.Open(context.Background(), dir, queries.Options{NoSync: true})
	return dir, lib, err
}
