package server

import (
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/httpapi"
)

// routes are the places whose requests are counted apart. What a path names beyond them
// is not told: it may be a name or a question of a person.
var routes = []string{"/", "/openapi.yaml", "/openapi.json", "/healthz", "/metrics", "/sources", "/mcp", "/search",
	"/decisions", "/articles", "/graph", "/help", "/assets"}

// routeOf is the place of a path, "other" for one that is unknown.
func (s *Server) routeOf(path string) string {
	if op, ok := strings.CutPrefix(path, httpapi.Prefix+"/"); ok {
		op, _, _ = strings.Cut(op, "/")
		if slices.Contains(s.operations, op) {
			return httpapi.Prefix + "/" + op
		}
		return "other"
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	if slices.Contains(routes, "/"+first) {
		return "/" + first
	}
	return "other"
}

// methodOf is a method as it is counted: who invents one does not grow the metrics.
func methodOf(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodOptions, http.MethodPut, http.MethodDelete, http.MethodPatch:
		return method
	}
	return "other"
}

// observe counts and logs requests, and answers for what panics.
func (s *Server) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		route, method := s.routeOf(r.URL.Path), methodOf(r.Method)
		rec := &statusWriter{ResponseWriter: w}
		s.metrics.flight.Inc()
		defer func() {
			s.metrics.flight.Dec()
			level := slog.LevelInfo
			if route == "/healthz" || route == "/metrics" { // asked every few seconds
				level = slog.LevelDebug
			}
			fault := recover()
			if fault != nil && fault != http.ErrAbortHandler {
				level = slog.LevelError
				s.opt.Log.Error("panic", "route", route, "fault", fmt.Sprint(fault), "stack", string(debug.Stack()))
				if rec.status == 0 {
					httpapi.WriteProblem(rec, r, &queries.Error{Code: queries.Internal, Message: "a fault"})
				}
			}
			if rec.status == 0 {
				rec.status = http.StatusOK
			}
			if rec.status >= http.StatusInternalServerError && rec.status != http.StatusServiceUnavailable {
				level = slog.LevelError
			}
			took := time.Since(began)
			s.metrics.request(route, method, rec.status, took)
			s.opt.Log.Log(r.Context(), level, "request", "route", route, "method", method, "status", rec.status,
				"ms", float64(took.Microseconds())/1000, "bytes", rec.bytes)
			if fault == http.ErrAbortHandler {
				panic(fault)
			}
		}()
		next.ServeHTTP(rec, r)
	})
}

// statusWriter notes what was answered.
type statusWriter struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (w *statusWriter) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *statusWriter) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach what is below.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// Flush is for handlers that stream.
func (w *statusWriter) Flush() { _ = http.NewResponseController(w.ResponseWriter).Flush() }
