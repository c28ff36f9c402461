package archive_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/source/archive"
	"github.com/attendu/attendu/corpus/source/archive/archivetest"
	"github.com/google/go-cmp/cmp"
)

// TestNames wants each member's name to be shown so that nobody is misled by it.
func TestNames(t *testing.T) {
	for name, want := range map[string]string{
		"juri/cass/x.xml": "juri/cass/x.xml", "./x.xml": "x.xml", "décision n° 1.txt": "décision n° 1.txt", `a\b.txt`: `a\b.txt`,
		"../../x": `"../../x"`, "a/../x": `"a/../x"`, `..\x`: `"..\\x"`, "/etc/passwd": `"/etc/passwd"`, `C:\x`: `"C:\\x"`,
		"d\xe9cision": `"d\xe9cision"`, "a\nb": `"a\nb"`, "a\x1b[2Jb": `"a\x1b[2Jb"`, "a\u202eb": `"a\u202eb"`, "a!b": `"a!b"`, `"x"`: `"\"x\""`,
		strings.Repeat("x", 5000): `"` + strings.Repeat("x", 200) + `"…`,
	} {
		for how, read := range ways {
			for kind, data := range map[string]string{"tar": tarOf(f(name, "un")), "zip": zipOf(f(name, "un"))} {
				if kind == "tar" && !strings.HasPrefix(want, `"d\xe9`) || kind == "zip" {
					if diff := cmp.Diff([]string{"in!" + want + "#1: un"}, read(data, archive.Limits{})); diff != "" {
						t.Errorf("%q in a %s, %s (-want +got):\n%s", name, kind, how, diff)
					}
				}
			}
		}
	}
}

// TestLinks wants what is no file to be passed over.
func TestLinks(t *testing.T) {
	data := archivetest.TarHeaders(
		archivetest.Header{Name: "d/", Type: '5'}, archivetest.Header{Name: "l", Link: "/etc/passwd", Type: '2'},
		archivetest.Header{Name: "h", Link: "../x", Type: '1'}, archivetest.Header{Name: "p", Type: '6'}, archivetest.Header{Name: "c", Type: '3'},
	) + tarOf(f("a", "un"))
	if diff := cmp.Diff([]string{"in!a#1: un"}, pipe(data, archive.Limits{})); diff != "" {
		t.Error(diff)
	}
}

// TestOrder gives paths in the order in which they are told, and the order in
// which they must be read.
func TestOrder(t *testing.T) {
	for told, want := range map[string]string{
		"b a c": "b a c",
		"CASS_20250715-1.tar.gz CASS_20250714-2.tar.gz":                                                       "CASS_20250715-1.tar.gz CASS_20250714-2.tar.gz", // no such names
		"CASS_20250714-210112.tar.gz CASS_20250715-200000.tar.gz Freemium_cass_global_20250713-140000.tar.gz": "Freemium_cass_global_20250713-140000.tar.gz CASS_20250714-210112.tar.gz CASS_20250715-200000.tar.gz",
		"x/CASS_20250713-140000.tgz a Freemium_cass_global_20250713-140000.tar.zst":                           "Freemium_cass_global_20250713-140000.tar.zst a x/CASS_20250713-140000.tgz",
		"CAPP_20250715-000000 CASS_20250714-000000 m CAPP_20250713-000000 CASS_20250712-000000":               "CAPP_20250713-000000 CASS_20250712-000000 m CAPP_20250715-000000 CASS_20250714-000000",
		"y/z x/juri x/liste_suppression_cass.dat z":                                                           "y/z x/liste_suppression_cass.dat x/juri z",
	} {
		paths := strings.Fields(told)
		got := archive.Order(paths)
		if strings.Join(got, " ") != want || !slices.Equal(paths, strings.Fields(told)) {
			t.Errorf("%s\n gives %s\n  want %s", told, strings.Join(got, " "), want)
		}
	}
}

func TestProvenance(t *testing.T) {
	for path, want := range map[string][2]string{
		"a/decision.xml":           {"", ""},
		"a/cass/x.xml":             {"cass", ""},
		"dila-cass/x.xml":          {"", ""},
		"x/CASS_2025.xml":          {"", ""},
		"INCA/x.xml#3":             {"inca", ""},
		"x#cass/20250714-210112/y": {"", ""},
		"CASS_20250714-210112.tar.gz!20250714-210112/juri/cass/JURI/x.xml": {"cass", "20250714-210112"},
		"Freemium_cass_global_20250713-140000.tar.gz!x.xml":                {"cass", "20250713-140000"},
		"l/20250714-210112/liste_suppression_inca.dat#4":                   {"inca", "20250714-210112"},
		"CASS_20250714-210112.tar.gz!liste_suppression_inca.dat#4":         {"inca", "20250714-210112"},
		"JADE_20250101-000000.tar.gz!CASS_20250714-210112.tar!x.xml":       {"cass", "20250714-210112"},
	} {
		if set, issued := archive.Provenance(path); set != want[0] || issued != want[1] {
			t.Errorf("Provenance(%s) = %q, %q, want %q", path, set, issued, want)
		}
	}
}

func TestFull(t *testing.T) {
	for path, want := range map[string]string{
		"a/Freemium_legi_global_20250713-140000.tar.gz": "legi",
		"freemium_CASS_global_20250713-140000":          "cass",
		"LEGI_20250714-210112.tar.gz":                   "",
		"Freemium_legi_global_2025.tar.gz":              "",
		"a/Freemium_legi_global_20250713-140000/x.xml":  "",
	} {
		if got := archive.Full(path); got != want {
			t.Errorf("Full(%s) = %q, want %q", path, got, want)
		}
	}
}

func TestSniff(t *testing.T) {
	v7 := []byte(tarOf(f("a", "un")))
	for head, want := range map[string]archive.Kind{
		"": archive.None, "PK": archive.None, "texte": archive.None, string(make([]byte, 512)): archive.None, string(make([]byte, 1<<14)): archive.None,
		string(make([]byte, 1024)): archive.Tar, string(v7): archive.Tar, string(v7[:511]): archive.None, "x" + string(v7): archive.None,
		gz(""): archive.Gzip, zst("x"): archive.Zstd, zipOf(): archive.Zip, zipOf(f("a", "")): archive.Zip,
		zipOf(f("mimetype", "application/vnd.oasis")): archive.None, zipOf(f("word/document.xml", "")): archive.None,
	} {
		if got := archive.Sniff([]byte(head)); got != want {
			t.Errorf("Sniff(%.20q…) = %v, want %v", head, got, want)
		}
	}
}
