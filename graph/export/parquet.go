package export

import (
	"io"
	"math/bits"
	"reflect"
	"unsafe"

	"github.com/parquet-go/parquet-go"
)

// rowsPerGroup bounds what a Parquet writer holds in memory: a row group is in memory
// until it is whole.
const rowsPerGroup = 32_768

// rowsPerWrite is how many rows parquet-go takes at a time, and into how many it would cut
// a longer list itself.
const rowsPerWrite = 64

// parquetTable writes Parquet.
type parquetTable[T any] struct {
	w     *parquet.GenericWriter[T]
	cells []optionalCell
	n     int // rows written
}

// newParquet compresses with zstd. What the file says of its writer is the version of
// attendu only, so that the bytes depend on nothing else.
func newParquet[T any](w io.Writer, v Versions) Encoder[T] {
	return &parquetTable[T]{cells: optionalCells(reflect.TypeFor[T]()), w: parquet.NewGenericWriter[T](w,
		parquet.MaxRowsPerRowGroup(rowsPerGroup),
		parquet.Compression(newPageCodec()),
		parquet.CreatedBy("attendu", v.Attendu, ""),
	)}
}

func (t *parquetTable[T]) Encode(rows []T) error {
	for len(rows) > 0 {
		n := min(len(rows), rowsPerWrite, rowsPerGroup-t.n%rowsPerGroup)
		n = soundRows(rows[:n], t.cells)
		if _, err := t.w.Write(rows[:n]); err != nil {
			return err
		}
		t.n += n
		rows = rows[n:]
	}
	return nil
}

func (t *parquetTable[T]) Close() error { return t.w.Close() }

// optionalCell is a field of a row of which the zero value is null.
type optionalCell struct {
	offset uintptr
	kind   reflect.Kind // String, Int64 or Float64
}

// optionalCells are those of a row. A field of another kind is a fault of this build, and
// panics.
func optionalCells(row reflect.Type) (cells []optionalCell) {
	for _, c := range columnsOf(row) {
		f := row.FieldByIndex(c.index)
		switch kind := f.Type.Kind(); {
		case !c.Optional || kind == reflect.Pointer:
			continue
		case kind == reflect.String, kind == reflect.Int64, kind == reflect.Float64:
			cell := optionalCell{kind: kind}
			for depth := range c.index { // the offset of a field is that in its own struct
				cell.offset += row.FieldByIndex(c.index[:depth+1]).Offset
			}
			cells = append(cells, cell)
		default:
			panic("export: column " + c.Name + " cannot be optional")
		}
	}
	return cells
}

// filled reports whether the cell of the row at p is not null.
func (c optionalCell) filled(p unsafe.Pointer) bool {
	switch p = unsafe.Add(p, c.offset); c.kind {
	case reflect.String:
		return *(*string)(p) != ""
	case reflect.Int64:
		return *(*int64)(p) != 0
	default:
		return *(*float64)(p) != 0
	}
}

// soundRows is how many of up to 64 rows can be written together. parquet-go, up to v0.32.0
// at least, compares the cells from y on with y ones instead of 64 - y, to see whether they
// are all filled (its issue 154): when the last y filled cells begin with the cell y of a
// write, those behind them are written as empty texts and zeros, not as nulls. A write that
// ends with these filled cells is right.
func soundRows[T any](rows []T, cells []optionalCell) int {
	n := len(rows)
	for i := 0; i < len(cells); i++ {
		var filled uint64
		for j := range rows[:n] {
			if cells[i].filled(unsafe.Pointer(&rows[j])) {
				filled |= 1 << j
			}
		}
		if y := bits.Len64(filled) / 2; y > 0 && 2*y < n && filled>>y == 1<<y-1 && filled>>(y-1)&1 == 0 {
			n, i = 2*y, -1 // fewer rows: look again at all cells
		}
	}
	return n
}
