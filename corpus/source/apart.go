package source

import (
	"fmt"
	"iter"
	"strings"
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/docx"
	"github.com/attendu/attendu/corpus/source/pdf"
	"github.com/attendu/attendu/corpus/source/plain"
	"github.com/attendu/attendu/corpus/source/record"
	"github.com/attendu/attendu/corpus/source/several"
)

// splitter loads its rules once.
var splitter = sync.OnceValues(several.Load)

// loose are the formats in which a file is whatever was put into it. In the official
// ones a file, or a record of it, is one decision, and a page of the web is one text.
var loose = map[corpus.Format]bool{plain.Name: true, docx.Name: true, pdf.Name: true}

// apart makes two records of a file in which two decisions stand behind each other:
// PATH is the first, "PATH#2" the second.
func apart(all iter.Seq[record.Record]) iter.Seq[record.Record] {
	return func(yield func(record.Record) bool) {
		for rec := range all {
			for _, r := range parts(rec) {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// parts are the decisions of one record, mostly itself.
func parts(rec record.Record) []record.Record {
	if rec.Doc == nil || !loose[rec.Doc.Format] || rec.Doc.ID != "" || len(rec.Doc.Zones) > 0 {
		return []record.Record{rec}
	}
	s, err := splitter()
	if err != nil {
		return []record.Record{record.Failed(rec.Path, err)}
	}
	spans := s.Split(rec.Doc.Text)
	if len(spans) == 1 {
		return []record.Record{rec}
	}
	out := make([]record.Record, len(spans))
	for i, span := range spans {
		doc := *rec.Doc
		doc.Text = strings.TrimRight(span.Of(rec.Doc.Text), " \n") + "\n"
		out[i] = rec
		out[i].Doc = &doc
		if i > 0 {
			out[i].Path = fmt.Sprintf("%s#%d", rec.Path, i+1)
			doc.Path = out[i].Path
		}
	}
	return out
}
