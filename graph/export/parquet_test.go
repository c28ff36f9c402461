package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
)

// holey is a row with cells that may be null, one of them in a struct of its own.
type holey struct {
	held
	Text  string  `parquet:"text,optional,dict"`
	Cents int64   `parquet:"cents,optional"`
	Share float64 `parquet:"share,optional"`
	On    *Day    `parquet:"on,date"`
}

type held struct {
	ID   string `parquet:"id"`
	Name string `parquet:"name,optional"`
}

// TestParquetNulls: what is empty is null, and what is not is not, wherever it stands:
// rows of a write, and every run of filled cells in them.
func TestParquetNulls(t *testing.T) {
	var lists [][]holey
	for _, n := range []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 33, 50, rowsPerWrite - 1, rowsPerWrite} {
		for from := range n {
			for to := from + 1; to <= n; to++ {
				rows := make([]holey, n)
				for i := from; i < to; i++ {
					rows[i].Text = "x"
				}
				lists = append(lists, rows)
			}
		}
	}
	roundTrip(t, lists)
}

// TestParquetRandomNulls: the same for runs of all lengths in all columns, over several
// row groups.
func TestParquetRandomNulls(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	rows := make([]holey, rowsPerGroup+rowsPerWrite*50+7)
	var left [4]int
	var on [4]bool
	for i := range rows {
		for c := range left {
			if left[c]--; left[c] < 0 {
				on[c], left[c] = !on[c], r.IntN(1+r.IntN(70))
			}
		}
		day := Day(i)
		rows[i] = holey{Text: one(on[0], "x"), Cents: one(on[1], int64(5)), Share: one(on[2], 0.5), On: one(i%3 == 0, &day)}
		rows[i].Name = one(on[3], "n")
	}
	roundTrip(t, slices.Collect(slices.Chunk(rows, 1000))) // as an export does
}

func one[V any](on bool, v V) V {
	if !on {
		var zero V
		return zero
	}
	return v
}

// roundTrip writes lists of rows and compares what is read with what JSON Lines says of the
// same rows.
func roundTrip(t *testing.T, lists [][]holey) {
	t.Helper()
	var table, lines bytes.Buffer
	for w, f := range map[io.Writer]TableFormat{&table: Parquet, &lines: JSONL} {
		x := NewTable[holey](w, f, Versions{})
		for _, rows := range lists {
			if err := x.Encode(rows); err != nil {
				t.Fatal(err)
			}
		}
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
	}
	f, err := parquet.OpenFile(bytes.NewReader(table.Bytes()), int64(table.Len()))
	if err != nil {
		t.Fatal(err)
	}
	read := parquet.NewReader(f)
	defer read.Close()
	want := json.NewDecoder(&lines)
	columns, got := f.Schema().Columns(), make([]parquet.Row, 1)
	for i := 0; ; i++ {
		n, err := read.ReadRows(got)
		if n == 0 {
			if want.More() || !errors.Is(err, io.EOF) {
				t.Fatalf("%d rows: %v", i, err)
			}
			return
		}
		var line map[string]any
		if err := want.Decode(&line); err != nil {
			t.Fatal(err)
		}
		nulls, wantNulls := map[string]bool{}, map[string]bool{}
		for _, v := range got[0] {
			nulls[columns[v.Column()][0]] = v.IsNull()
		}
		for name, v := range line {
			wantNulls[name] = v == nil
		}
		if !maps.Equal(wantNulls, nulls) {
			diff := cmp.Diff(wantNulls, nulls)
			t.Fatalf("row %d (-JSON Lines +Parquet, true is null):\n%s", i, diff)
		}
	}
}
