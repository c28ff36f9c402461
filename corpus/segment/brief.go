package segment

// brief tells of most words that they are not of a set, by their first two letters
// and their length: a bit for each length.
type brief [26 * 27]uint32

// add enters a word of letters.
func (b *brief) add(word string) {
	if word != "" {
		b[row(word)] |= 1 << min(len(word), 31)
	}
}

// may reports whether a word of letters may be of the set.
func (b *brief) may(word string) bool {
	return word != "" && b[row(word)]&(1<<min(len(word), 31)) != 0
}

// row is the place of the words that begin with the same two letters.
func row(word string) int {
	n := int(word[0]-'a') * 27
	if len(word) > 1 {
		n += int(word[1]-'a') + 1
	}
	return n
}
