package httpapi

import (
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/attendu/attendu/queries"
)

// format is a form in which a decision is given.
type format struct {
	name  string // as ?format= has it
	media string
	// also are other media types that mean the same.
	also []string
}

// formats are those of a decision, under their names among queries.ExportFormats; the
// first is that of every other answer.
var formats = []format{
	{name: "json", media: "application/json"},
	{name: "jsonld", media: "application/ld+json"},
	{name: "turtle", media: "text/turtle"},
	{name: "nquads", media: "application/n-quads"},
	{name: "bibtex", media: "application/x-bibtex", also: []string{"text/x-bibtex"}},
	{name: "csl", media: "application/vnd.citationstyles.csl+json"},
	{name: "ris", media: "application/x-research-info-systems"},
	{name: "reflex", media: "text/plain"},
}

// html is the form of the pages.
const html = "text/html"

// accepted gives the best of some media types for a header Accept: that of the highest
// quality, and of equals the one offered first; "" when none will do. No header takes
// anything. A range takes what no more specific one speaks of.
func accepted(header string, offered []string) (best string) {
	if strings.TrimSpace(header) == "" {
		return offered[0]
	}
	quality := map[string]float64{}
	for part := range strings.SplitSeq(header, ",") {
		media, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		q := 1.0
		if s, given := params["q"]; given {
			if q, err = strconv.ParseFloat(s, 64); err != nil || !(q >= 0 && q <= 1) {
				continue
			}
		}
		quality[media] = q
	}
	bestQ := 0.0
	for _, o := range offered {
		kind, _, _ := strings.Cut(o, "/")
		for _, name := range []string{o, kind + "/*", "*/*"} {
			if q, ok := quality[name]; ok {
				if q > bestQ {
					best, bestQ = o, q
				}
				break
			}
		}
	}
	return best
}

// formatOf says in which form a decision is wanted: by ?format=, else by Accept.
func formatOf(r *http.Request) (*format, error) {
	if name := r.URL.Query().Get("format"); name != "" {
		for i := range formats {
			if formats[i].name == name {
				return &formats[i], nil
			}
		}
		return nil, &queries.Error{Code: queries.Invalid, Message: "there is no format " + strconv.Quote(name) + "; there are " + names()}
	}
	var offered []string
	by := map[string]*format{}
	for i := range formats {
		for _, m := range append([]string{formats[i].media}, formats[i].also...) {
			offered, by[m] = append(offered, m), &formats[i]
		}
	}
	if f := by[accepted(r.Header.Get("Accept"), offered)]; f != nil {
		return f, nil
	}
	p := problemOf(&queries.Error{Code: queries.Invalid, Message: "none of the forms asked for is available; there are " + strings.Join(offered, ", ")})
	p.Status, p.Title = http.StatusNotAcceptable, http.StatusText(http.StatusNotAcceptable)
	return nil, p
}

func names() string {
	var list []string
	for _, f := range formats {
		list = append(list, f.name)
	}
	return strings.Join(list, ", ")
}

// wantsPage reports whether a person is asking: HTML is liked better than what programs
// read, and no format is named.
func wantsPage(r *http.Request) bool {
	if name := r.URL.Query().Get("format"); name != "" {
		return name == "html"
	}
	offered := []string{"application/json"}
	for _, f := range formats {
		offered = append(append(offered, f.media), f.also...)
	}
	return accepted(r.Header.Get("Accept"), append(offered, html)) == html
}

// permanent answers at the addresses that people and programs share: it hands on to the
// pages, or to the API under Prefix.
func (a *api) permanent(api http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept")
		if a.opt.Pages != nil && wantsPage(r) {
			a.opt.Pages.ServeHTTP(w, r)
			return
		}
		to := r.Clone(r.Context())
		to.URL.Path = Prefix + to.URL.Path
		if to.URL.RawPath != "" {
			to.URL.RawPath = Prefix + to.URL.RawPath
		}
		if to.URL.Query().Get("format") == "json" && !strings.HasPrefix(r.URL.Path, "/decisions/") {
			to.URL.RawQuery = withoutFormat(to.URL.RawQuery)
		}
		api.ServeHTTP(w, to)
	})
}

// withoutFormat is a query without its format, as it is else: what cannot be read of it is
// refused later.
func withoutFormat(query string) string {
	return strings.Join(slices.DeleteFunc(strings.Split(query, "&"), func(pair string) bool { return pair == "format=json" }), "&")
}
