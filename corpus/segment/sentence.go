package segment

// parts are the bytes that may stand between two sentences.
var parts = [256]bool{' ': true, '\n': true, '"': true, '\'': true, '(': true, '-': true}

// sentenceEnds says whether the word at i begins a sentence. A semicolon ends
// the sentence in the single-sentence style of the Cour de cassation.
func (w *teller) sentenceEnds(body, i int) bool {
	f := w.t.Folded
	n := i
	for n > body && parts[f[n-1]] {
		n--
	}
	if n == body || n == i {
		return false
	}
	switch f[n-1] {
	case ';':
		return w.fam == cassOld
	case '!', '?':
		return true
	case '.':
		return !w.abbreviated(f[body:n-1]) && (upper(w.t, i) || !isLetter(f[i]))
	}
	return false
}

// abbreviated says whether the words before a full stop end with an
// abbreviation: one letter, or one of the list.
func (s *speakerRules) abbreviated(words string) bool {
	start, end := lastWord(words)
	return end == len(words) && (end-start == 1 || s.abbreviations[words[start:end]])
}
