package archive

import (
	"fmt"

	"github.com/attendu/attendu/corpus/source/record"
)

// meter watches over the limits of one outermost stream. Counting there, and not
// in each archive for itself, is what stops a bomb that is spread over many
// nested archives, or a zip whose members share their bytes.
type meter struct {
	name    string
	lim     Limits
	in      int64   // bytes of the outermost stream that were read, in their order
	size    int64   // bytes of the outermost stream, if it is read by position
	out     []int64 // bytes that came out, by level of nesting
	members int64
	fault   *fault // the limit that was passed
}

// add counts bytes that came out of an archive.
func (m *meter) add(level, n int) *fault {
	for len(m.out) <= level {
		m.out = append(m.out, 0)
	}
	m.out[level] += int64(n)
	if m.fault == nil && m.out[level] > m.lim.Free && (m.out[level]-m.lim.Free)/m.lim.Ratio > max(m.in, m.size) {
		m.pass("archive that expands more than %d:1 after the first %d bytes", m.lim.Ratio, m.lim.Free)
	}
	return m.fault
}

// member counts a member.
func (m *meter) member() *fault {
	m.members++
	if m.fault == nil && m.lim.Members > 0 && m.members > m.lim.Members {
		m.pass("archive of more than %d members", m.lim.Members)
	}
	return m.fault
}

func (m *meter) pass(format string, a ...any) {
	m.fault = &fault{path: m.name, cause: fmt.Errorf("%w: %s", record.ErrTooLarge, fmt.Sprintf(format, a...))}
}
