package corpus

import (
	"errors"
	"regexp"
	"strings"
)

var (
	pourvoiShape = regexp.MustCompile(`^(\d\d)-(\d{1,5})$`)
	rgShape      = regexp.MustCompile(`^(\d\d)-(\d{1,5})$`)
	prefixShape  = regexp.MustCompile(`^(?i:[lrda]|lo|lp)\**\d`)
)

// latin are the ordinals that insert an article after another.
var latin = map[string]bool{"bis": true, "ter": true, "quater": true, "quinquies": true,
	"sexies": true, "septies": true, "octies": true, "nonies": true, "novies": true, "decies": true}

// CanonArticle writes the number of an article as keys do: letters stuck to
// the digits and in capitals ("L1235-3", "R*421-1"), other spaces a hyphen
// ("1649-nonies", "39-bis-A"), "1er" and "premier" 1. It does not judge whether
// the article exists.
func CanonArticle(s string) string {
	s = strings.Join(strings.Fields(s), "-")
	switch strings.ToLower(s) {
	case "1er", "1re", "premier", "premiere", "première", "ier":
		return "1"
	}
	if prefixShape.MatchString(s) {
		n := strings.IndexAny(s, "0123456789*")
		s = strings.ToUpper(s[:n]) + s[n:]
	}
	seg := strings.Split(s, "-")
	for i, part := range seg {
		seg[i] = canonPart(part, i == 0)
	}
	return strings.Join(seg, "-")
}

// canonPart puts one hyphenated part of an article into its letter case: Latin
// ordinals and words small, single letters and short marks in capitals.
func canonPart(part string, first bool) string {
	low := strings.ToLower(part)
	switch {
	case part == "" || latin[low] || strings.HasSuffix(low, "cies") || strings.HasSuffix(low, "ies"):
		return low
	case first && part[0] >= '0' && part[0] <= '9':
		return low
	case len(part) <= 3 && isLetters(part):
		return strings.ToUpper(part)
	case isLetters(part):
		return low
	}
	return part
}

func isLetters(s string) bool {
	for i := range len(s) {
		if c := lower(s[i]); c < 'a' || c > 'z' {
			return false
		}
	}
	return s != ""
}

// canonNumber puts the number or ISO date of a decision into the form that its
// court uses in keys.
func canonNumber(kind CourtKind, s string) (string, error) {
	if dateShape.MatchString(s) {
		d, err := ParseDate(s)
		if err != nil {
			return "", errors.New("no such day")
		}
		return string(d), nil
	}
	if kind == Cass {
		s = strings.ReplaceAll(s, ".", "")
		m := pourvoiShape.FindStringSubmatch(s)
		if m == nil {
			return "", errors.New("a number of pourvoi is written NN-NNNNN")
		}
		return m[1] + "-" + pad5(m[2]), nil
	}
	if !numberShape.MatchString(s) {
		return "", errors.New("bad number")
	}
	if m := rgShape.FindStringSubmatch(s); m != nil && kind.HasPlace() && kind != TA {
		return m[1] + "-" + pad5(m[2]), nil
	}
	return strings.ToUpper(s), nil
}

func pad5(s string) string { return strings.Repeat("0", 5-len(s)) + s }

// constitNumber is the number of a decision of the Conseil constitutionnel, of
// one or several cases: "2010-14/22 QPC", "71-44 DC".
var constitNumber = regexp.MustCompile(`^(\d{2,4})-([\dA-Z]+(?:/\d+)*)[- ]?([A-Z]{1,4})$`)

// joined takes a number that stands for several cases apart: "2010-14/22 QPC" is
// 2010-14-QPC and 2010-22-QPC.
func joined(kind CourtKind, number string) []string {
	m := constitNumber.FindStringSubmatch(number)
	if m == nil || kind != CC {
		return []string{number}
	}
	var out []string
	for _, n := range strings.Split(m[2], "/") {
		out = append(out, m[1]+"-"+n+"-"+m[3])
	}
	return out
}

// DecisionKey builds the key of a decision from the court and a number as
// printed ("17-21.434", "Y 19-19.463", "18/04366") or an ISO date. It returns "" when the
// court is unknown, or its place is missing, or the number cannot be one of
// its court.
func DecisionKey(court Court, number string) Key {
	if court.Kind == CC { // of joined cases the first
		number = joined(CC, number)[0]
	}
	number = strings.NewReplacer("/", "-", " ", "", "\u00a0", "", "\u202f", "").Replace(number)
	if court.Kind == Cass || court.Kind == CPH { // letter of control of a pourvoi, section of a conseil
		number = strings.TrimLeft(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	}
	s := string(court.Kind) + "/"
	if court.Kind.HasPlace() {
		if court.Place == "" && court.Kind != TA {
			return ""
		}
		if court.Place != "" {
			s += Slug(court.Place) + "/"
		}
	}
	k, err := ParseKey(s + number)
	if err != nil {
		return ""
	}
	return k
}
