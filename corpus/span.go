package corpus

// Span is a half-open range of byte offsets into a decision's own text. The
// text is UTF-8 and never rewritten after extraction, so that text[Start:End]
// is the quoted mention for ever.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Of returns the words of text that the span covers, or "" when the span does
// not lie inside text.
func (s Span) Of(text string) string {
	if !s.Valid(len(text)) {
		return ""
	}
	return text[s.Start:s.End]
}

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Valid reports whether the span lies inside a text of size bytes and is not
// inverted.
func (s Span) Valid(size int) bool { return 0 <= s.Start && s.Start <= s.End && s.End <= size }

// Contains reports whether the byte offset lies inside the span.
func (s Span) Contains(offset int) bool { return s.Start <= offset && offset < s.End }

// Covers reports whether o lies wholly inside s.
func (s Span) Covers(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }
