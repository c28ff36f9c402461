package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
)

// sample are rows with everything that is hard: nothing, signs of the formats, lists.
func sample() []Holding {
	of := Of{DecisionID: "dila:A", Decision: "cass/17-21434", Court: "cass", Date: DayOf("1969-12-31")}
	return []Holding{
		{Of: of, OrderID: "dila:A#order1", N: 1, Kind: "condamnation", Words: "CONDAMNE \"la société\"; à payer,\r\n1 000 €", AmountCents: 100000,
			Beneficiaries: []string{"Mme D…", "SCI L'Étang"}, Debtors: []string{}, Refused: []string{}, Bases: []string{"code-civil/1240"}, Confidence: 0.75},
		{Of: of, OrderID: "dila:A#order2", N: 2, Kind: "rejet", Words: "=REJETTE", Beneficiaries: []string{}, Debtors: []string{}, Refused: []string{}, Bases: []string{}, Confidence: 1},
	}
}

func encoded(t *testing.T, f TableFormat, rows []Holding) []byte {
	t.Helper()
	var b bytes.Buffer
	e := NewTable[Holding](&b, f, Versions{Attendu: "v1", Extract: 5})
	for i := range rows { // one at a time is the same as all at once
		if err := e.Encode(rows[i : i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestParquetComesBack(t *testing.T) {
	raw := encoded(t, Parquet, sample())
	got, err := parquet.Read[Holding](bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(sample(), got); d != "" {
		t.Errorf("rows (-want +got):\n%s", d)
	}
	if !bytes.Equal(raw, encoded(t, Parquet, sample())) {
		t.Error("the same rows give other bytes")
	}
}

func TestCSV(t *testing.T) {
	for f, comma := range map[TableFormat]rune{CSV: ',', ExcelCSV: ';'} {
		raw := encoded(t, f, sample())
		if bytes.HasPrefix(raw, []byte("\ufeff")) != (f == ExcelCSV) {
			t.Errorf("%s: the BOM is wrong", f)
		}
		r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff"))))
		r.Comma = comma
		lines, err := r.ReadAll()
		if err != nil || len(lines) != 3 {
			t.Fatalf("%s: %d lines, %v", f, len(lines), err)
		}
		cell := map[string][2]string{}
		for i, name := range lines[0] {
			cell[name] = [2]string{lines[1][i], lines[2][i]}
		}
		want := map[string][2]string{"text": {"CONDAMNE \"la société\"; à payer,\n1 000 €", "=REJETTE"}, // the reader makes CRLF LF
			"amount_cents": {"100000", ""}, "beneficiaries": {"Mme D…|SCI L'Étang", ""}, "decision_date": {"1969-12-31", "1969-12-31"},
			"confidence": {"0.75", "1"}, "ecli": {"", ""}, "start": {"0", "0"}}
		if f == ExcelCSV {
			want["confidence"] = [2]string{"0,75", "1"}
			want["text"] = [2]string{want["text"][0], "'=REJETTE"} // no formula
		}
		for name, w := range want {
			if cell[name] != w {
				t.Errorf("%s: %s is %q, want %q", f, name, cell[name], w)
			}
		}
	}
}

func TestEmptyTables(t *testing.T) {
	for _, f := range []TableFormat{CSV, ExcelCSV, JSONL, Parquet} {
		raw := encoded(t, f, nil)
		switch f {
		case JSONL:
			if len(raw) > 0 {
				t.Errorf("%s has %q", f, raw)
			}
		case Parquet:
			if got, err := parquet.Read[Holding](bytes.NewReader(raw), int64(len(raw))); err != nil || len(got) > 0 {
				t.Errorf("%d rows, %v", len(got), err)
			}
		default:
			if !strings.HasSuffix(string(raw), "confidence"+string(newCSV[Holding](io.Discard, f == ExcelCSV).separator())+"rule\r\n") {
				t.Errorf("%s has %q", f, raw)
			}
		}
	}
}

func TestJSONL(t *testing.T) {
	lines := bytes.Split(bytes.TrimSpace(encoded(t, JSONL, sample())), []byte("\n"))
	if len(lines) != 2 {
		t.Fatalf("%d lines", len(lines))
	}
	var got map[string]any
	if err := json.Unmarshal(lines[0], &got); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]any{"text": "CONDAMNE \"la société\"; à payer,\r\n1 000 €", "amount_cents": 100000.0,
		"ecli": nil, "debtors": []any{}, "bases": []any{"code-civil/1240"}, "decision_date": "1969-12-31", "confidence": 0.75} {
		if d := cmp.Diff(want, got[name]); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
	if len(got) != len(columnsFor[Holding]()) {
		t.Errorf("%d members for %d columns", len(got), len(columnsFor[Holding]()))
	}
}

func TestDay(t *testing.T) {
	for _, d := range []corpus.Date{"1804-03-21", "1969-12-31", "1970-01-01", "2000-02-29", "2016-10-01"} {
		if got := DayOf(d); got == nil || got.String() != string(d) {
			t.Errorf("%s comes back as %v", d, got)
		}
	}
	if DayOf("") != nil || DayOf("2016-13-01") != nil {
		t.Error("what is no day is one")
	}
}

// BenchmarkParquet is the speed of the writer alone, on one processor: rows of citations
// as decisions have them, half of them of articles that have borne several rules.
func BenchmarkParquet(b *testing.B) {
	var rows []Citation
	for i := range 20_000 {
		d := i / 20
		rows = append(rows, Citation{Of: Of{DecisionID: fmt.Sprintf("dila:JURITEXT%012d", d), Decision: fmt.Sprintf("cass/17-%05d", d), Court: "cass", Date: DayOf("2018-03-14")},
			N: int64(i%20 + 1), Start: int64(i % 20 * 900), End: int64(i%20*900 + 24), Mention: fmt.Sprintf("article %d du code civil", i%997), Kind: "provision",
			Cited: fmt.Sprintf("code-civil/%d", i%997), Printed: fmt.Sprintf("code-civil/%d", i%997), Instrument: "code-civil", Article: fmt.Sprint(i % 997),
			Use: "applied", Zone: "motifs", Speaker: "cour", Confidence: 0.9, Rule: "article-code"})
		if i%2 == 0 {
			r := &rows[i]
			r.Version, r.TextMeant, r.Today, r.Because, r.Certainty = "before:2016-10-01", r.Cited+"@before:2016-10-01", "code-civil/1240", "the facts are of 2014", 0.9
		}
	}
	w := NewTable[Citation](io.Discard, Parquet, Versions{})
	b.ResetTimer()
	n := 0
	for b.Loop() {
		if err := w.Encode(rows); err != nil {
			b.Fatal(err)
		}
		n += len(rows)
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "rows/s")
}
