package law

import (
	"cmp"
	"io/fs"
	"slices"
	"sync"

	"github.com/attendu/attendu/corpus"
)

// Succession is what is known of the numbers of the articles of codes over
// time: which rules a number has borne, and where each rule went. It is
// immutable and safe for concurrent use.
//
//	C. civ. 1353 ──2016──▶ 1382        C. civ. 1382 ──2016──▶ 1240
//
//	Rules(1382): the one that left in 2016, the one that came in 2016
//	Today(1382, before:2016-10-01): 1240
type Succession struct {
	from, to side // the moves by their old and by their new key
	subjects map[Text]*Subject
	// left and came are the days on which a rule left a number, or came to it,
	// as the subjects know, whether or not a move says so.
	left, came map[corpus.Key][]corpus.Date
	// touched knows the numbers that the tables do not speak of.
	touched sieve
	// known keeps the rules of the numbers of the tables that were asked for.
	known   sync.Map // asked → []Rule
	numbers *numbers
	reforms map[corpus.Date][]Reform // by their day
	parts   map[Text][]Part
	more    Concordances // nil when there are none
}

// Concordances are moves that the tables lack, such as those of a LEGI base.
// From and To give the moves of a key in any order, and nil when there are none;
// State changes whenever they may give others, and is 0 while there are none.
type Concordances interface {
	From(old corpus.Key) []Move
	To(new corpus.Key) []Move
	State() uint64
}

// With is a succession that knows further moves. A move between two numbers that
// the tables know, too, is that of the tables.
func (s *Succession) With(more Concordances) *Succession {
	return &Succession{from: s.from, to: s.to, subjects: s.subjects, left: s.left, came: s.came, touched: s.touched,
		reforms: s.reforms, parts: s.parts, more: more, numbers: newNumbers()}
}

// Moves lists the moves of the tables by their old key, their day and their new key.
func (s *Succession) Moves() []Move {
	list := slices.Clone(s.from.moves)
	slices.SortFunc(list, func(a, b Move) int { return cmp.Or(a.Old.Compare(b.Old), compareMoves(a, b)) })
	return list
}

// Knows reports whether the tables speak of a number: a code has it, or had it.
func (s *Succession) Knows(key corpus.Key) bool {
	if !s.touched.passes(key) {
		return false
	}
	return len(s.from.of(key)) > 0 || len(s.to.of(key)) > 0 || len(s.left[key]) > 0 || len(s.came[key]) > 0
}

// further reports whether there are moves beyond the tables.
func (s *Succession) further() bool { return s.more != nil && s.more.State() != 0 }

// movesFrom and movesTo list the moves of a key, in the order of time.
func (s *Succession) movesFrom(key corpus.Key) []Move {
	if !s.further() {
		return s.from.of(key)
	}
	return joined(s.from.of(key), s.more.From(key))
}

func (s *Succession) movesTo(key corpus.Key) []Move {
	if !s.further() {
		return s.to.of(key)
	}
	return joined(s.to.of(key), s.more.To(key))
}

// Text names one rule under one number.
type Text = corpus.Text

// LoadSuccession reads the embedded tables. An error says which line is wrong;
// it means that the program was built with a bad table.
func LoadSuccession() (*Succession, error) { return loadSuccession(files) }

// loadSuccession reads the tables of a file system.
func loadSuccession(fsys fs.FS) (*Succession, error) {
	moves, err := loadMoves(fsys)
	if err != nil {
		return nil, err
	}
	s := &Succession{subjects: map[Text]*Subject{}, left: map[corpus.Key][]corpus.Date{}, came: map[corpus.Key][]corpus.Date{}, parts: map[Text][]Part{}, reforms: map[corpus.Date][]Reform{}, numbers: newNumbers(),
		from: newSide(moves, func(m *Move) corpus.Key { return m.Old }),
		to:   newSide(moves, func(m *Move) corpus.Key { return m.New })}
	for _, load := range []func(fs.FS) error{s.loadReforms, s.loadSubjects, s.loadParts} {
		if err := load(fsys); err != nil {
			return nil, err
		}
	}
	s.touch(moves)
	return s, nil
}

// touch notes the numbers that the tables speak of.
func (s *Succession) touch(moves []Move) {
	for i := range moves {
		s.touched.add(moves[i].Old)
		s.touched.add(moves[i].New)
	}
	for _, days := range []map[corpus.Key][]corpus.Date{s.left, s.came} {
		for key := range days {
			s.touched.add(key)
		}
	}
}

// Moved are the moves by which the rule of a text left its number; nil when it
// still stands there, or is gone without successor.
func (s *Succession) Moved(t Text) []Move {
	if !t.Version.Old() {
		return nil
	}
	return on(s.movesFrom(t.Key), t.Version.Day())
}

// Into are the moves by which rules came to a number on a day.
func (s *Succession) Into(key corpus.Key, day corpus.Date) []Move { return on(s.movesTo(key), day) }

// Came are the moves by which the rule of a text came to its number; nil when it
// was not taken over from another.
func (s *Succession) Came(t Text) []Move {
	r, ok := s.rule(t)
	switch {
	case !ok:
		return nil
	case r.Enter == "": // from the code that its own replaced
		return slices.DeleteFunc(slices.Clone(s.movesTo(t.Key)), func(m Move) bool { return !s.founding(m) })
	}
	return on(s.movesTo(t.Key), r.Enter)
}

func on(list []Move, day corpus.Date) (out []Move) {
	for _, m := range list {
		if m.Date == day {
			out = append(out, m)
		}
	}
	return out
}

// Rule is one of the rules that a number has borne.
type Rule struct {
	Text
	Enter corpus.Date // first day under this number; "" since the number is known
	Leave corpus.Date // first day no longer under it; "" when it still stands there
	// Doubt is set where nothing proves that the number bore a rule at that
	// time: before a rule came to it, or after one left it.
	Doubt bool
}

// Holds reports whether the rule stood under its number on a day; "" is today.
func (r Rule) Holds(day corpus.Date) bool {
	if day == "" {
		return r.Leave == ""
	}
	return r.Enter <= day && (r.Leave == "" || day < r.Leave)
}

// Rules lists the rules that a number has borne, the oldest first. A number of
// which no move is known has borne one, which is Unchanged.
// The list is not to be changed.
func (s *Succession) Rules(key corpus.Key) []Rule {
	if !s.further() && (!s.touched.passes(key) || s.from.first[key]+s.to.first[key] == 0 && len(s.left[key])+len(s.came[key]) == 0) {
		return []Rule{{Text: Text{Key: key, Version: corpus.Unchanged}}}
	}
	q := s.asking(key)
	if known, ok := s.known.Load(q); ok {
		return known.([]Rule)
	}
	rules := s.rules(key)
	s.known.Store(q, rules)
	return rules
}

// asked is a number whose rules were worked out, and for which concordances.
type asked struct {
	key   corpus.Key
	state uint64
}

func (s *Succession) asking(key corpus.Key) asked {
	if !s.further() {
		return asked{key: key}
	}
	return asked{key, s.more.State()}
}

// rules works out the rules of a number of the tables.
func (s *Succession) rules(key corpus.Key) (rules []Rule) {
	from, to := s.movesFrom(key), slices.DeleteFunc(s.movesTo(key), s.founding)
	days := slices.Concat(s.left[key], s.came[key])
	for _, m := range slices.Concat(from, to) {
		days = append(days, m.Date)
	}
	slices.Sort(days)
	if len(days) == 0 {
		return []Rule{{Text: Text{Key: key, Version: corpus.Unchanged}}}
	}
	now := Rule{Text: Text{Key: key}}
	for _, day := range slices.Compact(days) {
		left := slices.Contains(s.left[key], day) || len(on(from, day)) > 0
		came := slices.Contains(s.came[key], day) || len(on(to, day)) > 0
		now.Leave = day
		// Without a rule that left, what stood here before is not proved.
		now.Doubt = !left && (now.Doubt || now.Enter == "")
		rules = append(rules, now)
		now = Rule{Text: corpus.Text{Key: key}, Enter: day, Doubt: !came}
	}
	rules = append(rules, now)
	for i := range rules {
		r := &rules[i]
		if r.Version = corpus.From(r.Enter); r.Leave != "" {
			r.Version = corpus.Before(r.Leave)
		}
	}
	return rules
}

// rule finds the rule of a text.
func (s *Succession) rule(t Text) (Rule, bool) {
	for _, r := range s.Rules(t.Key) {
		if r.Version == t.Version {
			return r, true
		}
	}
	return Rule{}, false
}

// At is the rule that stood under a number on a day; "" is today.
func (s *Succession) At(key corpus.Key, day corpus.Date) Rule {
	rules := s.Rules(key)
	for _, r := range rules {
		if r.Holds(day) {
			return r
		}
	}
	return rules[len(rules)-1]
}
