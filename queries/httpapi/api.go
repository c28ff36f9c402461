package httpapi

import (
	"context"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/kept"
	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

// Version is that of the API; what breaks a client gets another prefix.
const (
	Version = "1.0.0"
	Prefix  = "/api/v1"
)

// Options steer an API. The zero value is usable.
type Options struct {
	// Pages answers those who want HTML at /decisions/, /articles/ and /search, and
	// everything else that is not the API's; nil answers all as programs.
	Pages http.Handler
	// Keep bounds the answers that are kept, and the work at a time. Keeper keeps them
	// together with those of others; nil makes one of Keep.
	Keep   kept.Options
	Keeper *kept.Keeper
	// Timeout bounds the work on one question, and the wait for its turn; 0 means 10 s.
	Timeout time.Duration
	// Fault is told of what goes wrong within, of which a client learns nothing but that
	// it did; nil tells nobody.
	Fault func(error)
}

func (o *Options) defaults() {
	if o.Timeout <= 0 {
		o.Timeout = 10 * time.Second
	}
	if o.Fault == nil {
		o.Fault = func(error) {}
	}
}

// api answers one library.
type api struct {
	lib *queries.Library
	opt Options
}

// New gives the handler of a library: everything under Prefix, /openapi.yaml,
// /openapi.json, and the permanent addresses /decisions/, /articles/ and /search,
// which are negotiated. Anything else is for the pages, or not found.
func New(lib *queries.Library, opt Options) (http.Handler, error) {
	opt.defaults()
	mux := http.NewServeMux()
	a := &api{lib: lib, opt: opt}
	mux.HandleFunc("/", nothing)
	spec, err := document(a.register(routes{mux}))
	if err != nil {
		return nil, err
	}
	top := http.NewServeMux()
	keeper := opt.Keeper
	if keeper == nil {
		keeper = kept.New(lib, opt.Keep)
	}
	answers := nosniff(keeper.Door(a.formatted(mux), kept.Door{Key: formKey, Heavy: heavy, Timeout: opt.Timeout, Fail: WriteProblem}))
	top.Handle("GET "+Prefix+"/", answers)
	top.Handle("POST "+Prefix+"/verify", answers)
	top.HandleFunc(Prefix+"/", func(w http.ResponseWriter, r *http.Request) {
		allow := "GET, HEAD"
		if r.URL.Path == Prefix+"/verify" {
			allow += ", POST"
		}
		Methods(allow, nil).ServeHTTP(w, r)
	})
	top.HandleFunc("/api/", nothing) // of another version, or of none
	for _, place := range []string{"/decisions/", "/articles/", "/search"} {
		top.Handle(place, Methods("GET, HEAD", a.permanent(top)))
	}
	top.Handle("/openapi.yaml", Methods("GET, HEAD", spec.serve("application/yaml", spec.yaml)))
	top.Handle("/openapi.json", Methods("GET, HEAD", spec.serve("application/openapi+json", spec.json)))
	if opt.Pages != nil {
		top.Handle("/", Methods("GET, HEAD", opt.Pages))
	} else {
		top.HandleFunc("/", nothing)
	}
	return top, nil
}

// formKey is what an answer of the API depends on beside path and query: the form in
// which a decision is wanted.
func formKey(r *http.Request) string {
	if !strings.HasPrefix(r.URL.Path, Prefix+"/decisions/") {
		return ""
	}
	if f, err := formatOf(r); err == nil {
		return f.name
	}
	return "?"
}

// heavyPlaces begin the addresses of questions that many decisions are looked at for.
var heavyPlaces = []string{"/articles/", "/cited-by", "/neighbours", "/path", "/lineage", "/communities", "/similar", "/rank", "/timeline", "/verify"}

// heavy reports whether an answer takes long.
func heavy(r *http.Request) bool {
	path := strings.TrimPrefix(r.URL.Path, Prefix)
	return slices.ContainsFunc(heavyPlaces, func(place string) bool { return strings.HasPrefix(path, place) })
}

// nosniff keeps browsers from taking an answer for what it is not.
func nosniff(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		next.ServeHTTP(w, r)
	})
}

func nothing(w http.ResponseWriter, r *http.Request) {
	WriteProblem(w, r, &queries.Error{Code: queries.NotFound, Message: "there is nothing at this address; /openapi.yaml says what there is"})
}

// routes lets the last parameter of a path take the rest of it: keys hold slashes.
type routes struct{ *http.ServeMux }

func (m routes) HandleFunc(pattern string, f func(http.ResponseWriter, *http.Request)) {
	if rest, ok := strings.CutSuffix(pattern, "}"); ok {
		pattern = rest + "...}"
	}
	m.ServeMux.HandleFunc(pattern, f)
}

// Operations are the names under Prefix that are answered, sorted.
func Operations() (names []string) {
	for path := range (&api{}).register(routes{http.NewServeMux()}).OpenAPI().Paths {
		name, _, _ := strings.Cut(strings.TrimPrefix(path, Prefix+"/"), "/")
		names = append(names, name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// register adds all operations.
func (a *api) register(mux humago.Mux) huma.API {
	x := humago.New(mux, config())
	x.UseMiddleware(strict)
	a.search(x)
	a.decisions(x)
	a.articles(x)
	a.citedBy(x)
	a.graph(x)
	a.verification(x)
	a.measures(x)
	a.lines(x)
	a.library(x)
	return x
}

// configure sets what huma has for the whole process.
var configure = sync.OnceFunc(func() {
	huma.NewError = newError
	huma.DefaultArrayNullable = false // empty lists are []
})

// config is that of huma: nothing of its own is served, and a parameter that is not
// known is refused, for who mistypes a filter must not get what it would have kept out.
func config() huma.Config {
	configure()
	registry := huma.NewMapRegistry(schemaPrefix, huma.DefaultSchemaNamer)
	for _, t := range []reflect.Type{reflect.TypeFor[corpus.Key](), reflect.TypeFor[corpus.Version]()} {
		registry.RegisterTypeAlias(t, reflect.TypeFor[nullable]())
	}
	return huma.Config{
		OpenAPI: &huma.OpenAPI{OpenAPI: "3.1.0",
			Info: &huma.Info{Title: "attendu", Version: Version, Description: about},
			Components: &huma.Components{Schemas: registry, SecuritySchemes: map[string]*huma.SecurityScheme{
				"token": {Type: "http", Scheme: "bearer", Description: "Where the server wants a token."}}},
			Security: []map[string][]string{{}, {"token": {}}}},
		Formats:       map[string]huma.Format{"application/json": huma.DefaultJSONFormat, "json": huma.DefaultJSONFormat},
		DefaultFormat: "application/json", RejectUnknownQueryParameters: true,
	}
}

const about = `A graph of French court decisions that answers. References to provisions and decisions are
taken in any usual writing ("C. civ. 1382", "17-21.434", an ECLI, a key). Every answer says in
left_out what it does not cover. Offsets (start, end) are bytes of the text as UTF-8. An answer
that goes on has next: give it back as after. Errors are problems (RFC 9457) with a code.`

// nullable is a string that is null when it is not known.
type nullable string

// Schema says so.
func (nullable) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeString, Nullable: true}
}

// problem makes a problem of an error of a question, and tells of a fault. Whatever an
// error is once the time of the question is over, it is because of that.
func (a *api) problem(ctx context.Context, err error) *Problem {
	if ctx.Err() != nil {
		err = &queries.Error{Code: queries.Canceled, Message: err.Error(), Err: err}
	}
	if queries.CodeOf(err) == queries.Internal {
		a.opt.Fault(err)
	}
	return problemOf(err)
}

// Methods hands on the methods that are allowed ("GET, HEAD"), answers OPTIONS, and refuses
// the rest with a problem. A handler of nil is for addresses whose methods are registered by
// themselves.
func Methods(allow string, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case h != nil && slices.Contains(strings.Split(allow, ", "), r.Method):
			h.ServeHTTP(w, r)
		case r.Method == http.MethodOptions:
			w.Header().Set("Allow", allow+", OPTIONS")
			w.WriteHeader(http.StatusNoContent)
		default:
			w.Header().Set("Allow", allow+", OPTIONS")
			p := problemOf(&queries.Error{Code: queries.Invalid, Message: r.Method + " is not possible here"})
			p.Status, p.Title = http.StatusMethodNotAllowed, http.StatusText(http.StatusMethodNotAllowed)
			p.write(w, r)
		}
	})
}
