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
	p, err := splitKey(strings.TrimSpace(s))
	if err != nil {
		return "", err
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

// Shapes of the components. A key is ASCII without spaces.
var (
	slugShape    = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	articleShape = regexp.MustCompile(`^[A-Za-z0-9*.]+(-[A-Za-z0-9*.]+)*$`)
	numberShape  = regexp.MustCompile(`^[A-Za-z0-9.]+([-_][A-Za-z0-9.]+)*$`)
	ecliShape    = regexp.MustCompile(`^[A-Z]{2}:[A-Z0-9]{1,7}:[0-9]{4}:[A-Z0-9.]{1,25}$`)
	hashShape    = regexp.MustCompile(`^[0-9a-f]{4,64}$`)
	dateShape    = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
)

// wholeTexts are the heads whose articles follow at once: "cesdh/6".
var wholeTexts = map[string]Family{
	"constitution": Statute, "ddhc": Statute, "preambule-1946": Statute, "charte-environnement": Statute,
	"tfue": EUTreaty, "tue": EUTreaty, "charte-ue": EUTreaty, "cesdh": EUTreaty,
}

// actKinds are the heads followed by a number, a date or a slug: "loi/78-17".
var actKinds = map[string]Family{
	"loi": Statute, "ordonnance": Statute, "decret": Statute, "arrete": Statute,
	"reglement": EUTreaty, "directive": EUTreaty, "convention": EUTreaty,
	"convention-collective": Agreement,
}

var protocolShape = regexp.MustCompile(`^cesdh-p\d{1,2}$`)

func keyError(s, why string) error { return fmt.Errorf("corpus: %q: %w: %s", s, ErrKey, why) }

// splitKey takes s apart and puts each component into its canonical form.
func splitKey(s string) (Parts, error) {
	if len(s) > 200 {
		return Parts{}, keyError(s[:40]+"…", "longer than 200 bytes")
	}
	if rest, ok := strings.CutPrefix(strings.ToUpper(s), "ECLI:"); ok {
		s = "ecli/" + rest
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
	var seg []string
	if rest != "" {
		seg = strings.Split(rest, "/")
	} else if strings.Contains(body, "/") {
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
	case protocolShape.MatchString(p.Head):
		p.Family = EUTreaty
		return p.article(s, seg)
	case actKinds[p.Head] != "":
		p.Family = actKinds[p.Head]
		return p.act(s, seg)
	case strings.HasPrefix(p.Head, "code-") || strings.HasPrefix(p.Head, "livre-"):
		if !slugShape.MatchString(p.Head) {
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
		if !articleShape.MatchString(p.Article) {
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
		if !slugShape.MatchString(p.ID) {
			return keyError(s, "bad slug")
		}
	} else if !numberShape.MatchString(p.ID) {
		return keyError(s, "bad number")
	}
	if dateShape.MatchString(p.ID) {
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

// court reads "[place/]number-or-date".
func (p *Parts) court(s string, seg []string) error {
	p.Family = CaseLaw
	kind := CourtKind(p.Head)
	switch {
	case len(seg) == 2 && (kind.HasPlace() || kind == CAA):
		if p.Place = strings.ToLower(seg[0]); !slugShape.MatchString(p.Place) {
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
