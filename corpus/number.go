package corpus

import (
	"errors"
	"regexp"
	"strings"
)

// latin are the ordinals that insert an article after another.
var latin = map[string]bool{"bis": true, "ter": true, "quater": true, "quinquies": true,
	"sexies": true, "septies": true, "octies": true, "nonies": true, "novies": true, "decies": true}

// CanonArticle writes the number of an article as keys do: letters stuck to
// the digits and in capitals ("L1235-3", "R*421-1"), other spaces a hyphen
// ("1649-nonies", "39-bis-A"), "1er" and "premier" 1. It does not judge whether
// the article exists.
func CanonArticle(s string) string {
	if canonArticle(s) {
		return s
	}
	s = strings.Join(strings.Fields(s), "-")
	switch strings.ToLower(s) {
	case "1er", "1re", "premier", "premiere", "première", "ier":
		return "1"
	}
	if n := articlePrefix(s); n > 0 {
		s = strings.ToUpper(s[:n]) + s[n:]
	}
	seg := strings.Split(s, "-")
	for i, part := range seg {
		seg[i] = canonPart(part, i == 0)
	}
	return strings.Join(seg, "-")
}

// canonArticle reports whether CanonArticle would leave s as it is; it knows the
// usual forms, "L1235-3", "39-bis-A".
func canonArticle(s string) bool {
	n := articlePrefix(s)
	if strings.ToUpper(s[:n]) != s[:n] {
		return false
	}
	first, rest, more := strings.Cut(strings.TrimLeft(s[n:], "*"), "-")
	if first == "" || digits(first) != len(first) {
		return false
	}
	for more {
		var part string
		part, rest, more = strings.Cut(rest, "-")
		if part == "" || digits(part) != len(part) && !(len(part) == 1 && part[0] >= 'A' && part[0] <= 'Z') && !latin[part] {
			return false
		}
	}
	return true
}

// articlePrefix is the length of the letters L, R, D, A, LO or LP before the
// number of an article and its stars.
func articlePrefix(s string) int {
	n := 0
	for n < len(s) && n < 2 && lower(s[n]) >= 'a' && lower(s[n]) <= 'z' {
		n++
	}
	switch rest := strings.TrimLeft(s[n:], "*"); {
	case n == 0, digits(rest) == 0, strings.IndexByte("lrda", lower(s[0])) < 0,
		n == 2 && lower(s[0]) != 'l', n == 2 && lower(s[1]) != 'o' && lower(s[1]) != 'p':
		return 0
	}
	return n
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
	if isDay(s) {
		d, err := ParseDate(s)
		if err != nil {
			return "", errors.New("no such day")
		}
		return string(d), nil
	}
	if kind == Cass {
		s = strings.ReplaceAll(s, ".", "")
		if !isYearNumber(s) {
			return "", errors.New("a number of pourvoi is written NN-NNNNN")
		}
		return pad5(s), nil
	}
	if !isNumber(s) {
		return "", errors.New("bad number")
	}
	if isYearNumber(s) && kind.HasPlace() && kind != TA {
		return pad5(s), nil
	}
	return strings.ToUpper(s), nil
}

// isYearNumber reports whether s is written NN-NNNNN, or with fewer digits at its
// end.
func isYearNumber(s string) bool {
	return len(s) >= 4 && len(s) <= 8 && s[2] == '-' && digits(s) == 2 && digits(s[3:]) == len(s)-3
}

// pad5 gives the second part of NN-N five digits.
func pad5(s string) string {
	if len(s) == 8 {
		return s
	}
	return s[:3] + strings.Repeat("0", 8-len(s)) + s[3:]
}

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

// plainNumber writes the number of a decision as keys do.
var plainNumber = strings.NewReplacer("/", "-", " ", "", "\u00a0", "", "\u202f", "")

// DecisionKey builds the key of a decision from the court and a number as
// printed ("17-21.434", "Y 19-19.463", "18/04366") or an ISO date. It returns "" when the
// court is unknown, or its place is missing, or the number cannot be one of
// its court.
func DecisionKey(court Court, number string) Key {
	if court.Kind == CC { // of joined cases the first
		number = joined(CC, number)[0]
	}
	if strings.ContainsAny(number, "/ \u00a0\u202f") {
		number = plainNumber.Replace(number)
	}
	if court.Kind == Cass || court.Kind == CPH { // letter of control of a pourvoi, section of a conseil
		number = strings.TrimLeft(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	}
	place := ""
	if court.Kind.HasPlace() {
		if court.Place == "" && court.Kind != TA {
			return ""
		}
		if court.Place != "" {
			place = Slug(court.Place) + "/"
		}
	}
	k, err := ParseKey(string(court.Kind) + "/" + place + number)
	if err != nil {
		return ""
	}
	return k
}
