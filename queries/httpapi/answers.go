package httpapi

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/attendu/attendu/queries"
)

// answers stands before the questions: what was asked before in this state of the
// library is given again, what the client has already is not sent, and the work is done
// by a bounded number at a time.
type answers struct {
	*api
	questions http.Handler
	cache     *cache
	turns     chan struct{} // one for each that works
	queue     chan struct{} // one for each that works or waits
	build     string
}

func newAnswers(a *api, questions http.Handler) http.Handler {
	return &answers{api: a, questions: questions, cache: newCache(max(a.opt.CacheBytes, 0)), build: build(),
		turns: make(chan struct{}, a.opt.Concurrent), queue: make(chan struct{}, a.opt.Concurrent+a.opt.Queue)}
}

// build tells one attendu from another, whose answers may differ.
func build() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	s := info.Main.Version
	for _, x := range info.Settings {
		if x.Key == "vcs.revision" {
			s += x.Value
		}
	}
	return s
}

func (h *answers) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if r.Method == http.MethodPost {
		h.posted(w, r)
		return
	}
	at, err := h.lib.Position(r.Context())
	if err != nil {
		WriteProblem(w, r, err)
		return
	}
	key := h.key(r, at)
	tag := tagOf(at, key)
	if at.Settled && matches(r.Header.Get("If-None-Match"), tag) {
		w.Header().Set("ETag", tag)
		w.Header().Set("Cache-Control", cacheControl)
		w.WriteHeader(http.StatusNotModified)
		return
	}
	a, err := h.answer(r, at, key)
	if err != nil {
		WriteProblem(w, r, err)
		return
	}
	a.write(w, r, tag)
}

// maxPosted bounds what is posted, in bytes.
const maxPosted = 2 << 20

// posted answers a question that has a body, which is read before the question takes its
// turn. Nothing of it is kept.
func (h *answers) posted(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxPosted))
	if err != nil {
		p := problemOf(&queries.Error{Code: queries.Invalid, Message: fmt.Sprintf("the body cannot be read, or has more than %d bytes", maxPosted)})
		p.Status, p.Title = http.StatusRequestEntityTooLarge, http.StatusText(http.StatusRequestEntityTooLarge)
		p.write(w, r)
		return
	}
	ask := r.Clone(r.Context())
	ask.Body = io.NopCloser(bytes.NewReader(body))
	a, _, err := h.ask(ask, queries.Position{})
	if err != nil {
		WriteProblem(w, r, err)
		return
	}
	a.write(w, r, "")
}

// cacheControl lets a client keep an answer, and wants it to ask whether it still holds.
const cacheControl = "private, no-cache"

// key names a request at a position: equal requests have one answer.
func (h *answers) key(r *http.Request, at queries.Position) string {
	form := ""
	if strings.HasPrefix(r.URL.Path, Prefix+"/decisions/") {
		form = "?"
		if f, err := formatOf(r); err == nil {
			form = f.name
		}
	}
	return fmt.Sprintf("%d.%d %s %s %s?%s", at.Change, at.ArticleChange, h.build, form, r.URL.Path, r.URL.Query().Encode())
}

// tagOf is the ETag of an answer: the state of the library, and what was asked.
func tagOf(at queries.Position, key string) string {
	sum := sha256.Sum256([]byte(key))
	return fmt.Sprintf(`"%d.%d-%s"`, at.Change, at.ArticleChange, base64.RawURLEncoding.EncodeToString(sum[:12]))
}

// matches reports whether a header If-None-Match names a tag. "*" names none, for it
// would need an answer to be known to exist.
func matches(header, tag string) bool {
	for part := range strings.SplitSeq(header, ",") {
		if strings.TrimPrefix(strings.TrimSpace(part), "W/") == tag {
			return true
		}
	}
	return false
}

// answer gives what is kept, waits for what another makes, or makes it.
func (h *answers) answer(r *http.Request, at queries.Position, key string) (*answer, error) {
	if !at.Settled || h.opt.CacheBytes < 0 {
		a, settled, err := h.ask(r, at)
		if err == nil {
			a.settled = at.Settled && settled
		}
		return a, err
	}
	a, m, mine := h.cache.get(key)
	h.opt.Observe(h.cache.event(!mine))
	switch {
	case a != nil:
		return a, nil
	case mine:
		return h.make(r, at, key, m)
	}
	select {
	case <-m.done:
	case <-r.Context().Done():
		return nil, &queries.Error{Code: queries.Canceled, Message: "nobody waits any more", Err: r.Context().Err()}
	}
	if m.answer == nil {
		return nil, busy()
	}
	return m.answer, nil
}

// make makes an answer for all who ask for it.
func (h *answers) make(r *http.Request, at queries.Position, key string, m *making) (a *answer, err error) {
	keep := false
	defer func() { h.cache.end(key, m, a, keep) }() // a panic, too, must let the others go
	a, settled, err := h.ask(r, at)
	keep = err == nil && settled && a.status < http.StatusInternalServerError
	if err == nil {
		a.settled = settled
	}
	return a, err
}

// busy is the answer to one too many.
func busy() error {
	return &queries.Error{Code: queries.Unavailable, Message: "the server is at its limit; try again in a second"}
}

// ask does the work in its turn. settled says that the library has not changed meanwhile.
// Others may wait for the same answer: it goes on when its client has gone, within the
// time that it has.
func (h *answers) ask(r *http.Request, at queries.Position) (a *answer, settled bool, err error) {
	select {
	case h.queue <- struct{}{}:
		defer func() { <-h.queue }()
	default:
		return nil, false, busy()
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), h.opt.Timeout)
	defer cancel()
	select {
	case h.turns <- struct{}{}:
		defer func() { <-h.turns }()
	case <-ctx.Done():
		return nil, false, busy()
	}
	rec := &recorder{answer: answer{header: http.Header{}, status: http.StatusOK}}
	question := r.Clone(ctx)
	if r.Method == http.MethodHead { // answered from the same
		question.Method = http.MethodGet
	}
	h.questions.ServeHTTP(rec, question)
	rec.body = rec.buf.Bytes()
	now, err := h.lib.Position(ctx)
	if err != nil {
		return &rec.answer, false, nil // what was answered holds all the same
	}
	return &rec.answer, now == at, nil
}

// write sends an answer.
func (a *answer) write(w http.ResponseWriter, r *http.Request, tag string) {
	h := w.Header()
	for k, v := range a.header {
		h[k] = v
	}
	if a.status == http.StatusOK && a.settled {
		h.Set("ETag", tag)
		h.Set("Cache-Control", cacheControl)
	} else {
		h.Set("Cache-Control", "no-store")
	}
	h.Set("Content-Length", strconv.Itoa(len(a.body)))
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(a.body) // who went away need not be told
	}
}

// recorder takes down an answer.
type recorder struct {
	answer
	buf     bytes.Buffer
	written bool
}

func (r *recorder) Header() http.Header { return r.header }

func (r *recorder) WriteHeader(status int) {
	if !r.written {
		r.status, r.written = status, true
	}
}

func (r *recorder) Write(b []byte) (int, error) {
	r.written = true
	return r.buf.Write(b)
}
