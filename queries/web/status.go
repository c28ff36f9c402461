package web

import (
	"errors"
	"net/http"

	"github.com/attendu/attendu/queries"
)

// statuses are the answers of HTTP to the codes of queries.
var statuses = map[queries.Code]int{
	queries.NotFound: http.StatusNotFound, queries.Invalid: http.StatusBadRequest, queries.NotYet: http.StatusBadRequest,
	queries.Conflict: http.StatusConflict, queries.Unavailable: http.StatusServiceUnavailable,
	queries.Closed: http.StatusServiceUnavailable, queries.Canceled: http.StatusServiceUnavailable,
	queries.ReadOnly: http.StatusForbidden, queries.Internal: http.StatusInternalServerError,
}

// notHere is the error of an address that nothing answers.
func notHere(path string) error {
	return &queries.Error{Code: queries.NotFound, Message: "there is no page " + path}
}

// errorPage shows an error. What is our fault is written to the log, and not told.
func (s *site) errorPage(v *visit, err error) *answer {
	var e *queries.Error
	if !errors.As(err, &e) {
		e = &queries.Error{Code: queries.Internal, Message: err.Error()}
	}
	message, known := s.faults.translate(v.l, e.Message)
	switch {
	case e.Code == queries.Internal:
		s.opt.Log.Error("page", "path", v.r.URL.Path, "error", err)
		message = ""
	case !known && e.Code != queries.Invalid && e.Code != queries.NotFound: // the title says as much
		message = ""
	}
	return &answer{Status: statuses[e.Code], Template: "error.html", Title: v.text("error." + string(e.Code)),
		Data: map[string]any{"Code": e.Code, "Message": message, "Foreign": !known}}
}
