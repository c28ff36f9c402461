package relay

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/url"
	"os"
	"path/filepath"
)

// noteFile is the note of an owner, in the folder of its library.
const noteFile = "serve.json"

// protocol is the version of what Run and Handler say to each other.
const protocol = 1

// Note says where the owner of a library is reached.
type Note struct {
	Protocol int    `json:"protocol"`
	URL      string `json:"url"`   // http://127.0.0.1:PORT
	Token    string `json:"token"` // who knows it acts as the owner
	PID      int    `json:"pid"`
	// Public is where the owner answers others, "" when it does not.
	Public string `json:"public,omitempty"`
}

// NewToken makes a token that nobody can guess.
func NewToken() string { return rand.Text() }

// Write leaves the note of this process in the folder of a library. Only the user of
// this process can read it.
func Write(dir string, n Note) error {
	n.Protocol, n.PID = protocol, os.Getpid()
	b, err := json.MarshalIndent(n, "", "  ")
	if err != nil {
		return err
	}
	path := filepath.Join(dir, noteFile)
	tmp, err := os.CreateTemp(dir, noteFile+".*") // readable by its user alone
	if err != nil {
		return fmt.Errorf("relay: note: %w", err)
	}
	_, err = tmp.Write(append(b, '\n'))
	if err = errors.Join(err, tmp.Close()); err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("relay: note: %w", errors.Join(err, os.Remove(tmp.Name())))
	}
	return nil
}

// Read gives the note that is in a folder: ErrUnreachable when there is none that can be
// read. That it is there does not say that its writer still runs.
func Read(dir string) (n Note, err error) {
	b, err := os.ReadFile(filepath.Join(dir, noteFile))
	if err == nil {
		err = json.Unmarshal(b, &n)
	}
	if err == nil && (n.Protocol != protocol || n.Token == "") {
		err = fmt.Errorf("protocol %d, this attendu speaks %d", n.Protocol, protocol)
	}
	if err == nil && !loopback(n.URL) { // a library may come from elsewhere, with its note
		err = fmt.Errorf("%s is not on this machine", n.URL)
	}
	if err != nil {
		return n, fmt.Errorf("%w: %w", ErrUnreachable, err)
	}
	return n, nil
}

// Remove takes the note of this process away; that of another one stays.
func Remove(dir string) error {
	n, err := Read(dir)
	if err != nil || n.PID != os.Getpid() {
		return nil
	}
	if err := os.Remove(filepath.Join(dir, noteFile)); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// loopback reports whether an address is on this machine, told by its number: a name may
// be led elsewhere.
func loopback(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" || u.User != nil {
		return false
	}
	ip := net.ParseIP(u.Hostname())
	return ip != nil && ip.IsLoopback()
}
