package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// voice is where someone begins to speak, in bytes of fold.Text.Folded; it ends
// where the next begins.
type voice struct {
	start   int
	speaker corpus.Speaker
	side    corpus.Side
}

// teller walks over the paragraphs and notes who speaks.
type teller struct {
	*speakerRules
	t    *fold.Text
	fam  family
	side corpus.Side // of the moyens
	zone corpus.ZoneKind
	now  *speaking // the rules that may fire
	out  []voice

	held   voice // who speaks until another rule says otherwise
	listed voice // who speaks in the list that goes on
	list   bool  // a list goes on
	until  reach // how far the voice now on goes; "" when it is held
	last   byte  // last byte of the paragraph before
}

// speeches gives the voices of the whole text, the quotations laid over.
func (s *speakerRules) speeches(t *fold.Text, lines []line, passages []passage, fam family) []voice {
	w := &teller{speakerRules: s, t: t, fam: fam, side: s.moyenSide(t.Folded, fam)}
	next := 0
	for i, p := range passages {
		end := len(t.Folded)
		if i+1 < len(passages) {
			end = passages[i+1].start
		}
		w.part(p)
		for next < len(lines) && lines[next].start < end {
			start := max(lines[next].start, p.start)
			bodyAt := max(lines[next].body, start)
			bullet := lines[next].bullet && start == lines[next].start
			stop := min(lines[next].end, end)
			for next++; next < len(lines) && lines[next].runsOn && lines[next].start < end; next++ {
				stop = min(lines[next].end, end)
			}
			w.paragraph(start, bodyAt, stop, bullet)
			if stop == end && lines[next-1].end > end {
				next-- // the next part begins inside this line
				break
			}
		}
	}
	return s.withQuotations(t, passages, w.out)
}

// part begins a part of the decision.
func (w *teller) part(p passage) {
	w.zone, w.now = p.zone, w.hold[w.fam][p.zone]
	w.held = voice{speaker: corpus.Cour}
	if p.zone == corpus.Moyens {
		w.held = voice{speaker: corpus.Partie, side: w.side}
	}
	w.list, w.until, w.last = false, "", '.'
	w.speak(p.start, w.held)
}

// speak lets a voice begin at a place, and drops what was said from there on.
func (w *teller) speak(at int, v voice) {
	for n := len(w.out); n > 0 && w.out[n-1].start >= at; n-- {
		w.out = w.out[:n-1]
	}
	v.start = at
	if n := len(w.out); n > 0 && w.out[n-1].speaker == v.speaker && w.out[n-1].side == v.side {
		return
	}
	w.out = append(w.out, v)
}

// paragraph reads one paragraph: f[start:end], its first word at body.
func (w *teller) paragraph(start, body, end int, bullet bool) {
	f := w.t.Folded
	w.list = w.list && w.item(body, bullet)
	w.until = ""
	w.speak(start, w.usual())
	from := start // of the sentence
	for i := body; i < end; i++ {
		if !isWord(f[i]) {
			continue
		}
		if i > body && !(i > body+1 && f[i-1] == ' ' && isLetter(f[i-2])) && w.sentenceEnds(body, i) {
			from = i
			if w.until == sentence {
				w.until = ""
				w.speak(i, w.usual())
			}
		}
		n := i
		for n < end && isLetter(f[n]) {
			n++
		}
		w.word(start, body, from, i, n, end)
		for i = n; i < end && isWord(f[i]); i++ {
		}
	}
	w.last = f[end-1]
}

// usual is who speaks where no formula of the paragraph says otherwise.
func (w *teller) usual() voice {
	if w.list {
		return w.listed
	}
	return w.held
}

// item says whether a paragraph belongs to the list that goes on.
func (w *teller) item(body int, bullet bool) bool {
	f := w.t.Folded
	return bullet || strings.IndexByte(":;,", w.last) >= 0 || isLetter(f[body]) && !upper(w.t, body)
}

// word tries the rules that may begin with the letters f[i:n].
func (w *teller) word(start, body, from, i, n, end int) {
	f := w.t.Folded
	if !w.now.brief.may(f[i:n]) {
		return
	}
	for _, r := range w.now.byWord[f[i:n]] {
		if r.lead && i != body && !capitals(w.t, i, n) || !w.accented(r, n) {
			continue
		}
		m := r.matches(f[body:i], f[i:end])
		if m < 0 {
			continue
		}
		v, before := voice{speaker: r.speaker}, w.previous(from)
		if r.again && before.speaker != r.speaker {
			continue
		}
		if r.again {
			v.side = before.side
		} else if v.speaker == corpus.Partie {
			if r.from == "word" && w.list && w.listed.speaker == corpus.JugeAttaque {
				return // what a party wanted, in the order of the judge
			}
			v.side = w.sideOf(from, i, n)
		}
		w.begin(r.speakerRule, v, map[string]int{"word": i, "sentence": from, "paragraph": start, "after": i + m}[r.from], end)
		return
	}
}

// previous is who speaks right before the sentence that starts at from.
func (w *teller) previous(from int) voice {
	for i := len(w.out) - 1; i >= 0; i-- {
		if w.out[i].start < from {
			return w.out[i]
		}
	}
	return voice{}
}

// accented says whether the word that ends at n has the final letter that the
// rule means; capitals may lack their accent.
func (w *teller) accented(r wordRule, n int) bool {
	if c := w.t.Folded[n-1]; c != 'e' && c != 'a' {
		return true
	}
	last, _ := utf8.DecodeRuneInString(w.t.Original[w.t.Start(n-1):])
	return unicode.ToLower(last) == r.last || last == 'E' || last == 'A'
}

// roleReach is how many bytes before its verb a party may be named.
const roleReach = 600

// sideOf finds the side of the party that speaks: the role named in its sentence
// before or at the verb, or the side of the voice that a pronoun takes up.
func (w *teller) sideOf(from, i, n int) corpus.Side {
	if w.zone == corpus.Moyens {
		return w.side
	}
	words := w.t.Folded[max(from, n-roleReach):n]
	if side := w.sideIn(words); side != "" {
		return side
	}
	pronoun, _, _ := strings.Cut(strings.TrimLeft(words, " -*'\""), " ")
	switch pronoun {
	case "il", "elle", "ils", "elles":
		if w.held.speaker == corpus.Partie {
			return w.held.side
		}
	}
	return ""
}

// begin applies a rule that fired.
func (w *teller) begin(r *speakerRule, v voice, at, end int) {
	w.until = r.to
	switch r.to {
	case open:
		w.held, w.list = v, false
	case listing:
		if announces(w.t.Folded, end) {
			w.listed, w.list = v, true
		}
	}
	if at < end {
		w.speak(at, v)
	}
}

// announces says whether a paragraph ends with a colon, as before a list.
func announces(f string, end int) bool { return end > 0 && f[end-1] == ':' }

// speechesOf writes the voices as speeches of the original text.
func speechesOf(t *fold.Text, voices []voice) []corpus.Speech {
	var out []corpus.Speech
	for i, v := range voices {
		end := len(t.Original)
		if i+1 < len(voices) {
			end = t.Start(voices[i+1].start)
		}
		start := 0
		n := len(out)
		if n > 0 {
			start = out[n-1].End
		}
		switch {
		case end <= start:
		case n > 0 && out[n-1].Speaker == v.speaker && out[n-1].Side == v.side:
			out[n-1].End = end
		default:
			out = append(out, corpus.Speech{Speaker: v.speaker, Side: v.side, Span: corpus.Span{Start: start, End: end}})
		}
	}
	return out
}
