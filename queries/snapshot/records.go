package snapshot

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/klauspost/compress/zstd"
)

// maxRecord bounds one record, in bytes; maxWindow what the decompressor keeps.
const (
	maxRecord = 512 << 20
	maxWindow = 128 << 20
)

// Decisions yields the decisions by node. The last thing that it does is to compare the
// part with its SHA-256: what was yielded before an error is not to be trusted.
func (r *Reader) Decisions(ctx context.Context) iter.Seq2[*corpus.Decision, error] {
	return func(yield func(*corpus.Decision, error) bool) {
		last := corpus.Node("")
		err := r.lines(ctx, r.Manifest.Parts[0], func(line []byte) (bool, error) {
			rec := decision{Decision: new(corpus.Decision)}
			if err := json.Unmarshal(line, &rec); err != nil {
				return false, err
			}
			d := rec.Decision
			if d == nil || d.Node <= last {
				return false, errors.New("decisions are out of order")
			}
			d.Text, last = rec.Text, d.Node
			if err := sound(d); err != nil {
				return false, fmt.Errorf("%s: %w", d.Node, err)
			}
			return yield(d, nil), nil
		})
		if err != nil {
			yield(nil, err)
		}
	}
}

// sound wants every place in a decision to lie in its text.
func sound(d *corpus.Decision) error {
	n := len(d.Text)
	ok := len(d.Sources) > 0
	for i := range d.Citations {
		ok = ok && d.Citations[i].Valid(n)
	}
	for i := range d.Zones {
		ok = ok && d.Zones[i].Valid(n)
	}
	for i := range d.Holdings {
		ok = ok && d.Holdings[i].Valid(n)
	}
	for i := range d.Principles {
		ok = ok && d.Principles[i].Valid(n)
	}
	if !ok {
		return errors.New("a place outside its text, or no source")
	}
	return nil
}

// Articles yields the versions of articles, as Decisions does.
func (r *Reader) Articles(ctx context.Context) iter.Seq2[*law.ArticleVersion, error] {
	return func(yield func(*law.ArticleVersion, error) bool) {
		err := r.lines(ctx, r.Manifest.Parts[1], func(line []byte) (bool, error) {
			a := new(law.ArticleVersion)
			if err := json.Unmarshal(line, a); err != nil {
				return false, err
			}
			if a.ID == "" || !a.Key.IsProvision() {
				return false, errors.New("an article without identifier or key")
			}
			return yield(a, nil), nil
		})
		if err != nil {
			yield(nil, err)
		}
	}
}

// Verify reads everything and compares it with the manifest.
func (r *Reader) Verify(ctx context.Context) error {
	for _, err := range r.Decisions(ctx) {
		if err != nil {
			return err
		}
	}
	for _, err := range r.Articles(ctx) {
		if err != nil {
			return err
		}
	}
	return nil
}

// lines calls each for every line of a part until it returns false, and then, if it
// never did, compares the part with the manifest.
func (r *Reader) lines(ctx context.Context, p Part, each func(line []byte) (more bool, err error)) error {
	damaged := func(err error) error {
		if errors.Is(err, ErrDamaged) || ctx.Err() != nil {
			return err
		}
		return fmt.Errorf("%w: %s: %w", ErrDamaged, p.Name, err)
	}
	in, err := r.parts[p.Name].Open()
	if err != nil {
		return damaged(err)
	}
	defer in.Close()
	sum := sha256.New()
	stored := io.TeeReader(in, sum)
	z, err := zstd.NewReader(stored, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		return damaged(err)
	}
	defer z.Close()
	plain := bufio.NewReaderSize(io.LimitReader(z, p.Plain+1), 1<<16)
	var n, read int64
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		line, err := readLine(plain)
		if read += int64(len(line)); errors.Is(err, io.EOF) && len(line) == 0 {
			break
		}
		if err != nil {
			return damaged(err)
		}
		if n++; n > p.Records {
			return damaged(errors.New("more records than the manifest says"))
		}
		more, err := each(line)
		if err != nil {
			return damaged(fmt.Errorf("record %d: %w", n, err))
		}
		if !more {
			return nil
		}
	}
	if _, err := io.Copy(io.Discard, stored); err != nil {
		return damaged(err)
	}
	switch {
	case n != p.Records || read != p.Plain:
		return damaged(fmt.Errorf("%d records of %d bytes; the manifest says %d of %d", n, read, p.Records, p.Plain))
	case hex.EncodeToString(sum.Sum(nil)) != p.SHA256:
		return damaged(errors.New("its SHA-256 differs"))
	}
	return nil
}

// readLine reads one line with its end, of bounded length.
func readLine(r *bufio.Reader) (line []byte, err error) {
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case err == nil, errors.Is(err, io.EOF) && len(line) == 0:
			return line, err
		case len(line) > maxRecord:
			return line, errors.New("a record is too long")
		case errors.Is(err, io.EOF):
			return line, io.ErrUnexpectedEOF
		case !errors.Is(err, bufio.ErrBufferFull):
			return line, err
		}
	}
}
