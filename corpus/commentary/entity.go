package commentary

import "github.com/attendu/attendu/corpus"

// nameAt is the entity that a token starts to name, and the number of its words.
type nameAt struct{ who, words int }

// scanNames finds the entities that the text names with their form, then those
// known by a capital alone.
func (a *analysis) scanNames() {
	a.starts = map[int]nameAt{}
	a.names = map[string]int{}
	a.heads = map[string][]string{}
	for i := 0; i < len(a.toks); i++ {
		f, n := a.named(i)
		if n == 0 {
			continue
		}
		end := a.nameRun(i+n, true)
		if end == i+n && !f.alone {
			continue
		}
		if f.plural {
			a.name(f, i+n, i+n, end)
		} else {
			a.name(f, i, i+n, end)
		}
		for f.plural && end+1 < len(a.toks) && a.listed(end) {
			j := end
			if a.word(j) == "et" {
				j++
			}
			if end = a.nameRun(j, false); end == j {
				break
			}
			a.name(f, j, j, end)
		}
		i = end - 1
	}
	a.scanProper()
}

// listed reports whether token k goes on with a list of names: "et" or a name
// after a comma.
func (a *analysis) listed(k int) bool {
	if a.word(k) == "et" {
		return a.capital(k + 1)
	}
	return a.flat[a.toks[k-1].end:a.toks[k].start] == ", " && a.capital(k)
}

// name enters the mention of an entity: form at token i, name at j.
func (a *analysis) name(f *form, i, j, end int) {
	key := a.nameKey(f, j, end)
	if key == "" {
		key = a.word(i)
	}
	who, ok := a.names[key]
	if !ok {
		if len(a.entities) == maxEntities {
			return
		}
		who = len(a.entities)
		first := token{a.toks[i].start, a.toks[end-1].end}
		a.entities = append(a.entities, entity{key: key, kind: f.kind, gender: f.gender, first: first,
			name: a.text.Span(first.start, a.nameStop(first.end)).Of(a.text.Original)})
		a.names[key] = who
		a.head(key)
	}
	a.starts[i] = nameAt{who, end - i}
}

// nameStop includes the dots after an initial ("M. X...") and the bracket of a
// pseudonym ("Mme [K]").
func (a *analysis) nameStop(at int) int {
	s := a.flat
	if at < len(s) && s[at] == ']' {
		return at + 1
	}
	if at+3 <= len(s) && s[at:at+3] == "..." {
		return at + 3
	}
	return at
}

// head enters a key under its first word, to be found without its form.
func (a *analysis) head(key string) {
	first := key
	for i := range len(key) {
		if key[i] == ' ' {
			first = key[:i]
			break
		}
	}
	a.heads[first] = append(a.heads[first], key)
}

// bare finds a known name without its form at token i, a capital.
func (a *analysis) bare(i int) (who, n int) {
	for _, key := range a.heads[a.word(i)] {
		k := a.span(key, i)
		if k > n {
			who, n = a.names[key], k
		}
	}
	if n > 0 {
		return who, n
	}
	if keys := a.heads[a.word(i)]; len(keys) == 1 && !a.r.tools[a.word(i)] {
		return a.names[keys[0]], 1
	}
	return 0, 0
}

// span counts the tokens from i on that spell the key, 0 when they do not.
func (a *analysis) span(key string, i int) (n int) {
	for at := 0; at < len(key); n++ {
		if i+n >= len(a.toks) {
			return 0
		}
		w := a.word(i + n)
		if len(key)-at < len(w) || key[at:at+len(w)] != w {
			return 0
		}
		at += len(w)
		if at < len(key) && key[at] != ' ' {
			return 0
		}
		at++
	}
	return n
}

// scanProper enters the names known by their capital alone: a run of capitals in
// the midst of a sentence that is no court and no word of the language.
func (a *analysis) scanProper() {
	for _, s := range a.sents {
		i := a.tokenAt(s.start)
		for i++; i < len(a.toks) && a.toks[i].start < s.end; i++ {
			n, ok := a.starts[i]
			if ok {
				i += n.words - 1
				continue
			}
			if !a.capital(i) || a.r.tools[a.word(i)] || a.toks[i].end-a.toks[i].start < 2 {
				continue
			}
			if _, n := a.benchAt(i); n > 0 {
				continue
			}
			end := a.nameRun(i, false)
			key := a.nameKey(nil, i, end)
			if _, known := a.names[key]; !known && len(a.entities) < maxEntities {
				if _, n := a.bare(i); n == 0 {
					first := token{a.toks[i].start, a.toks[end-1].end}
					a.names[key] = len(a.entities)
					a.entities = append(a.entities, entity{key: key, kind: corpus.Morale, first: first, guess: true,
						name: a.text.Span(first.start, first.end).Of(a.text.Original)})
					a.head(key)
				}
			}
			i = max(end-1, i)
		}
	}
}
