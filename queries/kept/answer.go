package kept

import (
	"bytes"
	"net/http"
)

// answer is a rendered answer.
type answer struct {
	status int
	header http.Header
	body   []byte
	// packed says that body is packed with gzip; plain is how long it was before.
	packed bool
	plain  int
	// settled says that the library stood still while it was made, and that it is not
	// fleeting.
	settled bool
}

// write sends an answer.
func (a *answer) write(w http.ResponseWriter, r *http.Request, tag string) {
	h := w.Header()
	for k, v := range a.header {
		if k == "Vary" {
			h[k] = append(h[k], v...)
			continue
		}
		h[k] = v
	}
	if a.status == http.StatusOK && a.settled {
		h.Set("ETag", tag)
		h.Set("Cache-Control", cacheControl)
	} else {
		h.Set("Cache-Control", "no-store")
	}
	unpack := a.sized(h, r)
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		_ = a.send(w, unpack) // who went away need not be told
	}
}

// recorder takes down an answer.
type recorder struct {
	answer
	buf      bytes.Buffer
	written  bool
	fleeting bool
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
