package server

import (
	"encoding/json"
	"net/http"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/httpapi"
	"github.com/attendu/attendu/queries/kept"
	"github.com/attendu/attendu/queries/mcp"
	"github.com/attendu/attendu/queries/web"
)

// handler puts the doors together.
func (s *Server) handler() (http.Handler, error) {
	keeper := kept.New(s.lib, kept.Options{CacheBytes: s.opt.CacheBytes, Observe: s.metrics.cache})
	pages, err := web.New(s.lib, web.Options{Origin: s.opt.Origin, Log: s.opt.Log, Keeper: keeper})
	if err != nil {
		return nil, err
	}
	api, err := httpapi.New(s.lib, httpapi.Options{Pages: pages, Keeper: keeper,
		Fault: func(err error) { s.opt.Log.Error("a question failed", "error", err.Error()) }})
	if err != nil {
		return nil, err
	}
	answers, err := packed(api)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/", answers) // the others stream, or pack themselves
	const read = "GET, HEAD"
	mux.Handle("/healthz", httpapi.Methods(read, http.HandlerFunc(s.health)))
	mux.Handle("/metrics", httpapi.Methods(read, s.metrics.handler()))
	mux.Handle("/sources", httpapi.Methods(http.MethodPost, http.HandlerFunc(s.sources)))
	mux.Handle("/mcp", httpapi.Methods(http.MethodPost, mcp.New(s.lib, mcp.Options{Version: queries.Version()}).HTTPHandler()))
	// A page of another origin can send no request that changes anything.
	origins := http.NewCrossOriginProtection()
	origins.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		refuse(w, r, http.StatusForbidden, "a page of another origin can change nothing here")
	}))
	return s.observe(s.guard(origins.Handler(mux))), nil
}

// health says whether the library answers.
func (s *Server) health(w http.ResponseWriter, r *http.Request) {
	at, err := s.lib.Position(r.Context())
	if err != nil {
		s.opt.Log.Error("the library does not answer", "error", err.Error())
		httpapi.WriteProblem(w, r, &queries.Error{Code: queries.Unavailable, Message: "the library does not answer", Err: err})
		return
	}
	writeJSON(w, http.StatusOK, struct {
		Status string `json:"status"`
		queries.Position
	}{"ok", at})
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // who went away need not be told
}
