package server

import (
	"errors"
	"net/http"
	"path/filepath"
	"time"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/httpapi"
	"github.com/attendu/attendu/queries/kept"
	"github.com/attendu/attendu/queries/relay"
)

// maxNotices bounds how many records an answer names.
const maxNotices = 1000

// SourcesAnswer is what became of a source that was posted.
type SourcesAnswer struct {
	queries.Summary
	// Notices are the records that were skipped, refused, withdrawn, set aside or
	// doubtful; More is how many further ones there were.
	Notices []queries.Added `json:"notices"`
	More    int             `json:"more"`
}

// sources indexes what is posted: the files and folders of path=, else the body. It is
// the owner's alone, from this machine.
func (s *Server) sources(w http.ResponseWriter, r *http.Request) {
	if !s.owns(r) {
		w.Header().Set("WWW-Authenticate", `Bearer realm="attendu owner"`)
		refuse(w, r, http.StatusUnauthorized, "a source is taken from this machine, with the token of serve.json in the folder of the library")
		return
	}
	ctl := http.NewResponseController(w)
	_ = errors.Join(ctl.SetReadDeadline(time.Time{}), ctl.SetWriteDeadline(time.Time{})) // indexing takes its time
	q, err := kept.Query(r)
	if err == nil {
		err = kept.Known(q, "path")
	}
	if err != nil {
		httpapi.WriteProblem(w, r, err)
		return
	}
	paths := q["path"]
	for _, p := range paths {
		if !filepath.IsAbs(p) {
			httpapi.WriteProblem(w, r, invalid("path is %q; it must be absolute, for the server stands elsewhere", p))
			return
		}
	}
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	ans := SourcesAnswer{Notices: []queries.Added{}}
	body := http.MaxBytesReader(w, r.Body, s.opt.MaxSource)
	ctx, done := s.untilStop(r.Context())
	defer done()
	ans.Summary, err = s.lib.Add(ctx, paths, queries.AddOptions{Stdin: body, Each: func(x queries.Added) {
		s.metrics.records.WithLabelValues(x.Outcome).Inc()
		switch {
		case x.Reason == "" || x.Usual:
		case len(ans.Notices) < maxNotices:
			ans.Notices = append(ans.Notices, x)
		default:
			ans.More++
		}
	}})
	if err != nil {
		s.opt.Log.Error("indexing", "error", err.Error())
		httpapi.WriteProblem(w, r, err)
		return
	}
	s.logAdded("indexed", ans.Summary)
	writeJSON(w, http.StatusOK, ans)
}

// owns reports whether a request comes from this machine and shows the owner's token.
func (s *Server) owns(r *http.Request) bool { return relay.Authorized(r, s.ownerToken) }

// logAdded says what an indexing has done.
func (s *Server) logAdded(message string, sum queries.Summary) {
	s.opt.Log.Info(message, "files", sum.Files, "added", sum.Added, "replaced", sum.Replaced, "unchanged", sum.Unchanged,
		"skipped", sum.Skipped, "articles_added", sum.Articles.Added)
}
