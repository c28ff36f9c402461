package commentary

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// form is a word that comes before a name: "société", "Mme", "commune".
type form struct {
	kind   corpus.PartyKind
	gender byte // 'm', 'f' or 0
	caps   bool // an abbreviation, always in capitals
	title  bool // starts with a capital
	plural bool // several names may follow
	alone  bool // is a name by itself
}

// entity is a person, a company or a public body that the text names.
type entity struct {
	name   string // as printed at the first full mention
	key    string // folded, without its form: what makes two mentions one
	kind   corpus.PartyKind
	gender byte
	first  token // the first full mention, in bytes of the folded text
	guess  bool  // found by its capital alone
}

// maxName bounds the words of one name, maxEntities the names of one text.
const maxName, maxEntities = 8, 256

// loadForms reads names.tsv.
func (r *Reader) loadForms() error {
	all, err := rows("names.tsv")
	if err != nil {
		return err
	}
	for _, w := range all {
		f := &form{kind: corpus.PartyKind(w.Get("kind"))}
		switch f.kind {
		case corpus.Morale, corpus.Physique, corpus.Publique:
		default:
			return w.Errorf("no kind %q", w.Get("kind"))
		}
		for _, flag := range w.List("flags") {
			switch flag {
			case "m", "f":
				f.gender = flag[0]
			case "majuscules":
				f.caps = true
			case "initiale":
				f.title = true
			case "pluriel":
				f.plural = true
			case "seul":
				f.alone = true
			default:
				return w.Errorf("no flag %q", flag)
			}
		}
		for _, s := range w.List("words") {
			r.forms.add(s, f)
		}
	}
	return nil
}

// named gives the form at token i and the number of its words, 0 when no name
// starts there.
func (a *analysis) named(i int) (*form, int) {
	ref, n := a.r.forms.find(a.flat, a.toks, i)
	if n == 0 {
		return nil, 0
	}
	f := ref.(*form)
	if f.caps && !a.caps(i) || f.title && !a.capital(i) {
		return nil, 0
	}
	return f, n
}

// nameRun gives the token after the name that starts at token j, or j when no
// name starts there. A name is words with capitals, joined by small words. form
// says that a form stands before it, and must be close.
func (a *analysis) nameRun(j int, form bool) int {
	end := j
	for k := j; k < len(a.toks) && k-j < maxName; k++ {
		if (k > j || form) && !a.joined(k, k == j) {
			break
		}
		if a.capital(k) {
			if k > j && a.breaks(k) {
				break
			}
			end = k + 1
			continue
		}
		if !a.links(k) {
			break
		}
	}
	return end
}

// joined reports whether token k follows the one before it closely enough to
// belong to one name. first says that the token before is a form.
func (a *analysis) joined(k int, first bool) bool {
	prev := a.toks[k-1]
	gap := a.flat[prev.end:a.toks[k].start]
	if len(gap) > 3 || strings.Trim(gap, " .&-[]") != "" {
		return false
	}
	return first || !strings.Contains(gap, ".") || prev.end-prev.start == 1 || gap == "."
}

// breaks reports whether the capital at token k starts something else than the
// rest of a name: another form, a court, or a sentence after an initial.
func (a *analysis) breaks(k int) bool {
	if _, n := a.benchAt(k); n > 0 {
		return true
	}
	gap := a.flat[a.toks[k-1].end:a.toks[k].start]
	return strings.Contains(gap, ". ") && a.r.tools[a.word(k)]
}

// links reports whether token k is a small word inside a name: "de" before a
// capital, "et" before "Fils".
func (a *analysis) links(k int) bool {
	if k+1 >= len(a.toks) || !a.joined(k+1, false) || !a.capital(k+1) {
		return false
	}
	if _, n := a.named(k + 1); n > 0 {
		return false
	}
	if a.word(k) == "et" {
		return a.r.kin[a.word(k+1)]
	}
	return a.r.particles[a.word(k)]
}

// word is the folded word of token k.
func (a *analysis) word(k int) string { return a.flat[a.toks[k].start:a.toks[k].end] }

// capital reports whether token k starts with a capital letter.
func (a *analysis) capital(k int) bool { return a.text.Capital(a.toks[k].start) }

// caps reports whether token k is in capitals throughout.
func (a *analysis) caps(k int) bool {
	s := a.text.Span(a.toks[k].start, a.toks[k].end).Of(a.text.Original)
	return s == strings.ToUpper(s) && s != strings.ToLower(s)
}

// nameKey is what makes two printed names one: the words after the form; of a
// person, the last.
func (a *analysis) nameKey(f *form, j, end int) string {
	for j < end-1 {
		_, n := a.named(j)
		if n == 0 || j+n >= end {
			break
		}
		j += n
	}
	if f != nil && f.kind == corpus.Physique {
		j = end - 1
	}
	var w []string
	for k := j; k < end; k++ {
		w = append(w, a.word(k))
	}
	return strings.Join(w, " ")
}
