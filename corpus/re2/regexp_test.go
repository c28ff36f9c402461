package re2

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

// exprs have the shapes of the rule files.
var exprs = []string{
	`\bmoyens? (?:annexes? )?(?:produits?|presentes?) ([^\n]{0,60}?)\bavocats?\b[^\n]{0,20}?,? pour `,
	`\b(?:a|ont)(?:,? respectivement)? (?:forme|interjete)(?:,? [a-z ,]{0,40})? (?:le|un) pourvois?\b`,
	`(?s)^(?:(?:la |le )?requerant(?:e|s|es)?)$`,
	`(?:^|[\n :,;-])(?:[ivx]+ ?[-/.] ?)?\d{1,3} ?(?:#/?|\)|/) ?(?:/ ?)?|\n *-+ ?`,
	`(?m)^[ #*>-]*(?:attendu,? (?:que|qu'|selon))`,
	`(?:^|\b)(?:opposant|entre|etranger) ?:?$`,
	`\bdefende(?:ur|resse)s? (?:a|au)\b|\n *(?:l[ae]s?|l') ?(?:demande(?:ur|resse)s?|parties)\b`,
	`,? (?:dont|ayant) (?:le |son |leur )?(?:siege|domicile)`, `sauf$|\bhormis\b`, `(?i)Vu l'article`,
	`(?s)^.{0,12}?\bpourvois?\b`, `^.{3,40} (?:forme|l'avocat)\b`, `(?s)^.{2,9}(?:^ab|cd$)`,
	`ab|abc`, `(a|ab)(c|bcd)(d*)`, `aa`, `(?:)`, `a*`, `\Bab`, `x*ab\b`, `^ab|ab$`, `(?s)ab.{0,3}?cd`, `ab(?:c|$)`, `[ab]c+`, `\(ab\)`,
}

// texts are the words of exprs in other orders.
var texts = []string{
	"", "a", "ab", "abab abcd aab ab\n", "aaaa", "ab\ncd ab..cd abcd", "Vu L'ARTICLE 1 vu l'article",
	"moyen produit par me brunel, avocat, pour m. durieux. moyens produits pour ",
	"moyen produit " + strings.Repeat("x", 61) + " avocat pour moyens presentes par l'avocat pour ",
	"m. durieux a forme un pourvoi ; ont, respectivement, interjete, le 3 mai, le pourvoi", "la requerante", "requerants : ",
	"1#/ m. durieux\n - la societe\nii - 2) la commune", "> attendu que\n il est attendu, que\n* attendu qu'il", "entre :", "l'entre",
	"defendeur a la cassation\n  les demandeurs\nla demanderesse", ", dont le siege ayant siege, ayant son domicile", "hormis sauf",
}

// same compares every method with that of package regexp.
func same(t *testing.T, want *regexp.Regexp, got *Regexp, s string) {
	t.Helper()
	for _, x := range []struct {
		name      string
		want, got any
	}{
		{"MatchString", want.MatchString(s), got.MatchString(s)},
		{"FindString", want.FindString(s), got.FindString(s)},
		{"FindStringIndex", want.FindStringIndex(s), got.FindStringIndex(s)},
		{"FindStringSubmatch", want.FindStringSubmatch(s), got.FindStringSubmatch(s)},
		{"FindStringSubmatchIndex", want.FindStringSubmatchIndex(s), got.FindStringSubmatchIndex(s)},
		{"FindAllStringIndex", want.FindAllStringIndex(s, -1), got.FindAllStringIndex(s, -1)},
		{"FindAllStringIndex 2", want.FindAllStringIndex(s, 2), got.FindAllStringIndex(s, 2)},
		{"FindAllStringSubmatchIndex", want.FindAllStringSubmatchIndex(s, -1), got.FindAllStringSubmatchIndex(s, -1)},
		{"ReplaceAllString", want.ReplaceAllString(s, "<$0>"), got.ReplaceAllString(s, "<$0>")},
	} {
		if !reflect.DeepEqual(x.want, x.got) {
			t.Errorf("%s of %q in %q: %v, want %v", x.name, want, s, x.got, x.want)
		}
	}
}

func TestSame(t *testing.T) {
	for _, expr := range exprs {
		want, got := regexp.MustCompile(expr), MustCompile(expr)
		for _, s := range texts {
			same(t, want, got, s)
			same(t, want, got, "\n"+s+" "+s)
		}
	}
}

// TestManyStates: an expression with more states than are kept finds the same.
func TestManyStates(t *testing.T) {
	const expr = `[ab]*a[ab]{14}c|b`
	var s strings.Builder
	for n, x := 0, uint32(1); n < 20_000; n++ {
		x = x*1664525 + 1013904223
		s.WriteByte("aabbabac"[x>>29])
	}
	got := MustCompile(expr)
	same(t, regexp.MustCompile(expr), got, s.String())
	if a := got.plan().roam; a == nil || len(a.states) < mayKnow {
		t.Error("the expression has few states")
	}
}

// TestTogether: one expression serves several goroutines.
func TestTogether(t *testing.T) {
	for _, expr := range exprs {
		want, got := regexp.MustCompile(expr), MustCompile(expr)
		var wait sync.WaitGroup
		for range 4 {
			wait.Go(func() {
				for _, s := range texts {
					if w, g := want.FindStringSubmatch(s), got.FindStringSubmatch(s); !slices.Equal(w, g) {
						t.Errorf("%q in %q: %q, want %q", expr, s, g, w)
					}
				}
			})
		}
		wait.Wait()
	}
}

func TestWorkedOut(t *testing.T) {
	for _, x := range []struct {
		expr         string
		needs, heads string
		reach        int
		anchored     bool
	}{
		{`\bmoyens? (?:produits?|presentes?) [^\n]{0,160}?\bavocats?\b`, "avocat", "moyen produit |moyen produits |moyens presente ", 184, false},
		{`^(?:stop|details?) `, "stop |details |detail ", "stop |detail |details ", 8, true},
		{`[a-z]* pourvoi`, " pourvoi", "", 0, false},
		{`x+ab(?:cd)?e`, "abcde|abe", "xabe|xabcde|xx", 0, false},
	} {
		r := MustCompile(x.expr)
		if got := strings.Join(slices.Concat(r.plan().needs...), "|"); got != x.needs {
			t.Errorf("%s needs %q, want %q", x.expr, got, x.needs)
		}
		if r.reach != x.reach || r.anchored != x.anchored {
			t.Errorf("%s: reach %d, anchored %t", x.expr, r.reach, r.anchored)
		}
		for _, s := range strings.Split(x.heads, "|") {
			if x.heads != "" && !r.plan().heads.stand(s) || x.heads == "" && r.plan().heads != nil {
				t.Errorf("%s does not start with %q", x.expr, s)
			}
		}
	}
}

// FuzzSame wants what package regexp finds, whatever the expression and the text.
func FuzzSame(f *testing.F) {
	for i, expr := range exprs {
		f.Add(expr, texts[i%len(texts)])
	}
	f.Fuzz(func(t *testing.T, expr, s string) {
		for i := range len(s) {
			if s[i] >= 0x80 {
				t.Skip("not folded")
			}
		}
		want, err := regexp.Compile(expr)
		if err != nil || len(expr) > 200 {
			t.Skip("no expression")
		}
		got, err := Compile(expr)
		if err != nil {
			t.Fatal(err)
		}
		same(t, want, got, s)
	})
}

func BenchmarkFindAll(b *testing.B) {
	s := strings.Repeat("attendu que la societe orme fait grief a l'arret de la cour d'appel de nancy ; ", 2000) + texts[7]
	for name, find := range map[string]func(string, int) [][]int{
		"regexp": regexp.MustCompile(exprs[0]).FindAllStringIndex, "re2": MustCompile(exprs[0]).FindAllStringIndex,
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				find(s, -1)
			}
		})
	}
}
