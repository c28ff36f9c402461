package archive_test

import (
	"archive/tar"
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/source/archive"
	"github.com/attendu/attendu/corpus/source/archive/archivetest"
	"github.com/google/go-cmp/cmp"
)

// TestBombs wants each bomb to give one record that names the limit, after what
// stands before it.
func TestBombs(t *testing.T) {
	zeros := "?" + strings.Repeat("\x00", 4<<20)
	blanks := strings.Repeat(" ", 4<<20)
	nest := f("z", zeros)
	for range 3 {
		nest = f("z", zipOf(nest, nest, nest, nest))
	}
	ratio := "in: too large: archive that expands more than 20:1 after the first 1048576 bytes"
	for name, data := range map[string]string{
		"gz":           gz(blanks),
		"zst":          zst(blanks),
		"tar.gz":       gz(tarOf(f("a", "un"), f("z", zeros), f("b", "deux"))),
		"zip":          zipOf(f("a", "un"), f("z", strings.Repeat("un\n", 1<<20)), f("b", "deux")),
		"gz in tar":    tarOf(f("z", gz(blanks)), f("b", "deux")),
		"nested":       zipOf(nest),
		"overlap":      overlapping(500, strings.Repeat(" ", 16<<10)),
		"sparse":       sparse(64 << 20),
		"zeros behind": gz(tarOf(f("a", "un")) + zeros[1:]),
	} {
		for how, read := range ways {
			if name == "overlap" && how == "front" {
				continue // read from front to back, nothing overlaps
			}
			lim := archive.Limits{Ratio: 20, Free: 1 << 20}
			got := slices.DeleteFunc(read(data, lim), func(s string) bool { return !strings.Contains(s, "too large") })
			if len(got) != 1 || !strings.HasPrefix(got[0], ratio) {
				t.Errorf("%s, %s: %.300q", name, how, got)
			}
		}
	}
}

// TestFree wants what packs well, and is small, to be read.
func TestFree(t *testing.T) {
	data := gz(tarOf(f("z", "?"+strings.Repeat("x", 8<<20)), f("b", "deux")))
	want := []string{"in!z: unknown content: what", "in!b#1: deux"}
	if diff := cmp.Diff(want, pipe(data, archive.Limits{})); diff != "" {
		t.Error(diff)
	}
}

func TestMembers(t *testing.T) {
	data := tarOf(f("a", "un"), f("z", zipOf(f("b", "deux"), f("c", "trois"))), f("d", "quatre"))
	want := []string{"in!a#1: un", "in!z!b#1: deux", "in: too large: archive of more than 3 members (while reading in!z)"}
	for how, read := range ways {
		if diff := cmp.Diff(want, read(data, archive.Limits{Members: 3})); diff != "" {
			t.Errorf("%s: %s", how, diff)
		}
		if got := read(data, archive.Limits{Members: 5}); len(got) != 4 {
			t.Errorf("%s: %q", how, got)
		}
	}
}

// overlapping makes a zip whose directory names one member n times.
func overlapping(n int, data string) string {
	one := rawZip(deflated(f("a", data)))
	at := strings.Index(one, "PK\x01\x02")
	end := strings.LastIndex(one, "PK\x05\x06")
	tail := []byte(one[end:])
	binary.LittleEndian.PutUint16(tail[8:], uint16(n))
	binary.LittleEndian.PutUint16(tail[10:], uint16(n))
	binary.LittleEndian.PutUint32(tail[12:], uint32(n*(end-at)))
	return one[:at] + strings.Repeat(one[at:end], n) + string(tail)
}

// sparse makes a tar whose one file is a hole of so many bytes and a few words.
func sparse(size int) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	data := fmt.Sprintf("1\n%d\n3\n", size)
	data += strings.Repeat("\x00", 512-len(data)) + "fin"
	err := w.WriteHeader(&tar.Header{
		Name: "GNUSparseFile.0/a", Typeflag: tar.TypeReg, Size: int64(len(data)), Format: tar.FormatPAX,
		PAXRecords: map[string]string{},
	})
	if err != nil {
		panic(err)
	}
	w.Write([]byte(data))
	w.Close()
	return archivetest.PAX(map[string]string{
		"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "a", "GNU.sparse.realsize": fmt.Sprint(size + 3),
	}) + b.String()
}
