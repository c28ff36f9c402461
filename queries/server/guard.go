package server

import (
	"crypto/sha256"
	"crypto/subtle"
	"net"
	"net/http"
	"slices"
	"strings"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/httpapi"
)

// maxURL bounds path and query of a request, in bytes.
const maxURL = 16 << 10

// maxBody bounds the body of a request but for a source, in bytes.
const maxBody = 4 << 20

// guard lets through who may ask. It answers /healthz to everybody: what watches over a
// service has no token.
func (s *Server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case len(r.RequestURI) > maxURL:
			refuse(w, r, http.StatusRequestURITooLong, "the address of the request is too long")
		case s.opt.Token == "" && !s.knows(r.Host):
			refuse(w, r, http.StatusMisdirectedRequest, "this server is not called "+quote(r.Host)+"; --host names it so")
		case s.opt.Token != "" && r.URL.Path != "/healthz" && !s.admits(r):
			w.Header().Add("WWW-Authenticate", `Bearer realm="attendu"`)
			w.Header().Add("WWW-Authenticate", `Basic realm="attendu", charset="UTF-8"`)
			refuse(w, r, http.StatusUnauthorized, "this server wants a token")
		default:
			if r.URL.Path != "/sources" {
				r.Body = http.MaxBytesReader(w, r.Body, maxBody)
			}
			next.ServeHTTP(w, r)
		}
	})
}

// refuse answers with a problem that is none of package queries.
func refuse(w http.ResponseWriter, r *http.Request, status int, why string) {
	p := &httpapi.Problem{Status: status, Title: http.StatusText(status), Detail: why, Code: queries.Invalid}
	httpapi.WriteProblem(w, r, p)
}

func quote(host string) string { return `"` + host[:min(len(host), 100)] + `"` }

// knows reports whether a name is one by which this server is called.
func (s *Server) knows(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	name = strings.ToLower(strings.TrimSuffix(name, "."))
	if onLoopback(name) || slices.Contains(s.opt.Hosts, name) {
		return true
	}
	listen, _, _ := net.SplitHostPort(s.opt.Listen)
	ip := net.ParseIP(listen)
	return ip != nil && !ip.IsUnspecified() && ip.Equal(net.ParseIP(name))
}

// admits reports whether a request shows the token. The owner's token does as well.
func (s *Server) admits(r *http.Request) bool {
	scheme, given, ok := strings.Cut(r.Header.Get("Authorization"), " ")
	if !ok || !strings.EqualFold(scheme, "Bearer") {
		_, given, ok = r.BasicAuth()
	}
	return ok && (same(given, s.opt.Token) || s.owns(r))
}

// same compares secrets in a time that tells nothing of them, not even their lengths.
func same(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}
