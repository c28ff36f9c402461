package law

import (
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/google/go-cmp/cmp"
)

func loadPast(t testing.TB) *Succession {
	t.Helper()
	s, err := LoadSuccession()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// before and from name texts in the tables below.
func before(key corpus.Key, day corpus.Date) Text { return Text{Key: key, Version: corpus.Before(day)} }
func from(key corpus.Key, day corpus.Date) Text   { return Text{Key: key, Version: corpus.From(day)} }

// Days on which the famous numbers went on.
const (
	contracts = corpus.Date("2016-10-01") // ordonnance n° 2016-131, art. 9
	procedure = corpus.Date("2020-01-01") // décret n° 2019-1333, art. 55
	consumers = corpus.Date("2016-07-01") // ordonnance n° 2016-301, art. 35; décret n° 2016-884
	credit    = corpus.Date("2011-05-01") // loi n° 2010-737, art. 61
	labour    = corpus.Date("2008-05-01") // ordonnance n° 2007-329, loi n° 2008-67, art. 2
)

// TestFamousMoves: where the rules that every lawyer knows went, and from where
// they came.
func TestFamousMoves(t *testing.T) {
	s := loadPast(t)
	const civ, cpc, conso, trav = "code-civil/", "code-de-procedure-civile/", "code-de-la-consommation/", "code-du-travail/"
	for _, c := range []struct {
		from Text
		to   []Text
	}{
		{before(civ+"1382", contracts), []Text{from(civ+"1240", contracts)}},
		{before(civ+"1353", contracts), []Text{from(civ+"1382", contracts)}},
		{before(civ+"1315", contracts), []Text{from(civ+"1353", contracts)}},
		{before(civ+"1147", contracts), []Text{from(civ+"1231-1", contracts)}},
		{before(civ+"1134", contracts), []Text{from(civ+"1103", contracts), from(civ+"1104", contracts), from(civ+"1193", contracts)}},
		{before(cpc+"808", procedure), []Text{from(cpc+"834", procedure)}},
		{before(cpc+"809", procedure), []Text{from(cpc+"835", procedure)}},
		{before(conso+"L132-1", consumers), []Text{from(conso+"L212-1", consumers), from(conso+"L241-1", consumers)}},
		{before(conso+"L311-37", credit), []Text{before(conso+"L311-52", consumers)}},
		{before(conso+"L311-52", consumers), []Text{from(conso+"R312-35", consumers)}},
		{before(trav+"L122-14-4", labour), []Text{from(trav+"L1235-2", labour), from(trav+"L1235-3", labour), from(trav+"L1235-4", labour), from(trav+"L1235-11", labour)}},
	} {
		next := s.Next(c.from)
		for _, want := range c.to {
			if !slices.Contains(next, want) {
				t.Errorf("%s went to %v, want %s among them", c.from, next, want)
			}
			if prev := s.Previous(want); !slices.Contains(prev, c.from) {
				t.Errorf("%s came from %v, want %s among them", want, prev, c.from)
			}
		}
	}
	if next := s.Next(before(trav+"L122-12", labour)); !slices.Contains(next, from(trav+"L1224-1", labour)) {
		t.Errorf("travail L. 122-12 went to %v, want L. 1224-1 among them", next)
	}
}

func TestRules(t *testing.T) {
	s := loadPast(t)
	for key, want := range map[corpus.Key][]Rule{
		"code-civil/1382": {
			{Text: before("code-civil/1382", contracts), Leave: contracts},
			{Text: from("code-civil/1382", contracts), Enter: contracts}},
		"code-civil/1240": {
			{Text: before("code-civil/1240", contracts), Leave: contracts},
			{Text: from("code-civil/1240", contracts), Enter: contracts}},
		"code-de-procedure-civile/809": {
			{Text: before("code-de-procedure-civile/809", procedure), Leave: procedure},
			{Text: from("code-de-procedure-civile/809", procedure), Enter: procedure}},
		"code-civil/9": {{Text: Text{Key: "code-civil/9", Version: corpus.Unchanged}}},
	} {
		if diff := cmp.Diff(want, s.Rules(key)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", key, diff)
		}
	}
}

// TestAt: what a number meant on a day; the first day of the new rule is its own.
func TestAt(t *testing.T) {
	s := loadPast(t)
	const key = corpus.Key("code-civil/1382")
	for day, want := range map[corpus.Date]corpus.Version{
		"1804-03-21": corpus.Before(contracts), "2016-09-30": corpus.Before(contracts),
		contracts: corpus.From(contracts), "2016-10-04": corpus.From(contracts), "": corpus.From(contracts),
	} {
		r := s.At(key, day)
		if r.Version != want || !r.Holds(day) {
			t.Errorf("on %q the number bore %s, want %s", day, r.Version, want)
		}
	}
	if r := s.At("code-civil/9", "1970-07-17"); r.Version != corpus.Unchanged {
		t.Errorf("article 9 on a day: %s", r.Version)
	}
}

func TestLine(t *testing.T) {
	s := loadPast(t)
	const conso = "code-de-la-consommation/"
	tort := []Text{before("code-civil/1382", contracts), from("code-civil/1240", contracts)}
	proof := []Text{before("code-civil/1315", contracts), from("code-civil/1353", contracts)}
	for _, want := range [][]Text{tort, proof} {
		for _, x := range want {
			if diff := cmp.Diff(want, s.Line(x)); diff != "" {
				t.Errorf("line of %s (-want +got):\n%s", x, diff)
			}
		}
	}
	chain := []Text{before(conso+"L311-37", credit), before(conso+"L311-52", consumers), from(conso+"R312-35", consumers)}
	for _, x := range []Text{chain[0], chain[2]} {
		line := s.Line(x)
		at := -1
		for _, want := range chain {
			i := slices.Index(line, want)
			if i <= at {
				t.Errorf("line of %s: %v, want %v in this order", x, line, chain)
			}
			at = i
		}
	}
	// The other parts of a rule that was split are not of the line of one part.
	if line := s.Line(from("code-civil/1104", contracts)); slices.Contains(line, from("code-civil/1103", contracts)) ||
		!slices.Contains(line, before("code-civil/1134", contracts)) {
		t.Errorf("line of 1104: %v", line)
	}
	alone := Text{Key: "code-civil/9", Version: corpus.Unchanged}
	if diff := cmp.Diff([]Text{alone}, s.Line(alone)); diff != "" {
		t.Errorf("line of what never moved (-want +got):\n%s", diff)
	}
}

// keys lists every key of which the tables know something.
func (s *Succession) keys() (keys []corpus.Key) {
	for _, m := range s.from.moves {
		keys = append(keys, m.Old, m.New)
	}
	for t := range s.subjects {
		keys = append(keys, t.Key)
	}
	slices.SortFunc(keys, corpus.Key.Compare)
	return slices.Compact(keys)
}

// TestEveryNumber checks what must hold for each number of the tables: its rules
// follow each other without a gap, each has a name of its own and a place in its
// line, and each move ends at a rule of the number to which it leads.
func TestEveryNumber(t *testing.T) {
	s := loadPast(t)
	keys := s.keys()
	if len(keys) < 10_000 {
		t.Fatalf("%d numbers only", len(keys))
	}
	for _, key := range keys {
		rules := s.Rules(key)
		seen := map[corpus.Version]bool{}
		for i, r := range rules {
			if r.Key != key || seen[r.Version] || r.Version == "" || (r.Version == corpus.Unchanged) != (len(rules) == 1) {
				t.Errorf("%s: %+v among %+v", key, r, rules)
			}
			seen[r.Version] = true
			first, last := i == 0, i == len(rules)-1
			switch {
			case first != (r.Enter == "") || last != (r.Leave == ""):
				t.Errorf("%s: rule %d of %d is from %q to %q", key, i, len(rules), r.Enter, r.Leave)
			case !last && (r.Leave != rules[i+1].Enter || r.Leave <= r.Enter || r.Version != corpus.Before(r.Leave)):
				t.Errorf("%s: %+v is followed by %+v", key, r, rules[i+1])
			case last && !first && r.Version != corpus.From(r.Enter):
				t.Errorf("%s: the rule of today is %+v", key, r)
			}
			if got := s.At(key, r.Enter); r.Enter != "" && got != r {
				t.Errorf("%s on %s is %+v, want %+v", key, r.Enter, got, r)
			}
			s.checkLine(t, r.Text)
		}
		if got := s.At(key, ""); got != rules[len(rules)-1] {
			t.Errorf("%s today is %+v", key, got)
		}
	}
}

// checkLine checks the steps from a text and back.
func (s *Succession) checkLine(t *testing.T, x Text) {
	for _, n := range s.Next(x) {
		r, ok := s.rule(n)
		if !ok || s.Entered(n) != x.Version.Day() || r.Doubt {
			t.Errorf("%s went to %s, which is %+v, %v", x, n, r, ok)
		}
		if !slices.Contains(s.Previous(n), x) {
			t.Errorf("%s went to %s, which came from %v", x, n, s.Previous(n))
		}
	}
	for _, p := range s.Previous(x) {
		if r, ok := s.rule(p); !ok || !slices.Contains(s.Next(p), x) {
			t.Errorf("%s came from %s, which is %+v, %v, and went to %v", x, p, r, ok, s.Next(p))
		}
	}
	line := s.Line(x)
	if !slices.Contains(line, x) {
		t.Errorf("%s is not in its line %v", x, line)
	}
	for i := range line {
		if _, ok := s.rule(line[i]); !ok || i > 0 && (slices.Contains(line[:i], line[i]) || s.Entered(line[i-1]) > s.Entered(line[i])) {
			t.Errorf("line of %s: %v", x, line)
		}
	}
}

// TestSubjectsAreOfRules: each subject and each part describes a rule that its
// number has borne, or the only one of a number that a reform made. A rule that
// came may have left since.
func TestSubjectsAreOfRules(t *testing.T) {
	s := loadPast(t)
	for x, sub := range s.subjects {
		rules := s.Rules(x.Key)
		came := slices.ContainsFunc(rules, func(r Rule) bool { return r.Enter == x.Version.Day() })
		if _, ok := s.rule(x); !ok && (x.Version.Old() || len(rules) > 1 && !came) {
			t.Errorf("%s (%s): the number has borne %v", x, sub.Label, s.Rules(x.Key))
		}
		if sub.Label == "" || len(sub.Terms) == 0 || s.Subject(x) != sub {
			t.Errorf("%s: %+v", x, sub)
		}
	}
	if s.Subject(before("code-civil/9", contracts)) != nil {
		t.Error("a subject of a rule that there is not")
	}
	for x, parts := range s.parts {
		if _, ok := s.rule(x); !ok || len(parts) == 0 {
			t.Errorf("%s has %d parts, and its number has borne %v", x, len(parts), s.Rules(x.Key))
		}
	}
}

// BenchmarkLoadSuccession is what every start of the program pays.
func BenchmarkLoadSuccession(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		loadPast(b)
	}
}
