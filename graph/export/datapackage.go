package export

import (
	"encoding/json"
)

// Resource is a file of a table that an export holds.
type Resource struct {
	Path   string
	Table  string
	Format TableFormat
	Bytes  int64
	SHA256 string
}

// dataPackage, dataResource and the rest are what the Data Package standard of the
// Frictionless project has (version 1 of Data Package, Tabular Data Resource, Table Schema).
type dataPackage struct {
	Profile     string         `json:"profile"`
	Name        string         `json:"name"`
	Title       string         `json:"title"`
	Description string         `json:"description"`
	Homepage    string         `json:"homepage"`
	Resources   []dataResource `json:"resources"`
}

type dataResource struct {
	Profile     string      `json:"profile"`
	Name        string      `json:"name"`
	Path        string      `json:"path"`
	Description string      `json:"description"`
	Format      string      `json:"format"`
	MediaType   string      `json:"mediatype"`
	Encoding    string      `json:"encoding,omitempty"`
	Bytes       int64       `json:"bytes"`
	Hash        string      `json:"hash"`
	Dialect     *csvDialect `json:"dialect,omitempty"`
	Schema      tableSchema `json:"schema"`
}

type csvDialect struct {
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	DoubleQuote    bool   `json:"doubleQuote"`
	Header         bool   `json:"header"`
}

type tableSchema struct {
	Fields      []tableField `json:"fields"`
	PrimaryKey  []string     `json:"primaryKey"`
	ForeignKeys []foreignKey `json:"foreignKeys,omitempty"`
}

type tableField struct {
	Name        string `json:"name"`
	Type        Type   `json:"type"`
	Format      string `json:"format,omitempty"`
	DecimalChar string `json:"decimalChar,omitempty"`
	Description string `json:"description"`
}

type foreignKey struct {
	Fields    string `json:"fields"`
	Reference struct {
		Resource string `json:"resource"`
		Fields   string `json:"fields"`
	} `json:"reference"`
}

// DataPackage describes the tables of an export: datapackage.json.
func DataPackage(files []Resource) ([]byte, error) {
	meanings, err := loadDictionary()
	if err != nil {
		return nil, err
	}
	p := dataPackage{Profile: "data-package", Name: "attendu", Title: "French court decisions and what they cite",
		Description: "Flat tables that attendu made of court decisions. Texts and metadata are under the licence of their sources; " +
			"pseudonyms are as published and must not be undone. No table has judges, and none joins natural persons.",
		Homepage: "https://github.com/attendu/attendu/blob/main/docs/export.md", Resources: []dataResource{}}
	for _, t := range Tables() {
		for _, f := range files {
			if f.Table != t.Name {
				continue
			}
			r, err := resource(t, f, meanings)
			if err != nil {
				return nil, err
			}
			p.Resources = append(p.Resources, r)
		}
	}
	b, err := json.MarshalIndent(p, "", "  ")
	return append(b, '\n'), err
}

// resource describes one file. References lead to the file of the same format.
func resource(t Table, f Resource, meanings dictionary) (dataResource, error) {
	r := dataResource{Profile: "data-resource", Name: t.Name + "-" + string(f.Format), Path: f.Path, Description: t.Description,
		Format: string(f.Format), Bytes: f.Bytes, Hash: "sha256:" + f.SHA256, Schema: tableSchema{PrimaryKey: t.Primary}}
	lists := f.Format == Parquet || f.Format == JSONL
	switch f.Format {
	case Parquet:
		r.MediaType = "application/vnd.apache.parquet"
	case JSONL:
		r.MediaType, r.Encoding = "application/jsonl", "utf-8"
	case CSV, ExcelCSV:
		r.Profile, r.Format, r.MediaType, r.Encoding = "tabular-data-resource", "csv", "text/csv", "utf-8"
		r.Dialect = &csvDialect{Delimiter: ",", LineTerminator: "\r\n", DoubleQuote: true, Header: true}
		if f.Format == ExcelCSV {
			r.Dialect.Delimiter = ";"
		}
	}
	for _, c := range t.Columns {
		meaning, err := meanings.of(t, c.Name)
		if err != nil {
			return r, err
		}
		field := tableField{Name: c.Name, Type: c.Type, Description: meaning}
		switch {
		case c.Type == List && !lists:
			field.Type, field.Description = Text, meaning+" Several stand in one cell with | between them."
		case c.Type == Number && f.Format == ExcelCSV:
			field.DecimalChar = ","
		}
		r.Schema.Fields = append(r.Schema.Fields, field)
	}
	for _, ref := range t.References {
		k := foreignKey{Fields: ref.Column}
		k.Reference.Resource, k.Reference.Fields = ref.Table+"-"+string(f.Format), ref.Of
		r.Schema.ForeignKeys = append(r.Schema.ForeignKeys, k)
	}
	return r, nil
}
