package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/attendu/attendu/queries"
)

const (
	exitOK       = 0
	exitFault    = 1   // a fault of attendu or of the disk
	exitUsage    = 2   // the command or the request makes no sense
	exitNotFound = 3   // no such library, or decision in it
	exitSkipped  = 4   // done, but something could not be read
	exitInUse    = 5   // another process has the library
	exitConflict = 6   // the library has a newer format, or the folder, file or address is taken
	exitBelow    = 7   // eval: worse than --min
	exitStopped  = 8   // graph: the query was stopped before its end
	exitWrong    = 9   // verify: a citation or quotation is wrong
	exitCanceled = 130 // Ctrl-C
)

const exitHelp = `Exit codes:
  0  done
  1  a fault of attendu or of the disk
  2  the command or the request makes no sense, or a file cannot be written there
  3  no such library or snapshot, or no such decision in it
  4  done, but something could not be read, a file that is not there among it, or was
     left out because there was too much of it (each is named on standard error)
  5  the library is in use by another process
  6  the library was written by a newer attendu, the folder holds other things, the
     file is no library, the file to write is there already, or the address to listen
     on is taken
  7  eval: the F1 of citations is below --min
  8  graph: the query was stopped before its end (time or memory), and what it had
     found was printed
  9  verify: a citation or quotation is wrong, or likely wrong
  130  interrupted

With --json an error is one object on standard error: {"error": {"code": "not_found",
"message": "…"}, "exit_code": 3}; the codes are not_found, invalid, not_yet, conflict,
unavailable, closed, canceled and internal, and an error in a query has column, hint and
pointer, too. What is only named (skipped, set aside) stays a line of text.`

// errSkipped ends a command that has done its work but could not read
// something; it has told which already.
var errSkipped = errors.New("something was skipped")

// errStopped ends graph when its query was stopped; it has told so already.
var errStopped = errors.New("the query was stopped")

// usageError is a wrong use of the command line itself.
type usageError struct{ error }

// failure is the object that a command with --json prints on standard error in place of
// a line for people.
type failure struct {
	Error *queries.Error `json:"error"`
	Exit  int            `json:"exit_code"`
}

// jsonError writes an error as one line of JSON: {"error":{"code":…,"message":…},
// "exit_code":…}, with column, hint and pointer where a query is wrong.
func jsonError(w io.Writer, err error, code int) {
	var e *queries.Error
	if !errors.As(err, &e) {
		e = &queries.Error{Code: queries.CodeOf(err), Message: err.Error()}
		if code == exitUsage {
			e.Code = queries.Invalid
		}
	}
	line, fault := json.Marshal(failure{Error: e, Exit: code})
	if fault != nil {
		fmt.Fprintln(w, "attendu:", err)
		return
	}
	fmt.Fprintf(w, "%s\n", line)
}

// showPlace shows where in a query an error is: a caret under the query.
func showPlace(w io.Writer, err error) {
	var e *queries.Error
	if errors.As(err, &e) && e.Pointer != "" {
		fmt.Fprintln(w, "    "+strings.ReplaceAll(e.Pointer, "\n", "\n    "))
	}
}

// exitCode is the one place where errors become exit codes.
func exitCode(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errSkipped):
		return exitSkipped
	case errors.As(err, &usage):
		return exitUsage
	case errors.Is(err, errBelow):
		return exitBelow
	case errors.Is(err, errStopped):
		return exitStopped
	case errors.Is(err, errWrong):
		return exitWrong
	}
	switch queries.CodeOf(err) {
	case queries.Invalid, queries.NotYet, queries.ReadOnly:
		return exitUsage
	case queries.NotFound:
		return exitNotFound
	case queries.Unavailable:
		return exitInUse
	case queries.Conflict:
		return exitConflict
	case queries.Canceled:
		return exitCanceled
	}
	return exitFault
}
