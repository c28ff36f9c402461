package export

import (
	"bufio"
	"io"
	"reflect"
	"strconv"
	"strings"
)

// csvTable writes RFC 4180: a header, CRLF, quotes where a cell needs them. In what Excel
// reads in French a ; stands between cells, decimals have a comma, and a BOM tells that it
// is UTF-8.
type csvTable[T any] struct {
	w       *bufio.Writer
	columns []Column
	excel   bool
	begun   bool
	cell    []byte
}

func newCSV[T any](w io.Writer, excel bool) *csvTable[T] {
	return &csvTable[T]{w: bufio.NewWriterSize(w, 1<<16), columns: columnsFor[T](), excel: excel}
}

func (t *csvTable[T]) Encode(rows []T) error {
	t.header()
	for i := range rows {
		row := reflect.ValueOf(&rows[i]).Elem()
		for j, c := range t.columns {
			t.cell = t.value(t.cell[:0], c, row.FieldByIndex(c.index))
			t.put(j, t.cell)
		}
		t.w.WriteString("\r\n")
	}
	return t.err()
}

// header writes the names of the columns, once.
func (t *csvTable[T]) header() {
	if t.begun {
		return
	}
	t.begun = true
	if t.excel {
		t.w.WriteString("\ufeff")
	}
	for j, c := range t.columns {
		t.put(j, []byte(c.Name))
	}
	t.w.WriteString("\r\n")
}

func (t *csvTable[T]) Close() error {
	t.header()
	return t.w.Flush()
}

// err is the first error of writing: bufio keeps it.
func (t *csvTable[T]) err() error {
	_, err := t.w.Write(nil)
	return err
}

func (t *csvTable[T]) separator() byte {
	if t.excel {
		return ';'
	}
	return ','
}

// put writes the j-th cell of a line.
func (t *csvTable[T]) put(j int, cell []byte) {
	if j > 0 {
		t.w.WriteByte(t.separator())
	}
	if !t.quoted(cell) {
		t.w.Write(cell)
		return
	}
	t.w.WriteByte('"')
	for _, c := range cell {
		if c == '"' {
			t.w.WriteByte('"')
		}
		t.w.WriteByte(c)
	}
	t.w.WriteByte('"')
}

// quoted reports whether a cell needs quotes.
func (t *csvTable[T]) quoted(cell []byte) bool {
	for _, c := range cell {
		if c == t.separator() || c == '"' || c == '\n' || c == '\r' {
			return true
		}
	}
	return len(cell) > 0 && (cell[0] == ' ' || cell[len(cell)-1] == ' ')
}

// value appends a value as CSV has it: nothing for what is not known.
func (t *csvTable[T]) value(b []byte, c Column, v reflect.Value) []byte {
	if c.Optional && v.IsZero() {
		return b
	}
	switch c.Type {
	case Text:
		return t.text(b, v.String())
	case Integer:
		return strconv.AppendInt(b, v.Int(), 10)
	case Number:
		b = strconv.AppendFloat(b, v.Float(), 'g', -1, 64)
		if t.excel {
			for i := range b {
				if b[i] == '.' {
					b[i] = ','
				}
			}
		}
	case Boolean:
		return strconv.AppendBool(b, v.Bool())
	case Date:
		return append(b, v.Elem().Interface().(Day).String()...)
	case List:
		return t.text(b, strings.Join(v.Interface().([]string), listMark))
	}
	return b
}

// listMark stands between the members of a list in one cell.
const listMark = "|"

// text appends words. Excel takes a cell that begins with = + - or @ for a formula, which
// the text of a decision must never become; an apostrophe keeps it text.
func (t *csvTable[T]) text(b []byte, s string) []byte {
	if t.excel && s != "" && strings.ContainsRune("=+-@\t", rune(s[0])) {
		b = append(b, '\'')
	}
	return append(b, s...)
}
