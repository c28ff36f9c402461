package index

// maxGuess is the length in bytes of the longest word for which another is suggested.
const maxGuess = 40

// edits counts what must be done to make one word of another: a letter put in, left
// out or changed, or two that are side by side exchanged. Words are of at most
// maxGuess bytes and a few more.
func edits(a, b string) int {
	const size = maxGuess + 8
	if len(a) >= size || len(b) >= size {
		return size
	}
	var rows [3][size]int
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := range len(a) {
		above, row := &rows[i%3], &rows[(i+1)%3]
		row[0] = i + 1
		for j := range len(b) {
			change := above[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(change, above[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], rows[(i+2)%3][j-1]+1)
			}
		}
	}
	return rows[len(a)%3][len(b)]
}
