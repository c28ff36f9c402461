package mcp

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"sync"
	"time"
)

// lines stands between a client and the SDK, which ends a connection at the first line
// that is no message: it answers such lines itself, by the error codes of JSON-RPC 2.0,
// and hands on the others.
type lines struct {
	in  io.ReadCloser
	out io.WriteCloser

	mu      sync.Mutex // one message at a time on out
	pending int        // requests that are not answered
	idle    chan struct{}
}

// patience is how long a client that has said its last may wait for its answers.
const patience = 30 * time.Second

// finish waits until what was asked is answered.
func (l *lines) finish() {
	l.mu.Lock()
	idle := l.idle
	if l.pending == 0 {
		idle = nil
	}
	l.mu.Unlock()
	if idle == nil {
		return
	}
	select {
	case <-idle:
	case <-time.After(patience):
	}
}

// asked notes a request that is handed on, answered one that is written.
func (l *lines) asked() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.pending++; l.pending == 1 {
		l.idle = make(chan struct{})
	}
}

func (l *lines) answered() {
	if l.pending == 0 {
		return
	}
	if l.pending--; l.pending == 0 {
		close(l.idle)
	}
}

// The errors of JSON-RPC 2.0 (section 5.1).
const (
	parseError     = -32700
	invalidRequest = -32600
)

// Write writes one message of the SDK.
func (l *lines) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	n, err := l.out.Write(b)
	if m := read(b); m.ID != nil && m.Method == nil {
		l.answered()
	}
	return n, err
}

func (l *lines) Close() error { return l.out.Close() }

// messages gives the good lines of the client. It ends when the client does.
func (l *lines) messages() io.ReadCloser {
	r, w := io.Pipe()
	go func() { w.CloseWithError(l.copy(w)) }()
	return r
}

func (l *lines) copy(w io.Writer) error {
	in := bufio.NewReaderSize(l.in, 1<<16)
	for {
		line, err := readLine(in)
		switch code := fault(line); {
		case errors.Is(err, bufio.ErrTooLong):
			err = l.refuse(invalidRequest, "the message is too long")
		case errors.Is(err, io.EOF):
			l.finish()
		case err == nil && code == 0:
			if m := read(line); m.ID != nil && m.Method != nil {
				l.asked()
			}
			_, err = w.Write(append(line, '\n'))
		case err == nil && code == parseError:
			err = l.refuse(code, "no JSON")
		case err == nil && len(line) > 0:
			err = l.refuse(code, "no message of JSON-RPC 2.0; batches are not taken")
		}
		if err != nil {
			return err
		}
	}
}

// readLine reads one line without its end. Of one that is too long the rest is passed
// over, and the error is bufio.ErrTooLong.
func readLine(in *bufio.Reader) (line []byte, err error) {
	long := false
	for {
		part, more, err := in.ReadLine()
		if err != nil {
			return nil, err
		}
		if long = long || len(line)+len(part) > maxMessage; !long {
			line = append(line, part...)
		}
		if !more {
			break
		}
	}
	if long {
		return nil, bufio.ErrTooLong
	}
	return line, nil
}

// fault is the error code for a line that is no message, 0 for a message.
func fault(line []byte) int {
	if len(line) == 0 {
		return invalidRequest
	}
	if !json.Valid(line) {
		return parseError
	}
	if m := read(line); m.Version != "2.0" || m.Method == nil && m.ID == nil {
		return invalidRequest
	}
	return 0
}

// message is what all messages have: a request has an id and a method, a notification a
// method, an answer an id.
type message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id"`
	Method  *string         `json:"method"`
}

// read reads a message; the zero one for anything else.
func read(line []byte) (m message) {
	if json.Unmarshal(line, &m) != nil {
		return message{}
	}
	return m
}

// refuse answers a line that is no message, and so has no id.
func (l *lines) refuse(code int, why string) error {
	b, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": nil, "error": map[string]any{"code": code, "message": why}})
	if err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err = l.out.Write(append(b, '\n'))
	return err
}
