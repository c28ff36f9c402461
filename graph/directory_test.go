package graph

import (
	"context"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/synth"
)

// TestDirectory: what a directory answers is what a resolver answers; it has every key that
// names one held decision, several or nothing, unless they are too many.
func TestDirectory(t *testing.T) {
	ctx := context.Background()
	s, err := Memory(Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	all := invented(t, synth.Options{Decisions: many(300, 60), Seed: 7})
	commentary := &corpus.Decision{Node: "cass/99-99999", Key: "cass/99-99999", Keys: []corpus.Key{"cass/99-99999"}, Sources: []corpus.Source{{Secondary: true}}}
	two := func(node corpus.Node) *corpus.Decision { // two decisions of one number
		d := &corpus.Decision{Node: node, Key: "cass/98-88888", Keys: []corpus.Key{"cass/98-88888"}, Sources: []corpus.Source{{ID: string(node)}}}
		d.Date = corpus.Date("2018-03-1" + string(node[len(node)-1]))
		d.Citations = []corpus.Citation{{Key: "cass/98-88888", Node: "cass/98-88888"}, {Key: "cass/99-99999", Node: "cass/99-99999"}}
		return d
	}
	all = append(all, commentary, two("dila:X1"), two("dila:X2"))
	// One day of a court is named by two numbers, one of a decision that is held.
	const day = corpus.Key("cass/2018-03-11")
	cites := two("dila:X3")
	cites.Keys = []corpus.Key{"cass/97-77777"}
	for _, number := range []corpus.Key{"cass/98-88888", "cass/96-66666"} {
		cites.Citations = append(cites.Citations, corpus.Citation{Key: number, Node: number, AlsoNamed: []corpus.Key{day}})
	}
	cites.Citations = append(cites.Citations, corpus.Citation{Key: day, Node: day})
	all = append(all, cites)
	if _, err := s.Put(ctx, all); err != nil {
		t.Fatal(err)
	}
	v, err := s.Moment(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	r, err := v.Resolver(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, most := range []int{DirectoryKeys, 20} {
		d, err := v.(*moment).directory(ctx, most)
		if err != nil {
			t.Fatal(err)
		}
		if len(d.of) == 0 || len(d.of) > most {
			t.Errorf("%d keys, of at most %d", len(d.of), most)
		}
		for _, x := range all {
			for _, c := range x.Citations {
				if c.Key != "" {
					checkHeld(t, d, r, c.Node, most == DirectoryKeys)
				}
			}
		}
	}
}

// checkHeld compares a directory, which may be of every key, with a resolver.
func checkHeld(t *testing.T, d *Directory, r Resolver, key corpus.Key, every bool) {
	t.Helper()
	nodes, err := r.Resolve(context.Background(), key)
	if err != nil {
		t.Fatal(err)
	}
	var want corpus.Node
	if len(nodes) == 1 {
		if held, err := r.Holds(nodes[0]); err != nil {
			t.Fatal(err)
		} else if held {
			want = nodes[0]
		}
	}
	got, known := d.Held(key)
	if known && got != want {
		t.Errorf("%s: %q, a resolver gives %q", key, got, nodes)
	}
	plain := len(nodes) > 1 || len(nodes) == 1 && (bySource(string(nodes[0])) || want == "" && nodes[0] == corpus.Node(key))
	if every && !known && key.IsDecision() && plain {
		t.Errorf("%s: not known, a resolver gives %q", key, nodes)
	}
}
