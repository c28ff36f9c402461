package quadstore_test

import (
	"context"
	"fmt"
	"time"

	"github.com/attendu/attendu/graph/quadstore"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

var (
	ruling = quad.IRI("cass/17-21434")
	cites  = quad.IRI("cites")
	old    = quad.IRI("code-civil/1382")
)

// The owner of the database keeps records beside the quads; both are committed
// together.
func ExampleAttach() {
	opt := quadstore.Options{FS: vfs.NewMem()}
	settings := opt.Pebble()
	defer settings.Cache.Unref()
	db, err := pebble.Open("store", settings)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer db.Close()
	s, err := quadstore.Attach(db, opt)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer s.Close()
	err = s.Update(context.Background(), func(tx *quadstore.Tx) error {
		if _, err := tx.Add(quad.Make(ruling, cites, old, ruling)); err != nil {
			return err
		}
		return tx.Batch().Set([]byte("decision/1"), []byte("La cour ..."), nil)
	})
	st, _ := s.Stats(context.Background(), true)
	fmt.Println(st.Quads.Size, err)
	// Output: 1 <nil>
}

// A decision is a named graph: replacing it writes the difference.
func ExampleStore_Update() {
	s, err := quadstore.Open("", nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer s.Close()
	for _, article := range []string{"code-civil/1382", "code-civil/1240"} {
		err := s.Update(context.Background(), func(tx *quadstore.Tx) error {
			added, removed, err := tx.ReplaceLabel(ruling, []quad.Quad{
				quad.Make(ruling, quad.IRI("court"), quad.IRI("cass"), ruling),
				quad.Make(ruling, cites, quad.IRI(article), ruling),
			})
			fmt.Println("added", added, "removed", removed)
			return err
		})
		if err != nil {
			fmt.Println(err)
		}
	}
	// Output:
	// added 2 removed 0
	// added 1 removed 1
}

// By value, or as a path of Cayley's on a view: of one moment, with its errors.
func ExampleStore_Match() {
	s, err := quadstore.Open("", nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer s.Close()
	ctx := context.Background()
	err = s.Update(ctx, func(tx *quadstore.Tx) error {
		_, _, err := tx.ReplaceLabel(ruling, []quad.Quad{
			quad.Make(ruling, cites, old, ruling),
			quad.Make(ruling, quad.IRI("date"), quad.Time(time.Date(2018, 9, 5, 0, 0, 0, 0, time.UTC)), ruling),
		})
		return err
	})
	if err != nil {
		fmt.Println(err)
	}
	for q, err := range s.Match(ctx, quad.Quad{Predicate: cites}) {
		fmt.Println(q.Subject, q.Object, err)
	}
	v, err := s.View()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer v.Close()
	citers, err := path.StartPath(v, old).In(cites).Iterate(ctx).AllValues(v)
	fmt.Println(citers, err, v.Err())
	// Output:
	// <cass/17-21434> <code-civil/1382> <nil>
	// [<cass/17-21434>] <nil> <nil>
}
