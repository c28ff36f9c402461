package web

import (
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// TestBadges: what is reported is of the court below, or of the ruling that quashed.
func TestBadges(t *testing.T) {
	mention := func(s corpus.Speaker, z corpus.ZoneKind, u corpus.Use) queries.Mention {
		return queries.Mention{Speaker: s, Zone: z, Use: u}
	}
	for _, c := range []struct {
		name     string
		uses     []corpus.Use
		mentions []queries.Mention
		decision bool
		want     []string
	}{
		{"a visa of the ruling that quashed", []corpus.Use{corpus.Reported, corpus.Applied},
			[]queries.Mention{mention(corpus.Cour, corpus.Expose, corpus.Reported), mention(corpus.Cour, corpus.Motifs, corpus.Applied)}, false,
			[]string{"use.short.applied", "use.short.reported.quashing"}},
		{"the court below", []corpus.Use{corpus.Reported}, []queries.Mention{mention(corpus.JugeAttaque, corpus.Motifs, corpus.Reported)}, false, []string{"use.short.reported"}},
		{"a head that is quashed", []corpus.Use{corpus.Reported}, []queries.Mention{mention(corpus.Cour, corpus.Dispositif, corpus.Reported)}, false, []string{"use.short.reported"}},
		{"both", []corpus.Use{corpus.Reported}, []queries.Mention{mention(corpus.JugeAttaque, corpus.Motifs, corpus.Reported), mention(corpus.Cour, corpus.Expose, corpus.Reported)}, false,
			[]string{"use.short.reported", "use.short.reported.quashing"}},
		{"a decision under review", []corpus.Use{corpus.Reported}, []queries.Mention{mention(corpus.Cour, corpus.Dispositif, corpus.Reported)}, true, []string{"use.short.reported.reviewed"}},
		{"mentions that are not shown", []corpus.Use{corpus.Reported}, nil, false, []string{"use.short.reported"}},
	} {
		var got []string
		for _, b := range badges(queries.Citing{Uses: c.uses, Mentions: c.mentions}, c.decision) {
			got = append(got, b.Words)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
