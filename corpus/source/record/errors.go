package record

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/attendu/attendu/corpus"
)

// The reasons why a record holds no document.
var (
	// ErrUnknown is content of no format that a reader knows: binary data, an
	// empty file, JSON or XML of another kind.
	ErrUnknown = errors.New("unknown content")
	// ErrMalformed is content of a known format that breaks its rules.
	ErrMalformed = errors.New("malformed")
	// ErrTooLarge is a text beyond the limit that the caller set.
	ErrTooLarge = errors.New("too large")
	// ErrNotDecision is content that is recognised and is no decision, such as
	// an article of LEGI. It is set aside, and the error says what it is.
	ErrNotDecision = errors.New("not a decision")
	// ErrNoArticle is a record of LEGI that holds no article that is kept: a
	// section, a structure, a text, an article of a text that is neither a code nor
	// an act with a number. It is an ErrNotDecision, and so usual that only their
	// number is worth telling.
	ErrNoArticle = fmt.Errorf("%w", ErrNotDecision)
	// ErrKnown is a file that is not read, for the caller knows it already.
	ErrKnown = errors.New("already known")
)

// Withdrawn is the error of a record by which the publisher asks that a
// decision be removed (Judilibre: "to_be_deleted"; DILA: a line of a list of
// suppressions). It is an ErrNotDecision.
type Withdrawn struct {
	// Source is the source that is no more, by its ID and Format; Path, Dataset
	// and Issued are those of the request.
	Source corpus.Source
}

// Error says which decision is withdrawn.
func (w *Withdrawn) Error() string {
	return fmt.Sprintf("%v: decision %s is withdrawn by its publisher", ErrNotDecision, w.Source.ID)
}

// Unwrap makes every Withdrawn an ErrNotDecision.
func (w *Withdrawn) Unwrap() error { return ErrNotDecision }

// Unknown is an ErrUnknown with its reason.
func Unknown(format string, a ...any) error { return because(ErrUnknown, format, a...) }

// Malformed is an ErrMalformed with its cause. An error that already is one of
// this package, or of the file system or a context, keeps its own kind, so that
// a limit or a broken disk met in the middle of a text is not taken for a fault
// of the text.
func Malformed(cause error) error {
	var disk *fs.PathError
	if errors.As(cause, &disk) || errors.Is(cause, context.Canceled) || errors.Is(cause, context.DeadlineExceeded) {
		return cause
	}
	for _, kind := range []error{ErrTooLarge, ErrUnknown, ErrNotDecision, ErrMalformed} {
		if errors.Is(cause, kind) {
			return cause
		}
	}
	return fmt.Errorf("%w: %w", ErrMalformed, cause)
}

// NotDecision is an ErrNotDecision that says what was found instead.
func NotDecision(format string, a ...any) error { return because(ErrNotDecision, format, a...) }

// NoArticle is an ErrNoArticle that says what was found instead.
func NoArticle(format string, a ...any) error { return because(ErrNoArticle, format, a...) }

func because(kind error, format string, a ...any) error {
	return fmt.Errorf("%w: %s", kind, fmt.Sprintf(format, a...))
}
