package web

import (
	"fmt"
	"html/template"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/attendu/attendu/queries/kept"
)

// Options are for New. The zero value is usable.
type Options struct {
	// Origin is the beginning of permanent addresses, as readers reach them:
	// "https://droit.example.org". "" takes that of each request.
	Origin string
	// Timeout bounds the work for one page; 0 means 20 seconds.
	Timeout time.Duration
	// Keeper keeps pages, and bounds the work; nil makes each page anew.
	Keeper *kept.Keeper
	// Log is told of faults that are ours or the disk's; nil means slog.Default.
	Log *slog.Logger
}

// site is the pages of one library.
type site struct {
	lib    Library
	opt    Options
	words  *words
	faults *faults
	track  *tracking
	assets *assets
	pages  map[language]*template.Template
	mux    *http.ServeMux
	tally  tally
}

// New makes the pages of a library. An error is a fault of what is embedded.
func New(lib Library, opt Options) (http.Handler, error) {
	if opt.Timeout <= 0 {
		opt.Timeout = 20 * time.Second
	}
	if opt.Log == nil {
		opt.Log = slog.Default()
	}
	s := &site{lib: lib, opt: opt, mux: http.NewServeMux()}
	var err error
	if s.words, err = loadWords(); err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	if s.faults, err = loadFaults(); err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	if s.track, err = loadTracking(); err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	if s.assets, err = loadAssets(); err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	if err := s.parse(); err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	s.mux.HandleFunc("GET /{$}", s.page(s.home))
	s.mux.HandleFunc("GET /search", s.page(s.search, searchParameters()...))
	s.mux.HandleFunc("GET /decisions/{key...}", s.page(s.decision, "at"))
	s.mux.HandleFunc("GET /articles/{ref...}", s.page(s.article, "at", "exact", "offset"))
	s.mux.HandleFunc("GET /graph/{key...}", s.page(s.graph, "as"))
	s.mux.HandleFunc("GET /help", s.page(s.help))
	s.mux.HandleFunc("GET /", s.page(func(v *visit) (*answer, error) { return nil, notHere(v.r.URL.Path) }))
	return secured(s.doors()), nil
}

// doors lets assets pass, and keeps pages.
func (s *site) doors() http.Handler {
	var pages http.Handler = s.mux
	if k := s.opt.Keeper; k != nil {
		pages = k.Door(pages, kept.Door{Key: s.key, Heavy: heavy, Timeout: s.opt.Timeout, Fail: s.fail})
	}
	mux := http.NewServeMux()
	mux.Handle("GET /assets/", s.assets)
	mux.Handle("GET /", s.track.untracked(chosen(pages)))
	return mux
}

// heavy reports whether a page takes long: many decisions are looked at for it.
func heavy(r *http.Request) bool {
	return strings.HasPrefix(r.URL.Path, "/articles/") || strings.HasPrefix(r.URL.Path, "/graph/")
}

// key is what a page depends on beside its address: language and look of the reader, and
// how permanent addresses begin.
func (s *site) key(r *http.Request) string {
	return string(languageOf(r)) + " " + look(r) + " " + s.originOf(r)
}

// fail shows an error that came before a page was begun.
func (s *site) fail(w http.ResponseWriter, r *http.Request, err error) {
	v := s.visit(r.Context(), r)
	s.write(w, v, s.errorPage(v, err))
}
