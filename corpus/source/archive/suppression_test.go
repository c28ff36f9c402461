package archive_test

import (
	"testing"

	"github.com/attendu/attendu/corpus/source/archive"
	"github.com/google/go-cmp/cmp"
)

const (
	one   = "JURITEXT000099000001"
	two   = "JURITEXT000099000002"
	three = "JURITEXT000099000003"
)

var list = f("cass/liste_suppression_cass.dat", "juri/cass/JURI/"+one+"\r\n\njuri/cass/JURI/"+two+".xml\n")

func withdrawn(n, id string) string {
	return "in!cass/liste_suppression_cass.dat#" + n + ": not a decision: decision " + id + " is withdrawn by its publisher"
}

// TestSuppression wants a suppression to precede the additions of its increment,
// wherever the list stands.
func TestSuppression(t *testing.T) {
	add := f("a.xml", one)
	added := "in!a.xml#1: " + one
	failed := f("a.xml", "?"+one)
	for name, c := range map[string]struct {
		data string
		want []string
	}{
		"list first":     {tarOf(list, add), []string{withdrawn("1", one), withdrawn("3", two), added}},
		"list last":      {tarOf(add, list), []string{added, withdrawn("3", two)}},
		"list last, zip": {zipOf(add, list), []string{added, withdrawn("3", two)}},
		"addition fails": {tarOf(failed, list), []string{"in!a.xml: unknown content: what", withdrawn("1", one), withdrawn("3", two)}},
		"deeper":         {tarOf(f("t", tarOf(add)), list), []string{"in!t!a.xml#1: " + one, withdrawn("3", two)}},
		"two increments": {tarOf(f("t", tarOf(add)), f("u", tarOf(f("liste_suppression_cass.dat", one)))),
			[]string{"in!t!a.xml#1: " + one, "in!u!liste_suppression_cass.dat#1: not a decision: decision " + one + " is withdrawn by its publisher"}},
		"empty list": {tarOf(f("liste_suppression_jade.dat", ""), f("a.xml", three)), []string{"in!a.xml#1: " + three}},
		"bad line": {tarOf(f("liste_suppression_jade.dat", "x/y\nJURITEXT+00099000003\n")), []string{
			`in!liste_suppression_jade.dat#1: malformed: list of suppressions: "x/y" names no document`,
			`in!liste_suppression_jade.dat#2: malformed: list of suppressions: "JURITEXT+00099000003" names no document`}},
		"binary": {tarOf(f("liste_suppression_jade.dat", string(make([]byte, 1<<16)))), []string{
			"in!liste_suppression_jade.dat: malformed: bufio.Scanner: token too long"}},
	} {
		for how, read := range ways {
			if diff := cmp.Diff(c.want, read(c.data, archive.Limits{})); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", name, how, diff)
			}
		}
	}
}
