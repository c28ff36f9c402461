package archive

import (
	"regexp"
	"strings"
)

// The names that the DILA gives: Freemium_cass_global_20250713-140000.tar.gz is
// the full archive of a dataset, CASS_20250714-210112.tar.gz an increment.
var (
	full      = regexp.MustCompile(`^(?i)freemium_([a-z]+)_global_(\d{8}-\d{6})(\.|$)`)
	increment = regexp.MustCompile(`^(?i)([a-z]+)_(\d{8}-\d{6})(\.|$)`)
)

// issue is what the name of an archive of the DILA says.
type issue struct{ dataset, date, path string }

// parseIssue reads the last part of a path. A full archive dates "<date>", an
// increment "<date>+", which comes after it.
func parseIssue(path string) (issue, bool) {
	name := base(path)
	if m := full.FindStringSubmatch(name); m != nil {
		return issue{strings.ToLower(m[1]), m[2], path}, true
	}
	if m := increment.FindStringSubmatch(name); m != nil {
		return issue{strings.ToLower(m[1]), m[2] + "+", path}, true
	}
	return issue{}, false
}

// Full is the dataset of the DILA, in lower case, of which a path names the full
// archive; "" when it names none.
func Full(path string) (dataset string) {
	if m := full.FindStringSubmatch(base(path)); m != nil {
		return strings.ToLower(m[1])
	}
	return ""
}

// packed is the end of the name of an archive.
var packed = regexp.MustCompile(`(?i)\.(zip|tar|tgz|tar\.gz|tar\.zst)$`)

// Unnamed reports whether a path is that of an archive whose name is none that the
// DILA gives: it does not say whether it is a full one or an increment.
func Unnamed(path string) bool {
	_, named := parseIssue(path)
	return !named && packed.MatchString(base(path))
}

// The parts of a path that say from which dataset, and from which issue, a
// document is: CASS_20250714-210112.tar.gz!20250714-210112/juri/cass/JURI/…
var (
	folder  = regexp.MustCompile(`^\d{8}-\d{6}$`)
	dataset = regexp.MustCompile(`^(?i)(cass|inca|capp|jade|constit|cnil|legi)$`)
	listOf  = regexp.MustCompile(`^(?i)liste_suppression_([a-z]+)\.dat$`)
)

// Provenance reads from the path of a record from which dataset of the DILA it
// is, in lower case ("cass"), and when it was issued ("20250714-210112"). What
// the path does not say is "". Of two names that differ the inner one counts.
func Provenance(path string) (set, issued string) {
	path, _, _ = strings.Cut(path, "#")
	for part := range strings.FieldsFuncSeq(path, func(r rune) bool { return r == '!' || isSlash(r) }) {
		is, ok := parseIssue(part)
		switch {
		case ok:
			set, issued = is.dataset, strings.TrimSuffix(is.date, "+")
		case folder.MatchString(part):
			issued = part
		case dataset.MatchString(part):
			set = strings.ToLower(part)
		}
		if m := listOf.FindStringSubmatch(part); m != nil {
			set = strings.ToLower(m[1])
		}
	}
	return set, issued
}
