package archive

import (
	"bufio"
	"encoding/binary"
	"io"
)

// part is a part of a zip behind its members: the size that it always has, and
// where in it stand the lengths of what follows, each of so many bytes.
type part struct {
	size    int
	lengths []int
	width   int
}

// sigEnd begins the last part.
const sigEnd = 0x06054b50

// after are the parts that may follow the last member, by signature (APPNOTE.TXT,
// sections 4.3.11 to 4.3.16).
var after = map[uint32]part{
	0x02014b50: {46, []int{28, 30, 32}, 2}, // a member in the directory
	0x05054b50: {6, []int{4}, 2},           // signature
	0x08064b50: {8, []int{4}, 4},           // decryption
	0x06064b50: {12, []int{4}, 8},          // end of a large directory
	0x07064b50: {20, nil, 0},               // where that is
	sigEnd:     {22, []int{20}, 2},
}

// readEnd reads what follows the last member. It gives io.EOF when that is whole
// and nothing stands behind it.
func readEnd(in *bufio.Reader) error {
	for {
		sig, err := signature(in)
		if err != nil {
			return err
		}
		p := after[sig]
		fixed, err := in.Peek(max(p.size, 4))
		if err != nil {
			return cut(err)
		}
		if p.size == 0 {
			return errNoHeader
		}
		total := int64(p.size)
		for _, at := range p.lengths {
			total += length(fixed[at : at+p.width])
		}
		if _, err := io.CopyN(io.Discard, in, total); err != nil {
			return cut(err)
		}
		if sig == sigEnd {
			if _, err := in.Peek(1); err != nil {
				return err
			}
			return errBehind
		}
	}
}

func length(b []byte) int64 {
	var wide [8]byte
	copy(wide[:], b)
	return int64(binary.LittleEndian.Uint64(wide[:]) &^ (1 << 63))
}

// signature looks at the four bytes that begin each part of a zip.
func signature(in *bufio.Reader) (uint32, error) {
	b, err := in.Peek(4)
	if err != nil {
		return 0, cut(err)
	}
	return binary.LittleEndian.Uint32(b), nil
}

// cut is the error of a stream that ends where it must not.
func cut(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
