package corpus

import (
	"fmt"
	"regexp"
	"strings"
)

// ParseKey reads a key in any letter case, with or without the dot of a number
// of pourvoi, and returns its canonical form. "ECLI:FR:CCASS:2018:CO00182" is
// accepted for "ecli/FR:CCASS:2018:CO00182". Errors wrap ErrKey and say what is
// wrong.
func ParseKey(s string) (Key, error) {
	s = strings.TrimSpace(s)
	p, err := splitKey(s)
	if err != nil {
		return "", err
	}
	if p.spells(s) {
		return Key(s), nil
	}
	return p.Key(), nil
}

// MustKey is ParseKey for keys written in source code; it panics on a bad one.
func MustKey(s string) Key {
	k, err := ParseKey(s)
	if err != nil {
		panic(err)
	}
	return k
}

// Shapes of the components that are not runs of letters and digits. A key is ASCII
// without spaces.
var (
	ecliShape = regexp.MustCompile(`^[A-Z]{2}:[A-Z0-9]{1,7}:[0-9]{4}:[A-Z0-9.]{1,25}$`)
	hashShape = regexp.MustCompile(`^[0-9a-f]{4,64}$`)
)

// isSlug reports whether s is words of small letters and digits, joined by
// hyphens.
func isSlug(s string) bool { return parted(s, "", "-") && strings.ToLower(s) == s }

// isArticle and isNumber report whether s can be the number of an article, of an
// act or a decision.
func isArticle(s string) bool { return parted(s, "*.", "-") }
func isNumber(s string) bool  { return parted(s, ".", "-_") }

// parted reports whether s is runs of letters, digits and the bytes of also, one
// byte of marks between two of them.
func parted(s, also, marks string) bool {
	run := false
	for i := range len(s) {
		c := s[i]
		switch {
		case lower(c) >= 'a' && lower(c) <= 'z', c >= '0' && c <= '9', strings.IndexByte(also, c) >= 0:
			run = true
		case run && strings.IndexByte(marks, c) >= 0:
			run = false
		default:
			return false
		}
	}
	return run
}

// isDay reports whether s is written NNNN-NN-NN.
func isDay(s string) bool {
	return len(s) == 10 && s[4] == '-' && s[7] == '-' && digits(s) == 4 && digits(s[5:]) == 2 && digits(s[8:]) == 2
}

// wholeTexts are the heads whose articles follow at once: "cesdh/6".
var wholeTexts = map[string]Family{
	"constitution": Statute, "ddhc": Statute, "preambule-1946": Statute, "charte-environnement": Statute,
	"tfue": EUTreaty, "tue": EUTreaty, "charte-ue": EUTreaty, "cesdh": EUTreaty,
}

// actKinds are the heads followed by a number, a date or a slug: "loi/78-17".
var actKinds = map[string]Family{
	"loi": Statute, "ordonnance": Statute, "decret": Statute, "arrete": Statute,
	"reglement": EUTreaty, "directive": EUTreaty, "decision-cadre": EUTreaty, "convention": EUTreaty,
	"convention-collective": Agreement,
}

// isProtocol reports whether head is that of a protocol, "cesdh-p1".
func isProtocol(head string) bool {
	n, ok := strings.CutPrefix(head, "cesdh-p")
	return ok && (len(n) == 1 || len(n) == 2) && digits(n) == len(n)
}

func keyError(s, why string) error { return fmt.Errorf("corpus: %q: %w: %s", s, ErrKey, why) }

// splitKey takes s apart and puts each component into its canonical form.
func splitKey(s string) (Parts, error) {
	if len(s) > 200 {
		return Parts{}, keyError(s[:40]+"…", "longer than 200 bytes")
	}
	if len(s) >= 5 && strings.EqualFold(s[:5], "ecli:") {
		s = "ecli/" + strings.ToUpper(s[5:])
	}
	body, suffix := s, ""
	if i := strings.IndexAny(s, "@~"); i >= 0 {
		body, suffix = s[:i], s[i:]
	}
	head, rest, _ := strings.Cut(body, "/")
	p := Parts{Head: strings.ToLower(head)}
	if err := p.suffix(s, suffix); err != nil {
		return Parts{}, err
	}
	seg := make([]string, 0, 4)
	for more := rest != ""; more; {
		var part string
		part, rest, more = strings.Cut(rest, "/")
		seg = append(seg, part)
	}
	if len(seg) == 0 && strings.Contains(body, "/") {
		return Parts{}, keyError(s, "nothing after the slash")
	}
	err := p.body(s, seg)
	if err == nil && suffix != "" && p.Family != CaseLaw {
		err = keyError(s, "only a decision has a suffix")
	}
	if err != nil {
		return Parts{}, err
	}
	return p, nil
}

// body reads the segments after the head.
func (p *Parts) body(s string, seg []string) error {
	switch {
	case CourtKind(p.Head).Known() && p.Head != string(OtherCrt):
		return p.court(s, seg)
	case p.Head == "ecli" || p.Head == "texte":
		return p.opaque(s, seg)
	case wholeTexts[p.Head] != "":
		p.Family = wholeTexts[p.Head]
		return p.article(s, seg)
	case isProtocol(p.Head):
		p.Family = EUTreaty
		return p.article(s, seg)
	case actKinds[p.Head] != "":
		p.Family = actKinds[p.Head]
		return p.act(s, seg)
	case strings.HasPrefix(p.Head, "code-") || strings.HasPrefix(p.Head, "livre-"):
		if !isSlug(p.Head) {
			return keyError(s, "the name of the code is no slug")
		}
		p.Family = CodeArticle
		return p.article(s, seg)
	}
	return keyError(s, "unknown kind "+fmt.Sprintf("%q", p.Head))
}

// suffix reads "@2024-03-13" and "~4f1c09ab".
func (p *Parts) suffix(s, suffix string) error {
	at, tie, _ := strings.Cut(suffix, "~")
	if at != "" {
		d, err := ParseDate(strings.TrimPrefix(at, "@"))
		if err != nil {
			return keyError(s, "after @ a day is wanted")
		}
		p.At = d
	}
	if strings.Contains(suffix, "~") {
		if p.Tie = strings.ToLower(tie); !hashShape.MatchString(p.Tie) {
			return keyError(s, "after ~ a hash is wanted")
		}
	}
	return nil
}

// article reads at most one segment, the article.
func (p *Parts) article(s string, seg []string) error {
	switch len(seg) {
	case 0:
		return nil
	case 1:
		p.Article = CanonArticle(seg[0])
		if !isArticle(p.Article) {
			return keyError(s, "bad article")
		}
		return nil
	}
	return keyError(s, "too many parts")
}

// act reads the number, date or slug of an act, then perhaps its article.
func (p *Parts) act(s string, seg []string) error {
	if len(seg) == 0 {
		return keyError(s, "the number or date of the act is missing")
	}
	p.ID = strings.ReplaceAll(strings.ToLower(seg[0]), "/", "-")
	if p.Head == "convention" || p.Head == "convention-collective" {
		if !isSlug(p.ID) {
			return keyError(s, "bad slug")
		}
	} else if !isNumber(p.ID) {
		return keyError(s, "bad number")
	}
	if isDay(p.ID) {
		if _, err := ParseDate(p.ID); err != nil {
			return keyError(s, "no such day")
		}
	}
	return p.article(s, seg[1:])
}

// opaque reads the keys that are made of one identifier only.
func (p *Parts) opaque(s string, seg []string) error {
	if len(seg) != 1 {
		return keyError(s, "one identifier is wanted")
	}
	p.Family = CaseLaw
	if p.Head == "ecli" {
		if p.ID = strings.ToUpper(seg[0]); !ecliShape.MatchString(p.ID) {
			return keyError(s, "bad ECLI")
		}
		return nil
	}
	if p.ID = strings.ToLower(seg[0]); !hashShape.MatchString(p.ID) {
		return keyError(s, "bad hash")
	}
	return nil
}

// court reads "[place/]number-or-date", or "cass/chamber/date".
func (p *Parts) court(s string, seg []string) error {
	p.Family = CaseLaw
	kind := CourtKind(p.Head)
	switch {
	case len(seg) == 2 && kind == Cass && isDay(seg[1]):
		if p.Chamber = strings.ToLower(seg[0]); !isSlug(p.Chamber) {
			return keyError(s, "the chamber is no slug")
		}
	case len(seg) == 2 && (kind.HasPlace() || kind == CAA):
		if p.Place = strings.ToLower(seg[0]); !isSlug(p.Place) {
			return keyError(s, "the place is no slug")
		}
	case len(seg) == 1 && (!kind.HasPlace() || kind == TA):
	case kind.HasPlace():
		return keyError(s, "a place and a number or date are wanted")
	default:
		return keyError(s, "a number or date is wanted")
	}
	id, err := canonNumber(kind, seg[len(seg)-1])
	if err != nil {
		return keyError(s, err.Error())
	}
	p.ID = id
	return nil
}
