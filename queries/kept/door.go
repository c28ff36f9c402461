package kept

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"

	"github.com/attendu/attendu/queries"
)

// door stands before a handler: what was asked before in this state of the library is
// given again, what the client has already is not sent, and the work is done by a bounded
// number at a time.
type door struct {
	*Keeper
	Door
	next http.Handler
}

func (d *door) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := Query(r); err != nil { // what is kept goes by what is read of it
		d.Fail(w, r, err)
		return
	}
	if r.Method == http.MethodPost {
		d.posted(w, r)
		return
	}
	at, err := d.lib.Position(r.Context())
	if err != nil {
		d.Fail(w, r, err)
		return
	}
	key := d.key(r, at)
	tag := tagOf(at, key)
	if at.Settled && matches(r.Header.Get("If-None-Match"), tag) {
		w.Header().Set("ETag", tag)
		w.Header().Set("Cache-Control", cacheControl)
		w.WriteHeader(http.StatusNotModified)
		return
	}
	a, err := d.answer(r, at, key)
	if err != nil {
		d.Fail(w, r, err)
		return
	}
	a.write(w, r, tag)
}

// MaxPosted bounds what is posted, in bytes.
const MaxPosted = 2 << 20

// posted answers a question that has a body, which is read before the question takes its
// turn. Nothing of it is kept.
func (d *door) posted(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, MaxPosted))
	if err != nil {
		d.Fail(w, r, bodyError(err))
		return
	}
	ask := r.Clone(r.Context())
	ask.Body = io.NopCloser(bytes.NewReader(body))
	a, _, err := d.ask(ask, queries.Position{})
	if err != nil {
		d.Fail(w, r, err)
		return
	}
	a.write(w, r, "")
}

// ErrSlow says that a body did not come in the time that it had.
var ErrSlow = errors.New("the body did not come in time")

// bodyError says why a body could not be read.
func bodyError(err error) error {
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return &TooLargeError{Max: int(large.Limit), Err: err}
	case errors.Is(err, os.ErrDeadlineExceeded):
		return fmt.Errorf("%w: %w", ErrSlow, err)
	}
	return invalid("the body cannot be read to its end")
}

// TooLargeError says that a body has more than Max bytes.
type TooLargeError struct {
	Max int
	Err error
}

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("the body has more than %d bytes", e.Max)
}

func (e *TooLargeError) Unwrap() error { return e.Err }

// matches reports whether a header If-None-Match names a tag. "*" names none, for it
// would need an answer to be known to exist.
func matches(header, tag string) bool {
	for part := range strings.SplitSeq(header, ",") {
		if part = strings.TrimSpace(part); part == tag || part == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

// answer gives what is kept, waits for what another makes, or makes it.
func (d *door) answer(r *http.Request, at queries.Position, key string) (*answer, error) {
	if !at.Settled || d.opt.CacheBytes < 0 {
		a, settled, err := d.ask(r, at)
		if err == nil {
			a.settled = at.Settled && settled
		}
		return a, err
	}
	a, m, mine := d.cache.get(key)
	d.opt.Observe(d.cache.event(!mine))
	switch {
	case a != nil:
		return a, nil
	case mine:
		return d.make(r, at, key, m)
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
func (d *door) make(r *http.Request, at queries.Position, key string, m *making) (a *answer, err error) {
	keep := false
	defer func() { d.cache.end(key, m, a, keep) }() // a panic, too, must let the others go
	a, settled, err := d.ask(r, at)
	keep = err == nil && settled && a.status < http.StatusInternalServerError
	if err == nil {
		if a.settled = settled; keep {
			a.pack()
		}
	}
	return a, err
}

// ask does the work in its turn. settled says that the library has not changed meanwhile,
// and that the answer is not fleeting. Others may wait for the same answer: it goes on
// when its client has gone, within the time that it has.
func (d *door) ask(r *http.Request, at queries.Position) (a *answer, settled bool, err error) {
	select {
	case d.queue <- struct{}{}:
		defer func() { <-d.queue }()
	default:
		return nil, false, busy()
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), d.Timeout)
	defer cancel()
	lanes := []chan struct{}{d.turns}
	if d.Heavy(r) {
		lanes = []chan struct{}{d.heavy, d.turns}
	}
	for _, lane := range lanes {
		select {
		case lane <- struct{}{}:
			defer func() { <-lane }()
		case <-ctx.Done():
			return nil, false, busy()
		}
	}
	rec := &recorder{answer: answer{header: http.Header{}, status: http.StatusOK}}
	question := r.Clone(context.WithValue(ctx, fleeting{}, rec))
	if r.Method == http.MethodHead { // answered from the same
		question.Method = http.MethodGet
	}
	d.next.ServeHTTP(rec, question)
	rec.body = rec.buf.Bytes()
	now, err := d.lib.Position(context.WithoutCancel(ctx)) // what took long is kept, too
	if err != nil {
		return &rec.answer, false, nil // what was answered holds all the same
	}
	return &rec.answer, now == at && !rec.fleeting, nil
}
