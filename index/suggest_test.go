package index

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/google/go-cmp/cmp"
)

func TestSuggest(t *testing.T) {
	x := open(t, "")
	d := decision("texte:03", corpus.Court{}, "", nil, "Le licenciement verbal et la rétention ; le préjudice ; l'office du juge.")
	d.Title = "Un résumé clandestin"
	put(t, x, 1,
		decision("texte:01", corpus.Court{}, "", nil, "Le licenciement du salarié ; les prud’hommes ; le bail, les baux ; la détention."),
		decision("texte:02", corpus.Court{}, "", nil, "Des licenciements ; le loyer commercial ; la détention provisoire ; l'article 1240."), d)
	for _, c := range []struct {
		text string
		want []Suggestion
	}{
		{"", []Suggestion{}},
		{"licenciement", []Suggestion{}},
		{"licensiement", []Suggestion{{"licensiement", []string{"licenciement"}}}},
		{"LICENCIEMNT verbal", []Suggestion{{"licenciemnt", []string{"licenciement"}}}},
		{"licencieemnts", []Suggestion{{"licencieemnts", []string{"licenciements"}}}},
		{`"le préjudisse" prudhomes -loier`, []Suggestion{{"loier", []string{"loyer"}}, {"prejudisse", []string{"prejudice"}}}},
		{"prud’home", []Suggestion{}}, // the same stem
		{"comercial", []Suggestion{}}, // doubled letters do not count
		{"commersial", []Suggestion{{"commersial", []string{"commercial"}}}},
		{"tétention", []Suggestion{{"tetention", []string{"detention", "retention"}}}}, // the one in two decisions first
		{"clandestin", []Suggestion{}},
		{"xylophone", []Suggestion{}},
		{"ofice", []Suggestion{}},
		{"bial", []Suggestion{{"bial", []string{"bail"}}}},
		{"bal 1241 le", []Suggestion{}}, // too short; a number
	} {
		t.Run(c.text, func(t *testing.T) {
			got, err := x.Suggest(context.Background(), c.text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			for _, s := range got {
				for _, w := range s.Words {
					if find(t, x, Request{Text: w}).Total == 0 {
						t.Errorf("%q is suggested and not found", w)
					}
				}
			}
		})
	}
}

func TestSuggestErrors(t *testing.T) {
	x := open(t, "")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := x.Suggest(ctx, "licensiement"); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end of the context: %v", err)
	}
	x.Close()
	if _, err := x.Suggest(context.Background(), "licensiement"); !errors.Is(err, ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
}

// TestSuggestIsBounded types more than is looked at.
func TestSuggestIsBounded(t *testing.T) {
	x := open(t, "")
	put(t, x, 1, decision("texte:01", corpus.Court{}, "", nil, "licenciement préjudice "+strings.Repeat("abcdefgh", 5)))
	text := strings.Repeat("abcdefgh", 1<<10) + " "
	for i := range 40 {
		text = "prejudi" + string(rune('a'+i%26)) + string(rune('a'+i/26)) + " " + text
	}
	got, err := x.Suggest(context.Background(), text)
	if err != nil || len(got) != maxSuggested {
		t.Errorf("%d suggestions, %v", len(got), err)
	}
}

func TestEdits(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a", "", 1}, {"bail", "bail", 0}, {"bial", "bail", 1}, {"baux", "bail", 2}, {"bails", "bail", 1},
		{"licensiement", "licenciement", 1}, {"ab", "ba", 1}, {"abcd", "badc", 2}, {"abc", "xyz", 3},
	} {
		if got, back := edits(c.a, c.b), edits(c.b, c.a); got != c.want || back != c.want {
			t.Errorf("%q and %q: %d and %d, want %d", c.a, c.b, got, back, c.want)
		}
	}
}

// BenchmarkSuggest asks an index of 5,000 invented decisions for a misspelt word.
func BenchmarkSuggest(b *testing.B) {
	g := newGenerator(1)
	x := open(b, filepath.Join(b.TempDir(), "text"))
	for seq := range uint64(5000 / BatchSize) {
		put(b, x, seq, g.decisions(BatchSize)...)
	}
	b.ResetTimer()
	for b.Loop() {
		if _, err := x.Suggest(context.Background(), "manifestemnet"); err != nil {
			b.Fatal(err)
		}
	}
}
