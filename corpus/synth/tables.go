package synth

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/attendu/attendu/corpus"
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
}

// seat is a place with courts of first instance, and its court of appeal.
type seat struct {
	place, appeal, judilibre string
}

// tables are the data files, read.
type tables struct {
	subjects  []*subject
	penal     *subject
	frames    map[string][]*template
	byKey     map[string]*provision
	general   []*provision // cited in every subject
	seats     []seat
	words     map[string][]string
	weight    int // of all subjects
	templates int // ids given
}

// loaded reads the tables once.
var loaded = sync.OnceValues(load)

func load() (*tables, error) {
	t := &tables{frames: map[string][]*template{}, byKey: map[string]*provision{}, words: map[string][]string{}}
	var err error
	read := func(name string, columns int, add func(col []string) error) {
		if err == nil {
			err = rows(name, columns, add)
		}
	}
	read("subjects", 6, t.addSubject)
	read("courts", 3, t.addCourts)
	read("words", 2, t.addWords)
	if err == nil {
		err = t.loadProvisions()
	}
	read("templates", 4, t.addTemplate)
	read("frames", 2, t.addFrame)
	if err != nil {
		return nil, err
	}
	return t, t.check()
}

// rows gives the rows of a table, behind comments and the line of its columns.
func rows(name string, columns int, add func(col []string) error) error {
	b, err := data.ReadFile("data/" + name + ".tsv")
	if err != nil {
		return fmt.Errorf("synth: %w", err)
	}
	head := true
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if head {
			head = false
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) != columns {
			return fmt.Errorf("synth: %s.tsv:%d: %d columns, want %d", name, i+1, len(col), columns)
		}
		if err := add(col); err != nil {
			return fmt.Errorf("synth: %s.tsv:%d: %w", name, i+1, err)
		}
	}
	return nil
}

func (t *tables) addSubject(col []string) error {
	w, err := strconv.Atoi(col[5])
	if err != nil {
		return err
	}
	s := &subject{name: col[0], first: col[1], chamber: col[2], a: col[3], b: col[4], weight: w, roles: map[string][]*template{}}
	if chambers[s.chamber].name == "" || !corpus.CourtKind(s.first).Known() {
		return fmt.Errorf("unknown court %q or chamber %q", s.first, s.chamber)
	}
	if t.weight += w; w == 0 {
		t.penal = s
		return nil
	}
	t.subjects = append(t.subjects, s)
	return nil
}

// everySubject is the subjects, penal matters among them.
func (t *tables) everySubject() []*subject {
	return append(t.subjects[:len(t.subjects):len(t.subjects)], t.penal)
}

func (t *tables) subject(name string) *subject {
	for _, s := range t.everySubject() {
		if s.name == name {
			return s
		}
	}
	return nil
}

func (t *tables) addCourts(col []string) error {
	for _, place := range strings.Split(col[2], "|") {
		t.seats = append(t.seats, seat{place: place, appeal: col[0], judilibre: col[1]})
	}
	return nil
}

func (t *tables) addWords(col []string) error {
	t.words[col[0]] = strings.Split(col[1], "|")
	return nil
}

func (t *tables) newTemplate(text, keys string) (*template, error) {
	nodes, err := parseTemplate(text)
	if err != nil {
		return nil, err
	}
	for _, k := range strings.Fields(keys) {
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
	return &template{id: t.templates - 1, keys: strings.Fields(keys), nodes: nodes}, nil
}

func (t *tables) addTemplate(col []string) error {
	s := t.subject(col[0])
	if s == nil {
		return fmt.Errorf("unknown subject %q", col[0])
	}
	tm, err := t.newTemplate(col[3], col[2])
	if err == nil && (col[1] == "principe") != (len(tm.keys) > 0) {
		err = fmt.Errorf("keys stand with a principe, and only there")
	}
	if err == nil {
		s.roles[col[1]] = append(s.roles[col[1]], tm)
	}
	return err
}

func (t *tables) addFrame(col []string) error {
	tm, err := t.newTemplate(col[1], "")
	if err == nil {
		t.frames[col[0]] = append(t.frames[col[0]], tm)
	}
	return err
}

// check wants every subject to have every role.
func (t *tables) check() error {
	for _, s := range t.everySubject() {
		for _, role := range []string{"fait", "principe", "pour", "contre", "chef", "titre", "titrage"} {
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
