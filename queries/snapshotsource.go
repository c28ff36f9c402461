package queries

import (
	"cmp"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries/snapshot"
)

// published takes out of a decision what is of this machine: of the path of a source
// the folders in which the file lies, not those inside of an archive. The same file in
// two folders is one source then.
func published(d *corpus.Decision) {
	var list []corpus.Source
	for _, s := range d.Sources {
		file, inside, archived := strings.Cut(filepath.ToSlash(s.Path), "!")
		if s.Path = file[strings.LastIndexByte(file, '/')+1:]; archived {
			s.Path += "!" + inside
		}
		if !slices.ContainsFunc(list, func(o corpus.Source) bool { return reflect.DeepEqual(o, s) }) {
			list = append(list, s)
		}
	}
	d.Sources = list
}

// sourceCount counts what each publisher gave.
type sourceCount struct {
	by map[[2]string]*snapshot.Source
}

func (c *sourceCount) count(d *corpus.Decision) {
	if c.by == nil {
		c.by = map[[2]string]*snapshot.Source{}
	}
	for _, s := range d.Sources {
		name := [2]string{string(s.Format), s.Dataset}
		n := c.by[name]
		if n == nil {
			n = &snapshot.Source{Format: name[0], Dataset: name[1], First: s.Issued}
			c.by[name] = n
		}
		n.Decisions++
		if s.Issued != "" {
			n.Last = max(n.Last, s.Issued)
			if n.First == "" || s.Issued < n.First {
				n.First = s.Issued
			}
		}
	}
}

func (c *sourceCount) list() []snapshot.Source {
	list := []snapshot.Source{}
	for _, s := range c.by {
		list = append(list, *s)
	}
	slices.SortFunc(list, func(a, b snapshot.Source) int {
		return cmp.Or(strings.Compare(a.Format, b.Format), strings.Compare(a.Dataset, b.Dataset))
	})
	return list
}
