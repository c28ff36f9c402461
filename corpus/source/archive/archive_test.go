package archive_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"iter"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/archive"
	"github.com/attendu/attendu/corpus/source/archive/archivetest"
	"github.com/attendu/attendu/corpus/source/record"
	"github.com/google/go-cmp/cmp"
)

// Short names for what builds archives.
type raw = archivetest.Raw

var (
	tarOf, zipOf, gz, zst = archivetest.Tar, archivetest.Zip, archivetest.Gzip, archivetest.Zstd
	rawZip, deflated      = archivetest.RawZip, archivetest.Deflated
)

func f(name, data string) archivetest.File { return archivetest.File{Name: name, Data: data} }

// leaf gives a document for each line of a stream, whose identifier is the line.
// A stream that begins with "?" is unknown, and not read further.
func leaf(path string, in *bufio.Reader) iter.Seq[record.Record] {
	return func(yield func(record.Record) bool) {
		if head, _ := in.Peek(1); string(head) == "?" {
			yield(record.Failed(path, record.Unknown("what")))
			return
		}
		for n := 1; ; n++ {
			line, err := in.ReadString('\n')
			if err != nil && err != io.EOF {
				yield(record.Failed(path, record.Malformed(err)))
				return
			}
			if line == "" {
				return
			}
			doc := &corpus.Document{Source: corpus.Source{ID: strings.TrimSpace(line)}}
			if !yield(record.Of(record.Nth(path, n), "line", doc)) || err == io.EOF {
				return
			}
		}
	}
}

// pipe reads a stream that has no positions; file one that has.
func pipe(data string, lim archive.Limits) []string {
	return said(archive.Input{Reader: strings.NewReader(data)}, lim)
}

func file(data string, lim archive.Limits) []string {
	return said(archive.Input{Reader: strings.NewReader(data), At: strings.NewReader(data), Size: int64(len(data))}, lim)
}

// front is a pipe whose zips are read by their local headers.
func front(data string, lim archive.Limits) []string {
	lim.Spool = 1
	return pipe(data, lim)
}

var ways = map[string]func(string, archive.Limits) []string{"file": file, "pipe": pipe, "front": front}

func said(in archive.Input, lim archive.Limits) (out []string) {
	for rec := range archive.Read(context.Background(), "in", in, lim, leaf) {
		if rec.Err != nil {
			out = append(out, strings.TrimPrefix(rec.Err.Error(), "source: "))
		} else {
			out = append(out, rec.Path+": "+rec.Doc.ID)
		}
	}
	return out
}

// TestRead reads archives of every kind, from a file and from a pipe.
func TestRead(t *testing.T) {
	a, b := f("a", "un\ndeux"), f("d/b", "trois")
	inside := []string{"in!a#1: un", "in!a#2: deux", "in!d/b#1: trois"}
	for name, c := range map[string]struct {
		data string
		want []string
	}{
		"no archive":       {"un\n", []string{"in#1: un"}},
		"tar":              {tarOf(a, b), inside},
		"tar.gz":           {gz(tarOf(a, b)), inside},
		"tar.zst":          {zst(tarOf(a, b)), inside},
		"zip":              {zipOf(a, b), inside},
		"zip.gz":           {gz(zipOf(a, b)), inside},
		"gz":               {gz("un\n"), []string{"in#1: un"}},
		"zst":              {zst("un\n"), []string{"in#1: un"}},
		"gz in parts":      {gz("un\n") + gz("deux\n"), []string{"in#1: un", "in#2: deux"}},
		"gz padded":        {gz("un\n") + "\x00\x00", []string{"in#1: un"}},
		"zst in frames":    {zst("un\n") + zst("deux\n"), []string{"in#1: un", "in#2: deux"}},
		"zst, skipped":     {"\x50\x2a\x4d\x18\x02\x00\x00\x00xx" + zst("un\n"), []string{"in#1: un"}},
		"tar in tar.gz":    {gz(tarOf(a, f("t", tarOf(b)))), []string{"in!a#1: un", "in!a#2: deux", "in!t!d/b#1: trois"}},
		"zip in zip":       {zipOf(a, f("z", zipOf(b))), []string{"in!a#1: un", "in!a#2: deux", "in!z!d/b#1: trois"}},
		"gz in zip in tar": {tarOf(f("z", zipOf(f("g", gz("un"))))), []string{"in!z!g#1: un"}},
		"four deep":        {gz(tarOf(f("1", zipOf(f("2", tarOf(f("3", gz(tarOf(a))))))))), []string{"in!1!2!3!a#1: un", "in!1!2!3!a#2: deux"}},
		"five deep": {tarOf(f("1", zipOf(f("2", tarOf(f("3", gz(tarOf(f("4", zipOf(a))))))))), b),
			[]string{"in!1!2!3!4: too large: archives nested more than 4 deep", "in!d/b#1: trois"}},
		"packed six times": {gz(gz(zst(gz(gz(gz("un")))))), []string{"in: too large: archives nested more than 4 deep"}},
		"empty tar":        {tarOf(), []string{"in: not a decision: archive without documents"}},
		"empty zip":        {zipOf(), []string{"in: not a decision: archive without documents"}},
		"empty tar.gz":     {gz(tarOf()), []string{"in: not a decision: archive without documents"}},
		"folders only":     {zipOf(f("d/", "")), []string{"in: not a decision: archive without documents"}},
		"hidden":           {zipOf(f(".git/x", "un"), f("__MACOSX/._a", "un"), a), inside[:2]},
		"set aside":        {gz(tarOf(f("x", "?"+strings.Repeat("x", 1<<20)), a)), append([]string{"in!x: unknown content: what"}, inside[:2]...)},
		"office":           {zipOf(f("[Content_Types].xml", "x")), nil},
	} {
		for how, read := range ways {
			got := read(c.data, archive.Limits{})
			if c.want == nil { // a leaf, not an archive
				if len(got) == 0 || strings.Contains(got[0], "!") {
					t.Errorf("%s, %s: %q", name, how, got)
				}
				continue
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", name, how, diff)
			}
		}
	}
}

// TestLeave leaves after each record in turn, and stops when the context does.
func TestLeave(t *testing.T) {
	inner := f("t", tarOf(f("a", "un\ndeux"), f("liste_suppression_cass.dat", "x/JURITEXT000099000001\n")))
	for _, data := range []string{gz(tarOf(inner, inner)), zipOf(inner, inner), zipOf(inner, inner)[:400]} {
		for n := 1; n < 7; n++ {
			seen := 0
			for range archive.Read(context.Background(), "in", archive.Input{Reader: strings.NewReader(data)}, archive.Limits{}, leaf) {
				if seen++; seen == n {
					break
				}
			}
			ctx, cancel := context.WithCancel(context.Background())
			seen = 0
			for range archive.Read(ctx, "in", archive.Input{Reader: strings.NewReader(data)}, archive.Limits{}, leaf) {
				if seen++; seen == n {
					cancel()
				}
			}
			if cancel(); seen > n {
				t.Errorf("%d records after the context ended", seen-n)
			}
		}
	}
}

// TestDisk wants a failing disk to be told from a damaged archive, once.
func TestDisk(t *testing.T) {
	fault := errors.New("disk on fire")
	data := gz(tarOf(f("a", strings.Repeat("un\n", 10)), f("b", "deux")))
	in := io.MultiReader(strings.NewReader(data[:len(data)-8]), &failing{fault})
	var found int
	for rec := range archive.Read(context.Background(), "in", archive.Input{Reader: in}, archive.Limits{}, leaf) {
		if errors.Is(rec.Err, fault) {
			found++
		}
	}
	if found != 1 {
		t.Errorf("the fault is reported %d times", found)
	}
}

type failing struct{ err error }

func (f *failing) Read([]byte) (int, error) { return 0, f.err }

func FuzzRead(fuzz *testing.F) {
	a := f("a", "un\ndeux")
	for _, s := range []string{
		tarOf(a), zipOf(a), gz(tarOf(a)), zst(tarOf(a)), zipOf(f("z", zipOf(a))), zipOf(a)[:40],
		tarOf(f("liste_suppression_cass.dat", "juri/JURITEXT000099000001\n")), "PK\x05\x06", "\x1f\x8b\x08", "\x28\xb5\x2f\xfd",
	} {
		fuzz.Add(s)
	}
	lim := archive.Limits{Free: 1 << 20, Members: 1000, Spool: 1 << 10}
	fuzz.Fuzz(func(t *testing.T, data string) {
		for _, got := range [][]string{file(data, lim), pipe(data, lim), front(data, lim)} {
			if len(got) == 0 && data != "" {
				t.Error("no record")
			}
			for _, s := range got {
				if !strings.HasPrefix(s, "in") {
					t.Errorf("a record of no path: %q", s)
				}
			}
		}
	})
}
