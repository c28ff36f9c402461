package web

import (
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
)

//go:embed templates
var templateFiles embed.FS

// parse reads the templates, once for each language: what they say is bound to it.
func (s *site) parse() error {
	s.pages = map[language]*template.Template{}
	for _, l := range []language{french, english} {
		t, err := template.New("").Funcs(s.functions(s.words.in(l))).ParseFS(templateFiles, "templates/*.html")
		if err != nil {
			return err
		}
		s.pages[l] = t
	}
	return nil
}

// functions are what templates may call.
func (s *site) functions(say *speaker) template.FuncMap {
	return template.FuncMap{
		"t": say.text, "count": say.count, "of": say.of, "has": say.has, "day": say.day, "euros": say.euros,
		"number":   func(n int) string { return say.number(int64(n)) },
		"number64": say.number,
		"lang":     func() string { return string(say.l) },
		"asset":    s.assets.url, "title": func(k corpus.Key) string { return s.lib.Title(k) },
		"decision": decisionHref, "article": articleHref, "thing": keyHref, "graph": graphHref, "meant": meantHref,
		"spot": spotHref, "find": searchHref, "outside": outside, "line": oneLine, "mention": mentionHref,
		"join": strings.Join, "data": data, "dict": dict, "add": func(a, b int) int { return a + b },
		"short":   func(n int, v string) string { return shorten(v, n) },
		"capital": capital, "sentence": sentence, "around": aroundMention, "ruleDay": ruleDay, "badges": badges,
	}
}

// data writes a value as JSON for a script to read; html/template escapes what could
// end its element.
func data(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}

// dict makes the argument of a template out of names and values.
func dict(pairs ...any) (map[string]any, error) {
	d := map[string]any{}
	if len(pairs)%2 != 0 {
		return nil, fmt.Errorf("dict wants names and values")
	}
	for i := 0; i < len(pairs); i += 2 {
		name, ok := pairs[i].(string)
		if !ok {
			return nil, fmt.Errorf("%v is no name", pairs[i])
		}
		d[name] = pairs[i+1]
	}
	return d, nil
}

// shorten cuts a text to n characters, with a sign that it goes on.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return strings.TrimRight(string(r[:n-1]), " ,;") + "…"
}

// capital begins a text with a capital letter.
func capital(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// inOrder puts uses into the order of their strength.
func inOrder(uses []corpus.Use) []corpus.Use {
	all := corpus.Uses()
	out := slices.Clone(uses)
	slices.SortFunc(out, func(a, b corpus.Use) int { return slices.Index(all, a) - slices.Index(all, b) })
	return out
}
