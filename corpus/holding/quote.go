package holding

import "strings"

// quote notes where the quotation that opens at folded offset i ends. A mark
// that is not closed within reach opens none.
func (s *scanner) quote(i int) {
	const reach = 3000
	start := s.t.Start(i)
	if i < s.quoteEnd || !strings.HasPrefix(s.t.Original[start:], "«") {
		return
	}
	if s.closeMark < start {
		s.closeMark = len(s.t.Original)
		if n := strings.Index(s.t.Original[start:], "»"); n >= 0 {
			s.closeMark = start + n
		}
	}
	if s.closeMark-start > reach {
		return
	}
	for s.quoteEnd = i; s.quoteEnd < len(s.t.Folded) && s.t.Start(s.quoteEnd) < s.closeMark; {
		s.quoteEnd++
	}
}
