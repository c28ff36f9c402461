package eval

import "strings"

// byKind are the heads of keys that are compared by kind only: there is no
// agreed name for each convention and each collective agreement.
var byKind = []string{"convention/", "convention-collective/"}

// placed are the kinds of court whose numbers may be printed with leading zeros
// or without.
var placed = map[string]bool{"ca": true, "tj": true, "tgi": true, "ti": true, "tcom": true, "tae": true,
	"cph": true, "tass": true, "tcorr": true, "tpol": true, "assises": true, "cnitaat": true}

// same puts a key into the form in which keys are compared.
func same(key string) string {
	k := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(key)), "_", "-")
	for _, p := range byKind {
		if strings.HasPrefix(k, p) {
			return p
		}
	}
	head, rest, _ := strings.Cut(k, "/")
	if rest == "" {
		return head
	}
	switch {
	case head == "cass":
		rest = strings.NewReplacer(".", "", " ", "").Replace(rest)
	case head == "ta": // the place is optional where there is a number
		if i := strings.IndexByte(rest, '/'); i > 0 && numeral(rest[i+1:]) && !strings.ContainsAny(rest[:i], "0123456789/*.") {
			rest = rest[i+1:]
		}
	case placed[head]:
		rest = withoutZeros(rest)
	}
	return head + "/" + rest
}

func numeral(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// withoutZeros drops the zeros at the head of each run of letters and digits,
// but for the last digit: "08-00012" is "8-12".
func withoutZeros(s string) string {
	var b strings.Builder
	head := true // nothing but dropped zeros since the last separator
	for i := range len(s) {
		c := s[i]
		word := c >= '0' && c <= '9' || c >= 'a' && c <= 'z'
		if head && c == '0' && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' {
			continue
		}
		head = !word
		b.WriteByte(c)
	}
	return b.String()
}

// family is the kind of thing that a key names.
func family(key string) string {
	head, _, _ := strings.Cut(key, "/")
	switch head {
	case "loi", "ordonnance", "decret", "arrete", "constitution", "ddhc", "preambule-1946", "charte-environnement":
		return "statute"
	case "reglement", "directive", "decision-cadre", "tfue", "tue", "charte-ue", "convention":
		return "EU and treaty"
	case "convention-collective":
		return "collective agreement"
	}
	switch {
	case strings.HasPrefix(head, "code-"), strings.HasPrefix(head, "livre-"):
		return "code article"
	case strings.HasPrefix(head, "cesdh"):
		return "EU and treaty"
	}
	return "case law"
}
