package eval

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// System is what is measured; *extract.Extractor is one.
type System interface {
	// Extract reads a whole decision.
	Extract(*corpus.Document) *corpus.Decision
	// Passage reads a short text out of a decision of a day, which may be "".
	Passage(text string, date corpus.Date) *corpus.Decision
}

// Measure runs the system on every text of the set. It fails only when ctx ends.
func Measure(ctx context.Context, s System, set *Set) (*Report, error) {
	t := newTally()
	for i := range set.Decisions {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d := &set.Decisions[i]
		t.report.Decisions++
		t.mark(d.Name, d.Text, d)
		t.decision(d, s.Extract(&corpus.Document{Source: corpus.Source{Path: d.Name + ".txt"}, Text: d.Text}))
	}
	for i := range set.Forms {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		f := &set.Forms[i]
		t.mark(f.ID, f.Text, f)
		d := s.Passage(f.Text, f.Date)
		if f.Cited != "" {
			t.meant(f, d)
		} else {
			t.form(f, d)
		}
	}
	return t.done(), nil
}

// mark notes a case with a hash of its text and gold.
func (t *tally) mark(name, text string, gold any) {
	h := sha256.New()
	h.Write([]byte(text))
	_ = json.NewEncoder(h).Encode(gold) // plain structs: cannot fail
	t.report.Cases = append(t.report.Cases, Case{Name: name, Hash: hex.EncodeToString(h.Sum(nil)[:6])})
}

// decision scores one whole decision.
func (t *tally) decision(g *Decision, d *corpus.Decision) {
	t.head(g, d)
	t.citations(g, d)
	for _, by := range []struct {
		kind string
		same func(g Party, p corpus.Party) bool
	}{
		{"parties (name and side)", func(g Party, p corpus.Party) bool { return sameName(g.Name, p.Name) && g.Side == p.Side }},
		{"parties (name)", func(g Party, p corpus.Party) bool { return sameName(g.Name, p.Name) }},
	} {
		t.parties(g, d.Parties, by.kind, by.same)
	}
	t.holdings(g, d)
}

// head compares court kind, date and numbers where the gold has them.
func (t *tally) head(g *Decision, d *corpus.Decision) {
	look := func(field, want, got string) {
		if want != "" {
			t.field(field, want == got, Fault{Case: g.Name, Want: want, Got: got})
		}
	}
	if g.Court.Doubt == "" {
		look("court kind", string(g.Court.Kind), string(d.Court.Kind.Contract()))
	}
	look("decision date", string(g.Date), string(d.Date))
	look("decision numbers", numbers(g.Numbers), numbers(d.Numbers))
}

// numbers writes a list of numbers as compared: letters and digits, sorted.
func numbers(list []string) string {
	plain := make([]string, len(list))
	for i, n := range list {
		plain[i] = strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' {
				return r
			}
			return -1
		}, strings.ToLower(n))
	}
	slices.Sort(plain)
	return strings.Join(plain, " ")
}

// parties compares the parties in the order of the gold; each found party counts
// once, and a doubtful one takes what it fits off the list.
func (t *tally) parties(g *Decision, found []corpus.Party, kind string, fits func(Party, corpus.Party) bool) {
	s, left := t.score(kind), slices.Clone(found)
	withSide := strings.HasSuffix(kind, "side)")
	for _, p := range g.Parties {
		if p.Doubt != "" {
			continue
		}
		if i := slices.IndexFunc(left, func(f corpus.Party) bool { return fits(p, f) }); i >= 0 {
			left = slices.Delete(left, i, i+1)
			s.Right++
			continue
		}
		s.Missed++
		if withSide {
			t.fault(Fault{Case: g.Name, What: "party", Fault: Missed, Want: string(p.Side), Quote: p.Name})
		}
	}
	for _, p := range g.Parties {
		if p.Doubt == "" {
			continue
		}
		if i := slices.IndexFunc(left, func(f corpus.Party) bool { return sameName(p.Name, f.Name) }); i >= 0 {
			left = slices.Delete(left, i, i+1)
		}
	}
	s.Extra += len(left)
	for _, p := range left {
		if withSide {
			t.fault(Fault{Case: g.Name, What: "party", Fault: Extra, Got: string(p.Side), Start: p.Start, Quote: p.Name})
		}
	}
}

// holdings compares the orders: same kind, and words that meet.
func (t *tally) holdings(g *Decision, d *corpus.Decision) {
	s, left := t.score("holdings"), slices.Clone(d.Holdings)
	for _, h := range g.Holdings {
		if h.Doubt != "" {
			continue
		}
		i := slices.IndexFunc(left, func(f corpus.Holding) bool { return f.Kind == h.Kind && meet(f.Span, h.Span) })
		if i >= 0 {
			left = slices.Delete(left, i, i+1)
			s.Right++
			continue
		}
		s.Missed++
		t.fault(Fault{Case: g.Name, What: "holding", Fault: Missed, Want: string(h.Kind), Start: h.Span.Start, Quote: h.Quote})
	}
	for _, f := range left {
		if slices.ContainsFunc(g.Holdings, func(h Holding) bool { return h.Doubt != "" && meet(f.Span, h.Span) }) {
			continue
		}
		s.Extra++
		t.fault(Fault{Case: g.Name, What: "holding", Fault: Extra, Got: string(f.Kind), Start: f.Start, Quote: f.Text})
	}
}
