package kept

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/attendu/attendu/queries"
)

// Options bound a Keeper. The zero value is usable.
type Options struct {
	// CacheBytes bounds the answers that are kept; 0 means 64 MiB, negative keeps none.
	CacheBytes int64
	// Concurrent is how many answers are worked on at a time; the others wait. 0 means
	// twice the processors.
	Concurrent int
	// Heavy is how many of these may be answers that take long (Door.Heavy), so that others
	// find a turn beside them; 0 means half of them, and one at least.
	Heavy int
	// Queue is how many may wait; 0 means 1024. Who comes then is told to come again.
	Queue int
	// Observe is told of the cache, for metrics; nil for none.
	Observe func(Event)
}

// Library tells its state. *queries.Library is one.
type Library interface {
	Position(context.Context) (queries.Position, error)
}

// Keeper keeps answers of one library, and lets a bounded number be worked on at a time.
// It is safe for concurrent use.
type Keeper struct {
	lib   Library
	opt   Options
	cache *cache
	turns chan struct{} // one for each that works
	heavy chan struct{} // one for each that works long, or is next to
	queue chan struct{} // one for each that works or waits
	build string
}

// New makes a Keeper.
func New(lib Library, opt Options) *Keeper {
	if opt.CacheBytes == 0 {
		opt.CacheBytes = 64 << 20
	}
	if opt.Concurrent <= 0 {
		opt.Concurrent = 2 * runtime.GOMAXPROCS(0)
	}
	if opt.Heavy <= 0 {
		opt.Heavy = max(1, opt.Concurrent/2)
	}
	if opt.Queue <= 0 {
		opt.Queue = 1024
	}
	if opt.Observe == nil {
		opt.Observe = func(Event) {}
	}
	return &Keeper{lib: lib, opt: opt, cache: newCache(opt.CacheBytes), build: build(),
		turns: make(chan struct{}, opt.Concurrent), heavy: make(chan struct{}, opt.Heavy), queue: make(chan struct{}, opt.Concurrent+opt.Queue)}
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

// Door is what a Keeper has to know of those who answer. The zero value is usable.
type Door struct {
	// Key says what an answer depends on beside path and query: a language, what Accept
	// asks for. nil says nothing.
	Key func(*http.Request) string
	// Heavy says that an answer takes long, by its request: what many decisions have to be
	// looked at for. nil says so of none.
	Heavy func(*http.Request) bool
	// Timeout bounds the work on one answer, and the wait for its turn; 0 means 10 s.
	Timeout time.Duration
	// Fail answers with an error: one of package queries. nil answers with a line.
	Fail func(http.ResponseWriter, *http.Request, error)
}

// Door puts the keeper before a handler, whose answers depend on nothing but the library
// and the key. A handler must not stream.
func (k *Keeper) Door(next http.Handler, d Door) http.Handler {
	if d.Key == nil {
		d.Key = func(*http.Request) string { return "" }
	}
	if d.Heavy == nil {
		d.Heavy = func(*http.Request) bool { return false }
	}
	if d.Timeout <= 0 {
		d.Timeout = 10 * time.Second
	}
	if d.Fail == nil {
		d.Fail = func(w http.ResponseWriter, _ *http.Request, err error) {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
		}
	}
	return &door{Keeper: k, Door: d, next: next}
}

// cacheControl lets a client keep an answer, and wants it to ask whether it still holds.
const cacheControl = "private, no-cache"

// key names a request at a position: equal requests have one answer.
func (d *door) key(r *http.Request, at queries.Position) string {
	return fmt.Sprintf("%d.%d %s %q %s?%s", at.Change, at.ArticleChange, d.build, d.Key(r), r.URL.Path, r.URL.Query().Encode())
}

// tagOf is the ETag of an answer: the state of the library, and what was asked. It is weak,
// for the answer may be packed or not.
func tagOf(at queries.Position, key string) string {
	sum := sha256.Sum256([]byte(key))
	return fmt.Sprintf(`W/"%d.%d-%s"`, at.Change, at.ArticleChange, base64.RawURLEncoding.EncodeToString(sum[:12]))
}

// busy is the answer to one too many.
func busy() error {
	return &queries.Error{Code: queries.Unavailable, Message: "the server is at its limit; try again in a second"}
}

type fleeting struct{}

// Fleeting says, of the answer that is being made in a context, that the same question may
// be answered otherwise in the same state of the library: it was cut short, or counts are
// not known yet. It is not kept, and carries no tag. Elsewhere it says nothing.
func Fleeting(ctx context.Context) {
	if rec, ok := ctx.Value(fleeting{}).(*recorder); ok {
		rec.fleeting = true
	}
}
