package snapshot

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"math"
)

// The headers of ZIP, in bytes (PKWARE, APPNOTE 4.3.7 and 4.3.14 to 4.3.16), without what varies.
const (
	localHeader = 30
	endRecord   = 22
	locator64   = 20 // of a file beyond 4 GB
	endRecord64 = 56
)

// framed wants a file to begin with the header of its first entry and to end with the
// record of the end of a ZIP file: bytes before and behind would be passed over in
// silence.
func (r *Reader) framed(from io.ReaderAt, size int64, comment string) error {
	first := r.parts[Decisions]
	at, err := first.DataOffset()
	if err != nil {
		return fmt.Errorf("%w: %s: %w", ErrDamaged, Decisions, err)
	}
	var head [localHeader]byte
	if _, err := from.ReadAt(head[:], 0); err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	names := int64(binary.LittleEndian.Uint16(head[26:])) + int64(binary.LittleEndian.Uint16(head[28:]))
	if string(head[:4]) != "PK\x03\x04" || at != localHeader+names {
		return fmt.Errorf("%w: it does not begin with %s", ErrDamaged, Decisions)
	}
	var end [endRecord]byte
	if _, err := from.ReadAt(end[:], size-endRecord); err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if string(end[:4]) != "PK\x05\x06" || comment != "" {
		return fmt.Errorf("%w: something follows its end", ErrDamaged)
	}
	le := binary.LittleEndian
	length, offset := le.Uint32(end[12:]), le.Uint32(end[16:]) // of the directory
	ends, want := int64(length)+int64(offset), size-endRecord
	if length == math.MaxUint32 || offset == math.MaxUint32 {
		var locator [locator64]byte
		if _, err := from.ReadAt(locator[:], want-locator64); err != nil {
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		ends, want = int64(le.Uint64(locator[8:])), want-locator64-endRecord64
	}
	if ends != want {
		return fmt.Errorf("%w: its directory is not where it was", ErrDamaged)
	}
	return nil
}

// VerifyParts compares the parts with their SHA-256 without reading the records in them:
// that a file is the one that was written takes no more.
func (r *Reader) VerifyParts(ctx context.Context) error {
	for _, p := range r.Manifest.Parts {
		if err := verifyPart(ctx, r.parts[p.Name], p); err != nil {
			return fmt.Errorf("%w: %s: %w", ErrDamaged, p.Name, err)
		}
	}
	return ctx.Err()
}

func verifyPart(ctx context.Context, f *zip.File, p Part) error {
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	sum := sha256.New()
	for err == nil && ctx.Err() == nil {
		_, err = io.CopyN(sum, in, 1<<22)
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != io.EOF:
		return err
	case hex.EncodeToString(sum.Sum(nil)) != p.SHA256:
		return fmt.Errorf("its SHA-256 differs")
	}
	return nil
}
