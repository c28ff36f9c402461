package sourcetest

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/record"
	"golang.org/x/text/unicode/norm"
)

// Check holds one record of a stream called name to what every reader promises.
func Check(t testing.TB, f record.Format, name string, rec record.Record) {
	t.Helper()
	set := 0
	for _, is := range []bool{rec.Doc != nil, rec.Article != nil, rec.Err != nil} {
		if is {
			set++
		}
	}
	if set != 1 {
		t.Fatalf("%s: want a document, an article or an error, have %v, %v and %v", rec.Path, rec.Doc, rec.Article, rec.Err)
	}
	if rec.Path != name && !strings.HasPrefix(rec.Path, name+"#") {
		t.Errorf("the path %q does not begin with %q", rec.Path, name)
	}
	if rec.Err != nil {
		checkError(t, rec)
		return
	}
	if rec.Article != nil {
		checkArticle(t, f, rec)
		return
	}
	d := rec.Doc
	if d.Path != rec.Path || d.Format != f.Name() {
		t.Errorf("%s: the document says path %q and format %q", rec.Path, d.Path, d.Format)
	}
	checkText(t, rec.Path, d.Text)
	checkZones(t, rec.Path, d)
	for _, s := range values(d) {
		if !utf8.ValidString(s) || strings.ContainsAny(s, "\r\x00") {
			t.Errorf("%s: the value %q is not clean", rec.Path, s)
		}
	}
}

func checkError(t testing.TB, rec record.Record) {
	t.Helper()
	if !strings.Contains(rec.Err.Error(), rec.Path) {
		t.Errorf("%s: the error %q does not name the path", rec.Path, rec.Err)
	}
	for _, kind := range []error{record.ErrMalformed, record.ErrUnknown, record.ErrNotDecision, record.ErrTooLarge} {
		if errors.Is(rec.Err, kind) {
			return
		}
	}
	t.Errorf("%s: an error of no known kind: %v", rec.Path, rec.Err)
}

func checkArticle(t testing.TB, f record.Format, rec record.Record) {
	t.Helper()
	a := rec.Article
	if o := rec.Origin; o.Path != rec.Path || o.Format != f.Name() || o.ID != a.ID || a.ID == "" {
		t.Errorf("%s: article %q says it is %+v", rec.Path, a.ID, o)
	}
	if key, err := corpus.ParseKey(string(a.Key)); err != nil || key != a.Key || !key.IsProvision() || key.Instrument() == key {
		t.Errorf("%s: %q is no key of an article: %v", rec.Path, a.Key, err)
	}
	if a.Titles == nil || a.Moves == nil {
		t.Errorf("%s: a list is nil", rec.Path)
	}
	checkText(t, rec.Path, a.Text)
	for _, s := range append([]string{a.State, string(a.Start), string(a.End)}, a.Titles...) {
		if !utf8.ValidString(s) || strings.ContainsAny(s, "\r\n\x00") {
			t.Errorf("%s: the value %q is not clean", rec.Path, s)
		}
	}
}

func checkText(t testing.TB, path, text string) {
	t.Helper()
	if !utf8.ValidString(text) || !norm.NFC.IsNormalString(text) {
		t.Errorf("%s: the text is not UTF-8 in normal form C", path)
	}
	bad := func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' }
	if i := strings.IndexFunc(text, bad); i >= 0 {
		t.Errorf("%s: control character %q at byte %d", path, text[i], i)
	}
}

func checkZones(t testing.TB, path string, d *corpus.Document) {
	t.Helper()
	at := 0
	for i, z := range d.Zones {
		if z.Start != at || z.Len() <= 0 || !z.Valid(len(d.Text)) {
			t.Errorf("%s: zone %d covers %v, after byte %d of %d", path, i, z.Span, at, len(d.Text))
			return
		}
		if !utf8.ValidString(z.Of(d.Text)) {
			t.Errorf("%s: zone %d cuts a character", path, i)
		}
		at = z.End
	}
	if len(d.Zones) > 0 && at != len(d.Text) {
		t.Errorf("%s: the zones end at byte %d of %d", path, at, len(d.Text))
	}
}

// values are the texts of the metadata.
func values(d *corpus.Document) []string {
	m := d.Official
	all := []string{d.ID, d.URL, d.Title, m.Court.Place, m.Court.Chamber, string(m.Date), m.ECLI, m.Title, m.Nature, m.Solution, m.Formation}
	for _, list := range [][]string{m.Numbers, m.Publication, m.Themes, m.Visa} {
		all = append(all, list...)
	}
	for _, s := range m.Summaries {
		all = append(append(all, s.Text), s.Titles...)
	}
	refs := m.Rapprochements
	if m.Contested != nil {
		refs = append(refs[:len(refs):len(refs)], *m.Contested)
	}
	for _, r := range refs {
		all = append(append(all, r.ID, r.Title, r.Court.Place, r.Court.Chamber), r.Numbers...)
	}
	return all
}
