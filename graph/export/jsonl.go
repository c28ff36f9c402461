package export

import (
	"bufio"
	"io"
	"reflect"
	"strconv"
)

// jsonTable writes one JSON object a line, with every column in its order; what is not
// known is null, an empty list [].
type jsonTable[T any] struct {
	w       *bufio.Writer
	columns []Column
	line    []byte
}

func newJSONL[T any](w io.Writer) *jsonTable[T] {
	return &jsonTable[T]{w: bufio.NewWriterSize(w, 1<<16), columns: columnsFor[T]()}
}

func (t *jsonTable[T]) Encode(rows []T) error {
	for i := range rows {
		row := reflect.ValueOf(&rows[i]).Elem()
		t.line = append(t.line[:0], '{')
		for j, c := range t.columns {
			if j > 0 {
				t.line = append(t.line, ',')
			}
			t.line = append(t.line, '"')
			t.line = append(t.line, c.Name...)
			t.line = append(t.line, '"', ':')
			t.line = jsonValue(t.line, c, row.FieldByIndex(c.index))
		}
		if _, err := t.w.Write(append(t.line, '}', '\n')); err != nil {
			return err
		}
	}
	return nil
}

func (t *jsonTable[T]) Close() error { return t.w.Flush() }

func jsonValue(b []byte, c Column, v reflect.Value) []byte {
	if c.Optional && v.IsZero() {
		return append(b, "null"...)
	}
	switch c.Type {
	case Integer:
		return strconv.AppendInt(b, v.Int(), 10)
	case Number:
		return strconv.AppendFloat(b, v.Float(), 'g', -1, 64)
	case Boolean:
		return strconv.AppendBool(b, v.Bool())
	case Date:
		return jsonString(b, v.Elem().Interface().(Day).String())
	case List:
		b = append(b, '[')
		for i, s := range v.Interface().([]string) {
			if i > 0 {
				b = append(b, ',')
			}
			b = jsonString(b, s)
		}
		return append(b, ']')
	}
	return jsonString(b, v.String())
}

// jsonString appends a string as JSON has it, which is as N-Triples have it.
func jsonString(b []byte, s string) []byte { return appendLiteral(b, s) }
