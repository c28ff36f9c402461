package kept

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// leastPacked is from how many bytes on an answer is packed: below, it fits a packet of
// the network as it is.
const leastPacked = 1024

// packable reports whether an answer is words, and long enough to be worth packing.
func (a *answer) packable() bool {
	kind := a.header.Get("Content-Type")
	words := strings.HasPrefix(kind, "text/") || strings.Contains(kind, "json") || strings.Contains(kind, "n-quads") ||
		strings.Contains(kind, "bibtex") || strings.Contains(kind, "research-info")
	return words && len(a.body) >= leastPacked && a.header.Get("Content-Encoding") == ""
}

// pack packs an answer that is to be kept: the cache holds the more of them, and most
// clients want them so.
func (a *answer) pack() {
	if !a.packable() {
		return
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write(a.body)
	if err != nil || z.Close() != nil || b.Len() >= len(a.body) { // it goes out as it is
		return
	}
	a.plain, a.packed, a.body = len(a.body), true, b.Bytes()
}

// sized sets the headers that say how an answer goes out, and reports whether it has to be
// unpacked for that.
func (a *answer) sized(h http.Header, r *http.Request) (unpack bool) {
	if !a.packed {
		h.Set("Content-Length", strconv.Itoa(len(a.body)))
		return false
	}
	if !varies(h) {
		h.Add("Vary", "Accept-Encoding")
	}
	if takesGzip(r.Header.Values("Accept-Encoding")) {
		h.Set("Content-Encoding", "gzip")
		h.Set("Content-Length", strconv.Itoa(len(a.body)))
		return false
	}
	h.Set("Content-Length", strconv.Itoa(a.plain))
	return true
}

// varies reports whether it is said already that answers differ by encoding.
func varies(h http.Header) bool {
	return strings.Contains(strings.ToLower(strings.Join(h.Values("Vary"), ",")), "accept-encoding")
}

// send writes the bytes of an answer.
func (a *answer) send(w io.Writer, unpack bool) error {
	if !unpack {
		_, err := w.Write(a.body)
		return err
	}
	z, err := gzip.NewReader(bytes.NewReader(a.body))
	if err != nil {
		return fmt.Errorf("kept: unpack: %w", err)
	}
	_, err = io.Copy(w, z)
	return err
}

// takesGzip reports whether a client takes gzip: it names it, or everything, with a
// quality that is not zero.
func takesGzip(accepted []string) bool {
	takes := map[string]bool{}
	for part := range strings.SplitSeq(strings.Join(accepted, ","), ",") {
		name, params, _ := strings.Cut(part, ";")
		quality := 1.0
		if q, ok := strings.CutPrefix(strings.ReplaceAll(strings.ToLower(params), " ", ""), "q="); ok {
			var err error
			if quality, err = strconv.ParseFloat(q, 64); err != nil {
				continue
			}
		}
		takes[strings.ToLower(strings.TrimSpace(name))] = quality > 0
	}
	if takes, named := takes["gzip"]; named {
		return takes
	}
	return takes["*"]
}
