package synth

import (
	"fmt"
	"io"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// LegiDelta is an increment upon the full archive.
type LegiDelta struct {
	// Day is its day, which names it and on which the new versions begin. It
	// must be later than the first day of any version but those of 2027.
	Day corpus.Date
	// Amended is how many articles have a new version, and Suppressed how many
	// are taken away with all their versions.
	Amended, Suppressed int
}

// LegiChange says what an increment does to the full archive. All versions of an
// amended article are delivered anew, since each lists all; only the last one has
// another end than before.
type LegiChange struct {
	Added     []law.ArticleVersion
	Replaced  []law.ArticleVersion
	Unchanged []law.ArticleVersion
	Removed   []string // identifiers
}

// Name is the name under which the DILA would deliver the increment.
func (d LegiDelta) Name() string { return "LEGI_" + stamp(d.Day) + ".tar.gz" }

// Validate checks an increment as far as that can be done without the articles.
func (d LegiDelta) Validate() error {
	if _, err := corpus.ParseDate(string(d.Day)); err != nil {
		return fmt.Errorf("synth: increment: %w", err)
	}
	if d.Day < "2025-12-02" || d.Day > "2026-12-31" {
		return fmt.Errorf("synth: increment of %s: want a day from 2025-12-02 to 2026-12-31", d.Day)
	}
	if d.Amended < 0 || d.Suppressed < 0 {
		return fmt.Errorf("synth: increment: %d articles amended, %d suppressed", d.Amended, d.Suppressed)
	}
	return nil
}

// WriteDelta writes an increment and tells what is in it. Its documents are held
// in memory one by one, what it changes all together. An error is one of w, or
// says that there are not enough articles.
func (l *Legi) WriteDelta(w io.Writer, d LegiDelta) (*LegiChange, error) {
	if err := d.Validate(); err != nil {
		return nil, err
	}
	amended, suppressed, err := l.choose(d)
	if err != nil {
		return nil, err
	}
	t, err := newLegiArchive(w, d.Day, stamp(d.Day)+"/")
	if err != nil {
		return nil, err
	}
	change := &LegiChange{Added: []law.ArticleVersion{}, Replaced: []law.ArticleVersion{}, Unchanged: []law.ArticleVersion{}, Removed: []string{}}
	var list strings.Builder
	for _, a := range suppressed {
		for v := range a.versions {
			list.WriteString(a.path(v) + "\n")
			change.Removed = append(change.Removed, a.code.id(a.place, v))
		}
	}
	if err := t.add(t.prefix+"liste_suppression_legi.dat", []byte(list.String())); err != nil {
		return nil, fmt.Errorf("synth: increment: %w", err)
	}
	for _, a := range amended {
		if err := t.article(a); err != nil {
			return nil, fmt.Errorf("synth: increment: %w", err)
		}
		last := a.versions - 1
		for v := range last - 1 {
			change.Unchanged = append(change.Unchanged, a.record(v))
		}
		change.Replaced = append(change.Replaced, a.record(last-1))
		change.Added = append(change.Added, a.record(last))
	}
	return change, t.close()
}

// choose draws the articles that an increment amends and those that it takes
// away: ordinary ones in force, of which no rule moves.
func (l *Legi) choose(d LegiDelta) (amended, suppressed []*legiArticle, err error) {
	var all int
	for _, c := range l.codes {
		all += c.ordinary
	}
	day, _ := dayOf(d.Day) // checked
	r := newChance(l.opt.Seed, forChange, uint64(day))
	seen := map[int]bool{}
	for want := d.Amended + d.Suppressed; len(amended)+len(suppressed) < want; {
		if len(seen) == all {
			return nil, nil, fmt.Errorf("synth: increment: less than %d articles in force", want)
		}
		n := r.below(all)
		if seen[n] {
			continue
		}
		seen[n] = true
		a, open := l.nth(n)
		switch {
		case !open:
		case len(amended) < d.Amended:
			a.amend(day)
			amended = append(amended, a)
		default:
			suppressed = append(suppressed, a)
		}
	}
	return amended, suppressed, nil
}

// nth is ordinary article n of all codes, and whether an increment may change
// it.
func (l *Legi) nth(n int) (a *legiArticle, open bool) {
	for _, c := range l.codes {
		if n < c.ordinary {
			a = l.article(c, len(c.renumbered)+n)
			return a, a.life.states[a.life.n-1] == "VIGUEUR" && !c.leaves(n) && !c.arrives(n)
		}
		n -= c.ordinary
	}
	panic("synth: no such article")
}

// amend adds a version that begins on a day.
func (a *legiArticle) amend(d day) {
	f := &a.life
	f.ends[f.n-1], f.states[f.n-1] = d, "MODIFIE"
	f.starts[f.n], f.ends[f.n], f.states[f.n] = d, never, "VIGUEUR"
	f.n++
	a.versions = f.n
}
