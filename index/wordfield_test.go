package index

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/index/bm25"
	"github.com/attendu/attendu/index/frlegal"
	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"
	"github.com/google/go-cmp/cmp"
)

// TestWordField compares a field with Bleve's own field of the same text.
func TestWordField(t *testing.T) {
	const filter, counted, located = index.IndexField | index.SkipFreqNorm, index.IndexField, index.IndexField | index.IncludeTermVectors
	type word struct {
		Frequency int
		Places    []int
	}
	read := func(f document.Field) (map[string]word, int) {
		f.Analyze()
		words := map[string]word{}
		for term, c := range f.AnalyzedTokenFrequencies() {
			w := word{Frequency: c.Frequency()}
			for _, l := range c.Locations {
				w.Places = append(w.Places, l.Position)
			}
			words[term] = w
		}
		return words, f.AnalyzedLength()
	}
	for _, text := range []string{"", "…", "Mots", "L'employeur et les employeurs, l'article L. 1222-1 : « l’employeur »",
		strings.Repeat("le bail, les baux, le preneur ", len(locations)), spell(1) + " " + spell(2)} {
		for _, o := range []index.FieldIndexingOptions{filter, counted, located} {
			want, wantLength := read(document.NewTextFieldCustom("text", nil, []byte(text), o, frlegal.Analyzer{}))
			f := &wordField{name: "text", options: o, words: func(word func(string, int)) {
				part(text, 1, zoneNone, func(term string, place int, _ bm25.Zone) { word(term, place) })
			}}
			for range 2 { // Bleve asks for it again
				got, length := read(f)
				if diff := cmp.Diff(want, got); diff != "" || length != wantLength {
					t.Fatalf("%.40q, %v: %d words, want %d (-want +got):\n%s", text, o, length, wantLength, diff)
				}
			}
		}
	}
}
