package web

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/kept"
)

// visit is one request for a page.
type visit struct {
	*speaker
	r      *http.Request
	site   *site
	ctx    context.Context
	Theme  string // "light" or "dark" where the reader chose; "" follows the system
	Query  url.Values
	origin string
}

// answer is what a page shows: the template and its data. Status 0 means 200.
type answer struct {
	Status   int
	Template string
	Title    string
	Data     any
	JSON     []byte // instead of a page
	Meta     []meta
	Coins    string
	// Permanent is the path of the page that stays; "" where there is none.
	Permanent string
	// Script is a further script of the page; Wide takes the whole width.
	Script string
}

// shown is what the layout is given.
type shown struct {
	*answer
	V *visit
}

// PageName is the name of the template, for styles: "decision".
func (s shown) PageName() string { return strings.TrimSuffix(s.Template, ".html") }

// Fault is the error of a search; nil elsewhere.
func (s shown) Fault() *pointed {
	if p, ok := s.Data.(*searchPage); ok {
		return p.Fault
	}
	return nil
}

// Address is a path of this site as an address that stays.
func (v *visit) Address(path string) string { return v.origin + path }

// OtherTheme is the look after one that was chosen. Where the look is that of the system, which
// only the browser knows, the style sheet shows the link to the other one.
func (v *visit) OtherTheme() string {
	if v.Theme == "dark" {
		return "light"
	}
	return "auto"
}

// Switch is the address of this page with another language or look.
func (v *visit) Switch(name, value string) string {
	u, err := url.Parse(v.With("", ""))
	if err != nil {
		return "/"
	}
	q := u.Query()
	q.Set(name, value)
	u.RawQuery = q.Encode()
	return u.String()
}

// Say tells what queries says in the language of the visit.
func (v *visit) Say(message string) string { return v.site.faults.say(v.l, message) }

// Source names where a fact is from: a file without its folders, or the text.
func (v *visit) Source(from string) string {
	if from == queries.FromText {
		return v.text("source.text")
	}
	return from[strings.LastIndexAny(from, `/\\`)+1:]
}

// Fact writes the value of a fact for a reader: a day in full, the size of the text, the
// chamber as lawyers say it.
func (v *visit) Fact(d *queries.DecisionAnswer, field, value string) string {
	switch field {
	case "date":
		if day, err := corpus.ParseDate(value); err == nil {
			return v.day(day)
		}
	case "chamber", "formation":
		return v.site.chamber(d, value)
	case "text":
		return v.count("fact.bytes", len(d.Text))
	}
	return value
}

// page makes a handler of a page: it sets language and look, bounds the time, and
// shows errors as pages.
// Beside those that every page has, one takes the parameters named, "*" before those that may
// be repeated.
func (s *site) page(make func(*visit) (*answer, error), parameters ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), s.opt.Timeout)
		defer cancel()
		v := s.visit(ctx, r)
		a, err := (*answer)(nil), v.check(parameters)
		if err == nil {
			a, err = make(v)
		}
		if err != nil {
			a = s.errorPage(v, err)
		}
		s.write(w, v, a)
	}
}

// check refuses an address that cannot be read as a whole, a parameter that the page does not
// have, and two values where it takes one.
func (v *visit) check(parameters []string) error {
	q, err := kept.Query(v.r)
	if err != nil {
		return err
	}
	known := []string{}
	for _, name := range parameters {
		known = append(known, strings.TrimPrefix(name, "*"))
	}
	if err := kept.Known(q, append(known, "lang", "theme", "format")...); err != nil {
		return err
	}
	return kept.Once(q, func(name string) bool { return slices.Contains(parameters, "*"+name) })
}

// visit is a request as the pages see it.
func (s *site) visit(ctx context.Context, r *http.Request) *visit {
	return &visit{speaker: s.words.in(languageOf(r)), r: r, site: s, ctx: ctx, Query: r.URL.Query(), Theme: look(r), origin: s.originOf(r)}
}

// write renders a page as a whole before the first byte goes out, so that a fault of a
// template is never half a page.
func (s *site) write(w http.ResponseWriter, v *visit, a *answer) {
	h := w.Header()
	h.Set("Cache-Control", "private, no-cache")
	body, kind := a.JSON, "application/json; charset=utf-8"
	if a.JSON == nil {
		var b bytes.Buffer
		if err := s.pages[v.l].ExecuteTemplate(&b, a.Template, shown{a, v}); err != nil {
			s.opt.Log.Error("page", "path", v.r.URL.Path, "error", err)
			http.Error(w, v.text("error.internal"), http.StatusInternalServerError)
			return
		}
		body, kind = b.Bytes(), "text/html; charset=utf-8"
	}
	h.Set("Content-Type", kind)
	h.Set("Content-Language", string(v.l))
	if a.Status == http.StatusServiceUnavailable {
		h.Set("Retry-After", "1")
	}
	if a.Status != 0 {
		w.WriteHeader(a.Status)
	}
	_, _ = w.Write(body)
}

// originOf is the beginning of permanent addresses.
func (s *site) originOf(r *http.Request) string {
	if s.opt.Origin != "" {
		return strings.TrimSuffix(s.opt.Origin, "/")
	}
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	return (&url.URL{Scheme: scheme, Host: r.Host}).String()
}
