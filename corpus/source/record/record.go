package record

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// Record is one record found in a source: a document, a version of an article of
// law, or the reason why there is neither. Exactly one of Doc, Article and Err is
// set.
type Record struct {
	Doc *corpus.Document
	// Article is a version of an article, and Origin where it is from.
	Article *law.ArticleVersion
	Origin  corpus.Source
	// Doubts are what is wrong with an article that is read all the same.
	Doubts []string
	// Path is the name of the stream, with "#n" behind it for the n-th record
	// (n >= 1) of a stream that holds several; in JSONL n is the line.
	Path string
	Err  error
	// File is the file of the file system that the record comes from; nil for
	// the standard input and for streams that a program reads itself. It is the
	// same pointer for all records of one reading of a file.
	File *File
}

// File is a file as it was when it was opened.
type File struct {
	Path     string // as given, or as found below a folder
	Absolute string
	Size     int64 // in bytes
	ModTime  time.Time
}

// Format reads one official or usual format. A Format has no state that a
// reading changes, so that several streams may be read at once.
type Format interface {
	// Name is the name that the documents carry.
	Name() corpus.Format
	// Sniff reports, from the first bytes of a stream (up to SniffSize, less a
	// byte order mark), whether this format is the one to read it.
	Sniff(head []byte) bool
	// Read yields the records of one stream. What cannot be read is yielded as
	// an error that wraps one of this package's; a text or record of more than
	// max bytes gives ErrTooLarge.
	Read(name string, r io.Reader, max int64) iter.Seq[Record]
}

// SniffSize is how many bytes Sniff is given, when the stream has as many.
const SniffSize = 16 << 10

// Nth is the path of the n-th record of a stream that holds several.
func Nth(name string, n int) string { return name + "#" + strconv.Itoa(n) }

// Of makes the record of a document, and puts path and format on it.
func Of(path string, format corpus.Format, doc *corpus.Document) Record {
	doc.Path, doc.Format = path, format
	return Record{Doc: doc, Path: path}
}

// Law makes the record of a version of an article, and puts path and format on it.
func Law(path string, format corpus.Format, a *law.ArticleVersion, doubts []string) Record {
	return Record{Article: a, Path: path, Doubts: doubts, Origin: corpus.Source{ID: a.ID, Path: path, Format: format}}
}

// Failed makes the record of an error, and names the path in it.
func Failed(path string, err error) Record {
	return Record{Path: path, Err: fmt.Errorf("source: %s: %w", path, err)}
}
