package main

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/queries"
)

// mention cites the first occurrence of words.
func mention(text, words, key, link string) queries.CitedMention {
	at := strings.Index(text, words)
	m := queries.CitedMention{Start: at, End: at + len(words), Text: words, Title: "title of " + key, Link: link}
	if m.Key = ""; key != "" {
		m.Key = "k/" + m.Key
	} else {
		m.Unresolved = "of which text?"
	}
	return m
}

const awkward = "<b>Vu</b> l'article 9 & \"l'article 12\"\n\n\n# 1er titre\n12. v. _loi_ n° 1 à 3\x1b[31m\n    fin *"

func awkwardText() *queries.CitedText {
	return &queries.CitedText{Path: "<x>.txt", Text: awkward, Citations: []queries.CitedMention{
		mention(awkward, "article 9", "a", "https://example.org/?a=1&b=(2)"), mention(awkward, "article 12", "", ""),
		mention(awkward, "n° 1 à 3", "b", ""), mention(awkward, "3", "c", "")}}
}

// TestPassages: together they are the text, and citations that overlap are one.
func TestPassages(t *testing.T) {
	x := awkwardText()
	var all string
	var cited []string
	for _, p := range passages(x) {
		all += p.text
		if len(p.cites) > 0 {
			cited = append(cited, p.text)
		}
	}
	if all != x.Text {
		t.Errorf("the passages are %q", all)
	}
	if got := strings.Join(cited, " / "); got != "article 9 / article 12 / n° 1 à 3" {
		t.Errorf("cited are %s", got)
	}
}

func TestCitedHTML(t *testing.T) {
	page := citedHTML(awkwardText())
	for _, want := range []string{
		"<title>&lt;x&gt;.txt</title>", "&lt;b&gt;Vu&lt;/b&gt; l&#39;<a ", `href="https://example.org/?a=1&amp;b=(2)">article 9</a> &amp; `,
		`<span class="unresolved" title="not resolved: of which text?">article 12</span>`,
		`<span class="cite" data-keys="k/ k/" title="title of b; title of c">n° 1 à 3</span>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page)
		}
	}
}

func TestCitedMarkdown(t *testing.T) {
	const want = "&lt;b&gt;Vu&lt;/b&gt; l'[article 9](<https://example.org/?a=1&b=(2)> \"title of a\") &amp; \"l'article 12\"\n\n\n" +
		"\\# 1er titre\\\n12\\. v. \\_loi\\_ **n° 1 à 3**\x1b\\[31m\\\n   fin \\*\n"
	if got := citedMarkdown(awkwardText()); got != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	for in, want := range map[string]string{
		"- un\n+ deux\n= trois\n-quatre": "\\- un\\\n\\+ deux\\\n\\= trois\\\n-quatre\n",
		"a\nb\nc\n\n\n":                  "a\\\nb\\\nc\n",
		"1) un":                          "1\\) un\n",
		"":                               "\n",
	} {
		if got := citedMarkdown(&queries.CitedText{Text: in}); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestCitedANSI(t *testing.T) {
	t.Setenv("NO_COLOR", "")
	if got := citedANSI(awkwardText()); !strings.Contains(got, "\x1b[1;33marticle 9\x1b[0m\x1b[2m [k/]\x1b[0m") || strings.Contains(got, "\x1b[31m") {
		t.Errorf("in colour: %q", got)
	}
	t.Setenv("NO_COLOR", "1")
	if got := citedANSI(awkwardText()); strings.Contains(got, "\x1b") || !strings.Contains(got, "article 9 [k/]") || !strings.HasSuffix(got, "article 12 [?]\"\n\n\n# 1er titre\n12. v. _loi_ n° 1 à 3 [k/ k/]\ufffd[31m\n    fin *\n") {
		t.Errorf("without colour: %q", got)
	}
}
