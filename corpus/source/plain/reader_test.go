package plain_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/source/plain"
	"github.com/attendu/attendu/corpus/source/record"
	"github.com/attendu/attendu/corpus/source/sourcetest"
)

func TestReader(t *testing.T) { sourcetest.Run(t, plain.Reader{}) }

func FuzzReader(f *testing.F) { sourcetest.Fuzz(f, plain.Reader{}) }

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"arr\xeat n\xb0 12 \x96 l\x92article\r\nfin": "arrêt n° 12 – l’article\nfin",
		"arrêt":                                "arrêt",
		"arre\u0302t\rfin\r\n":                 "arrêt\nfin\n",
		"un\x0cdeux\x0btrois":                  "un\ndeux\ntrois",
		"l'arrêt a ét\xc3":                     "l'arrêt a ét\ufffd",
		"ZAC\xa0":                              "ZAC\u00a0",
		" { accolade }\n[ouvert":               " { accolade }\n[ouvert",
		strings.Repeat("mot ", 40) + "\x1ffin": strings.Repeat("mot ", 40) + " fin",
	} {
		for rec := range (plain.Reader{}).Read("in", strings.NewReader(in), 1000) {
			if rec.Err != nil || rec.Doc.Text != want {
				t.Errorf("%q gives %+v, want the text %q", in, rec, want)
			}
		}
	}
}

func TestRefused(t *testing.T) {
	for in, why := range map[string]string{
		"": "empty", " \r\n\t": "empty", "\x89PNG\r\n\x1a\n\x00\x00": "binary", "PK\x03\x04": "zip", "%PDF-1.4": "PDF", `{\rtf1}`: "RTF",
		"[1, 2]": "JSON", `"texte"`: "JSON",
	} {
		for rec := range (plain.Reader{}).Read("in", strings.NewReader(in), 1000) {
			if !errors.Is(rec.Err, record.ErrUnknown) || !strings.Contains(rec.Err.Error(), why) {
				t.Errorf("%q: %v, want %q", in, rec.Err, why)
			}
		}
	}
}
