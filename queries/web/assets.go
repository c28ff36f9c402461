package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
)

//go:embed assets
var assetFiles embed.FS

// assets are the files that pages load. Their addresses carry a hash of their content,
// so that a browser may keep them for ever.
type assets struct {
	files map[string]asset // by name: "style.css"
}

type asset struct {
	content []byte
	hash    string
	kind    string
}

func loadAssets() (*assets, error) {
	a := &assets{files: map[string]asset{}}
	err := fs.WalkDir(assetFiles, "assets", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := assetFiles.ReadFile(name)
		if err != nil {
			return err
		}
		a.files[strings.TrimPrefix(name, "assets/")] = asset{b, hashOf(b), kindOf(name)}
		return nil
	})
	if err != nil {
		return nil, err
	}
	a.letters()
	return a, nil
}

// letters puts the addresses of the letters, with their hashes, into the style sheet.
func (a *assets) letters() {
	style := a.files["style.css"]
	for name := range a.files {
		if path.Ext(name) == ".woff2" {
			style.content = bytes.ReplaceAll(style.content, []byte(`url("`+name+`")`), []byte(`url("`+a.url(name)+`")`))
		}
	}
	style.hash = hashOf(style.content)
	a.files["style.css"] = style
}

func hashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:6])
}

// kindOf is the media type of a file, whatever the machine knows of endings.
func kindOf(name string) string {
	switch path.Ext(name) {
	case ".woff2":
		return "font/woff2"
	case ".txt":
		return "text/plain; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	}
	return mime.TypeByExtension(path.Ext(name))
}

// url is the address of a file.
func (a *assets) url(name string) string {
	f, ok := a.files[name]
	if !ok {
		return "/assets/" + name // a test looks at every address
	}
	return "/assets/" + name + "?v=" + f.hash
}

// ServeHTTP gives a file. Under the address of its hash it never changes; under its
// bare name it is asked for again.
func (a *assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f, ok := a.files[strings.TrimPrefix(r.URL.Path, "/assets/")]
	if !ok {
		http.Error(w, "404", http.StatusNotFound)
		return
	}
	h, tag := w.Header(), `W/"`+f.hash+`"` // weak, for it may be packed on its way
	h.Set("Content-Type", f.kind)
	h.Set("ETag", tag)
	h.Set("Cache-Control", "no-cache")
	if r.URL.Query().Get("v") == f.hash {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	_, _ = w.Write(f.content)
}
