package frlegal

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/registry"
	"github.com/google/go-cmp/cmp"
)

// read gives the terms of a text and the words that they stand for.
func read(text string) (terms, words []string) {
	for _, t := range (Analyzer{}).Analyze([]byte(text)) {
		terms = append(terms, string(t.Term))
		words = append(words, text[t.Start:t.End])
	}
	return terms, words
}

func TestAnalyze(t *testing.T) {
	for _, c := range []struct {
		name, text   string
		terms, words []string
	}{
		{"nothing", " …«»– ", nil, nil},
		{"stems", "mots de passe", []string{"mot", "de", "pase"}, []string{"mots", "de", "passe"}},
		{"elision", "L'ordre d’agir, jusqu`ici qu' il", []string{"ordr", "agir", "ici", "il"},
			[]string{"ordre", "agir", "ici", "il"}},
		{"no elision", "prud’homme, aujourd'hui", []string{"prudhom", "aujourdhui"},
			[]string{"prud’homme", "aujourd'hui"}},
		{"article", "L.1235-3, L1235-3", []string{"l", "1235-3", "l", "1235-3"},
			[]string{"L", "1235-3", "L", "1235-3"}},
		{"article with a star", "L.* 121-1-2 et L.O. 141", []string{"l", "121-1-2", "et", "lo", "141"},
			[]string{"L", "121-1-2", "et", "L.O", "141"}},
		{"ordinals", "1er, 2ème, 1\u1d49\u02b3 bis, 3e", []string{"1", "2", "1", "bis", "3"},
			[]string{"1er", "2ème", "1\u1d49\u02b3", "bis", "3e"}},
		{"numbers of pourvois", "n° 17-21.434, 17/21434, 05-17\u00a0111/05-17.112", []string{"17-21434", "17-21434", "5-17111", "5-17112"},
			[]string{"17-21.434", "17/21434", "05-17\u00a0111", "05-17.112"}},
		{"a number, then another", "78-17 100 euros", []string{"78-17", "100", "euro"}, []string{"78-17", "100", "euros"}},
		{"general register", "RG n°18/04366 et 18 / 04367", []string{"rg", "18-4366", "et", "18-4367"},
			[]string{"RG", "18/04366", "et", "18 / 04367"}},
		{"administrative courts", "20NT01234 du 4e", []string{"20nt01234", "du", "4"}, []string{"20NT01234", "du", "4e"}},
		{"dates", "04/10/2016 2016-10-04 14/03/18 10/2016", []string{"4", "10", "2016", "2016", "10", "4", "14", "3", "18", "10", "2016"},
			[]string{"04", "10", "2016", "2016", "10", "04", "14", "03", "18", "10", "2016"}},
		{"years", "2015-2017", []string{"2015", "2017"}, []string{"2015", "2017"}},
		{"amounts", "12 500,50 € puis 1.234.567 F et 1.234.5", []string{"12500", "50", "pui", "1234567", "f", "et", "1", "234", "5"},
			[]string{"12 500", "50", "puis", "1.234.567", "F", "et", "1", "234", "5"}},
		{"an amount before an article", "alinéa 1 123-4", []string{"alinea", "1", "123-4"}, []string{"alinéa", "1", "123-4"}},
		{"ECLI", "ECLI:FR:CCASS:2018:CO00182. FR:CE:2017:398563.20170719", []string{"fr:ccass:2018:co00182", "fr:ce:2017:398563.20170719"},
			[]string{"ECLI:FR:CCASS:2018:CO00182", "FR:CE:2017:398563.20170719"}},
		{"no ECLI", "ecli:fr et fr:a", []string{"ecli", "fr", "et", "fr", "a"}, []string{"ecli", "fr", "et", "fr", "a"}},
		{"initials", "S.A.R.L. X. et M. Y", []string{"sarl", "x", "et", "m", "y"}, []string{"S.A.R.L", "X", "et", "M", "Y"}},
		{"apostrophes", "l\u0092avis l‛avis lʻavis", []string{"avi", "avi", "avi"}, []string{"avis", "avis", "avis"}},
		{"ligatures", "sœur Œuvre cæteris", []string{"soeu", "oeuvr", "caeteri"},
			[]string{"sœur", "Œuvre", "cæteris"}},
		{"decomposed", "re\u0301fe\u0301re\u0301 lie\u0301", []string{"refer", "lie"},
			[]string{"re\u0301fe\u0301re\u0301", "lie\u0301"}},
		{"soft hyphen", "ré\u00adtention", []string{"retention"}, []string{"ré\u00adtention"}},
		{"spaces", "1\u202f500\u00a0€", []string{"1500"}, []string{"1\u202f500"}},
		{"hyphens", "sous‑traitance", []string{"sous'", "traitanc"}, []string{"sous", "traitance"}},
		{"other letters", "Łódź Привет 東京", []string{"łodz", "привет", "東京"}, []string{"Łódź", "Привет", "東京"}},
		{"bytes that are no text", "a\xffb\xc3", []string{"a", "b"}, []string{"a", "b"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			terms, words := read(c.text)
			if diff := cmp.Diff(c.words, words); diff != "" {
				t.Errorf("words (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.terms, terms); diff != "" {
				t.Errorf("terms (-want +got):\n%s", diff)
			}
		})
	}
}

// TestSameTerms holds spellings that must be found by one another.
func TestSameTerms(t *testing.T) {
	for _, same := range [][]string{
		{"référés", "referes", "RÉFÉRÉ", "re\u0301fe\u0301re\u0301"},
		{"financière", "financiere", "financier", "FINANCIÈRES"},
		{"deuxième", "deuxieme"},
		{"considère", "considere", "considérer", "considérée"},
		{"l’employeur", "l'employeur", "employeurs", "EMPLOYEUR"},
		{"sœur", "soeurs", "SŒUR"},
		{"prud'homme", "prud’hommes", "PRUD'HOMMES"},
		{"sous-traitance", "sous traitance", "SOUS‑TRAITANCE"},
		{"L. 1235-3", "L1235-3", "L.1235-3", "l. 1235–3"},
	} {
		want, _ := read(same[0])
		for _, text := range same[1:] {
			if got, _ := read(text); !slices.Equal(got, want) {
				t.Errorf("%q gives %q, %q gives %q", text, got, same[0], want)
			}
		}
	}
}

func TestLongWord(t *testing.T) {
	word := strings.Repeat("é", 1<<20)
	stream := (Analyzer{}).Analyze([]byte(word))
	if len(stream) != 1 || stream[0].End != len(word) || len(stream[0].Term) > maxTerm {
		t.Errorf("%d words, the first to %d, %d bytes in the index", len(stream), stream[0].End, len(stream[0].Term))
	}
}

func TestRegistered(t *testing.T) {
	if _, err := registry.NewCache().AnalyzerNamed(Name); err != nil {
		t.Error(err)
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, s := range []string{"L’article 1382, devenu 1240", "d'aujourd'hui", "re\u0301fe\u0301re\u0301\u0327",
		"a'b'c'", "'''", "œ\u00adœ", "\xff\xc3'", "½ﬁnﬂ…°", "issement catrice ficateur folle", "L1235-3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end, terms := 0, slices.Collect(Terms(text))
		stream := (Analyzer{}).Analyze([]byte(text))
		if len(terms) != len(stream) {
			t.Fatalf("%d terms, %d tokens", len(terms), len(stream))
		}
		for i, tok := range stream {
			if terms[i] != string(tok.Term) {
				t.Fatalf("term %d is %q, its token %q", i, terms[i], tok.Term)
			}
			if tok.Start < end || tok.End <= tok.Start || tok.End > len(text) {
				t.Fatalf("word %d is [%d,%d) after %d in %d bytes", i, tok.Start, tok.End, end, len(text))
			}
			end = tok.End
			word := text[tok.Start:tok.End]
			if !utf8.RuneStart(word[0]) || tok.End < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[tok.End]) {
				t.Fatalf("%q is cut inside a character", word)
			}
			if len(tok.Term) == 0 || len(tok.Term) >= maxTerm+utf8.UTFMax || tok.Position != i+1 {
				t.Fatalf("%q gives %q at %d", word, tok.Term, tok.Position)
			}
			// A word read alone is the same word: this is what requests do.
			if again, _ := read(word); len(again) != 1 || again[0] != string(tok.Term) {
				t.Fatalf("%q alone gives %q, in the text %q", word, again, tok.Term)
			}
		}
	})
}

// TestStemsAreRemembered reads more words than are remembered, in two orders and from
// several goroutines, and wants the stem of each that is computed.
func TestStemsAreRemembered(t *testing.T) {
	const n = 2 * slots
	word := func(i int) string {
		b := []byte("aaaaissement")
		for k := range 4 {
			b[k] += byte(i % 26)
			i /= 26
		}
		return string(b)
	}
	var wait sync.WaitGroup
	for _, way := range []func(int) int{func(i int) int { return i }, func(i int) int { return n - 1 - i }} {
		wait.Go(func() {
			for i := range n {
				w := word(way(i))
				if got, want := stems.of(w), stem(w); got != want {
					t.Errorf("the stem of %q is %q, remembered as %q", w, want, got)
					return
				}
			}
		})
	}
	wait.Wait()
}

var sentences = strings.Repeat("Attendu que l’employeur n'a pas exécuté l'obligation de loyauté prévue à l'article L. 1222-1 du code du travail ; ", 100)

func BenchmarkAnalyze(b *testing.B) {
	text := []byte(sentences)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		(Analyzer{}).Analyze(text)
	}
}

func BenchmarkTerms(b *testing.B) {
	b.SetBytes(int64(len(sentences)))
	for b.Loop() {
		for range Terms(sentences) {
		}
	}
}
