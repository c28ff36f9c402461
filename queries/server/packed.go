package server

import (
	"net/http"
	"strings"

	"github.com/klauspost/compress/gzhttp"
)

// leastPacked is from how many bytes on an answer is packed.
const leastPacked = 1024

// packed packs what is long and made of words, for clients that take gzip. What is kept
// comes packed already, and passes.
func packed(next http.Handler) (http.Handler, error) {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(leastPacked), gzhttp.EnableZstd(false), gzhttp.ContentTypeFilter(isWords))
	if err != nil {
		return nil, err
	}
	return wrap(next), nil
}

// isWords reports whether a media type is worth packing: letters and pictures are packed
// as they are, and a stream of events must not wait.
func isWords(media string) bool {
	media, _, _ = strings.Cut(strings.ToLower(media), ";")
	kind, sub, _ := strings.Cut(strings.TrimSpace(media), "/")
	switch kind {
	case "text":
		return sub != "event-stream"
	case "image":
		return sub == "svg+xml"
	case "application":
		return true // none of ours is packed
	}
	return false
}
