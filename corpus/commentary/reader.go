package commentary

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/heading"
	"github.com/attendu/attendu/corpus/re2"
)

// Reader holds the rules. It may be used by several goroutines at once.
type Reader struct {
	names interface {
		ParseCourt(string) (corpus.Court, bool)
		ParseDate(string) (corpus.Date, bool)
	}
	forms, courts, roles, pronouns, natures lexicon
	roleByID                                map[string]*role
	roleList                                []*role // in the order of roles.tsv

	relations, sides, speech, orders []*rule
	markers                          []marker
	remnants                         []remnant

	articles, prepositions, epithets, others                      map[string]bool
	particles, kin, tools, abbreviations                          map[string]bool
	reasons, dangling, earlier, undated, before, topic, auxiliary *re2.Regexp
	sideCosts, sideFees, fees                                     *re2.Regexp
}

// Load reads the embedded rules. An error is a bad rule.
func Load() (*Reader, error) {
	h, err := heading.Load()
	if err != nil {
		return nil, fmt.Errorf("commentary: %w", err)
	}
	r := &Reader{names: h}
	w, err := loadWords()
	if err != nil {
		return nil, err
	}
	if err := r.loadWords(w); err != nil {
		return nil, err
	}
	for _, load := range []func() error{r.loadForms, r.loadRoles, r.loadCourts, r.loadPronouns, r.loadNatures, r.loadPage} {
		if err := load(); err != nil {
			return nil, err
		}
	}
	for _, f := range []struct {
		name string
		to   *[]*rule
	}{{"relations.tsv", &r.relations}, {"sides.tsv", &r.sides}, {"speech.tsv", &r.speech}, {"orders.tsv", &r.orders}} {
		if *f.to, err = loadRules(f.name, w); err != nil {
			return nil, err
		}
	}
	return r, r.check()
}

// loadNatures reads natures.tsv.
func (r *Reader) loadNatures() error {
	all, err := rows("natures.tsv")
	for _, w := range all {
		for _, s := range w.List("words") {
			r.natures.add(s, w.Get("nature"))
		}
	}
	return err
}

// check refuses rules that speak of kinds or labels that do not exist.
func (r *Reader) check() error {
	kinds := map[string]bool{}
	for _, k := range corpus.HoldingKinds() {
		kinds[string(k)] = true
	}
	for _, x := range r.orders {
		if !kinds[x.tag] {
			return x.row.Errorf("no kind of holding %q", x.tag)
		}
	}
	for _, x := range r.speech {
		if x.tag != string(corpus.Cour) && x.tag != string(corpus.Partie) {
			return x.row.Errorf("no speaker %q", x.tag)
		}
	}
	for _, x := range r.sides {
		if !strings.Contains("1 2 3 present", x.tag) {
			return x.row.Errorf("no level %q", x.tag)
		}
	}
	for _, rules := range [][]*rule{r.relations, r.sides, r.speech, r.orders} {
		for _, x := range rules {
			for _, st := range append([]step{{after: x.frame.subject}}, x.frame.steps...) {
				if l := st.after.label; !labels[l] && r.roleByID[l] == nil {
					return x.row.Errorf("no slot %q", l)
				}
			}
		}
	}
	return nil
}

// labels are the slots that are not roles.
var labels = map[string]bool{"": true, "cour": true, "juge": true, "acte": true, "partie": true,
	"debiteur": true, "beneficiaire": true, string(corpus.Demandeur): true, string(corpus.Prevenu): true, string(corpus.Defendeur): true}

// Read finds the one decision that the commentary is about: the one named in the
// title or at the start, in the most detail. title may be empty or a line of the
// text. ok is false when no decision is named with a court and a date or a
// number; the report is then empty.
func (r *Reader) Read(t *fold.Text, title string) (rep Report, ok bool) {
	a := r.analyse(t, r.page(t))
	if !a.choose(title) {
		return Report{}, false
	}
	a.others()
	a.relations()
	a.sides()
	for n := range a.sents {
		a.orders = append(a.orders, a.frames(r.orders, n)...)
	}
	rep = Report{Decision: a.decision, Parties: a.listParties(), Holdings: a.readHoldings()}
	rep.Zones, rep.Speeches = a.layout()
	return rep, true
}
