package quadstore

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// Power loss, on a file system that forgets what was not synced. With sync every
// commit is there; without, the state is that after one of the commits. Quads
// and the owner's key are always of the same commit.
func TestPowerLoss(t *testing.T) {
	seeds := uint64(24)
	if testing.Short() {
		seeds = 10
	}
	for seed := range seeds {
		powerLoss(t, seed, seed%2 == 1)
	}
}

func powerLoss(t *testing.T, seed uint64, nosync bool) {
	r := newRand(seed)
	mem := vfs.NewCrashableMem()
	open := func(fs vfs.FS) (*pebble.DB, *Store) {
		opt := Options{NoSync: nosync, MemTableBytes: 1 << 20, CacheBytes: 1 << 20, FS: fs}
		p := opt.Pebble()
		defer p.Cache.Unref()
		db, err := pebble.Open("d", p)
		if err != nil {
			t.Fatalf("seed %d: open: %v", seed, err)
		}
		opt.Counted = []quad.IRI{"p0", "p3"}
		s, err := Attach(db, opt)
		if err != nil {
			t.Fatalf("seed %d: attach: %v", seed, err)
		}
		return db, s
	}
	db, s := open(mem)
	states := [][]string{{}}
	for round := range 20 + r.IntN(40) {
		update(t, s, func(tx *Tx) error {
			if _, _, err := tx.ReplaceLabel(iri("d%d", round%15), someQuads(r, round%15)); err != nil {
				return err
			}
			return tx.Batch().Set([]byte("round"), []byte{byte(round + 1)}, nil)
		})
		states = append(states, quadsOf(t, s, quad.Quad{}))
		if r.IntN(20) == 0 {
			if err := db.Flush(); err != nil {
				t.Fatal(err)
			}
		}
	}
	crashed := mem.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: r.IntN(101), RNG: r})
	for _, close := range []func() error{s.Close, db.Close} {
		if err := close(); err != nil {
			t.Fatal(err)
		}
	}
	db, s = open(crashed)
	defer db.Close()
	defer s.Close()
	check(t, s)
	round := 0
	if v, c, err := db.Get([]byte("round")); err == nil {
		round = int(v[0])
		c.Close()
	}
	if !nosync && round != len(states)-1 {
		t.Errorf("seed %d: %d commits of %d are there", seed, round, len(states)-1)
	}
	if !slices.Equal(states[round], quadsOf(t, s, quad.Quad{})) {
		t.Errorf("seed %d: the quads are not those of commit %d", seed, round)
	}
}

func someQuads(r *rand.Rand, i int) (quads []quad.Quad) {
	for k := range 30 {
		quads = append(quads, quad.Make(iri("d%d", i), iri("p%d", k%5), iri("o%d", r.IntN(500)), iri("d%d", i)))
	}
	return quads
}

// A store that was not closed opens again.
func TestReopenAfterCrash(t *testing.T) {
	mem := vfs.NewCrashableMem()
	if err := Init("d", graph.Options{"fs": vfs.FS(mem)}); err != nil {
		t.Fatal(err)
	}
	s, err := Open("d", graph.Options{"fs": vfs.FS(mem)})
	if err != nil {
		t.Fatal(err)
	}
	add(t, s, quad.Make("a", "b", "c", nil))
	crashed := mem.CrashClone(vfs.CrashCloneCfg{})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, err = Open("d", graph.Options{"fs": vfs.FS(crashed)})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	check(t, s)
	if _, n := stats(t, s); n != 1 {
		t.Errorf("%d quads", n)
	}
}
