package relay

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// ErrUnreachable says that no owner could be asked; nothing was done.
var ErrUnreachable = errors.New("no running serve is reached")

// Command is what a person typed, and where.
type Command struct {
	Args []string `json:"args"`
	// Dir is the folder in which it was typed: paths are relative to it.
	Dir string `json:"dir"`
	// Color and Width say how the output may look.
	Color bool `json:"color"`
	Width int  `json:"width"`
	// Build is the attendu that was called.
	Build string `json:"build"`
}

// connectTime is how long the owner, which is on this machine, has to be there.
const connectTime = 2 * time.Second

// Run runs a command in the process of a note, and gives its exit code. in is nil when the
// command reads no standard input. The error is ErrUnreachable when nothing was begun.
func Run(ctx context.Context, n Note, c Command, in io.Reader, out, errs io.Writer) (code int, err error) {
	head, err := json.Marshal(c)
	if err != nil {
		return 0, err
	}
	var body io.Reader = bytes.NewReader(append(head, '\n'))
	if in != nil {
		body = io.MultiReader(body, in)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, n.URL+runPath, body)
	if err != nil {
		return 0, fmt.Errorf("%w: %w", ErrUnreachable, err)
	}
	req.Header.Set("Authorization", "Bearer "+n.Token)
	// No proxy: the address is on this machine.
	client := &http.Client{Transport: &http.Transport{DialContext: (&net.Dialer{Timeout: connectTime}).DialContext, DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.Do(req)
	if err != nil {
		if ctx.Err() != nil {
			return 0, ctx.Err()
		}
		return 0, fmt.Errorf("%w: %w", ErrUnreachable, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK || resp.Header.Get("Content-Type") != mediaType {
		return 0, fmt.Errorf("%w: it answers %s", ErrUnreachable, resp.Status)
	}
	code, err = copyFrames(resp.Body, out, errs)
	if err != nil && ctx.Err() != nil {
		err = ctx.Err()
	}
	return code, err
}
