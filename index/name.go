package index

import (
	"regexp"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// names are the keys of a decision, its node and the ids of its sources.
func names(d *corpus.Decision) []string {
	all := []string{string(d.Node), string(d.Key)}
	for _, k := range d.Keys {
		all = append(all, string(k))
	}
	for _, s := range d.Sources {
		all = append(all, s.ID)
	}
	return small(all...)
}

// numbers are the numbers of a decision in the form of canonNumber, those that
// only its keys print included.
func numbers(d *corpus.Decision) []string {
	all := slices.Concat(d.Numbers, d.Official.Numbers, d.Read.Numbers)
	for _, k := range d.Keys {
		if p, err := k.Parts(); err == nil && p.Head != "ecli" {
			all = append(all, p.ID)
		}
	}
	for i, n := range all {
		all[i] = canonNumber(n)
	}
	return distinct(all)
}

// eclis are the ECLI of a decision in the form of canonECLI.
func eclis(d *corpus.Decision) []string {
	return distinct([]string{canonECLI(d.ECLI), canonECLI(d.Official.ECLI), canonECLI(d.Read.ECLI)})
}

// canonECLI writes an ECLI in small letters and without its prefix, which
// people leave out: "fr:ccass:2018:co00182".
func canonECLI(s string) string {
	return strings.TrimPrefix(strings.ToLower(strings.TrimSpace(s)), "ecli:")
}

// short is a number whose last part the courts write with and without zeros.
var short = regexp.MustCompile(`^\d\d-\d{1,4}$`)

// plainNumber takes out what is written in numbers and does not count.
var plainNumber = strings.NewReplacer(" ", "", ".", "", "/", "-")

// canonNumber brings the ways in which a number is written to one: "17-21.434"
// and "17-21434", "18/4366" and "18-04366", "C‑362/14" and "c-362-14".
func canonNumber(s string) string {
	s = plainNumber.Replace(fold.New(s).Folded)
	if short.MatchString(s) {
		s = s[:3] + strings.Repeat("0", len("17-21434")-len(s)) + s[3:]
	}
	return s
}

// small trims values, writes them in small letters, and drops empty ones and
// repetitions.
func small(values ...string) []string {
	out := make([]string, 0, len(values))
	for _, v := range values {
		out = append(out, strings.ToLower(strings.TrimSpace(v)))
	}
	return distinct(out)
}

// distinct sorts values and drops repetitions and "".
func distinct(values []string) []string {
	slices.Sort(values)
	return slices.DeleteFunc(slices.Compact(values), func(s string) bool { return s == "" })
}
