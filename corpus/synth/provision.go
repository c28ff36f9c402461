package synth

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

// instrument is how a mention of an article names where it stands.
type instrument struct {
	of, same, short string
	since           day // first day in force, or 0
}

// provision is an article, and its number before the last renumbering.
type provision struct {
	key, wasKey  corpus.Key
	article, was string // as printed, with a subdivision and its comma
	since        day    // of the renumbering; without was the first day
	until        day    // first day on which it was no longer law, or 0
	issue, act   string // "de l'" and "ordonnance n° …" of the reform, or ""
	actKey       corpus.Key
	in           *instrument
}

func (t *tables) addInstrument(r table.Row) error {
	since, err := parseDay(r.Get("since"))
	t.instruments[r.Get("key")] = &instrument{of: r.Get("of"), same: r.Get("same"), short: r.Get("short"), since: since}
	return err
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
	if err := p.dated(r.Get("since"), r.Get("act")); err != nil {
		return err
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

// dated reads the columns since and act.
func (p *provision) dated(since, act string) error {
	for _, issue := range []string{"de l'", "du ", "de la "} {
		if named, ok := strings.CutPrefix(act, issue); ok {
			p.issue, p.act = issue, named
		}
	}
	first, last, _ := strings.Cut(since, "..")
	var err error
	if p.since, err = parseDay(first); err != nil {
		return err
	}
	p.until, err = parseDay(last)
	return err
}

// parseDay reads an ISO day; "" is none.
func parseDay(s string) (day, error) {
	if s == "" {
		return 0, nil
	}
	d, err := corpus.ParseDate(s)
	if err != nil {
		return 0, err
	}
	return day(d.Time().Unix() / 86400), nil
}

// share gives a provision to its subjects; "*" are all of the judicial courts and
// "administratif" all of the administrative ones.
func (t *tables) share(p *provision, subjects []string) error {
	for _, name := range subjects {
		switch s := t.subject(name); {
		case name == "*":
			t.civil.general = append(t.civil.general, p)
		case name == "administratif":
			t.public.general = append(t.public.general, p)
		case s == nil:
			return fmt.Errorf("unknown subject %q", name)
		default:
			s.provisions = append(s.provisions, p)
		}
	}
	return nil
}

// exists reports whether the provision, under one number or the other, was law on
// a day.
func (v *provision) exists(d day) bool {
	return (v.was != "" || d >= v.since) && d >= v.in.since && (v.until == 0 || d < v.until)
}
