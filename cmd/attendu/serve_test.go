package main

import (
	"io"
	"net/http"
	"os"
	"regexp"
	"time"

	"github.com/attendu/attendu/queries/relay"
	"github.com/rogpeppe/go-internal/testscript"
)

// awaitFile waits until a file is there: await attendu.lib/serve.json. A test that waits
// for ever ends by its own time.
func awaitFile(ts *testscript.TestScript, _ bool, args []string) {
	for {
		if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// fetch gets a path from the serve of a library into the file fetched:
// fetch attendu.lib /healthz.
func fetch(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs("fetched"), fetched(ts, args), 0o600))
}

func fetched(ts *testscript.TestScript, args []string) []byte {
	note, err := relay.Read(ts.MkAbs(args[0]))
	ts.Check(err)
	resp, err := http.Get(note.Public + args[1])
	ts.Check(err)
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	ts.Check(err)
	if resp.StatusCode != http.StatusOK {
		ts.Fatalf("%s: %s: %s", args[1], resp.Status, b)
	}
	return b
}

// awaitLine gets a path again and again until a line of the answer matches.
func awaitLine(ts *testscript.TestScript, _ bool, args []string) {
	line := regexp.MustCompile("(?m)" + args[2])
	for !line.Match(fetched(ts, args[:2])) {
		time.Sleep(5 * time.Millisecond)
	}
}
