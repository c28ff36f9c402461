package httpapi

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/kept"
	"github.com/danielgtaylor/huma/v2"
)

// Problem is an error as RFC 9457 has it. Code is that of package queries; the status
// follows from it.
type Problem struct {
	Title  string       `json:"title"`
	Status int          `json:"status"`
	Detail string       `json:"detail"` // one line for a person
	Code   queries.Code `json:"code" enum:"not_found,invalid,not_yet,conflict,unavailable,read_only,closed,canceled,internal"`
	// Column, Hint and Pointer show where a query is wrong: see queries.Error.
	Column  int    `json:"column,omitempty"`
	Hint    string `json:"hint,omitempty"`
	Pointer string `json:"pointer,omitempty"`
	// Candidates are the decisions that a name fits, where it fits several.
	Candidates []corpus.Key `json:"candidates,omitempty"`
	// Errors are the parameters that are wrong.
	Errors []ParameterError `json:"errors,omitempty"`
}

// ParameterError says what is wrong with a parameter.
type ParameterError struct {
	Location string `json:"location"` // query.limit
	Message  string `json:"message"`
}

func (p *Problem) Error() string  { return p.Detail }
func (p *Problem) GetStatus() int { return p.Status }

// ContentType is that of problems.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// statuses are the HTTP statuses of codes.
var statuses = map[queries.Code]int{
	queries.NotFound:    http.StatusNotFound,
	queries.Invalid:     http.StatusBadRequest,
	queries.NotYet:      http.StatusNotImplemented,
	queries.Conflict:    http.StatusConflict,
	queries.Unavailable: http.StatusServiceUnavailable,
	queries.ReadOnly:    http.StatusForbidden,
	queries.Closed:      http.StatusServiceUnavailable,
	queries.Canceled:    http.StatusServiceUnavailable,
	queries.Internal:    http.StatusInternalServerError,
}

// Status is the HTTP status of an error of package queries.
func Status(err error) int { return statuses[queries.CodeOf(err)] }

// problemOf makes a problem of an error. What goes wrong within stays within: the
// message of an internal error may name files.
func problemOf(err error) *Problem {
	var p *Problem
	if errors.As(err, &p) {
		return p
	}
	var large *kept.TooLargeError
	if errors.As(err, &large) {
		return &Problem{Status: http.StatusRequestEntityTooLarge, Title: http.StatusText(http.StatusRequestEntityTooLarge),
			Code: queries.Invalid, Detail: large.Error()}
	}
	if errors.Is(err, kept.ErrSlow) {
		return &Problem{Status: http.StatusRequestTimeout, Title: http.StatusText(http.StatusRequestTimeout), Code: queries.Invalid, Detail: kept.ErrSlow.Error()}
	}
	p = &Problem{Status: Status(err), Code: queries.CodeOf(err), Detail: "a fault of the server or of its disk"}
	p.Title = http.StatusText(p.Status)
	var e *queries.Error
	switch {
	case p.Code == queries.Internal:
	case p.Code == queries.Canceled:
		p.Detail = "the question took too long, and was stopped"
	case errors.As(err, &e):
		p.Detail, p.Column, p.Hint, p.Pointer, p.Candidates = e.Message, e.Column, e.Hint, e.Pointer, e.Candidates
	}
	return p
}

// WriteProblem answers with an error of package queries.
func WriteProblem(w http.ResponseWriter, r *http.Request, err error) { problemOf(err).write(w, r) }

func (p *Problem) write(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", p.ContentType(""))
	h.Set("Cache-Control", "no-store")
	if p.Status == http.StatusServiceUnavailable {
		h.Set("Retry-After", "1")
	}
	w.WriteHeader(p.Status)
	if r.Method != http.MethodHead {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		_ = e.Encode(p) // who went away need not be told
	}
}

// newError makes problems of what huma finds wrong with a request.
func newError(status int, message string, errs ...error) huma.StatusError {
	p := &Problem{Status: status, Detail: message, Code: queries.Internal}
	if status < http.StatusInternalServerError {
		p.Code = queries.Invalid
	}
	if status == http.StatusUnprocessableEntity {
		p.Status = http.StatusBadRequest
	}
	for _, err := range errs {
		var d huma.ErrorDetailer
		if errors.As(err, &d) {
			x := d.ErrorDetail()
			p.Errors = append(p.Errors, ParameterError{Location: x.Location, Message: x.Message})
		}
	}
	if len(p.Errors) > 0 {
		var lines []string
		for _, e := range p.Errors {
			lines = append(lines, strings.TrimPrefix(e.Location, "query.")+": "+e.Message)
		}
		p.Detail = strings.Join(lines, "; ")
	}
	p.Title = http.StatusText(p.Status)
	return p
}
