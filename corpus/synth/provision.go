package synth

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// instrument is how a mention of an article names where it stands.
type instrument struct{ of, same, short string }

// provision is an article, and its number before the last renumbering.
type provision struct {
	key, wasKey  corpus.Key
	article, was string // as printed, with a subdivision and its comma
	since        day    // of the renumbering; without was the first day
	issue, act   string // "de l'" and "ordonnance n° …" of the reform, or ""
	actKey       corpus.Key
	in           *instrument
}

// loadProvisions reads instruments and provisions.
func (t *tables) loadProvisions() error {
	instruments := map[string]*instrument{}
	err := rows("instruments", 4, func(col []string) error {
		instruments[col[0]] = &instrument{of: col[1], same: col[2], short: col[3]}
		return nil
	})
	if err != nil {
		return err
	}
	return rows("provisions", 7, func(col []string) error {
		i := strings.LastIndexByte(col[0], '/')
		p := &provision{article: col[1], was: col[2], actKey: corpus.Key(col[5]), in: instruments[col[0][:i]]}
		if p.in == nil {
			return fmt.Errorf("%s: its instrument is not in instruments.tsv", col[0])
		}
		if p.key, err = corpus.ParseKey(col[0]); err != nil || string(p.key) != col[0] {
			return fmt.Errorf("key %q: %v", col[0], err)
		}
		for _, issue := range []string{"de l'", "du ", "de la "} {
			if act, ok := strings.CutPrefix(col[4], issue); ok {
				p.issue, p.act = issue, act
			}
		}
		if col[3] != "" {
			d, err := corpus.ParseDate(col[3])
			if err != nil {
				return err
			}
			tm := d.Time()
			p.since = newDay(tm.Year(), int(tm.Month()), tm.Day())
		}
		if p.was != "" {
			if p.act == "" {
				return fmt.Errorf("%s: the act that renumbered it is missing", col[0])
			}
			number, _, _ := strings.Cut(p.was, ",")
			p.wasKey = corpus.Key(col[0][:i+1] + corpus.CanonArticle(strings.ReplaceAll(number, ". ", "")))
		}
		t.byKey[col[0]] = p
		return t.share(p, col[6])
	})
}

// share gives a provision to its subjects.
func (t *tables) share(p *provision, subjects string) error {
	if subjects == "*" {
		t.general = append(t.general, p)
		return nil
	}
	for _, name := range strings.Fields(subjects) {
		s := t.subject(name)
		if s == nil {
			return fmt.Errorf("unknown subject %q", name)
		}
		s.provisions = append(s.provisions, p)
	}
	return nil
}

// exists reports whether the provision, under one number or the other, was law on
// a day.
func (v *provision) exists(d day) bool { return v.was != "" || d >= v.since }
