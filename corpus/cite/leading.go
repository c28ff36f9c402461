package cite

// leading finds the instrument that was named before the words at i: directly
// ("C. civ., art. 1240"), with lead words ("le code …, notamment son article"),
// or as the subject of the sentence when the words say "son article".
func (r *reader) leading(i int) (instrument, bool) {
	if r.lead.key == "" || r.lead.end > i || i-r.lead.end > 400 {
		return instrument{}, false
	}
	if r.led(r.titleEnd(r.lead.end, i), i) {
		in := r.lead
		in.rule = "instrument-first"
		return in, true
	}
	if r.possessive(i) && r.mem.private < r.lead.end && !r.sentenceEnds(r.lead.end, i) {
		in := r.lead
		in.back, in.rule = true, "possessive"
		if in.key == "preambule-1946" && r.possessive(in.start) { // "la Constitution, son Préambule et ses articles 34 et 37"
			in.key = "constitution"
		}
		return in, true
	}
	return instrument{}, false
}

// led reports whether only marks and lead words stand between from and i.
func (r *reader) led(from, i int) bool {
	if from > i || i-from > 200 {
		return false
	}
	j := r.any(from, ",:(;\"")
	for j < i {
		_, e, ok := r.phrase(leadWord, j)
		if !ok || e > i {
			return false
		}
		j = r.any(e, ",:('")
	}
	return true
}

// afterArticleWord drops the items before the one that repeats the word
// "article": "les statuts, article 12, et l'article 1844-7 du code civil".
func afterArticleWord(items []item) []item {
	for n := 1; n < len(items); n++ {
		if items[n].word {
			return items[n:]
		}
	}
	return nil
}

// titleEnd skips the title of an act up to its comma, "relative à l'informatique,
// ", when it begins at i and ends before limit.
func (r *reader) titleEnd(i, limit int) int {
	j := r.blank(i)
	if _, _, ok := r.phrase(titleWord, j); !ok {
		return i
	}
	for ; j < limit && j-i < 200; j++ {
		if c := r.s[j]; c == ',' || c == '(' || c == ';' {
			return j
		}
		if r.wordStart(j) && (r.word(j) == "est" || r.word(j) == "sont") { // a sentence, and no title
			return i
		}
	}
	return i
}

// possessive reports whether "son" or "ses" stands before i.
func (r *reader) possessive(i int) bool {
	j := r.back(i)
	switch r.s[r.wordBefore(j):j] {
	case "son", "ses", "leur", "leurs":
		return true
	}
	return false
}

// sentenceEnds reports whether a sentence ends between i and j.
func (r *reader) sentenceEnds(i, j int) bool {
	r.steps += max(0, j-i)
	for k := i; k+1 < j; k++ {
		if r.s[k] == '\n' && r.s[k+1] == '\n' || r.s[k] == '.' && isBlank(r.s[k+1]) && k > 2 && isWord(r.s[k-1]) && isWord(r.s[k-2]) && isWord(r.s[k-3]) && !isDigit(r.at(r.blank(k+1))) { // no "art. 4"
			return true
		}
	}
	return false
}
