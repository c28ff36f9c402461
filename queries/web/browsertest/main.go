// Command browsertest serves the pages of a library on loopback, for the browser
// test beside it and for trials. Without -library it makes one in memory of the
// examples that attendu carries and of the hostile decisions in testdata.
package main

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"net"
	"net/http"
	"os"
	"path/filepath"

	"github.com/attendu/attendu/corpus/examples"
	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/web"
)

func main() {
	library := flag.String("library", "", "folder of a library; none makes one of the examples")
	listen := flag.String("listen", "127.0.0.1:0", "address")
	hostile := flag.String("hostile", "", "folder of more files to take in, without -library")
	flag.Parse()
	if err := run(*library, *listen, *hostile); err != nil {
		log.Fatal(err)
	}
}

func run(library, listen, hostile string) error {
	lib, err := open(library, hostile)
	if err != nil {
		return err
	}
	defer lib.Close()
	pages, err := web.New(lib, web.Options{})
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", listen)
	if err != nil {
		return err
	}
	fmt.Printf("http://%s\n", l.Addr()) // the browser test reads this line
	return http.Serve(l, pages)
}

// open opens a library, or makes one in memory.
func open(library, hostile string) (*queries.Library, error) {
	if library != "" {
		return queries.Open(context.Background(), library, queries.Options{ReadOnly: true})
	}
	folder, err := os.MkdirTemp("", "attendu-browsertest-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	if err := write(folder); err != nil {
		return nil, err
	}
	paths := []string{folder}
	if hostile != "" {
		paths = append(paths, hostile)
	}
	lib, err := queries.Memory()
	if err != nil {
		return nil, err
	}
	_, err = lib.Add(context.Background(), paths, queries.AddOptions{})
	return lib, err
}

func write(folder string) error {
	return fs.WalkDir(examples.FS, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := examples.FS.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(folder, filepath.Base(name)), b, 0o644)
	})
}
