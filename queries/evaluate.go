package queries

import (
	"context"
	"errors"
	"io"
	"io/fs"

	"github.com/attendu/attendu/corpus/eval"
)

// Evaluation is how well the extraction does on a gold set; see package
// corpus/eval for what the figures mean.
type Evaluation struct {
	*eval.Report
	// Change is the difference to an older evaluation; nil when none was given.
	Change *eval.Change `json:"change,omitempty"`
}

// Fault is one place where the extraction and the gold set differ.
type Fault = eval.Fault

// Evaluate measures the extraction against a gold set: a folder of *.gold.json
// beside *.txt, or a file of forms, or "" for the set that is built in. older is
// an evaluation that was saved, to compare with, or nil.
func (r *Reader) Evaluate(ctx context.Context, gold string, older io.Reader) (*Evaluation, error) {
	var before *eval.Report
	if older != nil {
		var err error
		if before, err = eval.Saved(older); err != nil {
			return nil, invalid("%v", err)
		}
	}
	set, err := eval.Open(gold)
	if err != nil {
		return nil, goldError(err)
	}
	rep, err := eval.Measure(ctx, r.x, set)
	if err != nil {
		return nil, coded(err)
	}
	e := &Evaluation{Report: rep}
	if before != nil {
		e.Change = eval.Compare(before, rep)
	}
	return e, nil
}

// Listing writes faults for a person, one a line.
func Listing(faults []Fault) string { return eval.Listing(faults) }

// goldError gives an error of reading a gold set its code.
func goldError(err error) error {
	code := Invalid
	if errors.Is(err, fs.ErrNotExist) {
		code = NotFound
	}
	return &Error{Code: code, Message: err.Error(), Err: err}
}
