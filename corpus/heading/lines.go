package heading

import (
	"cmp"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
	"github.com/attendu/attendu/corpus/segment"
)

// readCourt finds the court: first where a line begins with its name, else where
// a judge says of which court he is. A name in short, or without a place, may be
// that of an addressee ("TC Nevers", "CA [Localité 2]" in a list of copies): the
// first name that is neither wins over those above it.
func (w *reading) readCourt(first view) {
	v, shortly := w.head, false
	v.lineStarts(func(start, end int) bool {
		if w.reviewed(start) || aboveAppeal(v.s, start) {
			return true
		}
		for _, f := range w.of("title") {
			m := f.re.FindStringIndex(v.s[start:end])
			if m == nil {
				continue
			}
			c, to, ok := w.courts.At(v, start+m[1])
			if !ok {
				continue
			}
			short := c.Kind.HasPlace() && inShort(v.s[start+m[1]:to])
			full := !short && (c.Place != "" || !c.Kind.HasPlace())
			if w.out.Court.Kind == "" || full && (shortly || c.Kind == w.out.Court.Kind) {
				w.setCourt(c, start+m[1], to)
				shortly = short
			}
			return !full
		}
		return true
	})
	if w.out.Court.Kind == "" {
		w.courtOfJudge()
	}
	if w.out.Court.Kind == "" {
		w.courtThatRules(first)
	}
}

// inShort says whether the name of a court begins with an abbreviation: "CA", "TGI",
// "TJ".
func inShort(name string) bool {
	word, _, _ := strings.Cut(name, " ")
	return len(word) <= shortName && word != "cour"
}

// shortName is the length of the longest abbreviation of a court.
const shortName = 4

// courtThatRules reads the Conseil constitutionnel, which its decisions name in
// their first sentence only: "LE CONSEIL CONSTITUTIONNEL A ÉTÉ SAISI".
func (w *reading) courtThatRules(v view) {
	start := strings.TrimPrefix(v.s, "le ")
	at := len(v.s) - len(start)
	if at == len(v.s) || !wordStart(v.s, at) {
		return
	}
	if c, to, ok := w.courts.At(v, at); ok && c.Kind == corpus.CC {
		w.out.Court, w.out.Spans.Court = c, v.span(at, to)
	}
}

// reviewed says whether the line before introduces the decision under review.
func (w *reading) reviewed(start int) bool {
	before := w.head.s[max(0, start-200):start]
	before = strings.TrimRight(before, " \n")
	line := before[strings.LastIndexByte(before, '\n')+1:]
	for _, kind := range []string{"contested", "untitle"} {
		if f := w.first(kind, line); f != nil && f.region == "head" {
			return true
		}
	}
	return false
}

// filedBelow is the name of a court, and the day and number of its decision on the next
// lines.
var filedBelow = re2.MustCompile(`^(?:tribunal|conseil de prud|juge|pole)[^\n]{3,80}\n(?:le )?[0-9]{1,2}(?:er)? [a-z]+ [0-9]{4}[ \n]+(?:n ?# ?)?r\.?g`)

// aboveAppeal says whether the line at start names the court whose decision is reviewed:
// its day and number follow, and below them a court of appeal is named (Nîmes).
func aboveAppeal(s string, start int) bool {
	return filedBelow.MatchString(s[start:min(len(s), start+200)]) && strings.Contains(s[start:], "\ncour d'appel d")
}

// courtOfJudge reads the court that a judge names as his: "Nous, Mme Perle, juge
// des libertés et de la détention au tribunal judiciaire de Niort".
func (w *reading) courtOfJudge() {
	v := w.head
	v.lineStarts(func(start, end int) bool {
		if w.first("judge", v.s[start:end]) == nil {
			return true
		}
		for i := start; i < end; i++ {
			if !wordStart(v.s, i) {
				continue
			}
			if c, to, ok := w.courts.At(v, i); ok { // it may end on the next line
				w.setCourt(c, i, to)
				return false
			}
		}
		return true
	})
}

func (w *reading) setCourt(c corpus.Court, at, to int) {
	w.out.Court = c
	w.out.Spans.Court = w.head.span(at, to)
}

// readLines reads what stands on a line of its own: chamber, nature, solution.
// The chamber that follows the name of the court in its line wins over one on a
// line below, and that one over one above.
func (w *reading) readLines() {
	v := w.head
	best := 0
	v.lineStarts(func(start, end int) bool {
		if w.contested.Overlaps(corpus.Span{Start: start, End: end}) {
			return true
		}
		line := v.s[start:end]
		if at, rank := w.chamberIn(start, end); rank > best {
			best = rank
			w.out.Court.Chamber = tidy(at.Of(v.t.Original))
		}
		if f := w.first("nature", line); f != nil && w.out.Nature == "" {
			w.out.Nature = f.value
		}
		if f := w.first("solution", line); f != nil && w.out.Solution == "" {
			w.out.Solution = cmp.Or(f.value, tidy(v.Printed(start, end)))
		}
		return true
	})
}

// readRuling reads the nature of a decision that no heading tells from the word that
// opens its dispositif: "O R D O N N E :".
func (w *reading) readRuling(t *fold.Text, layout segment.Layout) {
	for _, z := range layout.Zones {
		if z.Zone != corpus.Dispositif || w.out.Nature != "" {
			continue
		}
		line, _, _ := strings.Cut(t.Folded[t.Index(z.Start):t.Index(z.End)], "\n")
		for _, f := range w.of("nature") {
			if f.region == "tail" && f.re.MatchString(strings.TrimLeft(line, " ")) {
				w.out.Nature = f.value
			}
		}
	}
}

// chamberIn finds a chamber at the start of a line or after the name of the court
// in it: 1 above the name of the court, 2 below, 3 beside; 0 when there is none.
func (w *reading) chamberIn(start, end int) (at corpus.Span, rank int) {
	v := w.head
	for _, f := range w.of("title") {
		m := f.re.FindStringIndex(v.s[start:end])
		if m == nil {
			continue
		}
		c, to, ok := w.courts.At(v, start+m[1])
		if !ok || c.Kind != w.out.Court.Kind || !strings.HasPrefix(v.s[to:], ", ") {
			continue
		}
		if f := w.first("chamber", v.s[to+2:]); f != nil {
			return v.span(to+2, to+2+f.re.FindStringIndex(v.s[to+2:])[1]), 3
		}
	}
	f := w.first("chamber", v.s[start:end])
	if f == nil {
		return corpus.Span{}, 0
	}
	at = v.span(start, start+f.re.FindStringIndex(v.s[start:end])[1])
	if w.out.Spans.Court.Len() > 0 && at.Start > w.out.Spans.Court.Start {
		return at, 2
	}
	return at, 1
}

// first gives the first formula of a kind that a line begins with.
func (w *reading) first(kind, line string) *formula {
	for _, f := range w.of(kind) {
		if f.region != "tail" && f.re.MatchString(line) {
			return f
		}
	}
	return nil
}
