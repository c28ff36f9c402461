package archive_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/source/archive"
	"github.com/attendu/attendu/corpus/source/archive/archivetest"
	"github.com/google/go-cmp/cmp"
)

// TestCut cuts archives off at every byte. There is always a record; the members
// that stand whole before the cut are there, in their order; and the cut is
// reported, once.
func TestCut(t *testing.T) {
	var files []archivetest.File
	for i := range 6 {
		files = append(files, f(fmt.Sprint("m", i), fmt.Sprintf("texte %d %x\nfin", i, strings.Repeat(fmt.Sprint(i), 200))))
	}
	plain := tarOf(files...)
	for name, data := range map[string]string{
		"tar": plain, "tar.gz": gz(plain), "zip": zipOf(files...), "known zip": rawZip(rawFiles(files)...),
		"tar.zst": zst(plain[:5000]) + zst(plain[5000:]), "gz": gz(strings.Repeat("un\n", 50)), "nested": gz(tarOf(f("z", zipOf(files...)), files[0])),
	} {
		whole := pipe(data, archive.Limits{})
		step := 1 + len(data)/600
		before := 0
		for n := 8; n < len(data); n += step {
			for how, read := range ways {
				got := read(data[:n], archive.Limits{})
				faults := slices.DeleteFunc(slices.Clone(got), func(s string) bool { return slices.Contains(whole, s) })
				records := slices.DeleteFunc(slices.Clone(got), func(s string) bool { return !slices.Contains(whole, s) })
				if len(faults) != 1 && !(name == "zip" && len(faults) == 0) {
					t.Fatalf("%s as a %s, cut at %d of %d: faults %q", name, how, n, len(data), faults)
				}
				if len(records) > len(whole) || !slices.Equal(records, whole[:len(records)]) || len(records) < before {
					t.Fatalf("%s as a %s, cut at %d: %q after %d records", name, how, n, got, before)
				}
				if how == "pipe" {
					before = len(records)
				}
			}
		}
		if before == 0 {
			t.Errorf("%s: nothing is read before a cut", name)
		}
	}
}

func rawFiles(files []archivetest.File) (raw []raw) {
	for _, file := range files {
		raw = append(raw, deflated(file))
	}
	return raw
}

// TestBroken reads archives that are broken in other ways. What can be read is
// read; the rest is said, with path and reason.
func TestBroken(t *testing.T) {
	a, b := f("a", "un"), f("b", "deux")
	both := []string{"in!a#1: un", "in!b#1: deux"}
	behind := append(both[:2:2], "in: malformed: data behind the end of the archive")
	for name, c := range map[string]struct {
		data string
		want []string
	}{
		"behind tar":    {tarOf(a, b) + "reste", behind},
		"behind tar.gz": {gz(tarOf(a, b)) + "reste", behind},
		"behind gz":     {gz("un\n") + "reste", []string{"in#1: un", "in: malformed: data behind the end of the archive"}},
		"behind zst":    {zst("un\n") + "reste", []string{"in#1: un", "in: malformed: data behind the end of the archive"}},
		"behind zip":    {zipOf(a, b) + "reste", behind},
		"behind nested": {tarOf(f("t", tarOf(a)+"reste"), b), []string{"in!t!a#1: un", "in!t: malformed: data behind the end of the archive", both[1]}},
		"zeros behind":  {tarOf(a, b) + strings.Repeat("\x00", 9000), both},
		"no end mark":   {tarOf(a, b)[:2048], append(both[:2:2], "in: malformed: tar without its end mark, perhaps cut off")},
		"bad header":    {flip(tarOf(a, b, a), 1024+100), []string{both[0], "in: malformed: archive/tar: invalid tar header"}},
		"huge tar":      {hugeTar(a), []string{"in: malformed: cut off: unexpected EOF (while reading in!a)"}},
		"gz sum":        {flip(gz("un\n"), len(gz("un\n"))-6), []string{"in#1: un", "in: malformed: gzip: invalid checksum"}},
		"gz in tar":     {tarOf(f("g", gz("un\n")[:20]), b), []string{"in!g#1: un", "in!g: malformed: cut off: unexpected EOF", both[1]}},
		"zip sum":       {rawZip(raw{File: a, Method: 0, Flags: 0, Sum: 7, Size: 2}, deflated(b)), []string{"in!a: malformed: zip: checksum error", both[1]}},
		"zip data":      {rawZip(raw{File: f("a", "\xff\xff"), Method: 8, Flags: 0, Sum: 7, Size: 2}, deflated(b)), []string{"in!a: malformed: flate: corrupt input before offset 1", both[1]}},
		"encrypted":     {rawZip(raw{File: a, Method: 0, Flags: 1, Sum: 7, Size: 2}, deflated(b)), []string{"in!a: unknown content: encrypted", both[1]}},
		"method":        {rawZip(raw{File: a, Method: 99, Flags: 0, Sum: 7, Size: 2}, deflated(b)), []string{"in!a: unknown content: packed by method 99 of zip", both[1]}},
		"huge zip":      {rawZip(raw{File: deflated(a).File, Method: 8, Flags: 0, Sum: 7, Size: 1 << 40}, deflated(b)), []string{"in!a: malformed: cut off: unexpected EOF", both[1]}},
	} {
		for how, read := range ways {
			if diff := cmp.Diff(c.want, read(c.data, archive.Limits{})); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", name, how, diff)
			}
		}
	}
}

// TestLostDirectory wants a zip that lost its directory to be read all the same.
func TestLostDirectory(t *testing.T) {
	lost := zipOf(f("a", "un"), f("b", "deux"))
	lost = lost[:strings.Index(lost, "PK\x01\x02")+10]
	want := []string{"in: malformed: zip: not a valid zip file; read by its local headers", "in!a#1: un", "in!b#1: deux"}
	if diff := cmp.Diff(want, file(lost, archive.Limits{})); diff != "" {
		t.Error(diff)
	}
}

func flip(s string, at int) string { return s[:at] + string(s[at]^1) + s[at+1:] }

// hugeTar is a tar whose one file claims 8 GiB.
func hugeTar(f archivetest.File) string {
	return archivetest.TarHeaders(archivetest.Header{Name: f.Name, Size: 8<<30 - 1, Type: '0'})[:512] + f.Data
}
