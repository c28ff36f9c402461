package relay

import (
	"bufio"
	"context"
	"crypto/subtle"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
)

const (
	runPath   = "/run"
	mediaType = "application/vnd.attendu.command"
	// maxCommand bounds a command, in bytes.
	maxCommand = 4 << 20
)

// Runner runs a command, and gives its exit code.
type Runner func(ctx context.Context, c Command, in io.Reader, out, errs io.Writer) int

// Handler runs the commands of those who are on this machine and know the token.
func Handler(token string, run Runner) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST "+runPath, func(w http.ResponseWriter, r *http.Request) {
		if !Authorized(r, token) {
			http.Error(w, "the token is that of the note of the library", http.StatusUnauthorized)
			return
		}
		serve(w, r, run)
	})
	return mux
}

// Authorized reports whether a request comes from this machine, and bears the token.
func Authorized(r *http.Request, token string) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	ip := net.ParseIP(host)
	if err != nil || ip == nil || !ip.IsLoopback() || token == "" {
		return false
	}
	scheme, given, ok := strings.Cut(r.Header.Get("Authorization"), " ")
	return ok && strings.EqualFold(scheme, "Bearer") && subtle.ConstantTimeCompare([]byte(given), []byte(token)) == 1
}

func serve(w http.ResponseWriter, r *http.Request, run Runner) {
	ctl := http.NewResponseController(w)
	if err := ctl.EnableFullDuplex(); err != nil { // a command may print before it has read all
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	in := bufio.NewReader(r.Body)
	c, err := readCommand(in)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", mediaType)
	w.WriteHeader(http.StatusOK)
	f := &frames{w: w, flush: ctl.Flush}
	if f.flush() != nil {
		return // nobody is there
	}
	code := run(r.Context(), c, in, stream{f, frameOut}, stream{f, frameErr})
	_ = f.write(frameExit, binary.BigEndian.AppendUint32(nil, uint32(int32(code))))
}

// readCommand reads the first line of a request; what follows it is standard input.
func readCommand(in *bufio.Reader) (c Command, err error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part...)
		if err == nil {
			break
		}
		if !errors.Is(err, bufio.ErrBufferFull) || len(line) > maxCommand {
			return c, errors.New("a command is one line of JSON")
		}
	}
	if err := json.Unmarshal(line, &c); err != nil {
		return c, errors.New("a command is one line of JSON")
	}
	return c, nil
}
