package synth

import (
	"fmt"
	"iter"
	"strings"
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/table"
)

// Legi writes the articles of invented codes: the codes of the catalogue with
// texts, dates and links that are not theirs. A version depends on the options
// and on its place alone. Legi does not change after NewLegi and may be used by
// several goroutines at once.
type Legi struct {
	opt     LegiOptions
	grammar *grammar
	phrase  int // kinds of the grammar
	title   int
	codes   []*legiCode
	made    int // versions
}

// NewLegi checks the options and reads the tables of this package. An error is
// one of the options, or says that a table of this build is wrong.
func NewLegi(opt LegiOptions) (*Legi, error) {
	opt, err := opt.settle()
	if err != nil {
		return nil, err
	}
	t, err := legiLoaded()
	if err != nil {
		return nil, fmt.Errorf("synth: %w", err)
	}
	l := &Legi{opt: opt, grammar: t.grammar, phrase: t.grammar.kinds["phrase"], title: t.grammar.kinds["division"]}
	l.layOut(t.codes)
	return l, nil
}

// legiTables are the tables behind the articles, read.
type legiTables struct {
	grammar *grammar
	codes   []legiCode // without what depends on the options
}

var legiLoaded = sync.OnceValues(func() (*legiTables, error) {
	rows, err := table.ReadFile(data, "data/statutewords.tsv", "kind", "text")
	if err != nil {
		return nil, err
	}
	t := new(legiTables)
	if t.grammar, err = newGrammar(rows); err != nil {
		return nil, err
	}
	if !t.grammar.knows("phrase") || !t.grammar.knows("division") {
		return nil, fmt.Errorf("statutewords.tsv: no rows of the kind phrase or division")
	}
	t.codes, err = legiCodes()
	return t, err
})

// layOut gives each code its share of the versions, and its identifiers.
func (l *Legi) layOut(codes []legiCode) {
	weight, versions := 0, l.opt.Versions
	for i := range codes {
		weight += codes[i].weight
		for _, a := range codes[i].renumbered {
			versions -= len(a.rules)
		}
	}
	versions = max(versions, 0)
	article, chapter, given, passed := 0, 0, 0, 0
	for i := range codes {
		c := codes[i]
		c.index, c.article0, c.chapter0 = i, article, chapter
		passed += c.weight
		quota := versions*passed/weight - given
		given += quota
		l.share(&c, quota)
		article += c.len()
		chapter += c.chapters()
		l.codes = append(l.codes, &c)
	}
}

// share gives a code so many articles that they have as many versions as its
// quota; the last article has what is left.
func (l *Legi) share(c *legiCode, quota int) {
	for _, a := range c.renumbered {
		l.made += len(a.rules)
	}
	for left := quota; left > 0; c.ordinary++ {
		c.lastVersions = min(l.versions(c, c.ordinary), left)
		left -= c.lastVersions
	}
	l.made += quota
}

// Len is the number of versions of articles.
func (l *Legi) Len() int { return l.made }

// Versions yields what a reader is to find in the archive, in its order. The
// paragraphs of a text are parted by \n\n; Moves are the links of concordance and
// transfer.
func (l *Legi) Versions() iter.Seq[law.ArticleVersion] {
	return func(yield func(law.ArticleVersion) bool) {
		for a := range l.articles() {
			for v := range a.versions {
				if !yield(a.record(v)) {
					return
				}
			}
		}
	}
}

// articles yields the articles of all codes, which are good until the next.
func (l *Legi) articles() iter.Seq[*legiArticle] {
	return func(yield func(*legiArticle) bool) {
		for _, c := range l.codes {
			for i := range c.len() {
				if !yield(l.article(c, i)) {
					return
				}
			}
		}
	}
}

// record is version v as package law has it.
func (a *legiArticle) record(v int) law.ArticleVersion {
	x := a.version(v)
	out := law.ArticleVersion{ID: x.id, Key: x.key(), Text: strings.ReplaceAll(x.text, "\n", "\n\n"), State: x.state, Start: x.start.iso(), Titles: []string{}, Moves: []law.ArticleLink{}}
	if x.end != never {
		out.End = x.end.iso()
	}
	for _, t := range x.titles {
		out.Titles = append(out.Titles, t.name)
	}
	for _, k := range x.links {
		if k.moved() {
			out.Moves = append(out.Moves, law.ArticleLink{Type: k.kind, From: k.source == (k.kind == "CONCORDANCE"), ID: k.id, Key: a.code.key(k.num)})
		}
	}
	return out
}

// key of an article of the code.
func (c *legiCode) key(num string) corpus.Key {
	return corpus.Key(c.Slug + "/" + corpus.CanonArticle(num))
}
