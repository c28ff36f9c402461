package queries_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/queries"
)

// summarised is a ruling of the examples whose summary has words of its own.
func summarised(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(examplesDir, "cass-crim-2018-17-89633.xml"))
	if err != nil {
		t.Fatal(err)
	}
	before := string(b)
	after := strings.Replace(before, ">Accède et se maintient", ">Accède puis se maintient", 1)
	if after == before {
		t.Fatal("the summary has other words")
	}
	path := filepath.Join(t.TempDir(), "crim.xml")
	if err := os.WriteFile(path, []byte(after), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestQuoteAdapted: what whoever quotes may do to the words is no alteration of them; any
// other change is.
func TestQuoteAdapted(t *testing.T) {
	lib := holding(t, filepath.Join(examplesDir, "cass-civ1-2019-18-29417.xml"), summarised(t))
	for _, c := range []struct {
		quote   string
		verdict queries.QuoteVerdict
	}{
		{"le tiers à un contrat peut invoquer, sur le fondement de la responsabilité délictuelle, un manquement contractuel", queries.Verbatim},
		{"Le tiers à un contrat peut invoquer, sur le fondement de la responsabilité délictuelle", queries.Verbatim},
		{"[L]e tiers à un contrat peut invoquer (…) un manquement contractuel", queries.Verbatim},
		{"[l]e tiers à un contrat [de sous-traitance] peut invoquer [...] un manquement contractuel", queries.Verbatim},
		{"le[s] tiers à un contrat peu[ven]t invoquer, sur le fondement de la responsabilité", queries.Verbatim},
		{"le tiers à un Contrat peut invoquer, sur le fondement de la responsabilité délictuelle", queries.Altered},
		{"le tiers à un contrat ne peut invoquer, sur le fondement de la responsabilité délictuelle", queries.Altered},
		{"[L]e tiers à un accord peut invoquer, sur le fondement de la responsabilité délictuelle", queries.Altered},
		{"e tiers à un contrat peut invoquer, sur le fondement de la responsabilité délictuelle", queries.Altered},
		{"Celui qui est étranger à un contrat peut en invoquer l'inexécution", queries.Verbatim},
		{"Accède puis se maintient frauduleusement dans un système de traitement automatisé de données, au sens de l'article 323-1 du code pénal", queries.InSummary},
		{"[a]ccède puis se maintient frauduleusement (…) celui qui y pénètre en sachant ne plus y être autorisé", queries.InSummary},
	} {
		ans, err := lib.Verify(context.Background(), queries.VerifyRequest{Text: "n° 18-29.417, n° 17-89.633", Quotes: []string{c.quote}})
		if err != nil {
			t.Fatal(err)
		}
		q := ans.Quotes[0]
		summary := strings.Contains(c.quote, "puis s")
		if q.Verdict != c.verdict || q.Summary != summary || q.Summary != (len(q.Spans) == 0) || q.Found == "" || q.Commentary {
			t.Errorf("%s: %+v, want %s", c.quote, q, c.verdict)
		}
	}
}

// TestQuoteOfWhatIsNotHeld: words that are not found are wrong only where all that is
// cited is held, in its own words.
func TestQuoteOfWhatIsNotHeld(t *testing.T) {
	_, lib := onDisk(t)
	defer lib.Close()
	const held, missing, commented = "Cass. 1re civ., 13 novembre 2019, n° 18-29.417", "Cass. com., 7 mars 2018, n° 16-11.111", "TGI Laval, ord. réf., 4 octobre 2016"
	const words, changed = "le tiers à un contrat peut invoquer, sur le fondement de la responsabilité délictuelle", "le tiers à un contrat doit invoquer, sur le fondement de la responsabilité délictuelle"
	for _, c := range []struct {
		text, quote string
		verdict     queries.QuoteVerdict
		commentary  bool
	}{
		{held, changed, queries.Altered, false},
		{held + " ; " + missing, words, queries.Verbatim, false},
		{held + " ; " + missing, changed, queries.NotInHeld, false},
		{held + " ; " + missing, "le chat dort paisiblement sur le rebord de la fenêtre", queries.NotInHeld, false},
		{missing, words, queries.NoTextToQuote, false},
		{"CA Rennes, 5 octobre 2018", "le chat dort paisiblement sur le rebord de la fenêtre", queries.NotInHeld, false},
		{commented, "la dette, à la supposer exacte, est une chose ; l'accès du client à son installation en est une autre", queries.InCommentary, true},
		{commented, "la dette, à la supposer certaine, est une chose ; l'accès du client à son installation en est une autre", queries.NotInHeld, true},
		{commented, "le chat dort paisiblement sur le rebord de la fenêtre", queries.NotInHeld, false},
	} {
		ans, err := lib.Verify(context.Background(), queries.VerifyRequest{Text: c.text, Quotes: []string{c.quote}})
		if err != nil {
			t.Fatal(err)
		}
		if q := ans.Quotes[0]; q.Verdict != c.verdict || q.Commentary != c.commentary {
			t.Errorf("%s: %s: %+v, want %s", c.text, c.quote, q, c.verdict)
		}
	}
}
