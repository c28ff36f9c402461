package judilibre_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/source/judilibre"
	"github.com/attendu/attendu/corpus/source/record"
	"github.com/attendu/attendu/corpus/source/sourcetest"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

func load(t testing.TB) *judilibre.Reader {
	t.Helper()
	r, err := judilibre.Load()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReader(t *testing.T) { sourcetest.Run(t, load(t)) }

func FuzzReader(f *testing.F) { sourcetest.Fuzz(f, load(f)) }

// TestLabels wants keys and labels of the taxonomy to give one document.
func TestLabels(t *testing.T) {
	r := load(t)
	read := func(file string) record.Record {
		ar, err := txtar.ParseFile("testdata/good/" + file)
		if err != nil {
			t.Fatal(err)
		}
		for rec := range r.Read("in.json", bytes.NewReader(ar.Files[0].Data), 1<<20) {
			return rec
		}
		return record.Record{}
	}
	if diff := cmp.Diff(read("decision.txtar"), read("resolved.txtar")); diff != "" {
		t.Errorf("keys and labels differ (-keys +labels):\n%s", diff)
	}
}

// TestSniff wants text that begins with a bracket to be left to others.
func TestSniff(t *testing.T) {
	r := load(t)
	for _, s := range []string{"", "[Localité 1]", "[", `["a"]`, "{x}", "<html>"} {
		if r.Sniff([]byte(s)) {
			t.Errorf("Sniff(%q) takes it", s)
		}
	}
}

// TestWithdrawn wants the identity of a decision that is to be removed.
func TestWithdrawn(t *testing.T) {
	in := `{"id":"0123456789abcdef01234567","to_be_deleted":true}`
	for rec := range load(t).Read("in.json", strings.NewReader(in), 1<<20) {
		var w *record.Withdrawn
		if !errors.As(rec.Err, &w) || w.Source.ID != "0123456789abcdef01234567" || w.Source.Format != judilibre.Name || !errors.Is(rec.Err, record.ErrNotDecision) {
			t.Errorf("have %v", rec.Err)
		}
	}
}

// TestTooLargeLine wants a line over the limit to cost that line only.
func TestTooLargeLine(t *testing.T) {
	line := func(id, text string) string {
		return fmt.Sprintf(`{"id":%q,"jurisdiction":"cc","text":%q}`+"\n", id, text)
	}
	in := line("a", strings.Repeat("x", 2000)) + line("b", "Deux.") + line("c", strings.Repeat("x", 1<<18)) + line("d", "Quatre.")
	var got []string
	for rec := range load(t).Read("in", strings.NewReader(in), 1000) {
		switch {
		case errors.Is(rec.Err, record.ErrTooLarge):
			got = append(got, rec.Path+" too large")
		case rec.Err != nil:
			t.Error(rec.Err)
		default:
			got = append(got, rec.Path+" "+rec.Doc.ID)
		}
	}
	if diff := cmp.Diff([]string{"in#1 too large", "in#2 b", "in#3 too large", "in#4 d"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestLargePage wants the results of a page on one line to be read one by one.
func TestLargePage(t *testing.T) {
	in := `{"page":0,"results":[` + strings.Repeat(`{"id":"a","jurisdiction":"cc"},`, 500) + `{"id":"b","jurisdiction":"cc"}]}`
	n := 0
	for rec := range load(t).Read("in", strings.NewReader(in), 1000) {
		if n++; rec.Err != nil {
			t.Fatal(rec.Err)
		}
	}
	if n != 501 {
		t.Errorf("%d records, want 501", n)
	}
}

// endless is a JSONL stream of n lines that no memory could hold at once.
type endless struct {
	line []byte
	n    int
	rest []byte
}

func (e *endless) Read(p []byte) (int, error) {
	if len(e.rest) == 0 {
		if e.n == 0 {
			return 0, io.EOF
		}
		e.n--
		e.rest = e.line
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

// decision is a decision of about size bytes of text, with zones.
func decision(t testing.TB, size int) []byte {
	t.Helper()
	text := strings.Repeat("Attendu que la société Belombre a été condamnée ;\r\n\r\n", size/50)
	line, err := json.Marshal(map[string]any{"id": "a", "jurisdiction": "cc", "number": "18-98.765", "text": text,
		"zones": map[string]any{"introduction": []any{map[string]int{"start": 0, "end": 1000}}, "motivations": []any{map[string]int{"start": 1000, "end": size}}}})
	if err != nil {
		t.Fatal(err)
	}
	return append(line, '\n')
}

// TestStream reads 40 MB under a limit of 64 kB a line.
func TestStream(t *testing.T) {
	if testing.Short() {
		t.Skip("40 MB")
	}
	const lines = 1000
	n := 0
	for rec := range load(t).Read("in", &endless{line: decision(t, 40000), n: lines}, 1<<16) {
		if rec.Err != nil {
			t.Fatal(rec.Err)
		}
		n++
	}
	if n != lines {
		t.Errorf("%d records, want %d", n, lines)
	}
}

func BenchmarkRead(b *testing.B) {
	r, line := load(b), decision(b, 40000)
	b.SetBytes(int64(len(line)))
	b.ReportAllocs()
	for b.Loop() {
		for rec := range r.Read("in.json", bytes.NewReader(line), 1<<20) {
			if rec.Err != nil {
				b.Fatal(rec.Err)
			}
		}
	}
}
