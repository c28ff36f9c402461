package export

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/attendu/attendu/corpus"
)

// Day is a day as Parquet has it: days since 1970-01-01.
type Day int32

// DayOf gives the day of a date, nil when it is not known.
func DayOf(d corpus.Date) *Day {
	if d == "" {
		return nil
	}
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return nil
	}
	day := Day(t.Unix() / 86400)
	if t.Unix() < 0 && t.Unix()%86400 != 0 {
		day--
	}
	return &day
}

// String is the day as YYYY-MM-DD.
func (d Day) String() string { return time.Unix(int64(d)*86400, 0).UTC().Format(time.DateOnly) }

// Type is the type of a column, as a data package names it.
type Type string

// The types of columns.
const (
	Text    Type = "string"
	Integer Type = "integer"
	Number  Type = "number"
	Boolean Type = "boolean"
	Date    Type = "date"
	List    Type = "array" // of strings; one cell with | between in CSV
)

// Column is one column of a table. The order of columns is that of the fields of its row.
type Column struct {
	Name     string
	Type     Type
	Optional bool // it may be empty: null in Parquet and JSONL, nothing in CSV
	index    []int
}

// columnsOf reads the columns off the struct of a row: the tag parquet has their names.
// A wrong struct is a fault of this build, and panics.
func columnsOf(row reflect.Type) (list []Column) {
	for _, f := range reflect.VisibleFields(row) {
		if f.Anonymous {
			continue
		}
		name, rest, _ := strings.Cut(f.Tag.Get("parquet"), ",")
		c := Column{Name: name, Type: typeOf(f.Type), index: f.Index,
			Optional: strings.Contains(rest, "optional") || f.Type.Kind() == reflect.Pointer}
		if name == "" || c.Type == "" {
			panic(fmt.Sprintf("export: %s.%s makes no column", row, f.Name))
		}
		list = append(list, c)
	}
	return list
}

func typeOf(t reflect.Type) Type {
	switch {
	case t == reflect.TypeFor[*Day]():
		return Date
	case t == reflect.TypeFor[[]string]():
		return List
	}
	switch t.Kind() {
	case reflect.String:
		return Text
	case reflect.Int64:
		return Integer
	case reflect.Float64:
		return Number
	case reflect.Bool:
		return Boolean
	}
	return ""
}
