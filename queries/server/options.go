package server

import (
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"strings"
	"time"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/relay"
)

// DefaultListen is where a server listens unless it is told otherwise.
const DefaultListen = "127.0.0.1:8080"

// minToken is the fewest characters of a token: it is all that stands between a library
// and a network.
const minToken = 16

// Options steer a server. The zero value is usable.
type Options struct {
	// Listen is the address of the server, host:port; "" is DefaultListen. An address
	// that others can reach wants a Token, or BehindProxy.
	Listen string
	// Token is what a client must show: "Authorization: Bearer TOKEN", or as the
	// password of Basic. "" lets everybody ask.
	Token string
	// BehindProxy says that only a proxy reaches Listen, and decides who may ask.
	BehindProxy bool
	// Hosts are further names by which the server is called, as "droit.example.org".
	// Without a Token a request by another name is refused: a page from elsewhere could
	// have led the name of its own server here.
	Hosts []string
	// Origin is the beginning of permanent addresses as readers reach them, as
	// "https://droit.example.org"; "" takes that of each request.
	Origin string
	// Folder is the folder of the library, for the note of the owner; "" leaves none.
	Folder string
	// Watch are folders whose new and changed files are indexed; WatchEvery is how often
	// they are looked at, 0 being 5 s.
	Watch      []string
	WatchEvery time.Duration
	// Run runs the commands of the owner; nil runs none.
	Run relay.Runner
	// MaxSource bounds a source that is posted, in bytes; 0 means 1 GiB.
	MaxSource int64
	// Connections bounds the connections at a time; 0 means 1024.
	Connections int
	// Grace is how long requests may take to end once the server is to stop; 0 means 10 s.
	Grace time.Duration
	// CacheBytes bounds the answers and pages that are kept; 0 means 64 MiB, negative keeps
	// none.
	CacheBytes int64
	// Log is told what happens; nil tells nobody. Nothing personal is logged: no
	// addresses, no questions, no names.
	Log *slog.Logger

	headerTime time.Duration // for the head of a request; 0 means 10 s
}

// check fills in the defaults and refuses what would not be safe.
func (o *Options) check() error {
	if o.Listen == "" {
		o.Listen = DefaultListen
	}
	host, _, err := net.SplitHostPort(o.Listen)
	if err != nil {
		return invalid("an address is host:port, as %s, not %q", DefaultListen, o.Listen)
	}
	if !onLoopback(host) && o.Token == "" && !o.BehindProxy {
		return invalid("%s can be reached from other machines: give a token, or say that a proxy stands before it", o.Listen)
	}
	if o.Token != "" && len(o.Token) < minToken {
		return invalid("a token has %d characters or more", minToken)
	}
	for i, h := range o.Hosts {
		if h == "" || strings.ContainsAny(h, "/ :") {
			return invalid("%q is no name of a host; write droit.example.org", h)
		}
		o.Hosts[i] = strings.ToLower(h)
	}
	if err := checkOrigin(o.Origin); err != nil {
		return err
	}
	if o.WatchEvery <= 0 {
		o.WatchEvery = 5 * time.Second
	}
	if o.MaxSource <= 0 {
		o.MaxSource = 1 << 30
	}
	if o.Connections <= 0 {
		o.Connections = 1024
	}
	if o.Grace <= 0 {
		o.Grace = 10 * time.Second
	}
	if o.headerTime <= 0 {
		o.headerTime = 10 * time.Second
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return nil
}

// checkOrigin wants what permanent addresses can begin with.
func checkOrigin(origin string) error {
	if origin == "" {
		return nil
	}
	u, err := url.Parse(strings.TrimSuffix(origin, "/"))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil || u.Path != "" || u.RawQuery != "" || u.Fragment != "" {
		return invalid("%q cannot begin an address; write https://droit.example.org", origin)
	}
	return nil
}

// onLoopback reports whether a host to listen on can be reached from this machine only.
func onLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func invalid(format string, args ...any) error {
	return &queries.Error{Code: queries.Invalid, Message: fmt.Sprintf(format, args...)}
}
