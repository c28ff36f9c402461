package synth

import (
	"embed"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed data/*.tsv
var data embed.FS

// subject is a subject of law and what is written in its cases.
type subject struct {
	name, first, chamber string
	a, b                 string
	weight               int
	roles                map[string][]*template
	provisions           []*provision
	further              []*provision // cited now and then
	order                *order
}

// order is one of the two orders of courts: what its subjects share.
type order struct {
	subjects []*subject
	weight   int          // of all subjects
	general  []*provision // cited in every subject
	further  []*provision // now and then
}

// seat is a place with courts of first instance, and its court of appeal.
type seat struct {
	place, appeal, judilibre string
}

// tables are the data files, read.
type tables struct {
	civil       *order // the judicial courts
	public      *order // the administrative courts
	instruments map[string]*instrument
	penal       *subject
	frames      map[string][]*template
	byKey       map[string]*provision
	seats       []seat
	tribunals   []tribunal
	words       map[string][]string
	templates   int // ids given
}

// loaded reads the tables once.
var loaded = sync.OnceValues(load)

func load() (*tables, error) {
	t := &tables{civil: new(order), public: new(order), instruments: map[string]*instrument{},
		frames: map[string][]*template{}, byKey: map[string]*provision{}, words: map[string][]string{}}
	for _, f := range []struct {
		name    string
		columns string
		add     func(table.Row) error
	}{
		{"subjects", "subject first chamber a b weight", t.addSubject},
		{"courts", "appeal judilibre seats", t.addCourts},
		{"tribunals", "cour code since tribunals", t.addTribunals},
		{"words", "kind words", t.addWords},
		{"instruments", "key of same short since", t.addInstrument},
		{"provisions", "key article was since act actkey subjects", t.addProvision},
		{"further", "instrument subjects since act actkey articles", t.addFurther},
		{"templates", "subject role keys text", t.addTemplate},
		{"publictemplates", "subject role keys text", t.addTemplate},
		{"frames", "role text", t.addFrame},
		{"publicframes", "role text", t.addFrame},
	} {
		rows, err := table.ReadFile(data, "data/"+f.name+".tsv", strings.Fields(f.columns)...)
		if err != nil {
			return nil, fmt.Errorf("synth: %w", err)
		}
		for _, r := range rows {
			if err := f.add(r); err != nil {
				return nil, fmt.Errorf("synth: %w", r.Errorf("%w", err))
			}
		}
	}
	return t, t.check()
}

func (t *tables) addSubject(r table.Row) error {
	w, err := strconv.Atoi(r.Get("weight"))
	if err != nil {
		return err
	}
	s := &subject{name: r.Get("subject"), first: r.Get("first"), chamber: r.Get("chamber"), a: r.Get("a"), b: r.Get("b"),
		weight: w, roles: map[string][]*template{}, order: t.civil}
	if s.first == string(corpus.TA) {
		s.order = t.public
	}
	if chambers[s.chamber].name == "" && s.order == t.civil || !corpus.CourtKind(s.first).Known() {
		return fmt.Errorf("unknown court %q or chamber %q", s.first, s.chamber)
	}
	if s.order.weight += w; w == 0 {
		t.penal = s
		return nil
	}
	s.order.subjects = append(s.order.subjects, s)
	return nil
}

// everySubject is the subjects, penal and administrative matters among them.
func (t *tables) everySubject() []*subject {
	return slices.Concat(t.civil.subjects, []*subject{t.penal}, t.public.subjects)
}

func (t *tables) subject(name string) *subject {
	for _, s := range t.everySubject() {
		if s != nil && s.name == name {
			return s
		}
	}
	return nil
}

func (t *tables) addCourts(r table.Row) error {
	for _, place := range r.List("seats") {
		t.seats = append(t.seats, seat{place: place, appeal: r.Get("appeal"), judilibre: r.Get("judilibre")})
	}
	return nil
}

func (t *tables) addWords(r table.Row) error {
	t.words[r.Get("kind")] = r.List("words")
	return nil
}

func (t *tables) newTemplate(text string, keys []string) (*template, error) {
	nodes, err := parseTemplate(text)
	if err != nil {
		return nil, err
	}
	for _, k := range keys {
		if t.byKey[k] == nil {
			return nil, fmt.Errorf("%s is not in provisions.tsv", k)
		}
	}
	for _, n := range nodes {
		if key, ok := strings.CutPrefix(n.text, "="); ok && n.kind == 's' && t.byKey[key] == nil {
			return nil, fmt.Errorf("%s is not in provisions.tsv", key)
		}
	}
	t.templates++
	return &template{id: t.templates - 1, keys: keys, nodes: nodes}, nil
}

func (t *tables) addTemplate(r table.Row) error {
	s, role := t.subject(r.Get("subject")), r.Get("role")
	if s == nil {
		return fmt.Errorf("unknown subject %q", r.Get("subject"))
	}
	tm, err := t.newTemplate(r.Get("text"), r.List("keys"))
	if err != nil {
		return err
	}
	if (role == "principe") != (len(tm.keys) > 0) {
		return errors.New("keys stand with a principe, and only there")
	}
	s.roles[role] = append(s.roles[role], tm)
	return nil
}

func (t *tables) addFrame(r table.Row) error {
	tm, err := t.newTemplate(r.Get("text"), nil)
	if err == nil {
		t.frames[r.Get("role")] = append(t.frames[r.Get("role")], tm)
	}
	return err
}

// check wants every subject to have every role.
func (t *tables) check() error {
	for _, s := range t.everySubject() {
		roles := []string{"fait", "principe", "pour", "contre", "titre", "titrage", "chef"}
		if s.order == t.public {
			roles[len(roles)-1] = "demande"
		}
		for _, role := range roles {
			if len(s.roles[role]) == 0 {
				return fmt.Errorf("synth: templates.tsv: %s has no %s", s.name, role)
			}
		}
		if len(s.provisions) < 3 {
			return fmt.Errorf("synth: provisions.tsv: %s has less than three", s.name)
		}
	}
	return nil
}
