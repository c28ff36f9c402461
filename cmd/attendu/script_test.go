package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/attendu/attendu/queries"
	"github.com/rogpeppe/go-internal/testscript"
)

// asAttendu in the environment makes the test binary attendu itself, for tests
// that start it as a process of its own.
const asAttendu = "ATTENDU_TEST_AS_MAIN"

func TestMain(m *testing.M) {
	if os.Getenv(asAttendu) != "" {
		main()
	}
	testscript.Main(shelved{m}, map[string]func(){"attendu": main})
}

// TestScripts runs the commands as a person types them: testdata/*.txtar. The
// examples are in $EXAMPLES; the command library makes a library of them.
func TestScripts(t *testing.T) {
	examples, err := sharedExamples()
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata",
		UpdateScripts: os.Getenv("UPDATE") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("EXAMPLES", examples)
			env.Setenv("NO_COLOR", "1")
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" { // may read everything
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":      exitStatus,
			"library":   copyLibrary,
			"hostile":   writeHostile,
			"damage":    damageFile,
			"lock":      lockLibrary,
			"unlock":    unlockLibrary,
			"await":     awaitFile,
			"awaitline": awaitLine,
			"fetch":     fetch,
			"repeat":    repeatWords,
		},
	})
}

// exitStatus runs a program and wants an exit code: code 2 attendu show nothing.
func exitStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N program args…")
	}
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if fmt.Sprint(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

// repeatWords writes words into a file, so many times: repeat FILE N words.
func repeatWords(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: repeat FILE N words")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(args[2], n)), 0o644))
}

// locked are the libraries that lockLibrary holds open, by folder.
var locked sync.Map

// lockLibrary holds a library open for the rest of the script, or until unlock.
func lockLibrary(ts *testscript.TestScript, _ bool, args []string) {
	lib, err := queries.Open(context.Background(), ts.MkAbs(args[0]), queries.Options{})
	ts.Check(err)
	locked.Store(ts.MkAbs(args[0]), lib)
	ts.Defer(func() { _ = lib.Close() })
}

// unlockLibrary forgets some decisions by the library that is locked, checks that who
// reads beside it does not find them, and closes it.
func unlockLibrary(ts *testscript.TestScript, _ bool, args []string) {
	held, _ := locked.LoadAndDelete(ts.MkAbs(args[0]))
	lib := held.(*queries.Library)
	for _, ref := range args[1:] {
		_, err := lib.Forget(context.Background(), ref)
		ts.Check(err)
		if ts.Exec("attendu", "show", ref) == nil {
			ts.Fatalf("%s was forgotten, and is shown", ref)
		}
	}
	ts.Check(lib.Close())
}

// damageFile copies a file, cut in its middle or with one byte of it changed: damage FROM
// TO cut.
func damageFile(ts *testscript.TestScript, _ bool, args []string) {
	b, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	switch args[2] {
	case "cut":
		b = b[:len(b)/2]
	case "change":
		b[len(b)/2] ^= 1
	default:
		ts.Fatalf("damage %s is not known", args[2])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b, 0o600))
}
