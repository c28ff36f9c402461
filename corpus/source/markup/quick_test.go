package markup

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// told lists what a walk over a document shows and hands out.
type told struct{ lines []string }

func (w *told) begin(parent string, t xml.StartElement) func(string) {
	line := parent + ">" + t.Name.Local
	for _, a := range t.Attr {
		line += fmt.Sprintf(" %s=%q", a.Name.Local, a.Value)
	}
	w.lines = append(w.lines, line)
	if strings.HasPrefix(t.Name.Local, "T") {
		return func(s string) { w.lines = append(w.lines, fmt.Sprintf("%s: %q", line, s)) }
	}
	return nil
}

// scanned is what Scan tells.
func scanned(data []byte) (root string, w told, err error) {
	x := New(data)
	if root, err = x.Root(); err == nil {
		err = x.Walk(w.begin)
	}
	return root, w, err
}

// TestQuick wants plain documents to be read as Scan reads them, and nothing else to
// be read.
func TestQuick(t *testing.T) {
	for _, in := range []string{
		"<R/>", "<R></R>", "\n<R a='1'  b=\"\" ><T>x</T><A><T/></A></R >",
		`<?xml version="1.0" encoding="UTF-8"?><R><T>Vu<br/>` + "\n" + `<p>a<A>b</A></p>c&nbsp;d&#233;&#xE9;&amp;lt;</T><A k="l&apos;é" m='&quot;'> y </A></R> behind`,
	} {
		var w told
		root, ok := Quick([]byte(in), w.begin)
		wantRoot, want, err := scanned([]byte(in))
		if !ok || err != nil || root != wantRoot || !slices.Equal(w.lines, want.lines) {
			t.Errorf("%s: %s, %v, %q; Scan tells %s, %v, %q", in, root, ok, w.lines, wantRoot, err, want.lines)
		}
	}
	for _, in := range []string{
		"", "R", "<R>", "<R><A></R>", "</R>", "<R a=1/>", "<R a/>", "<R a='1'b='2'/>", "<R>&x;</R>", "<R>&amp</R>", "<R>&#0;</R>", "<R><!-- c --></R>",
		"<R><![CDATA[x]]></R>", "<!DOCTYPE R><R/>", "<?xml version='1.0' encoding='latin1'?><R/>", "<R><?p?></R>", "<R>\r\n</R>", "<R>\xff</R>",
		"<n:R/>", "<R xmlns='x'/>", "<R>]]></R>", "<R a='<'/>", "<R>\x01</R>", "<é/>", "<R", "<R a='", "<R><", "<R></",
	} {
		if root, ok := Quick([]byte(in), new(told).begin); ok {
			t.Errorf("%q is read as %s", in, root)
		}
	}
}

// FuzzQuick: what Quick reads, Scan reads alike.
func FuzzQuick(f *testing.F) {
	f.Add([]byte(`<?xml version="1.0"?><R><T>Vu<br/> &nbsp;<p a="&#233;">x</p></T></R>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var w told
		root, ok := Quick(data, w.begin)
		if !ok {
			return
		}
		wantRoot, want, err := scanned(data)
		if err != nil || root != wantRoot || !slices.Equal(w.lines, want.lines) {
			t.Errorf("Quick tells %s, %q; Scan %s, %v, %q", root, w.lines, wantRoot, err, want.lines)
		}
	})
}
