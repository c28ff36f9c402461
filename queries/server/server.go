package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"runtime/debug"
	"sync"
	"time"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/httpapi"
	"github.com/attendu/attendu/queries/relay"
	"golang.org/x/net/netutil"
)

// Server answers for one library.
type Server struct {
	lib        *queries.Library
	opt        Options
	metrics    *metrics
	operations []string // of the API, for the metrics
	ownerToken string
	public     net.Listener
	owner      net.Listener // nil when there is nothing for the owner
	answering  http.Handler
	stopping   chan struct{}  // closed when the server is to stop
	long       sync.WaitGroup // what may write for long
}

// New makes a server, and takes its addresses: who asks from now on waits for Serve. It
// answers Invalid when the options are not safe, and Conflict when an address is taken.
func New(lib *queries.Library, opt Options) (*Server, error) {
	if err := opt.check(); err != nil {
		return nil, err
	}
	s := &Server{lib: lib, opt: opt, metrics: newMetrics(lib), operations: httpapi.Operations(),
		ownerToken: relay.NewToken(), stopping: make(chan struct{})}
	var err error
	if s.answering, err = s.handler(); err != nil {
		return nil, err
	}
	if s.public, err = listen(opt.Listen); err != nil {
		return nil, err
	}
	if opt.Folder == "" || opt.Run == nil {
		return s, nil
	}
	if s.owner, err = listen("127.0.0.1:0"); err == nil {
		err = relay.Write(opt.Folder, relay.Note{URL: "http://" + s.owner.Addr().String(), Token: s.ownerToken, Public: s.URL()})
	}
	if err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

func listen(address string) (net.Listener, error) {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return nil, &queries.Error{Code: queries.Conflict, Message: "cannot listen: " + err.Error(), Err: err}
	}
	return l, nil
}

// URL is where the server answers: of all addresses of this machine, the one that it has for
// itself.
func (s *Server) URL() string {
	address := s.public.Addr().String()
	if _, port, err := net.SplitHostPort(address); err == nil && s.Everywhere() {
		address = net.JoinHostPort("127.0.0.1", port)
	}
	return "http://" + address
}

// Everywhere reports whether the server answers at every address of this machine.
func (s *Server) Everywhere() bool {
	at, ok := s.public.Addr().(*net.TCPAddr)
	return ok && at.IP.IsUnspecified()
}

// Handler answers what comes in at the public address.
func (s *Server) Handler() http.Handler { return s.answering }

// close gives the addresses back, and takes the note away.
func (s *Server) close() (err error) {
	err = s.public.Close()
	if s.owner != nil {
		err = errors.Join(err, s.owner.Close())
	}
	if s.opt.Folder != "" {
		err = errors.Join(err, relay.Remove(s.opt.Folder))
	}
	if errors.Is(err, net.ErrClosed) { // the servers close their listeners
		return nil
	}
	return err
}

// Serve answers until ctx ends, then lets what is being answered come to its end, within
// Grace, and returns nil. The library stays open.
func (s *Server) Serve(ctx context.Context) error {
	running, stop := context.WithCancel(ctx)
	defer stop()
	public := s.httpServer(context.WithoutCancel(ctx), s.answering)
	list := map[*http.Server]net.Listener{public: netutil.LimitListener(s.public, s.opt.Connections)}
	if s.owner != nil {
		owner := s.httpServer(running, relay.Handler(s.ownerToken, s.run))
		owner.ReadTimeout, owner.WriteTimeout = 0, 0 // a command takes its time
		list[owner] = s.owner
	}
	var all sync.WaitGroup
	failed := make(chan error, len(list))
	for server, l := range list {
		all.Go(func() {
			if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
				failed <- fmt.Errorf("serve: %w", err)
			}
		})
	}
	all.Go(func() { s.warm(running) })
	if len(s.opt.Watch) > 0 {
		all.Go(func() { s.watch(running) })
	}
	s.opt.Log.Info("serving", "url", s.URL(), "token", s.opt.Token != "", "behind_proxy", s.opt.BehindProxy, "watched", len(s.opt.Watch))
	var err error
	select {
	case <-ctx.Done():
	case err = <-failed:
	}
	s.opt.Log.Info("stopping")
	stop()
	close(s.stopping)
	s.shutdown(list)
	all.Wait()
	s.long.Wait() // what writes ends in order before the library is closed
	s.opt.Log.Info("stopped")
	return errors.Join(err, s.close())
}

// shutdown lets requests end. What has not ended when the time is over is cut off.
func (s *Server) shutdown(list map[*http.Server]net.Listener) {
	ctx, cancel := context.WithTimeout(context.Background(), s.opt.Grace)
	defer cancel()
	for server := range list {
		if err := server.Shutdown(ctx); err != nil {
			s.opt.Log.Warn("requests were cut off", "error", err.Error())
			_ = server.Close() // they have had their time
		}
	}
}

// warm asks what needs most of the index, so that the first who ask do not wait for what
// is read once.
func (s *Server) warm(ctx context.Context) {
	began := time.Now()
	_, err := s.lib.Search(ctx, queries.SearchRequest{Limit: 1, Facets: []string{"all"}})
	if err == nil { // what most decisions cite: their days and courts are read for it
		_, err = s.lib.Article(ctx, queries.ArticleRequest{Reference: "code-de-procedure-civile/700", Limit: 1, ByCourt: true})
	}
	if err != nil && ctx.Err() == nil {
		s.opt.Log.Error("warming up", "error", err.Error())
		return
	}
	s.opt.Log.Info("warm", "ms", time.Since(began).Milliseconds())
}

// untilStop is a context for what may write for long: it ends with ctx, and when the
// server stops, which waits for done.
func (s *Server) untilStop(ctx context.Context) (_ context.Context, done func()) {
	s.long.Add(1)
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		select {
		case <-s.stopping:
			cancel()
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		cancel()
		s.long.Done()
	}
}

// run runs a command of the owner.
func (s *Server) run(ctx context.Context, c relay.Command, in io.Reader, out, errs io.Writer) (code int) {
	ctx, done := s.untilStop(ctx)
	defer done()
	s.metrics.commands.Inc()
	defer func() {
		if fault := recover(); fault != nil {
			s.opt.Log.Error("panic", "route", "command", "fault", fmt.Sprint(fault), "stack", string(debug.Stack()))
			fmt.Fprintln(errs, "attendu: a fault of the running serve; its log tells more")
			code = 1
		}
	}()
	return s.opt.Run(ctx, c, in, out, errs)
}

// httpServer has time for honest clients on slow lines, and none for others. The requests
// of the owner end when base does.
func (s *Server) httpServer(base context.Context, h http.Handler) *http.Server {
	return &http.Server{Handler: h, ReadHeaderTimeout: s.opt.headerTime, ReadTimeout: 30 * time.Second, WriteTimeout: time.Minute,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 32 << 10, BaseContext: func(net.Listener) context.Context { return base },
		ErrorLog: log.New(io.Discard, "", 0)} // it would tell addresses
}
