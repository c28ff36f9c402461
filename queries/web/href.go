package web

import (
	"net/url"
	"strings"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// pathOf writes a path of this site with what a key holds escaped.
func pathOf(prefix, key string) string { return (&url.URL{Path: prefix + key}).EscapedPath() }

// decisionHref is the page of a decision, held or only cited.
func decisionHref(key corpus.Key) string { return pathOf("/decisions/", string(key)) }

// articleHref is the page of a provision.
func articleHref(key corpus.Key) string { return pathOf("/articles/", string(key)) }

// keyHref is the page of a provision or a decision.
func keyHref(key corpus.Key) string {
	if key.IsProvision() {
		return articleHref(key)
	}
	return decisionHref(key)
}

// graphHref is the page of what is around a thing, a key or a node.
func graphHref(of any) string {
	switch of := of.(type) {
	case corpus.Key:
		return pathOf("/graph/", string(of))
	case corpus.Node:
		return pathOf("/graph/", string(of))
	}
	return ""
}

// meantHref is the page of the rule that a mention meant: of a number that has borne
// several, that of a day on which it bore this one.
func meantHref(key corpus.Key, meant *corpus.Designation) string {
	href := articleHref(key)
	if meant == nil {
		return href
	}
	if day := ruleDay(meant.Version); day != "" {
		return href + "?at=" + string(day)
	}
	return href
}

// ruleDay is a day on which a number bore the rule of a version; "" for one that it has
// always borne.
func ruleDay(v corpus.Version) corpus.Date {
	day := v.Day()
	if v.Old() && day != "" {
		return corpus.Date(day.Time().AddDate(0, 0, -1).Format(time.DateOnly))
	}
	return day
}

// mentionHref is the page of what a mention names.
func mentionHref(c *queries.Cited, m *queries.Mention) string {
	if c.Key.IsProvision() {
		return meantHref(c.Key, m.Meant)
	}
	return decisionHref(c.Key)
}

// spotHref is a place in the text of a decision.
func spotHref(key corpus.Key, at corpus.Span) string {
	q := url.Values{"at": {spot(at)}}
	return decisionHref(key) + "?" + q.Encode() + "#at"
}

// searchHref is a search.
func searchHref(query string) string { return "/search?" + url.Values{"q": {query}}.Encode() }

// textHref is the page of a text or key as the graph names it; "" for anything else.
func textHref(node corpus.Node) string {
	rule, _, _ := strings.Cut(string(node), ">") // a part of a rule that was split is on its page
	t, ok := corpus.ParseText(rule)
	if !ok {
		return ""
	}
	if day := ruleDay(t.Version); day != "" {
		return articleHref(t.Key) + "?at=" + string(day)
	}
	return articleHref(t.Key)
}

// outside keeps an address of the web that a reader may go to, and nothing else.
func outside(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return ""
	}
	return u.String()
}

// oneLine writes a passage without its line breaks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
