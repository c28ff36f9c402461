package synth

import (
	"archive/tar"
	"fmt"
	"io"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/klauspost/compress/gzip"
)

// ArchiveName is the name under which the DILA would deliver the articles: that
// of a full archive of the dataset LEGI.
func (l *Legi) ArchiveName() string {
	return "Freemium_legi_global_" + stamp(l.opt.Day) + ".tar.gz"
}

// stamp is a day as the names of archives have it.
func stamp(d corpus.Date) string { return strings.ReplaceAll(string(d), "-", "") + "-120000" }

// WriteArchive writes the codes as the DILA delivers them: a .tar.gz of one XML
// document for each version of an article, each section, and two for each code.
// Memory does not grow with their number, and the same options give the same
// bytes with the same version of Go. An error is one of w.
func (l *Legi) WriteArchive(w io.Writer) error {
	t, err := newLegiArchive(w, l.opt.Day, "")
	if err != nil {
		return err
	}
	for _, c := range l.codes {
		if err := t.code(l, c); err != nil {
			return fmt.Errorf("synth: archive: %s: %w", c.Slug, err)
		}
	}
	return t.close()
}

// legiArchive writes documents of LEGI.
type legiArchive struct {
	archive
	gzip   *gzip.Writer
	prefix string // of the names
	buf    dilaWriter
}

func newLegiArchive(w io.Writer, made corpus.Date, prefix string) (*legiArchive, error) {
	z, err := gzip.NewWriterLevel(w, gzip.BestSpeed)
	if err != nil {
		return nil, fmt.Errorf("synth: archive: %w", err)
	}
	t := &legiArchive{gzip: z, prefix: prefix}
	t.archive = archive{Writer: tar.NewWriter(z), made: made.Time(), open: map[string]string{}}
	return t, nil
}

func (t *legiArchive) close() error {
	if err := t.Close(); err != nil {
		return fmt.Errorf("synth: archive: %w", err)
	}
	return t.gzip.Close()
}

// document adds what write writes.
func (t *legiArchive) document(path string, write func(*dilaWriter)) error {
	t.buf.Reset()
	write(&t.buf)
	return t.add(t.prefix+path, t.buf.Bytes())
}

// code adds all documents of a code.
func (t *legiArchive) code(l *Legi, c *legiCode) error {
	for i := range c.len() {
		if err := t.article(l.article(c, i)); err != nil {
			return err
		}
	}
	if err := t.sections(l, c); err != nil {
		return err
	}
	err := t.document(c.path()+"texte/struct/"+c.Legitext+".xml", func(w *dilaWriter) { w.structXML(l, c) })
	if err != nil {
		return err
	}
	return t.document(c.path()+"texte/version/"+c.Legitext+".xml", func(w *dilaWriter) { w.codeXML(c) })
}

// article adds the versions of an article.
func (t *legiArchive) article(a *legiArticle) error {
	for v := range a.versions {
		if err := t.document(a.path(v)+".xml", func(w *dilaWriter) { w.articleXML(a, v) }); err != nil {
			return err
		}
	}
	return nil
}

// path of a version in an archive, without ".xml".
func (a *legiArticle) path(v int) string {
	id := a.code.id(a.place, v)
	return a.code.path() + "article/" + legiFolder("LEGI/ARTI", id) + id
}

// sections adds the sections of a code.
func (t *legiArchive) sections(l *Legi, c *legiCode) error {
	dir := func(id string) string { return c.path() + "section_ta/" + legiFolder("LEGI/SCTA", id) + id + ".xml" }
	for chapter := range c.chapters() {
		for level := range levels {
			if chapter%spans[level] > 0 {
				continue
			}
			if err := t.document(dir(c.section(chapter, level)), func(w *dilaWriter) { w.sectionXML(l, c, chapter, level) }); err != nil {
				return err
			}
		}
	}
	for _, b := range c.rules() {
		if err := t.document(dir(ruleSection(b.row)), func(w *dilaWriter) { w.ruleXML(l, c, b) }); err != nil {
			return err
		}
	}
	return nil
}
