package httpapi

import (
	"bytes"
	"errors"
	"net/http"
	"strings"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/kept"
)

// maxKey bounds the name of a decision, in bytes.
const maxKey = 512

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
		case f == &formats[0]:
			json.ServeHTTP(w, r)
		default:
			a.export(w, r, key, f)
		}
	})
}

// export answers with a decision in a form of the exports.
func (a *api) export(w http.ResponseWriter, r *http.Request, key string, f *format) {
	q := r.URL.Query()
	if err := errors.Join(kept.Known(q, "format"), kept.Once(q, func(string) bool { return false })); err != nil {
		WriteProblem(w, r, err)
		return
	}
	if len(key) > maxKey {
		WriteProblem(w, r, newError(http.StatusUnprocessableEntity, "the key is too long"))
		return
	}
	var b bytes.Buffer // an error in the middle is no half answer
	if err := a.lib.ExportTo(r.Context(), &b, queries.ExportRequest{Formats: []string{f.name}, Decisions: []string{key}}); err != nil {
		a.problem(r.Context(), err).write(w, r)
		return
	}
	media := f.media
	if kind, _, _ := strings.Cut(media, "/"); kind == "text" {
		media += "; charset=utf-8"
	}
	w.Header().Set("Content-Type", media)
	_, _ = w.Write(b.Bytes()) // who went away need not be told
}
