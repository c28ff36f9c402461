package law

import (
	"io/fs"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/phrase"
	"github.com/attendu/attendu/corpus/table"
)

// Subject says what a rule is about, and by which words a court shows that it
// means this rule and no other.
type Subject struct {
	Text
	Label string // "responsabilité pour faute"
	Terms phrase.Terms
	Field string // rules of one field are cited together
	Cited string // "often", "rare" or ""
}

// Subject gives what is known of the rule of a text; nil when nothing is.
func (s *Succession) Subject(t Text) *Subject { return s.subjects[t] }

// loadSubjects reads the files of the folder subjects. They also show that a
// number passed from one rule to another, or lost its rule for good, where no move
// says so.
func (s *Succession) loadSubjects(fsys fs.FS) error {
	fields, err := loadFields(fsys)
	if err != nil {
		return err
	}
	err = eachTable(fsys, "subjects", []string{"key", "version", "subject", "words", "family", "cited"}, func(r table.Row) error {
		t, err := textOf(r)
		if err != nil {
			return err
		}
		if s.subjects[t] != nil {
			return r.Errorf("%s %s comes twice", t.Key, t.Version)
		}
		terms, err := phrase.New(r.List("words"))
		if err != nil {
			return r.Errorf("%w", err)
		}
		cited := r.Get("cited")
		if !slices.Contains([]string{"", "often", "rare"}, cited) {
			return r.Errorf("%q does not say how often it is cited", cited)
		}
		s.subjects[t] = &Subject{Text: t, Label: r.Get("subject"), Terms: terms, Field: r.Get("family"), Cited: cited}
		if f, ok := fields[r.Get("family")]; ok {
			s.subjects[t].Field = f
		}
		if t.Version.Old() {
			s.left[t.Key] = append(s.left[t.Key], t.Version.Day())
		}
		return nil
	})
	if err != nil {
		return err
	}
	for t := range s.subjects {
		// A number that a reform made is Unchanged: it has borne one rule.
		if day := t.Version.Day(); day != "" && !t.Version.Old() && len(s.rules(t.Key)) > 1 {
			s.came[t.Key] = append(s.came[t.Key], day)
		}
	}
	return nil
}

// loadFields reads which families of rules belong to one field.
func loadFields(fsys fs.FS) (map[string]string, error) {
	rows, err := table.ReadFile(fsys, "families.tsv", "field", "families")
	if err != nil {
		return nil, err
	}
	fields := map[string]string{}
	for _, r := range rows {
		for _, family := range r.List("families") {
			if fields[family] != "" {
				return nil, r.Errorf("%s is in two fields", family)
			}
			fields[family] = r.Get("field")
		}
	}
	return fields, nil
}

// textOf reads the key and the version of a row.
func textOf(r table.Row) (t Text, err error) {
	if t.Key, err = keyOf(r, "key"); err != nil {
		return t, err
	}
	v, ok := corpus.ParseVersion(r.Get("version"))
	if !ok {
		return t, r.Errorf("%q is no version", r.Get("version"))
	}
	t.Version = v
	return t, nil
}

// eachTable reads the tables of a folder, in the order of their names.
func eachTable(fsys fs.FS, folder string, columns []string, each func(table.Row) error) error {
	names, err := fs.Glob(fsys, folder+"/*.tsv")
	if err != nil {
		return err
	}
	for _, name := range names {
		rows, err := table.ReadFile(fsys, name, columns...)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := each(r); err != nil {
				return err
			}
		}
	}
	return nil
}
