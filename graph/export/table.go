package export

import (
	"io"
	"reflect"
)

// Encoder writes the rows of one table.
type Encoder[T any] interface {
	// Encode writes rows behind those before.
	Encode(rows []T) error
	// Close ends the table. It does not close what is below.
	Close() error
}

// TableFormat is a form of flat tables.
type TableFormat string

// The forms of flat tables.
const (
	Parquet  TableFormat = "parquet"
	CSV      TableFormat = "csv"
	ExcelCSV TableFormat = "csv-excel" // ; between cells, a BOM, decimal commas: what Excel reads in French
	JSONL    TableFormat = "jsonl"
)

// NewTable writes a table of rows of type T in a form; nil for a form that is not known.
func NewTable[T any](w io.Writer, f TableFormat, v Versions) Encoder[T] {
	switch f {
	case Parquet:
		return newParquet[T](w, v)
	case CSV, ExcelCSV:
		return newCSV[T](w, f == ExcelCSV)
	case JSONL:
		return newJSONL[T](w)
	}
	return nil
}

// Versions say what wrote an export.
type Versions struct {
	Attendu string `json:"attendu"` // of the program
	Extract int    `json:"extract"` // of the extraction
}

// columnsFor are the columns of the rows of type T.
func columnsFor[T any]() []Column { return columnsOf(reflect.TypeFor[T]()) }
