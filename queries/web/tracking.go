package web

import (
	_ "embed"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus/table"
)

//go:embed tracking.tsv
var trackingTSV string

// tracking are the parameters by which others follow a reader.
type tracking struct {
	names    map[string]bool
	prefixes []string
}

func loadTracking() (*tracking, error) {
	rows, err := table.Read("tracking.tsv", trackingTSV, "name", "whose", "examples", "counters")
	if err != nil {
		return nil, err
	}
	t := &tracking{names: map[string]bool{}}
	for _, r := range rows {
		if prefix, ok := strings.CutSuffix(r.Get("name"), "*"); ok {
			t.prefixes = append(t.prefixes, prefix)
		} else {
			t.names[r.Get("name")] = true
		}
	}
	return t, nil
}

// has reports whether a parameter is one of them.
func (t *tracking) has(name string) bool {
	return t.names[name] || slices.ContainsFunc(t.prefixes, func(p string) bool { return len(name) > len(p) && strings.HasPrefix(name, p) })
}

// without takes them out of a query, and leaves the rest as it is written: what cannot be
// read of it is refused later.
func (t *tracking) without(query string) string {
	return strings.Join(slices.DeleteFunc(strings.Split(query, "&"), func(pair string) bool {
		name, _, _ := strings.Cut(pair, "=")
		name, err := url.QueryUnescape(name)
		return err == nil && t.has(name)
	}), "&")
}

// untracked takes them from requests, before pages are kept and link on.
func (t *tracking) untracked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if rest := t.without(r.URL.RawQuery); rest != r.URL.RawQuery {
			plain, address := *r, *r.URL
			address.RawQuery = rest
			plain.URL = &address
			r = &plain
		}
		next.ServeHTTP(w, r)
	})
}
