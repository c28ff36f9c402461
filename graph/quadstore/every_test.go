package quadstore

import (
	"errors"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
)

// TestEvery wants of each predicate, packed or not, what a look at every quad gives.
func TestEvery(t *testing.T) {
	s := directGraph(t, newRand(3), 1500)
	want := map[string]map[ID]Set{}
	for q, err := range s.Match(bg, quad.Quad{}) {
		if err != nil {
			t.Fatal(err)
		}
		p := string(q.Predicate.(quad.IRI))
		subject, _, _ := s.ID(q.Subject)
		object, _, _ := s.ID(q.Object)
		if want[p] == nil {
			want[p] = map[ID]Set{}
		}
		want[p][object] = NewSet(append(want[p][object], subject)...)
	}
	for _, p := range []string{"counted", "plain", "date", "next"} {
		id, ok, err := s.ID(quad.IRI(p))
		if err != nil || !ok {
			t.Fatal(p, ok, err)
		}
		got, last := map[ID]Set{}, ID(0)
		if err := s.Every(bg, id, func(o ID, subjects Set) error {
			if o <= last {
				t.Errorf("%s: %d behind %d", p, o, last)
			}
			last, got[o] = o, NewSet(subjects...)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want[p], got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", p, diff)
		}
		enough := errors.New("enough")
		if err := s.Every(bg, id, func(ID, Set) error { return enough }); !errors.Is(err, enough) {
			t.Errorf("%s: stopped with %v", p, err)
		}
	}
}
