package party

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
)

// alias reports whether a name is only the short form that the text gives to
// another party in brackets: "la société Lorme et fils (la société LF)".
func (f *Finder) alias(t *fold.Text, all []name, n name) bool {
	for _, a := range all {
		if a.alias && a.from < n.from && f.same(t, a, n) {
			return true
		}
	}
	return false
}

// bracketed is what stands before a name given in brackets.
var bracketed = re2.MustCompile(`\((?:l[ae]s? |l')?$`)

// among reports whether a name is one of a list.
func (f *Finder) among(t *fold.Text, list []name, n name) bool {
	for _, x := range list {
		if f.same(t, x, n) {
			return true
		}
	}
	return false
}

// listed gives the place of a name in what was found, or -1.
func (f *Finder) listed(t *fold.Text, list []found, n name) int {
	for i, x := range list {
		if f.same(t, x.name, n) {
			return i
		}
	}
	return -1
}

// identified is the identity of a name as it is written.
func (f *Finder) identified(t *fold.Text, n name) string {
	if n.as != "" {
		return f.identity(fold.New(n.as).Folded, n.kind)
	}
	return f.identity(t.Folded[n.from:n.to], n.kind)
}

// same reports whether two names name one party: the words of one are all words
// of the other, or nearly all.
func (f *Finder) same(t *fold.Text, a, b name) bool {
	if (a.kind == corpus.Physique) != (b.kind == corpus.Physique) || f.company(t, a) && f.ofStaff(t, b) || f.ofStaff(t, a) && f.company(t, b) {
		return false
	}
	return alike(strings.Fields(f.identified(t, a)), strings.Fields(f.identified(t, b)), a.kind)
}

// alike reports whether two identities are those of one party of a kind.
func alike(x, y []string, kind corpus.PartyKind) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	common := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			common++
		}
	}
	return len(x) > 0 && (common == len(x) || kind != corpus.Physique && common*5 >= len(y)*3)
}

// company reports whether a name opens with the word for a company.
func (f *Finder) company(t *fold.Text, n name) bool {
	o, _ := f.openerAt(t, n.from, n.to)
	return o.words == "societe"
}

// ofStaff reports whether a name opens with the word for a body that bears the name of a
// company and is none: "comité d'entreprise Lorme".
func (f *Finder) ofStaff(t *fold.Text, n name) bool {
	o, _ := f.openerAt(t, n.from, n.to)
	return o.words == "comite" || o.words == "syndicat" || o.words == "cse"
}
