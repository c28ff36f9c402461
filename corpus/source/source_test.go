package source_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/examples"
	"github.com/attendu/attendu/corpus/source"
	"github.com/google/go-cmp/cmp"
)

// said sums records up: the path and the format, or the error without its
// prefix.
func said(all []source.Record) (out []string) {
	for _, r := range all {
		if r.Err != nil {
			out = append(out, strings.TrimPrefix(r.Err.Error(), "source: "))
			continue
		}
		out = append(out, r.Path+": "+string(r.Doc.Format))
	}
	return out
}

func read(in string, opt source.Options) []source.Record {
	return slices.Collect(source.Read(context.Background(), "in", strings.NewReader(in), opt))
}

// TestRead wants each stream to be known by its content.
func TestRead(t *testing.T) {
	utf16 := "\xff\xfea\x00r\x00r\x00\xea\x00t\x00"
	for in, want := range map[string]string{
		"Jugement du 3 mars":               "in: plain",
		"\ufeffJugement du 3 mars":         "in: plain",
		utf16:                              "in: plain",
		"arr\xeat":                         "in: plain",
		"[...] le 3 mars":                  "in: plain",
		"<p>Jugement":                      "in: page",
		"\ufeff<!DOCTYPE html><p>x":        "in: page",
		`{"id":"a","jurisdiction":"cc"}`:   "in: judilibre",
		`[{"id":"a","jurisdiction":"cc"}]`: "in#1: judilibre",
		"<TEXTE_JURI_JUDI><META><META_COMMUN><ID>a</ID></META_COMMUN></META></TEXTE_JURI_JUDI>": "in: dila",
		"":                                      "in: unknown content: empty",
		" \n":                                   "in: unknown content: empty",
		"\x00\x01":                              "in: unknown content: binary",
		"%PDF-1.4\n\x00":                        "in: malformed: damaged PDF",
		"<!-- " + strings.Repeat("x", 1<<15):    "in: unknown content: markup without an element at its beginning",
		"<?xml version='1.0'?><a/>":             "in: unknown content: XML with the root element <a>",
		`<TEXTE_JURI_EUROPE>x`:                  "in: unknown content: XML with the root element <TEXTE_JURI_EUROPE>",
		`{"id":"a","numbers":["1"],"court":{}}`: "in: unknown content: JSON with the fields court, id, numbers",
		`{"a":1}`:                               "in: unknown content: JSON with the fields a",
		`{"id":"a"`:                             "in: malformed: unexpected EOF",
		"<TEXTE_JURI_JUDI>":                     "in: malformed: XML syntax error on line 1: unexpected EOF",
		"<SECTION_TA><ID>LEGISCTA000099000001</ID></SECTION_TA>": "in: not a decision: LEGI section LEGISCTA000099000001",
	} {
		if diff := cmp.Diff([]string{want}, said(read(in, source.Options{}))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", in, diff)
		}
	}
}

func TestText(t *testing.T) {
	utf16 := "\xfe\xff\x00a\x00r\x00r\x00\xea\x00t"
	if got := read(utf16, source.Options{}); got[0].Err != nil || got[0].Doc.Text != "arrêt" {
		t.Errorf("UTF-16 gives %+v", got)
	}
}

func TestMaxBytes(t *testing.T) {
	for _, in := range []string{"Jugement du 3 mars", "<p>Jugement du 3 mars", `{"id":"a","jurisdiction":"cc"}`, "<ARTICLE><ID>x</ID></ARTICLE>"} {
		if got := read(in, source.Options{MaxBytes: 10}); !errors.Is(got[0].Err, source.ErrTooLarge) {
			t.Errorf("%q gives %v", in, got[0].Err)
		}
		if got := read(in, source.Options{MaxBytes: int64(len(in))}); errors.Is(got[0].Err, source.ErrTooLarge) {
			t.Errorf("%q gives %v at its own size", in, got[0].Err)
		}
	}
}

// TestDisk wants a failing disk to be told from a bad file.
func TestDisk(t *testing.T) {
	fault := &fs.PathError{Op: "read", Path: "in", Err: errors.New("disk on fire")}
	for rec := range source.Read(context.Background(), "in", iotest.ErrReader(fault), source.Options{}) {
		if !errors.Is(rec.Err, fault) || errors.Is(rec.Err, source.ErrMalformed) {
			t.Errorf("have %v", rec.Err)
		}
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	in := strings.Repeat(`{"id":"a","jurisdiction":"cc"}`+"\n", 1000)
	var got []source.Record
	for rec := range source.Read(ctx, "in", strings.NewReader(in), source.Options{}) {
		if got = append(got, rec); len(got) == 3 {
			cancel()
		}
	}
	if len(got) != 4 || !errors.Is(got[3].Err, context.Canceled) {
		t.Errorf("%d records, the last with %v", len(got), got[len(got)-1].Err)
	}
}

// TestExamples reads the decisions that were written for attendu: no error, and
// official metadata where the format has them.
func TestExamples(t *testing.T) {
	names, err := fs.Glob(examples.FS, "*.*")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := examples.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for rec := range source.Read(context.Background(), name, bytes.NewReader(data), source.Options{}) {
			if rec.Err != nil {
				t.Errorf("%s: %v", name, rec.Err)
				continue
			}
			d := rec.Doc
			linked := d.Format == source.DILA || d.Format == source.Judilibre
			official := linked || d.Format == source.JustAdmin
			if d.Text == "" || official && (len(d.Official.Keys()) < 2 || d.ID == "") || linked && d.URL == "" {
				t.Errorf("%s: %d bytes of text, keys %q, identity %q", rec.Path, len(d.Text), d.Official.Keys(), d.ID)
			}
			if !official && !cmp.Equal(d.Official, corpus.Metadata{}) {
				t.Errorf("%s: official metadata %+v", rec.Path, d.Official)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"Jugement", "<p>x", `{"id":"a","jurisdiction":"cc"}`, "<ARTICLE>", "\xff\xfea\x00", "\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		n := 0
		for rec := range source.Read(context.Background(), "in", bytes.NewReader(data), source.Options{}) {
			if n++; (rec.Doc == nil) == (rec.Err == nil) || !strings.HasPrefix(rec.Path, "in") {
				t.Fatalf("record %+v", rec)
			}
		}
		if n == 0 {
			t.Fatal("no record")
		}
	})
}

// TestSeveral: two decisions in one file are two records, told apart by their paths;
// a file of an official format is never taken apart.
func TestSeveral(t *testing.T) {
	const first = "COUR D'APPEL DE RENNES\n\nN° RG 20/01234\n\nARRÊT DU 3 MAI 2022\n\nMotifs.\n\nPAR CES MOTIFS\n\nConfirme le jugement.\n\n"
	const second = "TRIBUNAL JUDICIAIRE DE BREST\n\nN° RG 19/00123\n\nJUGEMENT DU 3 MAI 2021\n\nMotifs.\n\nPAR CES MOTIFS\n\nDéboute M. Durieux.\n"
	var got []string
	for r := range source.Read(t.Context(), "two.txt", strings.NewReader(first+second), source.Options{}) {
		if r.Err != nil {
			t.Fatal(r.Err)
		}
		line, _, _ := strings.Cut(r.Doc.Text, "\n")
		got = append(got, r.Path+" "+r.Doc.Path+" "+line)
	}
	want := "two.txt two.txt COUR D'APPEL DE RENNES|two.txt#2 two.txt#2 TRIBUNAL JUDICIAIRE DE BREST"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}
