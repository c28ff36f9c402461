package synth

import (
	"archive/tar"
	"compress/gzip"
	"fmt"
	"io"
	"strings"
	"time"
)

// ArchiveName is the name under which the DILA would deliver the corpus: that of
// a full archive of the dataset CASS, made on the first day after the last year.
func (g *Generator) ArchiveName() string {
	_, last := g.opt.years()
	return fmt.Sprintf("Freemium_cass_global_%d0101-120000.tar.gz", last+1)
}

// WriteArchive writes a corpus as the DILA delivers one: a .tar.gz of one XML
// document a decision, its folders by the digits of the identifiers. Decisions of
// CASS, CAPP and JADE stand in one archive, each below its dataset. Memory does
// not grow with the number of decisions, and the same options give the same
// bytes with the same version of Go. An error is one of the options or of w.
func WriteArchive(w io.Writer, opt Options) error {
	g, err := New(opt)
	if err != nil {
		return err
	}
	return g.WriteArchive(w)
}

// WriteArchive writes the corpus of the generator; see the function of that name.
func (g *Generator) WriteArchive(w io.Writer) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestSpeed)
	if err != nil {
		return err
	}
	t := &archive{Writer: tar.NewWriter(z), open: map[string]string{}}
	_, last := g.opt.years()
	t.made = time.Date(last+1, 1, 1, 12, 0, 0, 0, time.UTC)
	for d := range g.Decisions() {
		if err := t.add(d.Path(), d.DILA()); err != nil {
			return fmt.Errorf("synth: archive: %s: %w", d.ID, err)
		}
	}
	if err := t.Close(); err != nil {
		return fmt.Errorf("synth: archive: %w", err)
	}
	return z.Close()
}

// archive writes files and the folders they stand in.
type archive struct {
	*tar.Writer
	made time.Time
	open map[string]string // the folder of the last file of each dataset
}

// add writes a file, after the folders that the file before it of the same
// dataset did not stand in.
func (a *archive) add(path string, data []byte) error {
	dataset, dir := path[:len("juri/cass/")], path[:strings.LastIndexByte(path, '/')+1]
	before := a.open[dataset]
	for i := range dir {
		if dir[i] != '/' || strings.HasPrefix(before, dir[:i+1]) {
			continue
		}
		if err := a.WriteHeader(&tar.Header{Typeflag: tar.TypeDir, Name: dir[:i+1], Mode: 0o755, ModTime: a.made, Format: tar.FormatUSTAR}); err != nil {
			return err
		}
	}
	a.open[dataset] = dir
	h := &tar.Header{Typeflag: tar.TypeReg, Name: path, Size: int64(len(data)), Mode: 0o644, ModTime: a.made, Format: tar.FormatUSTAR}
	if err := a.WriteHeader(h); err != nil {
		return err
	}
	_, err := a.Write(data)
	return err
}
