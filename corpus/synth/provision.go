package synth

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
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

func (t *tables) addInstrument(r table.Row) error {
	t.instruments[r.Get("key")] = &instrument{of: r.Get("of"), same: r.Get("same"), short: r.Get("short")}
	return nil
}

func (t *tables) addProvision(r table.Row) error {
	key := r.Get("key")
	k, err := corpus.ParseKey(key)
	if err != nil || string(k) != key {
		return fmt.Errorf("key %q: %v", key, err)
	}
	i := strings.LastIndexByte(key, '/')
	p := &provision{key: k, article: r.Get("article"), was: r.Get("was"), actKey: corpus.Key(r.Get("actkey")), in: t.instruments[key[:i]]}
	if p.in == nil {
		return fmt.Errorf("%s: its instrument is not in instruments.tsv", key)
	}
	for _, issue := range []string{"de l'", "du ", "de la "} {
		if act, ok := strings.CutPrefix(r.Get("act"), issue); ok {
			p.issue, p.act = issue, act
		}
	}
	if since := r.Get("since"); since != "" {
		d, err := corpus.ParseDate(since)
		if err != nil {
			return err
		}
		tm := d.Time()
		p.since = newDay(tm.Year(), int(tm.Month()), tm.Day())
	}
	if p.was != "" {
		if p.act == "" {
			return fmt.Errorf("%s: the act that renumbered it is missing", key)
		}
		number, _, _ := strings.Cut(p.was, ",")
		p.wasKey = corpus.Key(key[:i+1] + corpus.CanonArticle(strings.ReplaceAll(number, ". ", "")))
	}
	t.byKey[key] = p
	return t.share(p, r.List("subjects"))
}

// share gives a provision to its subjects; "*" are all.
func (t *tables) share(p *provision, subjects []string) error {
	for _, name := range subjects {
		if name == "*" {
			t.general = append(t.general, p)
			continue
		}
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
