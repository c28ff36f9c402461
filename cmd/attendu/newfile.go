package main

import (
	"errors"
	"io/fs"
	"os"

	"github.com/attendu/attendu/queries"
)

// newFile makes a file that is not there yet: what somebody has is not overwritten.
func newFile(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	switch {
	case errors.Is(err, fs.ErrExist):
		return nil, &queries.Error{Code: queries.Conflict, Message: name + " is there already and is not overwritten", Err: err}
	case err != nil:
		return nil, &queries.Error{Code: queries.Invalid, Message: err.Error(), Err: err}
	}
	return f, nil
}
